#include <algorithm>
#include <optional>

#include "base/escape.hpp"
#include "render/case_parts.hpp"
#include "render/layout.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

/// Returns whether the stay ended late, by the tightest limit that its ending recorded; nothing where it recorded none.
std::string lateness(const Policy& policy, const CaseState& state, const Stay& stay) {
  if (!stay.left) return {};
  const Event& end = state.events[*stay.left];
  std::optional<Stamp> tightest;
  for (const auto& [id, due] : end.was_due) {
    const Limit* limit = policy.limit(id);
    if (limit && limit->covers(stay.stage) && (!tightest || earlier(Due{due}, Due{*tightest}))) tightest = due;
  }
  if (!tightest) return {};
  return passed(Due{*tightest}, end.at) ? ", late: it was due " + by_words(Due{*tightest}) : ", in time";
}

std::string stays_at(const Outlook& outlook, const std::string& stage) {
  std::string text;
  const CaseState& state = outlook.is();
  for (std::size_t i = 0; i < state.stays.size(); ++i) {
    const Stay& stay = state.stays[i];
    if (stay.stage != stage) continue;
    const std::string since = short_words(Due{stay.entered});
    if (!text.empty()) text += "; ";
    text += stay.left ? since + " to " + short_words(Due{state.events[*stay.left].at}) +
                            lateness(*outlook.subject.policy, state, stay)
                      : "since " + since;
  }
  return text;
}

std::string ladder_mark(const Outlook& outlook, const std::string& stage, bool visited) {
  const CaseState& state = outlook.is();
  if (stage == state.stage) return state.open() ? "now " : "end ";
  const bool offered = std::any_of(outlook.next.begin(), outlook.next.end(), [&](const NextStep& step) {
    return step.stage == stage && step.why != NextStep::Why::past_optional;
  });
  if (offered && state.open()) return "next";
  const Route* route = outlook.subject.policy->route(state.route);
  const auto here = route ? rung_of(*route, state.stage) : std::nullopt;
  const auto there = route ? rung_of(*route, stage) : std::nullopt;
  if (visited) return here && there && *there > *here ? "left" : "done";
  return "    ";
}

}  // namespace

std::string ladder_part(const Outlook& outlook) {
  const Route* route = outlook.subject.policy->route(outlook.is().route);
  if (!route) return {};
  std::string text = "\nLadder\n";
  for (const Rung& rung : route->rungs)
    for (const std::string& id : rung.stages) {
      const std::string stays = stays_at(outlook, id);
      const Stage* stage = outlook.subject.policy->stage(id);
      const std::string kind = rung.kind == Rung::Kind::one_of     ? " (one of these)"
                               : rung.kind == Rung::Kind::optional ? " (optional)"
                                                                   : "";
      const std::string line =
          shown(id) + "  " + (stage ? shown(stage->title) : "") + kind + (stays.empty() ? "" : ": " + stays);
      text += wrapped(line, "  " + ladder_mark(outlook, id, !stays.empty()) + "  ", std::string(10, ' '));
    }
  for (const Stay& stay : outlook.is().stays)
    if (!rung_of(*route, stay.stage) && text.find("  also  " + shown(stay.stage) + ",") == std::string::npos)
      text += wrapped(shown(stay.stage) + ", on another route: " + stays_at(outlook, stay.stage), "  also  ",
                      std::string(10, ' '));
  return text;
}

}  // namespace escalate
