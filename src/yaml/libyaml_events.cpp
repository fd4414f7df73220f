#include "yaml/libyaml_events.hpp"

#include <new>

namespace escalate {
namespace {

void start(yaml_parser_t& parser, std::string_view text) {
  if (yaml_parser_initialize(&parser) == 0) throw std::bad_alloc();
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  // libyaml reads bytes as unsigned char; it does not change them.
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
}

/// Returns whether any `?` could mark a key: it stands between blanks, or after a bracket or dash.
bool may_have_explicit_keys(std::string_view text) {
  constexpr std::string_view before = " \t\n[{,-";
  constexpr std::string_view after = " \t\r\n";
  for (std::size_t at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    const bool begins = at == 0 || before.find(text[at - 1]) != std::string_view::npos;
    const bool ends = at + 1 == text.size() || after.find(text[at + 1]) != std::string_view::npos;
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

LibyamlEvents::LibyamlEvents(std::string_view text) : m_parser{}, m_event{} { start(m_parser, text); }

LibyamlEvents::~LibyamlEvents() {
  yaml_event_delete(&m_event);
  yaml_parser_delete(&m_parser);
}

bool LibyamlEvents::advance() {
  if (m_event.type == YAML_STREAM_END_EVENT || m_parser.error != YAML_NO_ERROR) return false;
  yaml_event_delete(&m_event);
  return yaml_parser_parse(&m_parser, &m_event) != 0;
}

Mark mark_of(const yaml_mark_t& mark) { return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1}; }

std::vector<Mark> explicit_keys(std::string_view text, std::size_t most) {
  std::vector<Mark> places;
  if (!may_have_explicit_keys(text)) return places;
  places.reserve(most);
  yaml_parser_t parser;
  start(parser, text);
  yaml_token_t token;
  while (places.size() < most && yaml_parser_scan(&parser, &token) != 0) {
    const bool written = token.start_mark.index != token.end_mark.index;  // an implied KEY has no length
    const Mark at = mark_of(token.start_mark);
    const bool same_line = !places.empty() && places.back().line == at.line;
    if (token.type == YAML_KEY_TOKEN && written && !same_line) places.push_back(at);
    const bool ended = token.type == YAML_STREAM_END_TOKEN;
    yaml_token_delete(&token);
    if (ended) break;
  }
  yaml_parser_delete(&parser);
  return places;
}

}  // namespace escalate
