// `escalate demo`: a folder to try things in, with cases that need acting on today. They are written by the commands
// themselves, each run at a time that has passed.
#include "render/demo.hpp"

#include <filesystem>

#include "base/id.hpp"
#include "cli/commands.hpp"
#include "cli/demo_cases.hpp"
#include "cli/formats.hpp"
#include "cli/library.hpp"
#include "cli/run.hpp"
#include "cli/workspace_files.hpp"
#include "store/shipped.hpp"
#include "store/workspace.hpp"
#include "time/london.hpp"

namespace escalate {
namespace {

namespace fs = std::filesystem;

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

/// Fails where something is in the folder: no made-up case may come among real ones.
Result<void> must_be_empty(const WorkspacePlace& place) {
  std::error_code error;
  if (!fs::exists(place.folder, error) || fs::is_empty(place.folder, error)) return {};
  return fail(ExitCode::refused, "'" + place.shown + "' is not empty; made-up cases are not put among other files",
              "name a new folder, or none");
}

Result<WorkspacePlace> place_of(const DemoOptions& options, const Context& context) {
  const fs::path start = context.env.working_directory / context.global.dir.value_or("");
  WorkspacePlace place = TRY(workspace_place(start, options.folder ? *options.folder : fresh_folder(context.env)));
  TRY(must_be_empty(place));
  return place;
}

Result<Workspace> make(const WorkspacePlace& place, const Context& context) {
  Library shipped(TRY(shipped_files(context.env)));
  std::vector<std::string> ids;
  for (const PolicyFile& file : shipped.listing().policies) ids.push_back(file.id);
  Settings settings;
  settings.by = "Designated safeguarding lead";
  const auto files = TRY(workspace_files(shipped, ids, settings));
  Workspace workspace = TRY(make_folders(context.env.working_directory, place));
  const Lock lock = TRY(lock_cases(workspace));
  for (const NewFile& file : files) TRY(place_file(lock, workspace, file));
  return workspace;
}

/// Runs one command of the demonstration as if it were that time. Warnings are not told: that an edition was not in
/// force yet, for one, is no news to somebody who looks at another time with --now.
Result<void> perform(const DemoStep& step, const Workspace& workspace, const Env& outside) {
  std::string told;
  Env env = outside;
  env.out = [](std::string_view) {};
  env.err = [&told](std::string_view text) { told += text; };
  env.input_is_terminal = false;
  std::vector<std::string> words = step.words;
  words.insert(words.end(), {"-C", workspace.root.native(), "--now", iso(step.day) + "T" + step.clock});
  const ExitCode code = run(words, env);
  if (code == ExitCode::ok || code == ExitCode::data) return {};
  return fail(code, "the demonstration could not be made whole; '" + step.words.front() + "' said: " + told,
              "remove " + workspace.root.native());
}

}  // namespace

Result<ExitCode> run(const DemoOptions& options, Context& context) {
  TRY(no_csv(context, "demo"));
  const WorkspacePlace place = TRY(place_of(options, context));
  const Workspace workspace = TRY(make(place, context));
  for (const DemoStep& step : demo_steps(london_date(context.now()))) TRY(perform(step, workspace, context.env));
  const Demonstration demo{workspace.root.native(), context.global.now.value_or(""),
                           ids_of(list_cases(workspace).files), overdue_demo_case, urgent_demo_case};
  context.env.out(context.global.format == Format::json ? demo_json(demo, {context.now(), true, {}}) : demo_text(demo));
  return ExitCode::ok;
}

}  // namespace escalate
