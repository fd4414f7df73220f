#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/typed_text.hpp"
#include "fuzz/oracle.hpp"
#include "fuzz/targets.hpp"
#include "render/faults.hpp"
#include "time/stamp.hpp"
#include "yaml/bytes.hpp"
#include "yaml/event_text.hpp"
#include "yaml/event_writer.hpp"
#include "yaml/read.hpp"

namespace escalate::fuzz {
namespace {

constexpr std::string_view case_id = "EX-2026-7Q4M2";

Node text_of_record(std::string_view text) { return {Node::Kind::text, true, false, std::string(text), {}, {}, {}}; }

/// Returns a map with `text` as a block or in quotes, in { } and in [ ].
Node record_with(std::string_view text) {
  const Node value = text_of_record(text);
  const Node list{Node::Kind::list, false, true, {}, {value, value}, {}, {}};
  const Node map{Node::Kind::map, false, true, {}, {}, {{"agency", {}, value}, {"list", {}, list}}, {}};
  return {Node::Kind::map, false, false, {}, {}, {{"text", {}, value}, {"raising", {}, map}, {"id", {}, value}}, {}};
}

/// Returns how what the writer makes of `text` is not read back as that; `text` is valid UTF-8.
std::string wrong_in_writing(std::string_view text, std::string_view line_end) {
  const Node record = record_with(text);
  std::string bytes = "events:" + std::string(line_end) + event_text(record, 0, line_end);
  bytes += event_text(record, 0, line_end);
  const auto document = read_yaml("text.yaml", bytes, Opinions::both);
  if (!refused_character(text).empty()) return document ? "a character no record may hold was read back" : "";
  if (!document) return "what was written is not read: " + text_of(document.error());
  const std::string one = by_tree(record).substr(9);
  const std::string meant = "document { 'events' [ " + one + one + "] } ";
  if (without_last_line_ends(by_libyaml(bytes)) != without_last_line_ends(meant))
    return "read back by libyaml as something else";
  return by_yamlcpp(bytes) == by_libyaml(bytes) ? "" : "read back by yaml-cpp as something else";
}

Event event_with(Body body, const std::string& text, std::vector<std::string> after) {
  Event event;
  event.at = parse_stored("2026-07-05").value();
  event.by = text;
  event.logged = parse_utc("2026-07-05T16:44:51Z").value();
  event.after = std::move(after);
  event.body = std::move(body);
  seal(case_id, event);
  return event;
}

/// Returns how a case in which `text` stands everywhere is not what was meant.
std::string wrong_in_a_case(const std::string& text) {
  const Event opened = event_with(Opened{"example",
                                         "0123456789abcdef",
                                         "standard",
                                         text,
                                         {text, "health"},
                                         {text, ""},
                                         "",
                                         "",
                                         text,
                                         text,
                                         text,
                                         {{"a", std::nullopt}}},
                                  text, {});
  const std::vector<Event> events = {opened, event_with(Noted{text}, text, {opened.id})};
  const auto proof = prove(case_id, "text.yaml", "", case_text(case_id, events), events);
  return proof ? "" : "a case with this text is not proved: " + text_of(proof.error());
}

}  // namespace

std::string text_misbehaviour(std::string_view bytes) {
  const auto typed = typed_text(bytes, "--concern");
  if (!typed) {
    if (typed.error().code != ExitCode::usage || typed.error().text.empty()) return "refused without a word";
    const std::string text = text_of(typed.error());
    if (shown(text.substr(0, text.find('\n'))) != text.substr(0, text.find('\n'))) return "a terminal would obey this";
  } else {
    if (typed_text(*typed, "--concern") != *typed) return "cleaning a clean text changes it";
    if (!refused_character(*typed).empty()) return "a typed text that no file may hold";
    if (std::string wrong = wrong_in_a_case(*typed); !wrong.empty()) return wrong;
  }
  if (shown(shown(bytes)) != shown(bytes)) return "what is shown is not safe to show";
  const bool utf8 = check_bytes("", bytes, most_case_bytes).empty();
  if (!utf8) return {};
  std::string wrong = wrong_in_writing(bytes, "\n");
  return wrong.empty() ? wrong_in_writing(bytes, "\r\n") : wrong;
}

}  // namespace escalate::fuzz
