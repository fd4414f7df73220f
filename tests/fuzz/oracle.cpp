#include "fuzz/oracle.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>
#include <yaml.h>

#include <sstream>

namespace escalate::fuzz {
namespace {

/// yaml-cpp makes nothing of these where they are plain; so does the notation, in quotes or not.
bool is_null_word(std::string_view text) { return text == "~" || text == "null" || text == "Null" || text == "NULL"; }

std::string said(std::string_view text, bool plain) {
  return is_null_word(text) || (plain && text.empty()) ? "nothing " : "'" + std::string(text) + "' ";
}

std::string_view letters(const unsigned char* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string properties(std::string_view anchor, std::string_view tag) {
  return std::string(anchor.empty() ? "" : "anchor ") + (tag.empty() || tag == "!" || tag == "?" ? "" : "tag ");
}

std::string said(const yaml_event_t& event) {
  const auto& scalar = event.data.scalar;
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      return "document ";
    case YAML_ALIAS_EVENT:
      return "alias ";
    case YAML_SCALAR_EVENT:
      return properties(letters(scalar.anchor), letters(scalar.tag)) +
             said({reinterpret_cast<const char*>(scalar.value), scalar.length},
                  scalar.style == YAML_PLAIN_SCALAR_STYLE);
    case YAML_SEQUENCE_START_EVENT:
      return properties(letters(event.data.sequence_start.anchor), letters(event.data.sequence_start.tag)) + "[ ";
    case YAML_SEQUENCE_END_EVENT:
      return "] ";
    case YAML_MAPPING_START_EVENT:
      return properties(letters(event.data.mapping_start.anchor), letters(event.data.mapping_start.tag)) + "{ ";
    case YAML_MAPPING_END_EVENT:
      return "} ";
    default:
      return "";
  }
}

class Scribe : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override { account += "document "; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override { begin(anchor, "", "nothing "); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { account += "alias "; }
  void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor, const std::string& text) override {
    begin(anchor, tag, said(text, tag == "?"));
  }
  void OnSequenceStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin(anchor, tag, "[ ");
  }
  void OnSequenceEnd() override { account += "] "; }
  void OnMapStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin(anchor, tag, "{ ");
  }
  void OnMapEnd() override { account += "} "; }

  std::string account;

 private:
  void begin(YAML::anchor_t anchor, std::string_view tag, const std::string& what) {
    account += properties(anchor == YAML::NullAnchor ? "" : "&", tag) + what;
  }
};

}  // namespace

std::string by_libyaml(std::string_view text) {
  yaml_parser_t parser;
  if (yaml_parser_initialize(&parser) == 0) return "cannot read";
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  std::string account;
  for (bool more = true; more;) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser, &event) == 0) {
      account = "cannot read after " + account;
      break;
    }
    account += said(event);
    more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return account;
}

std::string by_yamlcpp(std::string_view text) {
  constexpr int enough_documents = 3;  // a lone comma makes one after the other, without end
  Scribe scribe;
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    for (int i = 0; i < enough_documents && parser.HandleNextDocument(scribe);) ++i;
  } catch (const YAML::Exception& error) {
    return "cannot read after " + scribe.account;
  }
  return scribe.account;
}

namespace {

void add(const Node& node, std::string& account) {
  switch (node.kind) {
    case Node::Kind::none:
      account += "nothing ";
      break;
    case Node::Kind::text:
      account += said(node.text, !node.quoted);
      break;
    case Node::Kind::list:
      account += "[ ";
      for (const Node& item : node.items) add(item, account);
      account += "] ";
      break;
    case Node::Kind::map:
      account += "{ ";
      for (const Entry& entry : node.entries) {
        account += said(entry.key, false);
        add(entry.value, account);
      }
      account += "} ";
      break;
  }
}

}  // namespace

std::string by_tree(const Node& root) {
  std::string account = "document ";
  add(root, account);
  return account;
}

std::string without_last_line_ends(std::string account) {
  for (std::size_t at = 0; (at = account.find("\n' ", at)) != std::string::npos; at -= at > 0 ? 1 : 0)
    account.erase(at, 1);
  return account;
}

}  // namespace escalate::fuzz
