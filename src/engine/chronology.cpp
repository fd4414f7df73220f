// The times of events against the partial order of `after`: for each event the latest move among its ancestors is
// carried down the causal order, so that every move is held against all that it follows, also off the chain.
#include "engine/chronology.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "casefile/event_names.hpp"
#include "casefile/order.hpp"
#include "engine/corrections.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

Fault at_event(const Event& event, Severity severity, std::string text, std::string help) {
  return {severity, event.place, std::move(text), std::move(help), {}};
}

std::string named(const Case& record, const Event& event) {
  return "event " + short_id(record.events, event.id) + ", " + what_happened(event);
}

std::string cure_of_time(const Case& record, const Event& event) {
  return "check the time; to put it right: escalate correct " + record.id + " " + short_id(record.events, event.id) +
         " --because TEXT --set at=TIME";
}

/// The events of a case that count, by id.
using Counting = std::unordered_map<std::string, const Event*>;

Counting counting_of(const Outlook& outlook) {
  Counting counting;
  for (const Event& event : outlook.is().events) counting.emplace(event.id, &event);
  return counting;
}

const Event* of_later(const Event* a, const Event* b) {
  if (!a || !b) return a ? a : b;
  return instant_of(a->at) < instant_of(b->at) ? b : a;
}

/// Returns for each event of the file, in written order, the latest move that it follows and that counts; null for
/// none.
std::vector<const Event*> latest_moves(const std::vector<Event>& written, const Counting& counting) {
  const auto parents = parents_of(written);
  std::vector<const Event*> above(written.size());
  std::vector<const Event*> with_it(written.size());
  for (const std::size_t i : causal_order(written)) {
    for (const std::size_t parent : parents[i]) above[i] = of_later(above[i], with_it[parent]);
    const auto found = counting.find(written[i].id);
    const bool moves = found != counting.end() && is_position(*found->second);
    with_it[i] = moves ? of_later(above[i], found->second) : above[i];
  }
  return above;
}

Fault before_a_move(const Case& record, const Event& event, const Event& move) {
  return at_event(event, Severity::error,
                  named(record, event) + ", lies before " + named(record, move) + ", which it follows",
                  cure_of_time(record, event));
}

Fault before_opening(const Case& record, const Event& event, const Event& opening) {
  return at_event(event, Severity::error,
                  named(record, event) + ", lies before the case was opened on " + in_words(opening.at),
                  "only notes, duties done and the time of a mark can lie before that\n" + cure_of_time(record, event));
}

bool is_opening(const Event& event) { return std::holds_alternative<Opened>(event.body); }

/// Returns whether `stamp` is certainly later than `now`: a day alone on a later day.
bool is_future(const Stamp& stamp, Instant now) { return before(Stamp(now), stamp); }

/// Returns the times of marks that an event states.
std::vector<Stamp> times_of_marks(const Event& event) {
  std::vector<Stamp> times;
  if (const auto* marked = std::get_if<Marked>(&event.body)) {
    if (marked->since) times.push_back(*marked->since);
    if (marked->until) times.push_back(*marked->until);
  }
  if (const auto* opened = std::get_if<Opened>(&event.body))
    for (const auto& [mark, since] : opened->marks)
      if (since) times.push_back(*since);
  return times;
}

/// Says when an event was written down, where a clock was wrong then; else returns an empty text. What lies in the
/// future itself is told as that.
std::string written_wrongly(const Case& record, const Event& event, const std::vector<std::size_t>& parents,
                            Instant now) {
  if (event.logged > now) return is_future(event.at, now) ? "" : "in the future, on " + in_words(Stamp(event.logged));
  for (const std::size_t index : parents) {
    const Event& parent = record.events[index];
    if (parent.logged > now || record.amended.count(parent.id) > 0) continue;
    if (parent.logged - event.logged >= std::chrono::minutes(1))
      return "on " + in_words(Stamp(event.logged)) + ", before event " + short_id(record.events, parent.id) +
             ", which it follows";
  }
  return {};
}

