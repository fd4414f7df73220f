#include "store/git_commit.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "store/git.hpp"

namespace escalate {
namespace {

constexpr auto patience = std::chrono::seconds(5);
constexpr auto pause = std::chrono::milliseconds(50);

bool is_busy(const Ended& ended) {
  return ended.code != 0 && ended.err.find(".lock': File exists") != std::string::npos;
}

/// Runs git again for as long as another one holds the repository.
Result<Ended> run_patiently(const Program& program) {
  for (std::chrono::milliseconds waited{0};; waited += pause) {
    Ended ended = TRY(run_program(program));
    if (!is_busy(ended) || waited >= patience) return ended;
    std::this_thread::sleep_for(pause);
  }
}

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char letter : text) result += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return result + "'";
}

/// Returns what to type. Within a merge git takes no single file: there it goes with the merge.
std::string cure(const Workspace& workspace, const std::string& file, const std::string& message,
                 const std::vector<std::string>& said) {
  const std::string git = "git -C " + quoted(workspace.root.native());
  const bool merging = std::any_of(said.begin(), said.end(), [](const std::string& line) {
    return line.find("cannot do a partial commit during") != std::string::npos;
  });
  if (merging)
    return "nothing is lost: the file holds it; it is committed with what you are merging, once you type\n" + git +
           " add -- " + quoted(file) + "\nand finish that: git status says how";
  return "nothing is lost: the file holds it; to commit it:\n" + git + " add -N -- " + quoted(file) + "\n" + git +
         " commit --only -m " + quoted(message) + " -- " + quoted(file);
}

tl::unexpected<Failure> refused(const std::string& why, const std::vector<std::string>& said, const std::string& cure) {
  std::string help;
  for (const std::string& line : said) help += "git says: " + line + "\n";
  return fail(ExitCode::cannot_write, "written, but not committed to git: " + why, help + cure);
}

/// Returns whether the newest commit holds what was written.
bool is_committed(const Workspace& workspace, const std::string& file, std::string_view bytes) {
  const auto newest = run_program(git_to_write(workspace, {"cat-file", "blob", "HEAD:./" + file}));
  return newest && newest->code == 0 && newest->out.starts_with(bytes);
}

/// Brings the index up to the file. `git commit --only` reads a file twice, for the index and for the commit: where
/// another command wrote between, the index is left behind, and the user's next commit would take an event out again.
Result<void> stage_what_is_there(const Workspace& workspace, const std::string& file) {
  TRY(run_patiently(git_to_write(workspace, {"add", "--", file})));
  return {};
}

}  // namespace

Result<void> commit_file(const Workspace& workspace, const std::filesystem::path& below, const std::string& message,
                         std::string_view bytes) {
  const std::string& file = below.native();
  const auto failed = [&](const std::string& why, const std::vector<std::string>& said) {
    return refused(why, said, cure(workspace, file, message, said));
  };
  for (const auto& words : {std::vector<std::string>{"add", "--intent-to-add", "--", file},
                            {"commit", "--quiet", "--only", "--message", message, "--", file}}) {
    const auto ended = run_patiently(git_to_write(workspace, words));
    if (!ended) return failed(ended.error().text, {});
    if (ended->code == 0) continue;
    if (is_committed(workspace, file, bytes)) return stage_what_is_there(workspace, file);
    return failed("'git " + words.front() + "' ended with " + std::to_string(ended->code), words_of_git(*ended));
  }
  return {};
}

bool is_on_no_branch(const Workspace& workspace) {
  const auto branch = run_program(git_to_write(workspace, {"symbolic-ref", "--quiet", "HEAD"}));
  return branch && branch->code == 1;
}

}  // namespace escalate
