// What the commands that write to a case take.
#include "cli/grammar.hpp"

namespace escalate {
namespace {

void writing_now(Taker& taker, WritingOptions& options) {
  taker.text("--by", "JOB", options.by);
  taker.flag("--dry-run", options.dry_run);
  taker.flag("--allow-personal", options.allow_personal);
}

void writing(Taker& taker, WritingOptions& options) {
  taker.text("--at", "TIME", options.at);
  writing_now(taker, options);
}

}  // namespace

void declare(Taker& taker, OpenOptions& options) {
  taker.text("--policy", "ID", options.policy);
  taker.text("--route", "ROUTE", options.route);
  taker.text("--to", "STAGE", options.to);
  taker.text("--because", "TEXT", options.because);
  taker.text("--child", "REF", options.child);
  taker.text("--raising", "AGENCY", options.raising);
  taker.text("--raising-kind", "KIND", options.raising_kind);
  taker.text("--receiving", "AGENCY", options.receiving);
  taker.text("--receiving-kind", "KIND", options.receiving_kind);
  taker.text("--theme", "THEME", options.theme);
  taker.text("--concern", "TEXT", options.concern);
  taker.text("--sought", "TEXT", options.sought);
  taker.texts("--mark", "MARK[=TIME|unknown]", options.marks);
  taker.text("--id", "ID", options.id);
  writing(taker, options);
}

void declare(Taker& taker, NoteOptions& options) {
  taker.word("CASE", options.case_id);
  taker.optional_word("TEXT", options.text);
  writing(taker, options);
}

void declare(Taker& taker, MarkOptions& options) {
  taker.word("CASE", options.case_id);
  taker.optional_word("MARK[=TIME|unknown]", options.mark);
  taker.flag("--clear", options.clear);
  writing(taker, options);
}

void declare(Taker& taker, DoneOptions& options) {
  taker.word("CASE", options.case_id);
  taker.optional_word("DUTY", options.duty);
  taker.text("--stage", "STAGE", options.stage);
  taker.flag("--all", options.all);
  taker.text("--role", "ROLE", options.role);
  taker.text("--note", "TEXT", options.note);
  taker.text("--not-needed", "TEXT", options.not_needed);
  writing(taker, options);
}

void declare(Taker& taker, AgreeOptions& options) {
  taker.word("CASE", options.case_id);
  taker.more_words("DATE|DURATION", options.until);
  taker.text("--for", "ID", options.limit_or_duty);
  taker.text("--with", "ROLE", options.with);
  writing(taker, options);
}

void declare(Taker& taker, ExtendOptions& options) {
  taker.word("CASE", options.case_id);
  taker.more_words("DATE|DURATION", options.until);
  taker.text("--for", "ID", options.limit_or_duty);
  taker.text("--because", "TEXT", options.because);
  taker.text("--agreed-with", "ROLE", options.agreed_with);
  writing(taker, options);
}

void declare(Taker& taker, AdvanceOptions& options) {
  taker.word("CASE", options.case_id);
  taker.text("--to", "STAGE", options.to);
  taker.text("--route", "ROUTE", options.route);
  taker.text("--because", "TEXT", options.because);
  writing(taker, options);
}

void declare(Taker& taker, HaltOptions& options) {
  taker.word("CASE", options.case_id);
  taker.text("--because", "TEXT", options.because);
  writing(taker, options);
}

void declare(Taker& taker, ResumeOptions& options) {
  taker.word("CASE", options.case_id);
  writing(taker, options);
}

void declare(Taker& taker, AssignOptions& options) {
  taker.word("CASE", options.case_id);
  taker.optional_word("ROLE", options.role);
  taker.text("--to", "JOB", options.to);
  writing(taker, options);
}

void declare(Taker& taker, ResolveOptions& options) {
  taker.word("CASE", options.case_id);
  taker.text("--outcome", "TEXT", options.outcome);
  taker.text("--next-steps", "TEXT", options.next_steps);
  taker.text("--result", "changed|stands|compromise|withdrawn", options.result);
  writing(taker, options);
}

void declare(Taker& taker, CloseOptions& options) {
  taker.word("CASE", options.case_id);
  taker.text("--because", "TEXT", options.because);
  writing(taker, options);
}

void declare(Taker& taker, ReopenOptions& options) {
  taker.word("CASE", options.case_id);
  taker.text("--to", "STAGE", options.to);
  taker.text("--because", "TEXT", options.because);
  writing(taker, options);
}

void declare(Taker& taker, CorrectOptions& options) {
  taker.word("CASE", options.case_id);
  taker.optional_word("EVENT", options.event);
  taker.text("--because", "TEXT", options.because);
  taker.texts("--set", "KEY=VALUE", options.values);
  taker.flag("--void", options.void_case);
  writing_now(taker, options);
}

}  // namespace escalate
