#include "render/init.hpp"

#include <algorithm>
#include <set>

#include "base/escape.hpp"
#include "base/id.hpp"
#include "base/suggest.hpp"
#include "render/layout.hpp"
#include "render/shell_word.hpp"

namespace escalate {
namespace {

using State = FileOfWorkspace::State;

std::string line(std::string_view label, const std::string& text) {
  constexpr int width = 15;
  return wrapped(text, "  " + padded(label, width), "  " + padded("", width));
}

std::vector<std::string> files_in(const Initiated& initiated, State state) {
  std::vector<std::string> names;
  for (const FileOfWorkspace& file : initiated.files)
    if (file.state == state) names.push_back(shown(file.below));
  return names;
}

/// Returns the ids of the policies among the files.
std::vector<std::string> policies_of(const Initiated& initiated) {
  constexpr std::string_view folder = "policies/", ending = ".yaml";
  std::vector<std::string> ids;
  for (const FileOfWorkspace& file : initiated.files) {
    const bool policy = file.below.starts_with(folder) && file.below.ends_with(ending) &&
                        file.below.find('/', folder.size()) == std::string::npos;
    if (policy) ids.push_back(file.below.substr(folder.size(), file.below.size() - folder.size() - ending.size()));
  }
  return ids;
}

std::string settings_words(const Settings& settings) {
  const std::string by = settings.by.empty() ? "by is not set" : "by: " + settings.by;
  return shown(by + (settings.policy.empty() ? "; policy is not set" : "; policy: " + settings.policy));
}

std::string made(const Initiated& initiated) {
  return wrapped((initiated.go_to.empty() ? "Made this folder a workspace" : "Made the workspace " + initiated.folder) +
                     ":",
                 "", "  ") +
         line("policies/", and_list(policies_of(initiated)) + "; the bank holidays in calendars/") +
         line("cases/", initiated.is_private ? "no case yet; nobody but you can open it" : "no case yet") +
         line("escalate.yaml", settings_words(initiated.settings)) +
         (contains(files_in(initiated, State::added), "README.md")
              ? line("README.md", "what may be written here, who may read it, what to type")
              : "");
}

std::string list(const std::string& heading, const std::vector<std::string>& names) {
  std::string text = names.empty() ? "" : wrapped(heading, "", "  ");
  for (const std::string& name : names) text += "  " + name + "\n";
  return text;
}

std::string found(const Initiated& initiated) {
  const auto added = files_in(initiated, State::added);
  return wrapped((initiated.go_to.empty() ? "This folder" : initiated.folder) + " is a workspace already." +
                     (added.empty() && initiated.git.empty() ? " Nothing was changed." : ""),
                 "", "  ") +
         list("Added:", added);
}

std::string of_git(const Initiated& initiated) {
  std::string text;
  for (const std::string& sentence : initiated.git) text += wrapped(sentence, "", "  ");
  return text;
}

std::string next(const Initiated& initiated) {
  return "Next:\n" + (initiated.go_to.empty() ? "" : "  cd " + shown(shell_word(initiated.go_to)) + "\n") +
         (initiated.again ? "  escalate overdue\n" : "  escalate open\n  escalate help\n");
}

const char* word_of(State state) {
  switch (state) {
    case State::added:
      return "added";
    case State::same:
      return "same";
    case State::kept:
      return "kept";
    case State::differs:
      return "differs";
  }
  return "";
}

}  // namespace

std::string text_of_init(const Initiated& initiated) {
  return (initiated.again ? found(initiated) : made(initiated)) +
         (initiated.again ? "" : list("There already, and kept as it is:", files_in(initiated, State::kept))) +
         list("Not as it comes with the program, and kept as it is:", files_in(initiated, State::differs)) +
         of_git(initiated) + next(initiated);
}

std::string json_of_init(const Initiated& initiated, const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["workspace"] = initiated.folder;
  json["by"] = text_or_null(initiated.settings.by);
  json["policy"] = text_or_null(initiated.settings.policy);
  json["files"] = Json::array();
  for (const FileOfWorkspace& file : initiated.files)
    json["files"].push_back({{"file", file.below}, {"state", word_of(file.state)}});
  json["git"] = initiated.git;
  return text_of(json);
}

}  // namespace escalate
