#include "engine/corrections.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "casefile/event_names.hpp"
#include "casefile/standing.hpp"
#include "time/quote.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

auto refused(std::string text, std::string help = {}) {
  return fail(ExitCode::refused, std::move(text), std::move(help));
}

/// Returns a line an event: its id, as short as may be typed, and what happened.
std::string listed(const Case& record, const std::vector<const Event*>& events) {
  const auto ids = short_ids(record.events);
  std::string lines;
  for (const Event* event : events) lines += "\n" + ids.at(event->id) + " " + what_happened(*event);
  return lines;
}

/// Returns the events written last, the newest first.
std::vector<const Event*> written_last(const Case& record) {
  constexpr std::size_t most = 10;
  std::vector<const Event*> events;
  for (auto event = record.events.rbegin(); event != record.events.rend() && events.size() < most; ++event)
    events.push_back(&*event);
  return events;
}

/// What a correction changed: the events whose `at`, stage or counting is not what it was.
class Changes {
 public:
  explicit Changes(const Outlook& before) {
    for (const Event& event : before.is().events) m_before.emplace(event.id, &event);
  }
  bool moved(const Event& event) const {
    const Event* old = found(event);
    return !old || old->at != event.at;
  }
  bool goes_elsewhere(const Event& event) const {
    const Event* old = found(event);
    const std::string stage = stage_in(event);
    return !stage.empty() && (!old || stage_in(*old) != stage);
  }

 private:
  static std::string stage_in(const Event& event) {
    if (const auto* opened = std::get_if<Opened>(&event.body)) return opened->route + "/" + opened->to;
    if (const auto* reopened = std::get_if<Reopened>(&event.body)) return reopened->to;
    if (const auto* advanced = std::get_if<Advanced>(&event.body)) return advanced->to;
    const auto* resolved = std::get_if<Resolved>(&event.body);
    return resolved ? resolved->stage : std::string();
  }
  const Event* found(const Event& event) const {
    const auto known = m_before.find(event.id);
    return known == m_before.end() ? nullptr : known->second;
  }
  std::map<std::string, const Event*> m_before;
};

std::string said(const Event& event) { return std::string(word_of(event.body)) + " on " + in_words(event.at); }

Result<void> moves_in_order(const Changes& changes, const CaseState& state) {
  const auto& links = state.chain.links;
  for (std::size_t i = 1; i < links.size(); ++i) {
    const Event& one = state.events[links[i - 1].event];
    const Event& next = state.events[links[i].event];
    if ((changes.moved(one) || changes.moved(next)) && before(next.at, one.at))
      return refused("the case would be " + said(next) + ", before it was " + said(one),
                     "check the time; correct the other event first if that is wrong");
    const bool elsewhere = changes.goes_elsewhere(one) || changes.goes_elsewhere(next);
    if (elsewhere && std::holds_alternative<Advanced>(next.body) && links[i].stage == links[i - 1].stage)
      return refused("the case would move to stage '" + links[i].stage + "', where it stood",
                     "to undo a move leave out --set: then it counts for nothing");
    if (changes.goes_elsewhere(next) && std::holds_alternative<Resolved>(next.body) &&
        links[i].stage != links[i - 1].stage)
      return refused(
          "the case would be resolved at stage '" + links[i].stage + "'; it stood at '" + links[i - 1].stage + "'",
          "correct the move that took it there");
  }
  return {};
}

Result<void> nothing_before_opening(const Changes& changes, const CaseState& state) {
  const auto opening = std::find_if(state.events.begin(), state.events.end(),
                                    [](const Event& event) { return std::holds_alternative<Opened>(event.body); });
  if (opening == state.events.end()) return {};
  for (const Event& event : state.events)
    if (!may_precede_opening(event) && (changes.moved(event) || changes.moved(*opening)) &&
        before(event.at, opening->at))
      return refused("it would be " + said(event) + ", before the case was " + said(*opening),
                     "only notes, duties done and the time of a mark can lie before the opening");
  return {};
}

Result<void> no_new_unknown_word(const Outlook& before, const Outlook& after) {
  std::set<std::string> known;
  for (const Fault& fault : unknown_words(*before.subject.record, *before.subject.policy)) known.insert(fault.text);
  for (const Fault& fault : unknown_words(*after.subject.record, *after.subject.policy))
    if (known.count(fault.text) == 0)
      return refused("the record would not fit its policy: " + fault.text, "correct what says so first");
  return {};
}

}  // namespace

bool may_precede_opening(const Event& event) {
  return is_position(event) || std::holds_alternative<Noted>(event.body) || std::holds_alternative<Done>(event.body) ||
         std::holds_alternative<Corrected>(event.body);
}

const Event* struck_out_by(const Case& record, const Event& event) {
  const auto events = amended_events(record);
  const auto counts = counting(events);
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto* corrected = std::get_if<Corrected>(&events[i].body);
    if (corrected && counts[i] && corrected->instead.kind == Node::Kind::none && corrected->corrects == event.id)
      return &record.events[i];
  }
  return nullptr;
}

Result<const Event*> event_to_correct(const Case& record, const std::string& typed) {
  const auto found = events_called(record.events, typed);
  if (found.size() == 1) return found.front();
  if (found.size() > 1)
    return refused(in_quotes(typed) + " names more than one event of case " + record.id,
                   "type one of:" + listed(record, found));
  return refused("case " + record.id + " has no event " + in_quotes(typed),
                 "type 'opened', or at least four digits of an event's id:" + listed(record, written_last(record)));
}

Result<void> must_count(const Case& record, const Event& event) {
  const Event* by = struck_out_by(record, event);
  if (!by) return {};
  return refused(
      "event " + short_id(record.events, event.id) + " was struck out already, on " + in_words(by->at),
      "to bring it back: escalate correct " + record.id + " " + short_id(record.events, by->id) + " --because TEXT");
}

Result<void> must_make_sense(const Outlook& before, const Outlook& after) {
  const Changes changes(before);
  TRY(moves_in_order(changes, after.is()));
  TRY(nothing_before_opening(changes, after.is()));
  return no_new_unknown_word(before, after);
}

std::vector<const Event*> newly_ignored(const Outlook& before, const Outlook& after) {
  std::set<std::string> known;
  for (const std::size_t index : before.is().ignored) known.insert(before.is().events[index].id);
  std::vector<const Event*> events;
  for (const std::size_t index : after.is().ignored)
    if (known.count(after.is().events[index].id) == 0) events.push_back(&after.is().events[index]);
  return events;
}

}  // namespace escalate
