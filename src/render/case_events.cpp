#include <algorithm>
#include <map>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "casefile/event_names.hpp"
#include "casefile/order.hpp"
#include "casefile/standing.hpp"
#include "render/case_parts.hpp"
#include "render/layout.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string text_in(const Event& event) {
  if (const auto* opened = std::get_if<Opened>(&event.body)) return "under " + opened->policy;
  if (const auto* advanced = std::get_if<Advanced>(&event.body)) return "to " + advanced->to + ": " + advanced->because;
  if (const auto* noted = std::get_if<Noted>(&event.body)) return noted->text;
  if (const auto* marked = std::get_if<Marked>(&event.body))
    return marked->mark + (marked->until   ? " cleared"
                           : marked->since ? " since " + short_words(Due{*marked->since})
                                           : " (unknown)");
  if (const auto* done = std::get_if<Done>(&event.body))
    return done->duty + (done->role.empty() ? "" : " (" + done->role + ")") +
           (done->not_needed.empty() ? "" : " not needed: " + done->not_needed) +
           (done->note.empty() ? "" : ": " + done->note);
  if (const auto* agreed = std::get_if<Agreed>(&event.body))
    return agreed->limit_or_duty + " " + by_words(Due{agreed->until});
  if (const auto* extended = std::get_if<Extended>(&event.body))
    return extended->limit_or_duty + " " + by_words(Due{extended->until}) + ": " + extended->because;
  if (const auto* resolved = std::get_if<Resolved>(&event.body)) return resolved->outcome;
  if (const auto* closed = std::get_if<Closed>(&event.body)) return closed->because;
  if (const auto* reopened = std::get_if<Reopened>(&event.body)) return "to " + reopened->to + ": " + reopened->because;
  if (const auto* halted = std::get_if<Halted>(&event.body)) return halted->because;
  if (const auto* assigned = std::get_if<Assigned>(&event.body)) return assigned->role + ": " + assigned->to;
  if (const auto* corrected = std::get_if<Corrected>(&event.body))
    return corrected->corrects.substr(0, 4) + ": " + corrected->because;
  return {};
}

/// Returns what an event says, with the corrections that changed it; of one that is struck out only why.
std::string said_in(const Event& event, bool counts, const std::vector<std::string>& corrections) {
  const std::string reasons = corrections.empty() ? "" : shown(one_line(and_list(corrections)));
  if (!counts) return " - struck out: " + reasons;
  const std::string said = shown(one_line(text_in(event)));
  return (said.empty() ? "" : " - " + said) + (reasons.empty() ? "" : " (corrected: " + reasons + ")");
}

/// Returns why each event was corrected, by its id: of what is struck out, by those that strike it out.
std::map<std::string, std::vector<std::string>> reasons_for(const std::vector<Event>& events,
                                                            const std::vector<bool>& counts) {
  std::map<std::string, std::size_t> index_of;
  for (std::size_t i = 0; i < events.size(); ++i) index_of[events[i].id] = i;
  std::map<std::string, std::vector<std::string>> reasons;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto* corrected = std::get_if<Corrected>(&events[i].body);
    const auto target = corrected && counts[i] ? index_of.find(corrected->corrects) : index_of.end();
    if (target == index_of.end()) continue;
    const bool strikes = corrected->instead.kind == Node::Kind::none;
    if (counts[target->second] != strikes) reasons[corrected->corrects].push_back(corrected->because);
  }
  return reasons;
}

}  // namespace

/// Lists every event, those struck out too: nothing that was written disappears.
std::string events_part(const Outlook& outlook) {
  const auto all = amended_events(*outlook.subject.record);
  const auto counts = counting(all);
  const auto reasons = reasons_for(all, counts);
  const auto ids = short_ids(all);
  std::string text = "\nEvents\n";
  for (const std::size_t index : causal_order(all)) {
    const Event& event = all[index];
    const auto late = (day_of(Stamp(event.logged)) - day_of(event.at)).count();
    const std::string recorded = late > 0 ? " (recorded " + age_in_words(static_cast<int>(late)) + " later)" : "";
    const auto why = reasons.find(event.id);
    text += wrapped(ids.at(event.id) + " " + std::string(word_of(event.body)) + " by " + shown(event.by) + recorded +
                        said_in(event, counts[index], why == reasons.end() ? std::vector<std::string>() : why->second),
                    "  " + padded(short_words(Due{event.at}), 22) + " ", std::string(6, ' '));
  }
  return text;
}

}  // namespace escalate
