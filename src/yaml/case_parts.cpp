#include "yaml/case_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "casefile/digest.hpp"
#include "yaml/bytes.hpp"
#include "yaml/case_reader.hpp"
#include "yaml/comments.hpp"
#include "yaml/event_writer.hpp"
#include "yaml/lines.hpp"
#include "yaml/read.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

std::string with_line_feeds(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] != '\r' || i + 1 == bytes.size() || bytes[i + 1] != '\n') text += bytes[i];
  return text;
}

bool has_crlf(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  return end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r';
}

/// Returns the id that the file says it has.
std::string own_id(const std::string& file, const std::string& text) {
  const auto document = read_yaml(file, text, Opinions::libyaml_only, most_case_bytes);
  const Node* id = document ? document->root.find("case") : nullptr;
  return id ? without_last_line_ends(id->text) : "";
}

/// Returns the number of the line with the hyphen of the item that starts at `item`: its first key may stand below it.
int line_of_hyphen(const Lines& lines, Mark item, int column) {
  const auto blanks = static_cast<std::size_t>(column - 1);
  int number = item.line;
  while (number > 1 && lines.line(number).substr(0, blanks + 1) != std::string(blanks, ' ') + "-") --number;
  return number;
}

std::string_view between(std::string_view text, const std::vector<std::size_t>& starts, int first, int end) {
  const auto start_of = [&](int number) {
    const auto index = static_cast<std::size_t>(number) - 1;
    return index < starts.size() ? starts[index] : text.size();
  };
  return text.substr(start_of(first), start_of(end) - start_of(first));
}

std::vector<EventLines> split(const std::string& text, const Node& list, const Case& record, std::string& head) {
  std::map<std::string, const Event*> event_of;
  for (const Event& event : record.events) event_of.emplace(event.id, &event);
  const Lines lines(text);
  const auto starts = line_starts_of(text);
  std::vector<EventLines> events;
  int end = lines.count() + 1;
  for (auto item = list.items.rbegin(); item != list.items.rend(); ++item) {
    const int first = line_of_hyphen(lines, item->at, list.at.column);
    const Event& event = *event_of.at(without_last_line_ends(item->find("id")->text));
    events.push_back({event, canonical_form(record.id, *item), std::string(between(text, starts, first, end))});
    end = first;
  }
  std::reverse(events.begin(), events.end());
  head = between(text, starts, 1, end);
  return events;
}

/// Leaves of equal copies the first, with the comments of the others.
void remove_copies(CaseParts& parts) {
  std::vector<EventLines> once;
  std::map<std::string, std::size_t> index_of;
  for (EventLines& lines : parts.events) {
    const auto [same, is_new] = index_of.emplace(lines.event.id, once.size());
    if (is_new) {
      once.push_back(std::move(lines));
    } else {
      EventLines& first = once[same->second];
      first.text = with_comments_of(lines.text, first.text, parts.indent + 2);
    }
  }
  parts.events = std::move(once);
}

}  // namespace

tl::expected<CaseParts, Faults> parts_of_case(const std::string& file, std::string_view bytes) {
  CaseParts parts;
  parts.crlf = has_crlf(bytes);
  std::string text = with_line_feeds(without_bom(bytes));
  CaseReading reading = read_case(file, text, own_id(file, text));
  if (!reading.record) return tl::make_unexpected(std::move(reading.faults));
  auto whole = appended(reading.document, {});
  if (!whole) return tl::make_unexpected(std::move(whole.error().faults));
  const Node& list = *reading.document.root.find("events");
  parts.record = *std::move(reading.record);
  parts.indent = static_cast<std::size_t>(list.at.column - 1);
  parts.events = split(*whole, list, parts.record, parts.head);
  remove_copies(parts);
  return parts;
}

std::string indented(std::string_view lines, std::size_t from, std::size_t to) {
  if (from == to) return std::string(lines);
  std::string moved;
  while (!lines.empty()) {
    const std::size_t length = std::min(lines.find('\n'), lines.size() - 1) + 1;
    const std::string_view line = lines.substr(0, length);
    const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    if (to > from && blanks + 1 < line.size()) moved.append(to - from, ' ');
    moved.append(line.substr(to < from ? std::min(blanks, from - to) : 0));
    lines.remove_prefix(length);
  }
  return moved;
}

}  // namespace escalate
