#pragma once

#include "base/result.hpp"
#include "cli/context.hpp"

namespace escalate {

/// The commands: each loads, asks, renders and prints. A returned code other than `ok` was earned by what was printed;
/// a Failure has printed nothing on standard output.
Result<ExitCode> run(const InitOptions& options, Context& context);
Result<ExitCode> run(const DemoOptions& options, Context& context);
Result<ExitCode> run(const ConfigOptions& options, Context& context);
Result<ExitCode> run(const PolicyListOptions& options, Context& context);
Result<ExitCode> run(const PolicyShowOptions& options, Context& context);
Result<ExitCode> run(const PolicyCheckOptions& options, Context& context);
Result<ExitCode> run(const PolicyTimetableOptions& options, Context& context);
Result<ExitCode> run(const PolicyCompareOptions& options, Context& context);
Result<ExitCode> run(const PolicyGraphOptions& options, Context& context);
Result<ExitCode> run(const OpenOptions& options, Context& context);
Result<ExitCode> run(const NoteOptions& options, Context& context);
Result<ExitCode> run(const MarkOptions& options, Context& context);
Result<ExitCode> run(const DoneOptions& options, Context& context);
Result<ExitCode> run(const AgreeOptions& options, Context& context);
Result<ExitCode> run(const ExtendOptions& options, Context& context);
Result<ExitCode> run(const AdvanceOptions& options, Context& context);
Result<ExitCode> run(const HaltOptions& options, Context& context);
Result<ExitCode> run(const ResumeOptions& options, Context& context);
Result<ExitCode> run(const AssignOptions& options, Context& context);
Result<ExitCode> run(const ResolveOptions& options, Context& context);
Result<ExitCode> run(const CloseOptions& options, Context& context);
Result<ExitCode> run(const ReopenOptions& options, Context& context);
Result<ExitCode> run(const CorrectOptions& options, Context& context);
Result<ExitCode> run(const StatusOptions& options, Context& context);
Result<ExitCode> run(const OverdueOptions& options, Context& context);
Result<ExitCode> run(const ExplainOptions& options, Context& context);
Result<ExitCode> run(const HistoryOptions& options, Context& context);
Result<ExitCode> run(const DeadlineOptions& options, Context& context);
Result<ExitCode> run(const CheckOptions& options, Context& context);
Result<ExitCode> run(const CalendarShowOptions& options, Context& context);
Result<ExitCode> run(const CalendarImportOptions& options, Context& context);
Result<ExitCode> run(const MergeDriverOptions& options, Context& context);

}  // namespace escalate
