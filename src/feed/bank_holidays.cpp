#include "feed/bank_holidays.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/suggest.hpp"
#include "base/typed_text.hpp"
#include "feed/json_tree.hpp"
#include "time/quote.hpp"
#include "time/stamp.hpp"

namespace escalate {
namespace {

constexpr std::size_t most_faults = 20;
constexpr Date earliest = std::chrono::year{2000} / std::chrono::January / 1;
constexpr int years_ahead = 10;

/// Returns `title` as the calendars write it.
std::string name_of(std::string title, const std::string& notes) {
  constexpr std::string_view curly = "\u2019";
  for (std::size_t at = title.find(curly); at != std::string::npos; at = title.find(curly, at))
    title.replace(at, curly.size(), "'");
  if (notes == "Substitute day") return title + " (substitute day)";
  return notes.empty() ? title : title + " (" + notes + ")";
}

/// Reads the events of one nation.
class Nation {
 public:
  Nation(const Document& document, std::string calendar, Date today, Faults& faults)
      : m_document(document), m_today(today), m_faults(faults) {
    m_published.calendar = std::move(calendar);
  }

  PublishedHolidays read(const Node& node) {
    const std::string& name = m_published.calendar;
    const Node* division = node.find("division");
    if (node.kind != Node::Kind::map)
      fault(node.at, in_quotes(name) + " is no object with 'division' and 'events'");
    else if (!division || division->text != name)
      fault(division ? division->at : node.at, "'division' of " + in_quotes(name) + " is not " + in_quotes(name));
    else
      read_events(node);
    return std::move(m_published);
  }

 private:
  void fault(Mark at, std::string text, std::string help = {}) {
    ++m_found;
    m_faults.push_back(feed_fault(m_document, at, std::move(text), std::move(help)));
  }

  void read_events(const Node& node) {
    const Node* events = node.find("events");
    if (!events || events->kind != Node::Kind::list || events->items.empty())
      return fault(events ? events->at : node.at, in_quotes(m_published.calendar) + " has no events",
                   "fetch the file anew from https://www.gov.uk/bank-holidays.json");
    for (const Node& event : events->items)
      if (m_found < most_faults) read_event(event);
    if (m_found == most_faults) fault(events->at, "there may be more like this, which are not listed");
  }

  void read_event(const Node& event) {
    const std::size_t before = m_found;
    const std::string title = text_of(event, "title");
    const std::string written = text_of(event, "date");
    const Node* notes = event.find("notes");
    const bool has_notes = notes && notes->kind != Node::Kind::none && !notes->text.empty();
    const std::string note = has_notes ? text_of(event, "notes") : "";
    if (m_found > before) return;
    const auto day = parse_date(written);
    const Mark at = event.find("date")->at;
    if (!day) return fault(at, day.error().text, day.error().help);
    if (*day < earliest || latest() < *day)
      return fault(at, fmt::format("{} lies far outside the years that are published", written),
                   fmt::format("bank holidays are published from {} to a few years ahead", iso(earliest)));
    if (!m_published.days.emplace(*day, name_of(title, note)).second)
      fault(at, fmt::format("{} stands twice in '{}'", written, m_published.calendar), "remove one of the two");
  }

  Date latest() const {
    const std::chrono::year_month_day today{m_today};
    return (today.year() + std::chrono::years{years_ahead}) / std::chrono::December / 31;
  }

  /// Returns a text of an event, cleaned; a fault and an empty text where there is none.
  std::string text_of(const Node& event, const std::string& key) {
    const Node* node = event.find(key);
    if (!node || node->kind != Node::Kind::text || !node->quoted) {
      fault(node ? node->at : event.at, "this event has no text '" + key + "'");
      return {};
    }
    auto text = typed_text(node->text, "'" + key + "'");
    if (text && text->find('\n') == std::string::npos) return *std::move(text);
    fault(node->at, text ? "'" + key + "' is more than one line" : text.error().text);
    return {};
  }

  const Document& m_document;
  Date m_today;
  Faults& m_faults;
  PublishedHolidays m_published;
  std::size_t m_found = 0;
};

void warn_of_others(const Document& document, Faults& faults) {
  const auto& known = calendar_files();
  for (const Entry& entry : document.root.entries)
    if (std::find(known.begin(), known.end(), entry.key) == known.end() && faults.size() < most_faults)
      faults.push_back(feed_fault(document, entry.at,
                                  "no calendar is called " + in_quotes(entry.key) + "; it is left out",
                                  did_you_mean(entry.key, known), Severity::warning));
}

}  // namespace

FeedReading read_bank_holidays(std::string file, std::string bytes, Date today) {
  const auto document = read_json(std::move(file), std::move(bytes));
  if (!document) return {{}, document.error()};
  FeedReading reading;
  if (document->root.kind != Node::Kind::map) {
    reading.faults.push_back(feed_fault(*document, document->root.at, "this is no object with the nations as its keys",
                                        "fetch the file anew from https://www.gov.uk/bank-holidays.json"));
    return reading;
  }
  for (const std::string& calendar : calendar_files()) {
    const Node* node = document->root.find(calendar);
    if (node)
      reading.published.push_back(Nation(*document, calendar, today, reading.faults).read(*node));
    else
      reading.faults.push_back(feed_fault(*document, document->root.at, "'" + calendar + "' is missing",
                                          "GOV.UK's file has " + and_list(calendar_files()) +
                                              ": fetch it anew from https://www.gov.uk/bank-holidays.json"));
  }
  warn_of_others(*document, reading.faults);
  if (any_error(reading.faults)) reading.published.clear();
  return reading;
}

}  // namespace escalate
