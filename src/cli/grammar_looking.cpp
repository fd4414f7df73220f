// What the commands that look and calculate take.
#include "cli/grammar.hpp"

namespace escalate {

void declare(Taker& taker, StatusOptions& options) {
  taker.optional_word("CASE", options.case_id);
  taker.flag("--forecast", options.forecast);
  taker.flag("--all", options.all);
  taker.text("--child", "REF", options.child);
}

void declare(Taker& taker, OverdueOptions& options) {
  taker.text("--within", "N", options.within);
  taker.texts("--only", "STATE,..", options.only);
  taker.text("--policy", "ID", options.policy);
  taker.flag("--exit-code", options.exit_code);
  taker.flag("--heartbeat", options.heartbeat);
}

void declare(Taker& taker, ExplainOptions& options) { taker.word("CASE", options.case_id); }

void declare(Taker& taker, HistoryOptions& options) { taker.word("CASE", options.case_id); }

void declare(Taker& taker, DeadlineOptions& options) {
  taker.optional_word("FROM", options.from);
  taker.more_words("DURATION", options.duration);
  taker.text("--calendar", "CALENDAR", options.calendar);
  taker.text("--count-from", "receipt|deemed|inclusive", options.count_from);
  taker.flag("--batch", options.batch);
}

void declare(Taker& taker, CalendarShowOptions& options) {
  taker.optional_word("CALENDAR", options.calendar);
  taker.text("--year", "YEAR", options.year);
}

void declare(Taker& taker, CalendarImportOptions& options) {
  taker.word("FILE", options.file);
  taker.flag("--yes", options.yes);
  taker.flag("--dry-run", options.dry_run);
}

}  // namespace escalate
