#include "engine/choices.hpp"

#include <algorithm>

#include "base/id.hpp"
#include "base/suggest.hpp"
#include "casefile/event_names.hpp"
#include "engine/corrections.hpp"
#include "time/quote.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

auto refused(std::string text, std::string help = {}) {
  return fail(ExitCode::refused, std::move(text), std::move(help));
}

std::string command(const Outlook& outlook, const std::string& verb, const std::string& rest) {
  return "escalate " + verb + " " + outlook.subject.record->id + (rest.empty() ? "" : " " + rest);
}

Result<Destination> known_destination(const Policy& policy, const std::string& to, const std::string& route,
                                      const std::string& current) {
  if (!policy.stage(to))
    return refused("the policy '" + policy.id + "' has no stage " + in_quotes(to),
                   did_you_mean(to, ids_of(policy.stages), "its stages are " + and_list(ids_of(policy.stages))));
  if (!route.empty() && !policy.route(route))
    return refused("the policy '" + policy.id + "' has no route " + in_quotes(route),
                   did_you_mean(route, ids_of(policy.routes), "its routes are " + and_list(ids_of(policy.routes))));
  if (!route.empty() && !rung_of(*policy.route(route), to))
    return refused("stage '" + to + "' is not on route '" + route + "'");
  const std::string on = route.empty() ? route_to(policy, to, current) : route;
  if (on.empty()) return refused("stage '" + to + "' is on no route of the policy '" + policy.id + "'");
  return Destination{to, on};
}

Result<Destination> only_next(const Outlook& outlook) {
  const Rung* rung = next_rung(*outlook.subject.policy, outlook.is());
  if (!rung)
    return refused("there is no stage above '" + outlook.is().stage + "'",
                   outlook.is().open()
                       ? "name the stage with --to, or: " + command(outlook, "resolve", "--outcome TEXT")
                       : "name the stage with --to");
  if (rung->kind != Rung::Kind::one_of) return Destination{rung->stages.front(), outlook.is().route};
  std::string help = "choose one:";
  for (const NextStep& step : outlook.next)
    if (step.why == NextStep::Why::urgent || step.why == NextStep::Why::choice)
      help += "\n" + command(outlook, "advance",
                             "--to " + step.stage + (step.route == outlook.is().route ? "" : " --route " + step.route) +
                                 " --because TEXT");
  return refused("the next step is a choice", help);
}

bool left_open(const Within& within) { return within.open || within.or_sooner; }

ClockChoice choice_of(const LimitStanding& one) { return {one.limit->id, one.of, one.clock.due}; }
ClockChoice choice_of(const DutyStanding& one) { return {one.occurrence->duty->id, one.occurrence->of, one.clock.due}; }

bool running(const LimitStanding& one) { return one.state == LimitStanding::State::running; }

std::vector<std::string> timed_ids(const Outlook& outlook) {
  std::vector<std::string> ids;
  for (const LimitStanding& one : outlook.limits)
    if (running(one)) ids.push_back(one.limit->id);
  for (const DutyStanding& one : outlook.duties)
    if (one.occurrence->outstanding() && one.occurrence->duty->within) ids.push_back(one.occurrence->duty->id);
  return ids;
}

Result<ClockChoice> wanted_duty(const Outlook& outlook, const std::string& wanted) {
  std::vector<const DutyStanding*> found;
  for (const DutyStanding& one : outlook.duties)
    if (one.occurrence->duty->id == wanted && one.occurrence->outstanding() && one.occurrence->duty->within)
      found.push_back(&one);
  if (found.empty()) {
    const auto ids = timed_ids(outlook);
    const std::string known =
        ids.empty() ? "no limit is running and no timed duty is outstanding" : "running now: " + and_list(ids);
    return refused("no limit or timed duty " + in_quotes(wanted) + " is running in case " + outlook.subject.record->id,
                   did_you_mean(wanted, ids, known));
  }
  const auto here = std::find_if(found.begin(), found.end(),
                                 [&](const DutyStanding* one) { return one->occurrence->stage == outlook.is().stage; });
  return choice_of(here == found.end() ? *found.front() : **here);
}

Result<ClockChoice> wanted_clock(const Outlook& outlook, const std::string& wanted) {
  for (const LimitStanding& one : outlook.limits)
    if (running(one) && one.limit->id == wanted) return choice_of(one);
  return wanted_duty(outlook, wanted);
}

/// Returns the limit or duty whose clock began with the event `of`.
std::optional<ClockChoice> clock_of_run(const Outlook& outlook, const std::string& id, const std::string& of) {
  for (const LimitStanding& one : outlook.limits)
    if (one.limit->id == id && one.of == of) return choice_of(one);
  for (const DutyStanding& one : outlook.duties)
    if (one.occurrence->duty->id == id && one.occurrence->of == of) return choice_of(one);
  return std::nullopt;
}

Result<ClockChoice> binding_clock(const Outlook& outlook) {
  if (const LimitStanding* binding = outlook.binding()) return choice_of(*binding);
  return refused("no limit with a due is running in case " + outlook.subject.record->id,
                 "name a limit or timed duty with --for");
}

