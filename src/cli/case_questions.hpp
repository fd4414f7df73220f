#pragma once

#include <string>

#include "base/result.hpp"
#include "cli/context.hpp"
#include "cli/records.hpp"

namespace escalate {

// What the commands about one case ask a person for, where it is not given. Each fails as the command would where
// the case cannot be written to at all.

/// Asks which case is meant: of those that are not closed, though any will do. Returns it as typed.
Result<std::string> ask_for_case(Naming naming, Context& context);

Result<void> ask_about_case(NoteOptions& options, Context& context);
Result<void> ask_about_case(MarkOptions& options, Context& context);
Result<void> ask_about_case(DoneOptions& options, Context& context);
Result<void> ask_about_case(AgreeOptions& options, Context& context);
Result<void> ask_about_case(ExtendOptions& options, Context& context);
Result<void> ask_about_case(AdvanceOptions& options, Context& context);
Result<void> ask_about_case(HaltOptions& options, Context& context);
Result<void> ask_about_case(ResumeOptions& options, Context& context);
Result<void> ask_about_case(AssignOptions& options, Context& context);
Result<void> ask_about_case(ResolveOptions& options, Context& context);
Result<void> ask_about_case(CloseOptions& options, Context& context);
Result<void> ask_about_case(ReopenOptions& options, Context& context);
Result<void> ask_about_case(CorrectOptions& options, Context& context);

}  // namespace escalate
