#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/escape.hpp"
#include "casefile/digest.hpp"
#include "fuzz/oracle.hpp"
#include "fuzz/targets.hpp"
#include "render/faults.hpp"
#include "yaml/bytes.hpp"
#include "yaml/calendar_reader.hpp"
#include "yaml/case_reader.hpp"
#include "yaml/event_writer.hpp"
#include "yaml/policy_reader.hpp"
#include "yaml/read.hpp"
#include "yaml/settings_reader.hpp"

namespace escalate::fuzz {
namespace {

/// Returns whether a terminal shows `text` as it is. Most texts are ASCII: those are told quickly.
bool is_safe(const std::string& text) {
  const auto plain = [](char byte) { return (byte >= ' ' && byte < '\x7f') || byte == '\n'; };
  if (std::all_of(text.begin(), text.end(), plain)) return true;
  std::string line = text;
  line.erase(std::remove(line.begin(), line.end(), '\n'), line.end());
  return shown(line) == line;
}

/// Returns what is wrong with the faults of a file: without a word, of another file, outside it, unfit for a terminal.
std::string wrong_in(const Faults& faults, std::string_view file, std::size_t lines) {
  for (const Fault& fault : faults) {
    if (fault.text.empty()) return "a fault without a word";
    if (fault.place.file != file) return "a fault of another file";
    if (fault.place.line < 0 || static_cast<std::size_t>(fault.place.line) > lines + 1)
      return fmt::format("a fault on line {} of {}", fault.place.line, lines);
    if (!is_safe(fault.text)) return "a fault that a terminal would obey: " + shown(fault.text);
  }
  if (!faults.empty() && !is_safe(text_of(faults.front()))) return "a line that a terminal would obey";
  return {};
}

/// Returns how the two readings of what was accepted differ from what the libraries say, each on its own.
std::string wrong_reading(const Document& document) {
  const std::string_view text = without_bom(document.bytes);
  const std::string ours = by_tree(document.root);
  const std::string libyaml = by_libyaml(text);
  if (ours != libyaml) return fmt::format("read as {}\nby libyaml {}", ours, libyaml);
  const bool agree = by_yamlcpp(text) == libyaml;
  const Faults faults = second_opinion(document);
  if (agree != faults.empty()) return agree ? "refused though both agree" : "accepted as " + ours;
  silently_dropped(document);
  return wrong_in(faults, document.file, document.line_starts.size());
}

std::vector<std::string> tips(const Case& record) {
  std::set<std::string> ids;
  for (const Event& event : record.events) ids.insert(event.id);
  for (const Event& event : record.events)
    for (const std::string& parent : event.after) ids.erase(parent);
  return {ids.begin(), ids.end()};
}

/// Returns two events that could follow in `record`, saying what its first one says.
std::vector<Event> next_events(const Case& record) {
  Event noted = record.events.front();
  noted.after = tips(record);
  noted.was_due.clear();
  noted.allow_personal.clear();
  noted.body = Noted{record.events.front().by + "\nadded"};
  seal(record.id, noted);
  Event halted = noted;
  halted.after = {noted.id};
  halted.body = Halted{"one line: \"quoted\""};
  seal(record.id, halted);
  return {noted, halted};
}

/// Returns `account` without what ends its list of events and the file.
std::string open_end(std::string account) {
  for (const std::string_view end : {"} ", "] "})
    if (account.ends_with(end)) account.resize(account.size() - end.size());
  return account;
}

std::string wrong_addition(const Document& document, const Case& record) {
  const std::vector<Event> events = next_events(record);
  const auto bytes = appended(document, events);
  if (!bytes) return wrong_in(bytes.error().faults, document.file, document.line_starts.size());
  if (!bytes->starts_with(document.bytes)) return "what stood there changed";
  if (const auto proof = prove(record.id, document.file, document.bytes, *bytes, events); !proof)
    return "an event cannot be added: " + text_of(proof.error());
  std::string meant = open_end(by_libyaml(without_bom(document.bytes)));
  for (const Event& event : events) meant += by_tree(node_of(event)).substr(9);
  const std::string account = by_libyaml(without_bom(*bytes));
  if (account != by_yamlcpp(without_bom(*bytes))) return "what was added is read differently";
  if (without_last_line_ends(account) == without_last_line_ends(meant + "] } ")) return {};
  return fmt::format("meant {}\nread  {}", meant, account);
}

std::string wrong_case(const Document& document) {
  const Node* id = document.root.find("case");
  const std::string name = id ? id->text : "";
  const CaseReading reading = read_case(document.file, document.bytes, name);
  if (std::string wrong = wrong_in(reading.faults, document.file, document.line_starts.size()); !wrong.empty())
    return wrong;
  if (!reading.record) return reading.faults.empty() ? "a case refused without a word" : "";
  return wrong_addition(document, *reading.record);
}

/// Reads the document as what it says it is.
std::string wrong_of_its_kind(const Document& document) {
  const Node* kind = document.root.find("escalate");
  const std::string_view word = kind ? std::string_view(kind->text) : std::string_view();
  if (word.starts_with("case")) return wrong_case(document);
  Faults faults;
  if (word.starts_with("calendar")) {
    if (auto read = read_calendar(document.file, document.bytes); !read) faults = read.error();
  } else if (word.starts_with("settings")) {
    if (auto read = read_settings(document.file, document.bytes); !read) faults = read.error();
  } else {
    const PolicyReading reading = read_policy(document.file, document.bytes);
    if (!reading.policy && !any_error(reading.faults)) return "a policy refused without a word";
    faults = reading.faults;
  }
  return wrong_in(faults, document.file, document.line_starts.size());
}

}  // namespace

std::string yaml_misbehaviour(std::string_view bytes) {
  const std::string file = "fuzz.yaml";
  const auto document = read_yaml(file, std::string(bytes), Opinions::libyaml_only);
  if (document) {
    std::string wrong = wrong_reading(*document);
    return wrong.empty() ? wrong_of_its_kind(*document) : wrong;
  }
  if (document.error().empty()) return "refused without a word";
  return wrong_in(document.error(), file, 1 + static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')));
}

}  // namespace escalate::fuzz