std::vector<const Occurrence*> of_duty(const CaseState& state, const DoneQuestion& question) {
  const bool closed = state.standing == CaseStanding::closed;
  std::vector<const Occurrence*> found;
  for (const Occurrence& one : state.occurrences) {
    const bool dropped = one.end == Occurrence::End::dropped && one.ended_by == state.chain.links.back().event;
    const bool owed = one.outstanding() || (closed && dropped);
    if (owed && one.duty->id == question.duty && (question.stage.empty() || one.stage == question.stage) &&
        (question.role.empty() || one.role == question.role))
      found.push_back(&one);
  }
  return found;
}

/// Returns the first of those that no word can tell apart: the same stage and role.
std::vector<const Occurrence*> oldest_of_each(const std::vector<const Occurrence*>& found) {
  std::vector<const Occurrence*> oldest;
  for (const Occurrence* one : found)
    if (std::none_of(oldest.begin(), oldest.end(),
                     [&](const Occurrence* other) { return other->stage == one->stage && other->role == one->role; }))
      oldest.push_back(one);
  return oldest;
}

Result<void> known_words(const Policy& policy, const DoneQuestion& question) {
  if (!policy.duty(question.duty))
    return refused("the policy '" + policy.id + "' has no duty " + in_quotes(question.duty),
                   did_you_mean(question.duty, ids_of(policy.duties), "see: escalate policy show " + policy.id));
  if (!question.stage.empty() && !policy.stage(question.stage))
    return refused("the policy '" + policy.id + "' has no stage " + in_quotes(question.stage),
                   did_you_mean(question.stage, ids_of(policy.stages)));
  if (!question.role.empty() && !policy.role(question.role))
    return refused("the policy '" + policy.id + "' has no role " + in_quotes(question.role),
                   did_you_mean(question.role, ids_of(policy.roles)));
  return {};
}

std::string one_line_each(const Outlook& outlook, const std::vector<const Occurrence*>& found) {
  std::string help = "say which, or --all:";
  for (const Occurrence* one : found) {
    help += "\n" + command(outlook, "done", one->duty->id + " --stage " + one->stage);
    if (!one->role.empty()) help += " --role " + one->role;
  }
  return help;
}

/// Returns the command that takes back `event`, and what it is for.
std::string to_take_back(const Outlook& outlook, const std::string& when, const Event& event) {
  return when + command(outlook, "correct", short_id(outlook.subject.record->events, event.id) + " --because TEXT");
}

/// Names the command that leads out of where a case stands.
std::string way_out(const Outlook& outlook) {
  const CaseState& state = outlook.is();
  const Case& record = *outlook.subject.record;
  if (state.standing == CaseStanding::resolved)
    return to_take_back(outlook, "if it was not resolved after all: ", state.events[state.chain.links.back().event]);
  if (state.standing == CaseStanding::closed)
    return "to open it again: " + command(outlook, "reopen", "--because TEXT") +
           "\nto add to it as it is: " + command(outlook, "note", "TEXT");
  if (state.standing == CaseStanding::open) return "to go on with it: " + command(outlook, "advance", "--because TEXT");
  for (const Event& event : record.events)
    if (const Event* by = std::holds_alternative<Opened>(event.body) ? struck_out_by(record, event) : nullptr)
      return to_take_back(outlook, "to bring it back: ", *by);
  return {};
}

}  // namespace

Result<Destination> destination_of_advance(const Outlook& outlook, const std::string& to, const std::string& route) {
  const CaseState& state = outlook.is();
  TRY(must_be(outlook, {CaseStanding::open, CaseStanding::resolved}, "advance it"));
  if (to.empty() && !route.empty()) return refused("--route needs --to", "name the stage to enter with --to");
  if (to.empty()) return only_next(outlook);
  Destination destination = TRY(known_destination(*outlook.subject.policy, to, route, state.route));
  if (to == state.stage) return refused("case " + outlook.subject.record->id + " is at stage '" + to + "' already");
  return destination;
}

Result<std::string> stage_of_reopening(const Outlook& outlook, const std::string& to) {
  TRY(must_be(outlook, {CaseStanding::resolved, CaseStanding::closed}, "reopen it"));
  if (to.empty()) return outlook.is().stage;
  return TRY(known_destination(*outlook.subject.policy, to, "", outlook.is().route)).stage;
}

Result<void> may_halt(const Outlook& outlook) {
  TRY(must_be(outlook, {CaseStanding::open}, "halt it"));
  if (!outlook.is().halted) return {};
  const Event& halt = outlook.is().events[*outlook.is().halted];
  return refused("case " + outlook.subject.record->id + " is halted already, since " + in_words(halt.at),
                 "to go on: " + command(outlook, "resume", ""));
}

Result<void> may_resume(const Outlook& outlook) {
  TRY(must_be(outlook, {CaseStanding::open}, "resume it"));
  if (outlook.is().halted) return {};
  return refused("case " + outlook.subject.record->id + " is not halted");
}

