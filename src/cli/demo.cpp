// `escalate demo`: a folder to try things in, with cases that need acting on today. They are written by the commands
// themselves, each run at a time that has passed.
#include "render/demo.hpp"

#include <algorithm>
#include <filesystem>

#include "base/escape.hpp"
#include "base/id.hpp"
#include "cli/commands.hpp"
#include "cli/demo_cases.hpp"
#include "cli/formats.hpp"
#include "cli/library.hpp"
#include "cli/run.hpp"
#include "cli/workspace_files.hpp"
#include "render/faults.hpp"
#include "store/files.hpp"
#include "store/temporary.hpp"
#include "store/workspace.hpp"
#include "store/write.hpp"
#include "time/london.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

namespace fs = std::filesystem;

constexpr const char* by = "Designated safeguarding lead";

/// Returns where files that may vanish are kept.
fs::path folder_for_temporaries(const Env& env) {
  const fs::path named = env.variable("TMPDIR").value_or("");
  std::error_code error;
  return named.is_absolute() && fs::is_directory(named, error) ? named : fs::path("/tmp");
}

std::string fresh_folder(const Env& env) {
  std::string name = "escalate-demo-";
  for (const unsigned char byte : env.random(4)) {
    name += "0123456789abcdef"[byte >> 4];
    name += "0123456789abcdef"[byte & 0xF];
  }
  return (folder_for_temporaries(env) / name).native();
}

/// What stands in a folder where a demonstration is to be made.
struct There {
  bool foreign = false;         ///< something that no demonstration made
  bool settings = false;        ///< which are made last: it was whole
  std::vector<fs::path> cases;  ///< made-up ones, as paths from the root
};

/// Returns what stands in a folder, which may not exist yet.
Result<There> look_at(const fs::path& root, const std::vector<NewFile>& files) {
  There there;
  std::error_code error;
  if (!fs::exists(root, error)) return there;
  const auto is_made = [&](const fs::path& below) {
    const auto file =
        std::find_if(files.begin(), files.end(), [&](const NewFile& one) { return one.below == below.native(); });
    const auto content = file == files.end() ? fail(ExitCode::data, "") : read_file(root / below, most_policy_bytes);
    return content && content->bytes == file->bytes;
  };
  fs::recursive_directory_iterator entry(root, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const fs::path below = entry->path().lexically_relative(root);
    if (entry->is_directory(error) && !entry->is_symlink(error)) continue;
    if (below.parent_path().parent_path() == "cases" && is_demo_case(below.stem().native()))
      there.cases.push_back(below);
    else if (below == "escalate.yaml")
      there.settings = true;
    else if (!is_temporary(below.filename().native()) && !is_made(below))
      there.foreign = true;
  }
  if (error) return fail(ExitCode::data, "cannot look into '" + shown(root.native()) + "': " + error.message());
  return there;
}

/// Fails where something is in the folder: no made-up case may come among real ones. What a demonstration left that was
/// cut off is nothing.
Result<void> must_be_free(const There& there, const WorkspacePlace& place) {
  if (!there.foreign && !there.settings) return {};
  return fail(ExitCode::refused, "'" + place.shown + "' is not empty; made-up cases are not put among other files",
              "name a new folder, or none");
}

Result<std::vector<NewFile>> files_of_demo(const Context& context) {
  Library shipped = TRY(shipped_library(context.env));
  Settings settings;
  settings.by = by;
  return workspace_files(shipped, ids_of(shipped.listing().policies), settings);
}

/// Removes the cases of a demonstration that was cut off: they are told anew.
Result<void> clear(const Workspace& workspace, const There& there) {
  const Lock lock = TRY(lock_cases(workspace));
  for (const fs::path& below : there.cases) {
    const NamedFile file = file_in(workspace, below);
    TRY(remove_file(lock, file.path, file.shown));
  }
  return {};
}

/// The making of a demonstration.
class Making {
 public:
  Making(const DemoOptions& options, Context& context) : m_options(options), m_context(context) {}

  Result<ExitCode> run() {
    const fs::path start = m_context.env.working_directory / m_context.global.dir.value_or("");
    const std::string folder = m_options.folder ? *m_options.folder : fresh_folder(m_context.env);
    m_place = TRY(workspace_place(start, folder));
    auto files = TRY(files_of_demo(m_context));
    const There there = TRY(look_at(m_place.folder, files));
    TRY(must_be_free(there, m_place));
    if (auto made = make(std::move(files), there); !made) return unfinished(std::move(made).error());
    return report();
  }

 private:
  /// The settings are made last: without them it was cut off, and may be made again in the same folder.
  Result<void> make(std::vector<NewFile> files, const There& there) {
    const std::vector<NewFile> settings{files.back()};
    files.pop_back();
    m_workspace = TRY(make_folders(m_context.env.working_directory, m_place));
    TRY(clear(m_workspace, there));
    TRY(place_files(m_workspace, files));
    for (const DemoStep& step : demo_steps(london_date(m_context.now()))) TRY(perform(step));
    TRY(place_files(m_workspace, settings));
    return {};
  }

  /// Runs one command of the demonstration as if it were that time. Warnings are not told: that an edition was not in
  /// force yet, for one, is no news to somebody who looks at another time with --now.
  Result<void> perform(const DemoStep& step) {
    std::string told;
    Env env = m_context.env;
    env.out = [](std::string_view) {};
    env.err = [&told](std::string_view text) { told += text; };
    env.input_is_terminal = false;
    std::vector<std::string> words = step.words;
    words.insert(words.end(), {"-C", m_workspace.root.native(), "--by", by, "--now", iso(step.day) + "T" + step.clock});
    const ExitCode code = escalate::run(words, env);
    while (told.ends_with('\n')) told.pop_back();
    if (code == ExitCode::data && m_problems.empty())
      m_problems = {{Severity::error, {m_place.shown, 0, 0}, "not every date of the made-up cases is known", told, {}}};
    if (code == ExitCode::ok || code == ExitCode::data) return {};
    return fail(code, "the demonstration could not be made: '" + step.words.front() + "' said: " + told);
  }

  /// Says what to do about a demonstration that was cut off.
  tl::unexpected<Failure> unfinished(Failure failure) const {
    if (m_options.folder) return not_whole(std::move(failure));
    failure = std::move(not_whole(std::move(failure)).value());
    failure.help = "run it again; what is in '" + m_place.shown + "' may be removed";
    return tl::make_unexpected(std::move(failure));
  }

  ExitCode report() {
    const Demonstration demo{m_workspace.root.native(), m_context.global.now.value_or(""),
                             ids_of(list_cases(m_workspace).files), overdue_demo_case, urgent_demo_case};
    const bool in_text = m_context.global.format == Format::text;
    if (in_text) m_context.env.err(text_of(m_problems));
    m_context.env.out(in_text ? demo_text(demo) : demo_json(demo, {m_context.now(), true, m_problems}));
    return m_problems.empty() ? ExitCode::ok : ExitCode::data;
  }

  const DemoOptions& m_options;
  Context& m_context;
  WorkspacePlace m_place;
  Workspace m_workspace;
  Faults m_problems;
};

}  // namespace

Result<ExitCode> run(const DemoOptions& options, Context& context) {
  TRY(no_csv(context, "demo"));
  return Making(options, context).run();
}

}  // namespace escalate