void put_in_written_order(Faults& faults) {
  std::stable_sort(faults.begin(), faults.end(),
                   [](const Fault& a, const Fault& b) { return a.place.line < b.place.line; });
}

}  // namespace

Faults second_beginnings(const Case& record) {
  Faults faults;
  const std::string help = "restore the line 'after' from git or a backup: the program writes it itself";
  for (const Event& event : record.events) {
    if (event.after.empty() && !is_opening(event))
      faults.push_back(
          at_event(event, Severity::error, "a second beginning: " + named(record, event) + ", follows no event", help));
    if (!event.after.empty() && is_opening(event))
      faults.push_back(
          at_event(event, Severity::error, named(record, event) + ", follows another; an opening is first", help));
  }
  return faults;
}

Faults out_of_order(const Outlook& outlook) {
  const Case& record = *outlook.subject.record;
  const Counting counting = counting_of(outlook);
  const auto moves = latest_moves(record.events, counting);
  const auto& events = outlook.is().events;
  const auto opening = std::find_if(events.begin(), events.end(), is_opening);
  Faults faults;
  for (std::size_t i = 0; i < record.events.size(); ++i) {
    const auto found = counting.find(record.events[i].id);
    if (found == counting.end()) continue;
    const Event& event = *found->second;
    if (is_position(event) && moves[i] && before(event.at, moves[i]->at))
      faults.push_back(before_a_move(record, event, *moves[i]));
    if (opening != events.end() && !may_precede_opening(event) && before(event.at, opening->at))
      faults.push_back(before_opening(record, event, *opening));
  }
  return faults;
}

Faults in_the_future(const Outlook& outlook) {
  const Case& record = *outlook.subject.record;
  Faults faults;
  for (const Event& event : outlook.is().events) {
    if (is_future(event.at, outlook.now)) {
      faults.push_back(at_event(event, Severity::error, named(record, event) + ", lies in the future: a clock was fast",
                                cure_of_time(record, event)));
      continue;
    }
    for (const Stamp& time : times_of_marks(event))
      if (is_future(time, outlook.now))
        faults.push_back(at_event(event, Severity::error,
                                  named(record, event) + ", states a time in the future: " + in_words(time),
                                  "set the mark again with its right time: escalate mark " + record.id + " MARK=TIME"));
  }
  put_in_written_order(faults);
  return faults;
}

Faults wrong_clocks(const Outlook& outlook) {
  const Case& record = *outlook.subject.record;
  const Counting counting = counting_of(outlook);
  const auto parents = parents_of(record.events);
  const std::string help = "compare the clocks of the computers that write; no date of the case counts from this";
  Faults faults;
  for (std::size_t i = 0; i < record.events.size(); ++i) {
    const Event& event = record.events[i];
    if (counting.count(event.id) == 0 || record.amended.count(event.id) > 0) continue;
    const std::string written = written_wrongly(record, event, parents[i], outlook.now);
    if (!written.empty())
      faults.push_back(at_event(event, Severity::warning,
                                named(record, event) + ", was written down " + written + ": a clock was wrong", help));
  }
  return faults;
}

Faults above_their_parents(const Case& record) {
  std::unordered_map<std::string_view, const Event*> written;
  Faults faults;
  for (const Event& event : record.events) written.emplace(event.id, &event);
  for (const Event& event : record.events)
    for (const std::string& parent : event.after) {
      const auto found = written.find(parent);
      if (found == written.end() || found->second->place.line <= event.place.line) continue;
      faults.push_back(at_event(event, Severity::warning,
                                named(record, event) + ", stands above event " + short_id(record.events, parent) +
                                    " in line " + std::to_string(found->second->place.line) + ", which it follows",
                                "the dates are the same; to read the file from top to bottom, move the event down"));
    }
  return faults;
}

}  // namespace escalate
