#include "store/git.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace escalate {
namespace {

bool starts_with_any(std::string_view text, const std::vector<std::string_view>& starts) {
  return std::any_of(starts.begin(), starts.end(), [text](std::string_view start) { return text.starts_with(start); });
}

/// Returns the variables of this process that `keep` says yes to.
template <typename Keep>
std::vector<std::string> variables(Keep keep) {
  std::vector<std::string> kept;
  for (char** each = environ; each != nullptr && *each != nullptr; ++each)
    if (keep(std::string_view(*each))) kept.emplace_back(*each);
  return kept;
}

// What a hostile repository could have git run while it only reads, and what each is set to instead. Settings given
// so win over those of the repository, and reach what git itself starts.
constexpr std::array<std::array<std::string_view, 2>, 9> harmless = {{{"core.fsmonitor", "false"},
                                                                      {"core.hooksPath", "/dev/null"},
                                                                      {"core.pager", "cat"},
                                                                      {"core.sshCommand", "false"},
                                                                      {"core.alternateRefsCommand", "true"},
                                                                      {"core.askPass", "false"},
                                                                      {"protocol.allow", "never"},
                                                                      {"gc.auto", "0"},
                                                                      {"safe.bareRepository", "explicit"}}};

std::vector<std::string> environment_to_read() {
  auto environment = variables([](std::string_view text) {
    return starts_with_any(text, {"PATH=", "HOME=", "XDG_CONFIG_HOME=", "USER="});
  });
  for (const char* text :
       {"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_REPLACE_OBJECTS=1", "GIT_NO_LAZY_FETCH=1",
        "GIT_ALLOW_PROTOCOL=none", "GIT_GRAFT_FILE=/dev/null", "GIT_PAGER=cat", "GIT_LITERAL_PATHSPECS=1"})
    environment.emplace_back(text);
  environment.push_back("GIT_CONFIG_COUNT=" + std::to_string(harmless.size()));
  for (std::size_t i = 0; i < harmless.size(); ++i) {
    environment.push_back("GIT_CONFIG_KEY_" + std::to_string(i) + "=" + std::string(harmless[i][0]));
    environment.push_back("GIT_CONFIG_VALUE_" + std::to_string(i) + "=" + std::string(harmless[i][1]));
  }
  return environment;
}

/// Of git's variables those that say who the user is and where the user's own settings are.
bool is_users_own(std::string_view text) {
  return starts_with_any(text, {"GIT_AUTHOR_NAME=", "GIT_AUTHOR_EMAIL=", "GIT_COMMITTER_NAME=", "GIT_COMMITTER_EMAIL=",
                                "GIT_CONFIG_GLOBAL=", "GIT_CONFIG_SYSTEM=", "GIT_CONFIG_NOSYSTEM="});
}

std::vector<std::string> environment_to_write() {
  auto environment = variables([](std::string_view text) {
    const bool of_language = starts_with_any(text, {"LC_ALL=", "LC_MESSAGES=", "LANGUAGE="});
    return !of_language && (!text.starts_with("GIT_") || is_users_own(text));
  });
  // What git says is read, so it must be English; letters stay what they are.
  environment.emplace_back("LC_MESSAGES=C");
  for (std::string& all : variables([](std::string_view text) { return text.starts_with("LC_ALL="); }))
    environment.push_back("LC_CTYPE=" + all.substr(all.find('=') + 1));
  for (const char* text : {"GIT_TERMINAL_PROMPT=0", "GIT_EDITOR=true", "GIT_LITERAL_PATHSPECS=1"})
    environment.emplace_back(text);
  return environment;
}

Program git(const Workspace& workspace, const std::vector<std::string>& words, std::vector<std::string> environment) {
  Program program{{"git", "-C", workspace.root.native()}, std::move(environment)};
  program.words.insert(program.words.end(), words.begin(), words.end());
  return program;
}

}  // namespace

Program git_to_read(const Workspace& workspace, const std::vector<std::string>& words) {
  return git(workspace, words, environment_to_read());
}

Program git_to_write(const Workspace& workspace, const std::vector<std::string>& words) {
  return git(workspace, words, environment_to_write());
}

Result<Repository> repository_of(const Workspace& workspace) {
  const Ended ended =
      TRY(run_program(git_to_read(workspace, {"rev-parse", "--is-inside-work-tree", "--is-shallow-repository"})));
  if (ended.code == 0) {
    if (!ended.out.starts_with("true\n")) return Repository::none;
    return ended.out == "true\ntrue\n" ? Repository::shallow : Repository::whole;
  }
  if (ended.err.find("not a git repository") != std::string::npos) return Repository::none;
  const auto said = words_of_git(ended);
  return fail(ExitCode::data,
              "git cannot read this repository: " + (said.empty() ? "it does not say why" : said.front()));
}

std::vector<std::string> words_of_git(const Ended& ended) {
  constexpr std::size_t most = 10;
  std::vector<std::string> lines;
  std::string_view rest = ended.err.find_first_not_of(" \n") == std::string::npos ? ended.out : ended.err;
  while (!rest.empty() && lines.size() < most) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) lines.emplace_back(line);
  }
  return lines;
}

}  // namespace escalate
