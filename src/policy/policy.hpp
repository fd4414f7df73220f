#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fault.hpp"
#include "time/due.hpp"

namespace escalate {

/// Where a policy says a thing: the place in the document, its words, the reading taken, and the place in the policy
/// file.
struct Clause {
  std::string source;               ///< as written; `none` where the writer says there is none; empty when left out
  std::vector<std::string> words;   ///< verbatim quotations, ` ... ` omits
  std::string reading;              ///< the reading taken where the text is open
  Place place;                      ///< where the entry stands in the policy file
  std::vector<Place> words_places;  ///< where each of `words` stands
};

/// Applies only while any of `if_any` holds and none of `unless_any` does: ids of marks or routes (LANGUAGE.md 16).
struct Conditions {
  std::vector<std::string> if_any;
  std::vector<std::string> unless_any;

  bool always() const { return if_any.empty() && unless_any.empty(); }
};

enum class Side { raising, receiving, partnership, other };

/// Who acts: a job, never a person.
struct Role {
  std::string id;
  std::string title;
  Side side = Side::raising;
  std::vector<std::pair<std::string, std::string>> by_agency;  ///< kind of agency, title there
  std::string if_none;  ///< role that acts where nobody has this one; may be empty
  Clause clause;
};

/// Something that can be true of a case since a point in time.
struct MarkRule {
  std::string id;
  std::string title;
  bool ask_at_open = false;
  Conditions conditions;
  Clause clause;
};

/// What is said at once, always, while its marks hold.
struct UrgentRule {
  Conditions conditions;
  std::string say;
  std::vector<std::string> enter;  ///< stages offered first as the next step
  std::vector<std::string> contacts;
  Clause clause;
};

/// What the document says and nobody owes.
struct Advice {
  std::string say;
  std::vector<std::string> stages;  ///< shown only there; empty: everywhere
  std::vector<std::string> contacts;
  Conditions conditions;
  Clause clause;
};

/// What this procedure is not for, and where that goes.
struct Elsewhere {
  std::string what;
  std::string go_to;
  std::vector<std::string> contacts;
  Clause clause;
};

/// A role that holds a stage, while its conditions hold.
struct StageOwner {
  std::string role;
  Conditions conditions;
};

/// One rung of the ladder. Its own `within` stands in `Policy::limits` as `stage-ID`.
struct Stage {
  std::string id;
  std::string title;
  std::string what;
  std::vector<StageOwner> owner;  ///< who hold it, together
  Conditions conditions;          ///< choose the suggestion among `one-of` alternatives
  Clause clause;
};

/// A step of a route: one stage, exactly one of several, or one that may be passed over freely.
struct Rung {
  enum class Kind { one, one_of, optional };
  Kind kind = Kind::one;
  std::vector<std::string> stages;
};

/// An ordered list of rungs, lowest first.
struct Route {
  std::string id;
  std::string title;
  std::vector<Rung> rungs;
  Clause clause;
};

/// A point a clock may start from (LANGUAGE.md, MOMENT), or `every stage`.
struct Moment {
  enum class Kind {
    opened,
    entered,
    unresolved,
    resolved_at,
    resolved,
    done,
    halted,
    resumed,
    extended,
    mark,
    every_stage
  };
  Kind kind = Kind::opened;
  std::string subject;  ///< the stage, duty or mark; empty where the kind has none
};

bool operator==(const Moment& a, const Moment& b);
/// Returns the moment as a policy writes it: `entered 3a`, `done letter`, `imminent-risk`.
std::string text_of(const Moment& moment);

/// Moments of which the earliest counts (a duty arises at each), or the latest, once all have happened (`latest-of`).
struct Moments {
  std::vector<Moment> list;
  bool latest_of = false;

