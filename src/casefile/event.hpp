#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/tree.hpp"
#include "time/stamp.hpp"

namespace escalate {

/// An agency and, where known, its kind (one of LANGUAGE.md's closed list; else empty).
struct Agency {
  std::string agency;
  std::string kind;
};

/// Since when a mark holds; nothing when that is `unknown`.
using Since = std::optional<Stamp>;

// What happened, one type an event (SEMANTICS.md 5). Optional texts that are absent are empty.

struct Opened {
  std::string policy;
  std::string policy_digest;
  std::string route;
  std::string child;  ///< a reference, never a name
  Agency raising;
  Agency receiving;
  std::string to;       ///< stage entered, where not the first
  std::string because;  ///< why it was entered there
  std::string theme;
  std::string concern;
  std::string sought;
  std::vector<std::pair<std::string, Since>> marks;
};
struct Advanced {
  std::string to, because, route;
};
struct Noted {
  std::string text;
};
/// A mark set since a time, or cleared: exactly one of `cleared_until` and a setting.
struct Marked {
  std::string mark;
  Since since;
  std::optional<Stamp> until;  ///< cleared at; the mark is set when absent
};
/// A duty done, or not needed: the occurrence is (duty, stage, role, of).
struct Done {
  std::string duty, stage, of, role, note, not_needed;
};
struct Agreed {
  Stamp until;
  std::string limit_or_duty, of, with;
};
struct Extended {
  Stamp until;
  std::string limit_or_duty, of, because, agreed_with;
};
struct Resolved {
  std::string stage, outcome, next_steps, result;
};
struct Closed {
  std::string because;
};
struct Reopened {
  std::string to, because;
};
struct Halted {
  std::string because;
};
struct Resumed {};
struct Assigned {
  std::string role, to;
};
/// An earlier event no longer counts, or counts with the values of `instead` (a map; kind none when absent).
struct Corrected {
  std::string corrects, because;
  Node instead;
};

using Body = std::variant<Opened, Advanced, Noted, Marked, Done, Agreed, Extended, Resolved, Closed, Reopened, Halted,
                          Resumed, Assigned, Corrected>;

/// One event of a case. Appended, never edited; the state of a case is a fold over them.
struct Event {
  std::string id;                                      ///< 16 hex digits, the seal over the canonical form
  Stamp at;                                            ///< when it happened
  std::string by;                                      ///< a job
  Instant logged;                                      ///< when it was written down, UTC with seconds
  std::vector<std::string> after;                      ///< ids of the newest events the writer saw
  std::vector<std::pair<std::string, Stamp>> was_due;  ///< limit or duty: the due in force just before
  std::vector<std::string> allow_personal;
  Body body;
  Place place;         ///< where it stands in the case file
  bool sealed = true;  ///< `id` matches the canonical form
};

/// A case as its file holds it.
struct Case {
  std::string id;
  std::string file;                      ///< as messages name it
  std::vector<Event> events;             ///< in written order, equal copies once
  std::map<std::string, Event> amended;  ///< by id: events that count with other values (`corrected` with `instead`)
};

/// Returns `opened`, `advanced`, ...
std::string_view word_of(const Body& body);
/// Returns the fourteen words in the order of DESIGN.md section 5.
const std::vector<std::string>& event_words();
/// Returns whether the event moves the case: opened, advanced, resolved, closed, reopened (SEMANTICS.md 6).
bool is_position(const Event& event);

}  // namespace escalate
