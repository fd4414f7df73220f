#include "policy/policy.hpp"

#include <algorithm>

#include "base/id.hpp"

namespace escalate {
namespace {

template <typename T>
const T* named(const std::vector<T>& things, std::string_view id) {
  const auto found = std::find_if(things.begin(), things.end(), [&](const T& thing) { return thing.id == id; });
  return found == things.end() ? nullptr : &*found;
}

}  // namespace

const Role* Policy::role(std::string_view wanted) const { return named(roles, wanted); }
const MarkRule* Policy::mark(std::string_view wanted) const { return named(marks, wanted); }
const Stage* Policy::stage(std::string_view wanted) const { return named(stages, wanted); }
const Route* Policy::route(std::string_view wanted) const { return named(routes, wanted); }
const Limit* Policy::limit(std::string_view wanted) const { return named(limits, wanted); }
const Duty* Policy::duty(std::string_view wanted) const { return named(duties, wanted); }
const Form* Policy::form(std::string_view wanted) const { return named(forms, wanted); }
const Contact* Policy::contact(std::string_view wanted) const { return named(contacts, wanted); }

bool Limit::covers(std::string_view stage) const { return whole_case || contains(stages, stage); }

bool operator==(const Moment& a, const Moment& b) { return a.kind == b.kind && a.subject == b.subject; }

std::string text_of(const Moment& moment) {
  switch (moment.kind) {
    case Moment::Kind::opened:
      return "opened";
    case Moment::Kind::entered:
      return "entered " + moment.subject;
    case Moment::Kind::unresolved:
      return "unresolved " + moment.subject;
    case Moment::Kind::resolved_at:
      return "resolved " + moment.subject;
    case Moment::Kind::resolved:
      return "resolved";
    case Moment::Kind::done:
      return "done " + moment.subject;
    case Moment::Kind::halted:
      return "halted";
    case Moment::Kind::resumed:
      return "resumed";
    case Moment::Kind::extended:
      return "extended";
    case Moment::Kind::mark:
      return moment.subject;
    case Moment::Kind::every_stage:
      return "every stage";
  }
  return {};
}

const std::vector<std::string>& agency_kinds() {
  static const std::vector<std::string> kinds = {"social-care", "health",  "police",    "education",
                                                 "early-years", "housing", "probation", "youth-justice",
                                                 "voluntary",   "other"};
  return kinds;
}

std::optional<std::size_t> rung_of(const Route& route, std::string_view stage) {
  for (std::size_t i = 0; i < route.rungs.size(); ++i)
    if (contains(route.rungs[i].stages, stage)) return i;
  return std::nullopt;
}

std::string word_of(Side side) {
  switch (side) {
    case Side::raising:
      return "raising";
    case Side::receiving:
      return "receiving";
    case Side::partnership:
      return "partnership";
    case Side::other:
      return "other";
  }
  return {};
}

std::string word_of(Force force) {
  switch (force) {
    case Force::must:
      return "must";
    case Force::should:
      return "should";
    case Force::guide:
      return "guide";
    case Force::may:
      return "may";
  }
  return {};
}

}  // namespace escalate
