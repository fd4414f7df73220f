#include "cli/grammar.hpp"

namespace escalate {
namespace {

template <typename T>
CommandGrammar command(const char* name) {
  return {name, T{}, [](Taker& taker, Options& options) { declare(taker, std::get<T>(options)); }};
}

template <typename T>
void choice(Taker& taker, const char* name, T& target, const std::vector<std::pair<std::string, T>>& choices) {
  std::vector<std::string> words;
  for (const auto& [word, meaning] : choices) words.push_back(word);
  taker.choice(name, words, [&target, choices](const std::string& typed) {
    for (const auto& [word, meaning] : choices)
      if (word == typed) target = meaning;
  });
}

}  // namespace

void declare(Taker& taker, GlobalOptions& options) {
  taker.text("-C", "DIR", options.dir);
  taker.text("--now", "TIME", options.now);
  choice<Format>(taker, "--format", options.format,
                 {{"text", Format::text}, {"json", Format::json}, {"csv", Format::csv}});
  choice<Color>(taker, "--color", options.color,
                {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}});
}

std::vector<CommandGrammar> command_grammar() {
  return {
      command<InitOptions>("init"),
      command<DemoOptions>("demo"),
      command<ConfigOptions>("config"),
      command<PolicyListOptions>("policy list"),
      command<PolicyShowOptions>("policy show"),
      command<PolicyCheckOptions>("policy check"),
      command<PolicyTimetableOptions>("policy timetable"),
      command<PolicyCompareOptions>("policy compare"),
      command<PolicyGraphOptions>("policy graph"),
      command<OpenOptions>("open"),
      command<NoteOptions>("note"),
      command<MarkOptions>("mark"),
      command<DoneOptions>("done"),
      command<AgreeOptions>("agree"),
      command<ExtendOptions>("extend"),
      command<AdvanceOptions>("advance"),
      command<HaltOptions>("halt"),
      command<ResumeOptions>("resume"),
      command<AssignOptions>("assign"),
      command<ResolveOptions>("resolve"),
      command<CloseOptions>("close"),
      command<ReopenOptions>("reopen"),
      command<CorrectOptions>("correct"),
      command<StatusOptions>("status"),
      command<OverdueOptions>("overdue"),
      command<ExplainOptions>("explain"),
      command<HistoryOptions>("history"),
      command<DeadlineOptions>("deadline"),
      command<CheckOptions>("check"),
      command<CalendarShowOptions>("calendar show"),
      command<CalendarImportOptions>("calendar import"),
      command<MergeDriverOptions>("merge-driver"),
  };
}

}  // namespace escalate
