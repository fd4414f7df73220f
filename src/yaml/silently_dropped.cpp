#include <fmt/format.h>

#include <string_view>

#include "time/quote.hpp"
#include "yaml/bytes.hpp"
#include "yaml/fault_list.hpp"
#include "yaml/libyaml_events.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

bool is_letter_or_digit(char byte) {
  const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  return letter || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
}

/// A walk through a text, character by character, for places that only ever come later.
class Walk {
 public:
  explicit Walk(std::string_view text) : m_rest(text) {}

  /// Returns the text from its character `index` (from 0) on; `index` is none before the last one asked for.
  std::string_view from(std::size_t index) {
    for (; m_index < index && !m_rest.empty(); ++m_index) {
      m_rest.remove_prefix(1);
      while (!m_rest.empty() && (static_cast<unsigned char>(m_rest.front()) & 0xC0) == 0x80) m_rest.remove_prefix(1);
    }
    return m_rest;
  }

 private:
  std::string_view m_rest;
  std::size_t m_index = 0;
};

/// Returns the part of `rest`, which stands behind a text, that is dropped, up to its line's end, though it reads
/// like more of the text.
std::string_view dropped(std::string_view rest, bool plain) {
  const std::size_t blanks = std::min(rest.find_first_not_of(" \t"), rest.size());
  rest.remove_prefix(blanks);
  if (!rest.starts_with('#')) return {};
  const bool reads_on = plain ? rest.size() > 1 && is_letter_or_digit(rest[1]) : blanks == 0;
  return reads_on ? rest.substr(0, rest.find_first_of("\r\n")) : std::string_view();
}

bool is_flow_scalar(const yaml_event_t& event) {
  if (event.type != YAML_SCALAR_EVENT) return false;
  const yaml_scalar_style_t style = event.data.scalar.style;
  return style != YAML_LITERAL_SCALAR_STYLE && style != YAML_FOLDED_SCALAR_STYLE &&
         event.start_mark.index < event.end_mark.index;
}

}  // namespace

Faults silently_dropped(const Document& document) {
  const std::string_view text = without_bom(document.bytes);
  Walk walk(text);
  FaultList faults(document.file, text);
  LibyamlEvents events(text);
  while (events.advance()) {
    const yaml_event_t& event = events.event();
    if (!is_flow_scalar(event)) continue;
    const std::string_view rest = walk.from(event.end_mark.index);
    const std::string_view lost = dropped(rest, event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE);
    if (lost.empty()) continue;
    Mark at = mark_of(event.end_mark);
    at.column += static_cast<int>(lost.data() - rest.data());
    faults.add("dropped", at, fmt::format("{} would be dropped as a comment", in_quotes(lost)),
               "put the whole text in double quotes, or a space after '#' if it is a comment");
  }
  return faults.take();
}

}  // namespace escalate
