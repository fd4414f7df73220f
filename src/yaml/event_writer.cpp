#include "yaml/event_writer.hpp"

#include <fmt/format.h>

#include "casefile/digest.hpp"
#include "time/quote.hpp"
#include "yaml/case_privacy.hpp"
#include "yaml/event_text.hpp"
#include "yaml/lines.hpp"

namespace escalate {
namespace {

constexpr std::string_view schema_comment = "# yaml-language-server: $schema=../../policies/schema/case.schema.json\n";

std::string_view line_end_of(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  const bool crlf = end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r';
  return crlf ? "\r\n" : "\n";
}

tl::unexpected<Failure> cannot_append(const Document& document, Mark at, std::string text, std::string help) {
  Faults faults = {without_texts(fault_at(document, at, std::move(text), std::move(help)))};
  return fail(ExitCode::data, fmt::format("no event can be added to {}", document.file), {}, std::move(faults));
}

/// Returns the list of events if lines added at the end of the file would be added to it.
Result<const Node*> open_list(const Document& document) {
  const std::string at_the_end = "new events are added at the end of the file";
  const Node* events = document.root.find("events");
  if (!events || events->kind != Node::Kind::list || events->items.empty())
    return cannot_append(document, events ? events->at : document.root.at, "'events' is no list of events", at_the_end);
  if (events->flow)
    return cannot_append(document, events->at, "'events' is written in [ ]",
                         "write one '- event: ...' under the other");
  const Entry& last = document.root.entries.back();
  if (last.key != "events")
    return cannot_append(document, last.at, fmt::format("{} stands after 'events'", in_quotes(last.key)), at_the_end);
  return events;
}

/// Returns the number of the first line from `first` on that ends the document (`...`), 0 when there is none.
int end_marker(std::string_view bytes, int first) {
  const Lines lines(bytes);
  for (int number = first; number <= lines.count(); ++number) {
    const std::string_view line = lines.line(number);
    if (line.starts_with("...") && (line.size() == 3 || line[3] == ' ' || line[3] == '\t')) return number;
  }
  return 0;
}

}  // namespace

void seal(std::string_view case_id, Event& event) { event.id = event_id(case_id, node_of(event)); }

std::string case_text(std::string_view case_id, const std::vector<Event>& events) {
  std::string text(schema_comment);
  text += fmt::format("escalate: case/1\ncase: {}\nevents:\n", double_quoted(case_id));
  for (const Event& event : events) text += event_text(node_of(event), 0, "\n");
  return text;
}

Result<std::string> appended(const Document& document, const std::vector<Event>& events) {
  const Node* list = TRY(open_list(document));
  if (const int line = end_marker(document.bytes, list->at.line); line > 0)
    return cannot_append(document, {line, 1}, "'...' ends the document before the end of the file", "remove this line");
  const std::string_view line_end = line_end_of(document.bytes);
  std::string bytes = document.bytes;
  if (bytes.back() != '\n') bytes += line_end;
  const auto indent = static_cast<std::size_t>(list->at.column - 1);
  for (const Event& event : events) bytes += event_text(node_of(event), indent, line_end);
  return bytes;
}

}  // namespace escalate
