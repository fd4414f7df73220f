#include "cli/commit.hpp"

#include "store/git_commit.hpp"

namespace escalate {
namespace {

/// Returns `NY-2026-K7QXM: done, advanced`.
std::string message_for(const std::string& case_id, const std::vector<Event>& events) {
  std::vector<std::string> words;
  for (const Event& event : events)
    if (const std::string word(word_of(event.body)); std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(word);
  std::string message = case_id + ":";
  for (const std::string& word : words) message += (word == words.front() ? " " : ", ") + word;
  return message;
}

/// Git says so when one leaves, after the file has become what the branch holds.
Fault on_no_branch(const std::string& file) {
  return {Severity::warning,
          {file, 0, 0},
          "committed, but to no branch of git: it goes from the file when you leave here (checkout, rebase --abort)",
          "to keep it, outside a rebase: git switch -c NAME, then merge that; afterwards escalate check --history "
          "finds what was left behind",
          ""};
}

}  // namespace

ExitCode commit_if_asked(const Records& records, const std::string& case_id, const std::string& file,
                         const std::vector<Event>& events, std::string_view bytes, Faults& problems) {
  if (!records.settings().commit) return ExitCode::ok;
  const auto below = case_file(records.workspace(), case_id)->path.lexically_relative(records.workspace().root);
  const auto committed = commit_file(records.workspace(), below, message_for(case_id, events), bytes);
  if (committed && is_on_no_branch(records.workspace())) problems.push_back(on_no_branch(file));
  if (committed) return ExitCode::ok;
  problems.push_back({Severity::error, {file, 0, 0}, committed.error().text, committed.error().help, ""});
  return committed.error().code;
}

}  // namespace escalate
