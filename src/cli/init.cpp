// `escalate init`: a folder for one's own cases.
#include "render/init.hpp"

#include <algorithm>

#include "base/id.hpp"
#include "base/suggest.hpp"
#include "cli/asking.hpp"
#include "cli/check_history.hpp"
#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/git_setup.hpp"
#include "cli/settings_file.hpp"
#include "cli/typed.hpp"
#include "cli/workspace_files.hpp"
#include "render/faults.hpp"
#include "store/exposure.hpp"
#include "store/git_exposure.hpp"
#include "time/quote.hpp"
#include "yaml/settings_reader.hpp"
#include "yaml/settings_writer.hpp"

namespace escalate {
namespace {

/// The policies to choose from: ids, and procedures that join several.
class Choice {
 public:
  explicit Choice(Library& shipped) : m_ids(ids_of(shipped.listing().policies)) {
    Faults of_policies;  // which are the business of `policy check`
    for (const Policy* policy : shipped.policies(of_policies))
      if (!policy->edition_of.empty()) m_editions[policy->edition_of].push_back(policy->id);
  }

  const std::vector<std::string>& ids() const { return m_ids; }

  std::vector<std::string> names() const {
    std::vector<std::string> names = m_ids;
    for (const auto& [procedure, editions] : m_editions) names.push_back(procedure);
    return names;
  }

  /// Returns the ids meant by `all`, an id, or a procedure.
  Result<std::vector<std::string>> meant(const std::string& typed) const {
    if (typed == "all") return m_ids;
    if (contains(m_ids, typed)) return std::vector<std::string>{typed};
    if (const auto editions = m_editions.find(typed); editions != m_editions.end()) return editions->second;
    return fail(ExitCode::refused, "no policy " + in_quotes(typed) + " comes with the program",
                did_you_mean(typed, names(), "there are " + and_list(names()) + "; or write all"));
  }

  /// Returns the ids meant by several, each once, in the order of the list.
  Result<std::vector<std::string>> meant(const std::vector<std::string>& typed) const {
    std::vector<std::string> wanted;
    for (const std::string& one : typed)
      for (const std::string& id : TRY(meant(one))) wanted.push_back(id);
    std::vector<std::string> chosen;
    for (const std::string& id : m_ids)
      if (contains(wanted, id)) chosen.push_back(id);
    return chosen;
  }

  /// Returns what `open` may follow by default, where these are chosen: each of them, and the procedures they are of.
  std::vector<std::string> defaults(const std::vector<std::string>& chosen) const {
    std::vector<std::string> names = chosen;
    for (const auto& [procedure, editions] : m_editions)
      if (std::any_of(editions.begin(), editions.end(), [&](const auto& id) { return contains(chosen, id); }))
        names.push_back(procedure);
    return names;
  }

  /// Returns the one that goes without saying: the only policy, or the procedure that all of them are editions of.
  std::string obvious(const std::vector<std::string>& chosen) const {
    if (chosen.size() == 1) return chosen.front();
    for (const auto& procedure : m_editions)
      if (std::all_of(chosen.begin(), chosen.end(), [&](const auto& id) { return contains(procedure.second, id); }))
        return procedure.first;
    return {};
  }