  bool empty() const { return list.empty(); }
  std::vector<Moment>::const_iterator begin() const { return list.begin(); }
  std::vector<Moment>::const_iterator end() const { return list.end(); }
};

enum class Force { must, should, guide, may };

/// A clock that covers one or more stages, or the whole case.
struct Limit {
  std::string id;
  std::string title;
  std::vector<std::string> stages;  ///< covered; empty with `whole_case`
  bool whole_case = false;          ///< `stages: all`: until resolved
  bool own = false;                 ///< a stage's own limit, `stage-S`
  Within within;
  std::optional<Duration> aim;
  Moments from;  ///< empty: coming into the stages
  Force force = Force::must;
  Conditions conditions;
  Clause clause;

  bool covers(std::string_view stage) const;
};

/// Until when a matter may be raised at all; a case opened later is told so, never refused.
struct RaiseBy {
  Duration within;
  Moments from;  ///< marks
  Force force = Force::must;
  Clause clause;
};

/// One thing somebody must do.
struct Duty {
  std::string id;
  std::string what;             ///< the act, as an order
  std::string act;              ///< `do`: notify, inform, ...; may be empty
  std::vector<std::string> by;  ///< roles; empty with `by_owner` or where none is named
  bool by_owner = false;        ///< the owner of the stage it belongs to
  bool each = false;            ///< `by-each`: each of `by` owes it alone
  std::vector<std::string> to;  ///< roles or contacts
  std::string form;             ///< `using`; may be empty
  Moments when;
  std::vector<Moment> met_by;
  std::optional<Within> within;
  std::optional<Duration> aim;
  Force force = Force::must;
  std::vector<std::string> before;  ///< stages it belongs before
  Conditions conditions;
  Clause clause;
};

struct FormField {
  std::string label;
  std::string fill;  ///< one of the words of LANGUAGE.md, `entered S` and `done D` included
};

struct Form {
  std::string id;
  std::string title;
  std::vector<FormField> fields;
  std::string return_to;               ///< contact; may be empty
  std::vector<std::string> leave_out;  ///< `child`, `case`
  std::string note;
  std::string template_file;
  Clause clause;
};

/// An office, never a person.
struct Contact {
  std::string id;
  std::string title;
  std::string email;
  std::string telephone;
  std::string address;
  std::string note;
  Clause clause;
};

/// Days inclusive; only those the document prints.
struct InForce {
  std::optional<Date> from;
  std::optional<Date> until;
  std::optional<Date> review_by;
};

/// One edition of one partnership's procedure. Lists keep the order of the file.
struct Policy {
  std::string file;  ///< as messages name it
  std::string id;
  std::string title;
  std::string partnership;
  std::string edition;
  InForce in_force;
  std::string edition_of;
  std::string case_prefix;
  std::string calendar;
  CountFrom count_from = CountFrom::receipt;
  OfficeHours office_hours;
  bool about_adults = false;  ///< `about: adult`: whose safety it is about, in the words of screens
  std::optional<RaiseBy> raise_by;
  std::vector<std::pair<std::string, std::string>> themes;
  std::vector<Role> roles;
  std::vector<MarkRule> marks;
  std::vector<UrgentRule> urgent;
  std::vector<Advice> advice;
  std::vector<Elsewhere> elsewhere;
  std::vector<Stage> stages;
  std::vector<Route> routes;
  std::vector<Limit> limits;  ///< the stages' own limits first, in the order of the stages, then `limits:`
  std::vector<Duty> duties;
  std::vector<Form> forms;
  std::vector<Contact> contacts;
  Clause clause;
  std::string digest;  ///< over the meaning (SEMANTICS.md, canonical form)

  const Role* role(std::string_view id) const;
  const MarkRule* mark(std::string_view id) const;
  const Stage* stage(std::string_view id) const;
  const Route* route(std::string_view id) const;
  const Limit* limit(std::string_view id) const;
  const Duty* duty(std::string_view id) const;
  const Form* form(std::string_view id) const;
  const Contact* contact(std::string_view id) const;
};

/// Returns the closed list of kinds of agency (LANGUAGE.md).
const std::vector<std::string>& agency_kinds();

/// Returns the number of the rung of `route` that holds `stage`, counted from 0; nothing when none does.
std::optional<std::size_t> rung_of(const Route& route, std::string_view stage);

std::string word_of(Side side);
std::string word_of(Force force);

}  // namespace escalate
