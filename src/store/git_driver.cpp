#include "store/git_driver.hpp"

#include <unistd.h>

#include <filesystem>

#include "store/git.hpp"

namespace escalate {
namespace {

constexpr const char* driver_key = "merge.escalate.driver";

std::string without_line_end(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string in_quotes_of_the_shell(const std::string& text) {
  std::string quoted = "'";
  for (const char letter : text) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return quoted + "'";
}

/// Returns the command that git runs. %O, %A, %B are the versions, %L the size of markers, %P the quoted name. Codes
/// above 1 are a program that is missing (127), crashed (128 and more) or could not write: the versions are untouched
/// then. git's text merge follows, and where that cannot be done either, both versions one after the other. It is a
/// conflict in any case: a text merge can lose an event without a word.
std::string driver_command(const std::string& program) {
  return in_quotes_of_the_shell(program) +
         " merge-driver --marker-size %L %O %A %B %P; s=$?; [ $s -le 1 ] && exit $s; "
         "echo \"escalate merge-driver failed ($s): git merges the lines instead; see that no event is missing\" >&2; "
         "git merge-file -q --marker-size=%L -L ours -L before -L theirs %A %O %B; m=$?; "
         "[ $m -gt 0 ] && [ $m -le 127 ] && exit 1; "
         "[ $m -gt 127 ] && { echo '<<<<<<< ours'; cat %A; echo; echo '======='; cat %B; echo; "
         "echo '>>>>>>> theirs'; } > %A.both && mv %A.both %A; exit 1";
}

/// Returns the program in a driver's command, as far as it stands in quotes there.
std::string program_in(const std::string& command) {
  if (!command.starts_with('\'')) return {};
  std::string program;
  for (std::size_t i = 1; i < command.size(); ++i) {
    if (command[i] != '\'') {
      program += command[i];
    } else if (command.compare(i, 4, "'\\''") == 0) {
      program += '\'';
      i += 3;
    } else {
      break;
    }
  }
  return program;
}

Result<std::string> setting(const Workspace& workspace, const std::string& key) {
  const Ended ended = TRY(run_program(git_to_read(workspace, {"config", "--get", key})));
  return ended.code == 0 ? without_line_end(ended.out) : std::string();
}

Result<bool> set(const Workspace& workspace, const std::string& key, const std::string& value) {
  const std::string before = TRY(setting(workspace, key));
  if (before == value) return false;
  const Ended ended = TRY(run_program(git_to_write(workspace, {"config", "--local", key, value})));
  if (ended.code == 0) return true;
  const auto said = words_of_git(ended);
  return fail(ExitCode::cannot_write,
              "cannot write git's settings of this clone: " + (said.empty() ? key : said.front()));
}

}  // namespace

std::string driver_attribute() { return "cases/**/*.yaml merge=escalate"; }

Result<DriverState> merge_driver_state(const Workspace& workspace) {
  if (TRY(repository_of(workspace)) == Repository::none) return DriverState::no_repository;
  const std::string a_case = "cases/2026/XX-2026-00000.yaml";
  const Ended attribute = TRY(run_program(git_to_read(workspace, {"check-attr", "merge", "--", a_case})));
  const std::string merge = without_line_end(attribute.out);
  if (merge != a_case + ": merge: escalate")
    return merge == a_case + ": merge: unspecified" ? DriverState::no_attribute : DriverState::other_merge;
  const std::string command = TRY(setting(workspace, driver_key));
  if (command.empty()) return DriverState::no_driver;
  const std::string program = program_in(command);
  if (command != driver_command(program)) return DriverState::other_driver;
  const bool missing = program.starts_with('/') && ::access(program.c_str(), X_OK) != 0;
  return missing ? DriverState::no_program : DriverState::registered;
}

std::string own_program() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? "escalate" : program.native();
}

Result<bool> register_merge_driver(const Workspace& workspace, const std::string& program) {
  const bool named = TRY(set(workspace, "merge.escalate.name", "escalate: the events of both sides"));
  const bool driven = TRY(set(workspace, driver_key, driver_command(program)));
  return named || driven;
}

Result<void> make_repository(const Workspace& workspace) {
  const Ended ended = TRY(run_program(git_to_write(workspace, {"init", "--quiet"})));
  if (ended.code == 0) return {};
  const auto said = words_of_git(ended);
  return fail(ExitCode::cannot_write, "cannot make a git repository: " + (said.empty() ? "git init" : said.front()));
}

}  // namespace escalate