 private:
  std::vector<std::string> m_ids;
  std::map<std::string, std::vector<std::string>> m_editions;
};

/// Returns the words of an answer, however they are told apart: `kent, leeds wiltshire`.
std::vector<std::string> words_of(const std::string& answer) {
  std::vector<std::string> words(1);
  for (const char letter : answer) {
    if (letter != ' ' && letter != ',' && letter != '\t')
      words.back() += letter;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

class Initiation {
 public:
  Initiation(const InitOptions& options, Context& context, Library& shipped)
      : m_options(options), m_context(context), m_shipped(shipped), m_choice(shipped), m_typed(context) {}

  Result<ExitCode> run() {
    m_place = TRY(workspace_place(m_context.env.working_directory, typed_folder()));
    m_initiated.folder = m_place.shown;
    m_initiated.again = is_there("escalate.yaml");
    TRY(choose_policies());
    TRY(choose_settings());
    const auto files = TRY(workspace_files(m_shipped, m_ids, m_initiated.settings));
    TRY(prove(files.back()));
    const Workspace workspace = TRY(make(files));
    if (m_options.git) m_initiated.git = TRY(set_up_git(workspace));
    return report(workspace);
  }

 private:
  /// A folder is named from where -C leads, which may itself be the new one.
  std::string typed_folder() const {
    const Text& dir = m_context.global.dir;
    if (!m_options.folder) return dir.value_or(".");
    return dir ? (std::filesystem::path(*dir) / *m_options.folder).native() : *m_options.folder;
  }

  bool is_there(const std::string& below) const {
    std::error_code error;
    return std::filesystem::exists(std::filesystem::symlink_status(m_place.folder / below, error));
  }

  /// All policies, unless some are named; in a workspace that was whole already, those that are named and those there.
  Result<void> choose_policies() {
    std::vector<std::string> typed = m_options.policies;
    if (typed.empty() && !m_initiated.again) typed = {"all"};
    if (m_initiated.again)
      for (const std::string& id : m_choice.ids())
        if (is_there("policies/" + id + ".yaml")) typed.push_back(id);
    if (m_options.policies.empty() && !m_initiated.again && may_ask(m_context)) {
      const Question question{"Which policies? " + and_list(m_choice.names()) + ", or all", "--policy", "all"};
      typed = words_of(*TRY(answer_to(
          question,
          [&](const std::string& answer) -> Result<void> {
            TRY(m_choice.meant(words_of(answer)));
            return {};
          },
          m_context)));
    }
    m_ids = TRY(m_choice.meant(typed));
    return {};
  }

  Result<void> choose_settings() {
    Text by = m_options.by, policy = m_options.default_policy;
    if (!m_initiated.again) {
      TRY(ask_for(
          by, {"Your job, which is written down with what you record; never a name", "--by", "", Need::may_be_skipped},
          a_line("--by"), m_context));
      if (!policy && !m_choice.obvious(m_ids).empty()) policy = m_choice.obvious(m_ids);
      TRY(ask_for(
          policy,
          {"Which policy do you use most? " + or_list(m_choice.defaults(m_ids)), "--default", "", Need::may_be_skipped},
          [&](const std::string& answer) { return may_be_default(answer); }, m_context));
    }
    m_initiated.settings.by = m_typed.optional_line(by, "--by");
    m_initiated.settings.policy = policy.value_or("");
    if (policy) TRY(may_be_default(*policy));
    return m_typed.check("init");
  }

  Result<void> may_be_default(const std::string& policy) const {
    if (m_initiated.again && is_id(policy)) return {};  // of the workspace that is there
    const auto known = m_choice.defaults(m_ids);
    if (contains(known, policy)) return {};
    return fail(ExitCode::refused, in_quotes(policy) + " is not among the policies of the new workspace",
                did_you_mean(policy, known, "they are " + and_list(known)));
  }

  /// Fails unless the text of the settings reads back as what was meant.
  Result<void> prove(const NewFile& file) const {
    const auto read = read_settings(file.below, file.bytes);
    if (read && read->by == m_initiated.settings.by && read->policy == m_initiated.settings.policy) return {};
    return fail(ExitCode::bug, "the settings would not read back as they were meant; nothing was written");
  }

  Result<Workspace> make(const std::vector<NewFile>& files) {
    const Workspace workspace = TRY(make_folders(m_context.env.working_directory, m_place));
    const auto placed = TRY(place_files(workspace, files));
    for (std::size_t i = 0; i < files.size(); ++i) {
      FileOfWorkspace::State state = FileOfWorkspace::State::added;
      if (placed[i] == Placed::same) state = FileOfWorkspace::State::same;
      if (placed[i] == Placed::other)
        state = is_shipped(files[i]) ? FileOfWorkspace::State::differs : FileOfWorkspace::State::kept;
      m_initiated.files.push_back({files[i].below, state});
    }
    return workspace;
  }

  /// What the options say and the settings that were there do not is told: nothing is changed in them.
  Faults options_not_taken(const SettingsFile& there) const {
    Faults faults;
    const auto warn = [&](const char* key, const Text& typed, const std::string& value) {
      if (!typed || *typed == value || !m_initiated.again) return;
      faults.push_back({Severity::warning,
                        {there.file.shown, 0, 0},
                        "is there already, and was not changed: " + std::string(key) + " is " +
                            (value.empty() ? "not set" : "'" + value + "'"),
                        "to change it, write into that file: " + std::string(key) + ": " + *typed,
                        {}});
    };
    warn("by", m_options.by, there.settings.by);
    warn("policy", m_options.default_policy, there.settings.policy);
    return faults;
  }

  Result<ExitCode> report(const Workspace& workspace) {
    const SettingsFile there = read_settings_of(workspace);
    Faults problems = there.faults;
    for (const Fault& fault : options_not_taken(there)) problems.push_back(fault);
    for (const Fault& fault : personal_details_in(there)) problems.push_back(fault);
    for (const Fault& fault : open_to_others(workspace)) problems.push_back(fault);
    if (m_options.git) {
      for (const Fault& fault : history_open_to_others(workspace)) problems.push_back(fault);
      for (const Fault& fault : merge_driver_missing(workspace)) problems.push_back(fault);
    }
    m_initiated.settings = there.settings;
    m_initiated.is_private = TRY(is_private(workspace));
    if (!workspace.prefix.empty()) m_initiated.go_to = typed_folder();
    if (m_context.global.format == Format::json) {
      m_context.env.out(json_of_init(m_initiated, {m_context.now(), true, problems}));
    } else {
      m_context.env.err(text_of(problems));
      m_context.env.out(text_of_init(m_initiated));
    }
    return any_error(problems) ? ExitCode::data : ExitCode::ok;
  }

  using Need = Question::Need;

  const InitOptions& m_options;
  Context& m_context;
  Library& m_shipped;
  Choice m_choice;
  Typed m_typed;
  WorkspacePlace m_place;
  std::vector<std::string> m_ids;
  Initiated m_initiated;
};

}  // namespace

Result<ExitCode> run(const InitOptions& options, Context& context) {
  TRY(no_csv(context, "init"));
  Library shipped = TRY(shipped_library(context.env));
  return Initiation(options, context, shipped).run();
}

}  // namespace escalate
