#pragma once

#include <optional>

#include "unit/model/entry.hpp"

// Where a case stands, folded from its record by SEMANTICS and LANGUAGE alone.
namespace escalate::model {

struct Mark {
  bool holds = false;
  std::optional<When> since;  ///< nothing: unknown
};

/// A limit that covers the stage or the case.
struct Running {
  const Limit* limit = nullptr;
  std::string state;  ///< `running`, `not-started` or `off`
  When entered;
  std::string of;
  std::optional<When> from;
  std::optional<When> due;
};

/// A duty that arose.
struct Owed {
  const Duty* duty = nullptr;
  std::string stage;
  std::string role;
  std::string of;
  When from;
  std::string source;    ///< the mark it arose from, if it did
  bool open = true;      ///< neither done nor dropped
  bool dropped = false;  ///< by closing: may still be ticked
  std::optional<When> done;
  bool not_needed = false;
  std::optional<When> due;
};

struct Standing {
  std::string state;  ///< open, resolved, closed or void
  std::string stage;
  std::string route;
  When since;
  bool halted = false;
  bool decided_twice = false;
  std::map<std::string, Mark> marks;
  std::vector<Running> limits;
  std::vector<Owed> duties;
  Entries chain;   ///< the position events that made it
  Entries events;  ///< those that count, in causal order

  bool open() const { return state == "open"; }
  const Running* binding() const;
  bool holds(const Conditions& conditions) const;
};

/// What a case is reckoned by.
struct Book {
  const Policy* policy = nullptr;
  Holidays holidays;
};

Standing standing_of(const Book& book, const Entries& entries);

}  // namespace escalate::model