Result<Destination> destination_of_open(const Policy& policy, const std::string& to, const std::string& route) {
  const std::string on = route.empty() && to.empty() ? policy.routes.front().id : route;
  if (!to.empty()) return known_destination(policy, to, on, policy.routes.front().id);
  if (!policy.route(on)) return known_destination(policy, policy.stages.front().id, on, "");
  const Rung& first = policy.route(on)->rungs.front();
  if (first.kind != Rung::Kind::one_of) return Destination{first.stages.front(), on};
  return refused("the first stage of route '" + on + "' is a choice", "name one with --to: " + or_list(first.stages));
}

Result<ClockChoice> clock_to_agree(const Outlook& outlook, const std::string& wanted) {
  if (!wanted.empty()) return wanted_clock(outlook, wanted);
  std::vector<const LimitStanding*> open;
  for (const LimitStanding& one : outlook.limits) {
    if (!running(one) || !left_open(one.limit->within)) continue;
    if (one.limit->own) return choice_of(one);
    open.push_back(&one);
  }
  if (open.empty()) return binding_clock(outlook);
  if (open.size() == 1) return choice_of(*open.front());
  std::string help = "say which:";
  for (const LimitStanding* one : open) help += "\n" + command(outlook, "agree", "DATE --for " + one->limit->id);
  return refused("several limits are left to agreement", help);
}

Result<ClockChoice> clock_to_extend(const Outlook& outlook, const std::string& wanted) {
  ClockChoice choice = TRY(wanted.empty() ? binding_clock(outlook) : wanted_clock(outlook, wanted));
  if (!choice.due)
    return refused("'" + choice.limit_or_duty + "' has no due to extend",
                   command(outlook, "agree", "DATE --for " + choice.limit_or_duty));
  return choice;
}

Result<void> may_agree(const ClockChoice& choice, const Stamp& until, const Stamp& at, const std::string& case_id) {
  if (before(until, at))
    return refused("the date agreed, " + in_words(until) + ", is before it was agreed, " + in_words(at));
  if (!choice.due || !earlier(*choice.due, Due{until})) return {};
  return refused(
      "'" + choice.limit_or_duty + "' is due " + by_words(*choice.due) + "; an agreed date may only shorten that",
      "to lengthen it: escalate extend " + case_id + " " + iso(until) + " --for " + choice.limit_or_duty +
          " --because TEXT --agreed-with ROLE");
}

Result<void> may_extend(const ClockChoice& choice, const Stamp& until) {
  if (earlier(*choice.due, Due{until})) return {};
  return refused("'" + choice.limit_or_duty + "' is due " + by_words(*choice.due) + "; an extension must be later",
                 "an earlier day is set with agree");
}

Result<void> may_set_date(const Event& event, const Outlook& then) {
  const auto* agreed = std::get_if<Agreed>(&event.body);
  const auto* extended = std::get_if<Extended>(&event.body);
  if (!agreed && !extended) return {};
  const auto choice = agreed ? clock_of_run(then, agreed->limit_or_duty, agreed->of)
                             : clock_of_run(then, extended->limit_or_duty, extended->of);
  if (!choice) return {};
  if (agreed) return may_agree(*choice, agreed->until, event.at, then.subject.record->id);
  return choice->due ? may_extend(*choice, extended->until) : Result<void>();
}

Result<std::vector<const Occurrence*>> occurrences_to_tick(const Outlook& outlook, const DoneQuestion& question) {
  TRY(known_words(*outlook.subject.policy, question));
  const auto found = of_duty(outlook.is(), question);
  if (found.empty())
    return refused("duty '" + question.duty + "' is not owed in case " + outlook.subject.record->id +
                       (question.stage.empty() ? "" : " for stage '" + question.stage + "'"),
                   "to write it down all the same: " + command(outlook, "note", "TEXT"));
  if (question.all) return found;
  std::vector<const Occurrence*> here = oldest_of_each(found);
  if (here.size() == 1) return here;
  here.erase(
      std::remove_if(here.begin(), here.end(), [&](const Occurrence* one) { return one->stage != outlook.is().stage; }),
      here.end());
  if (here.size() == 1) return here;
  return refused("duty '" + question.duty + "' is owed " + std::to_string(found.size()) + " times",
                 one_line_each(outlook, oldest_of_each(found)));
}

Result<void> must_be(const Outlook& outlook, std::initializer_list<CaseStanding> allowed, const std::string& to_do) {
  const CaseStanding standing = outlook.is().standing;
  if (std::find(allowed.begin(), allowed.end(), standing) != allowed.end()) return {};
  const std::string text = "case " + outlook.subject.record->id + " is " + word_of(standing) + "; you cannot " + to_do;
  return refused(text, way_out(outlook));
}

Result<void> not_before_last_move(const Outlook& outlook, const Stamp& at) {
  if (outlook.is().chain.links.empty()) return {};
  const Event& last = outlook.is().events[outlook.is().chain.links.back().event];
  if (!before(at, last.at)) return {};
  return refused("the case was " + std::string(word_of(last.body)) + " on " + in_words(last.at) +
                     "; nothing can move it before that",
                 "if that time is wrong: " +
                     command(outlook, "correct",
                             short_id(outlook.subject.record->events, last.id) + " --because TEXT --set at=TIME"));
}

}  // namespace escalate
