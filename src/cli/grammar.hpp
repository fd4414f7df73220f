#pragma once

#include <string>
#include <vector>

#include "cli/taker.hpp"

namespace escalate {

/// A command as it is declared: its name (of one word or two), its struct as nothing typed leaves it, and what it
/// takes.
struct CommandGrammar {
  std::string name;
  Options options;
  void (*declare)(Taker&, Options&);
};

/// Returns every command, in the order of the help.
std::vector<CommandGrammar> command_grammar();

/// Declares the options every command takes.
void declare(Taker& taker, GlobalOptions& options);

// What each command takes, besides.
void declare(Taker& taker, InitOptions& options);
void declare(Taker& taker, DemoOptions& options);
void declare(Taker& taker, ConfigOptions& options);
void declare(Taker& taker, PolicyListOptions& options);
void declare(Taker& taker, PolicyShowOptions& options);
void declare(Taker& taker, PolicyCheckOptions& options);
void declare(Taker& taker, PolicyTimetableOptions& options);
void declare(Taker& taker, PolicyCompareOptions& options);
void declare(Taker& taker, PolicyGraphOptions& options);
void declare(Taker& taker, OpenOptions& options);
void declare(Taker& taker, NoteOptions& options);
void declare(Taker& taker, MarkOptions& options);
void declare(Taker& taker, DoneOptions& options);
void declare(Taker& taker, AgreeOptions& options);
void declare(Taker& taker, ExtendOptions& options);
void declare(Taker& taker, AdvanceOptions& options);
void declare(Taker& taker, HaltOptions& options);
void declare(Taker& taker, ResumeOptions& options);
void declare(Taker& taker, AssignOptions& options);
void declare(Taker& taker, ResolveOptions& options);
void declare(Taker& taker, CloseOptions& options);
void declare(Taker& taker, ReopenOptions& options);
void declare(Taker& taker, CorrectOptions& options);
void declare(Taker& taker, StatusOptions& options);
void declare(Taker& taker, OverdueOptions& options);
void declare(Taker& taker, ExplainOptions& options);
void declare(Taker& taker, HistoryOptions& options);
void declare(Taker& taker, DeadlineOptions& options);
void declare(Taker& taker, CheckOptions& options);
void declare(Taker& taker, CalendarShowOptions& options);
void declare(Taker& taker, CalendarImportOptions& options);
void declare(Taker& taker, MergeDriverOptions& options);

}  // namespace escalate
