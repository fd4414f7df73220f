#pragma once

#include <string>
#include <vector>

#include "engine/moves.hpp"
#include "render/envelope.hpp"
#include "time/calendar_change.hpp"

namespace escalate {

/// One calendar before and after an import.
struct ImportedCalendar {
  std::string file;  ///< safe to print
  const Calendar* before = nullptr;
  CalendarChange change;

  bool altered() const { return alters(change, *before); }
};

/// A case that is not closed, with the dues that the import moves.
struct MovedCase {
  const Outlook* outlook = nullptr;
  std::vector<Move> moves;
};

/// What an import does, or would do.
struct CalendarImport {
  std::string source;  ///< the file, safe to print
  std::vector<ImportedCalendar> calendars;
  std::vector<MovedCase> cases;  ///< in the order of `status`
  int unread = 0;                ///< case files of which nothing can be said

  bool alters_any() const;
};

/// Returns what becomes of each calendar, day by day, and which cases get another date.
std::string import_text(const CalendarImport& import);

/// Returns the same, and whether it was written.
std::string import_json(const CalendarImport& import, bool written, const Envelope& envelope);

}  // namespace escalate
