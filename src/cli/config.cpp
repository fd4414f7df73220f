// `escalate config`: each setting, its value and where it comes from.
#include "render/config.hpp"

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/settings_file.hpp"
#include "render/faults.hpp"

namespace escalate {
namespace {

Faults problems_of(const SettingsFile& read, Library& library) {
  Faults problems = read.faults;
  for (Fault& warning : warnings_of(read.settings, library)) {
    warning.excerpt = line_of(read.bytes, warning.place.line);
    problems.push_back(std::move(warning));
  }
  return problems;
}

}  // namespace

Result<ExitCode> run(const ConfigOptions&, Context& context) {
  TRY(no_csv(context, "config"));
  Library library(TRY(find_workspace(context.env.working_directory, context.global.dir)));
  const SettingsFile read = read_settings_of(library.workspace());
  const Faults problems = problems_of(read, library);
  Faults of_policies;  // which `policy check` tells
  Configuration configuration{library.workspace().root.native(), read.file.shown, Configuration::File::used,
                              read.settings, library.policies(of_policies)};
  if (!read.exists) configuration.state = Configuration::File::missing;
  if (any_error(read.faults)) configuration.state = Configuration::File::faulty;
  if (context.global.format == Format::json) {
    context.env.out(config_json(configuration, {context.now(), true, problems}));
  } else {
    context.env.err(text_of(problems));
    context.env.out(config_text(configuration));
  }
  return any_error(problems) ? ExitCode::data : ExitCode::ok;
}

}  // namespace escalate
