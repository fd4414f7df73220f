// `escalate policy check`: what is wrong with policies and calendars, and what a policy cannot keep.
#include "base/escape.hpp"
#include "cli/checked_file.hpp"
#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "render/faults.hpp"
#include "store/files.hpp"
#include "time/london.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

constexpr std::size_t most_document_bytes = std::size_t{16} << 20;

std::vector<CheckedFile> checked_workspace(const Check& check) {
  std::vector<CheckedFile> files;
  for (const PolicyFile& file : check.library->listing().policies)
    files.push_back(checked(check, file, CheckedFile::Kind::policy));
  for (const PolicyFile& file : check.library->listing().calendars)
    files.push_back(checked(check, file, CheckedFile::Kind::calendar));
  return files;
}

bool is_file(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

const PolicyFile* called(const std::string& id, const PolicyListing& listing) {
  for (const auto* files : {&listing.policies, &listing.calendars})
    for (const PolicyFile& file : *files)
      if (file.id == id) return &file;
  return nullptr;
}

/// Finds what FILE means: the id of a policy or calendar here, else a path.
Result<PolicyFile> file_meant(const std::string& typed, const Context& context, Result<Library>& library) {
  const std::filesystem::path path = context.env.working_directory / typed;
  const PolicyFile as_path{path, shown(typed), path.stem().native()};
  if (typed.find_first_of("/.") != std::string::npos) return as_path;
  if (library)
    if (const PolicyFile* file = called(typed, library->listing())) return *file;
  if (is_file(path)) return as_path;
  if (!library) return tl::make_unexpected(library.error());
  return tl::make_unexpected(library->policy(typed).error());
}

Result<SourceText> source_text(const std::string& typed, Context& context) {
  if (typed == "-") {
    std::string text = TRY(context.env.read_input(most_document_bytes));
    return SourceText{"standard input", std::move(text)};
  }
  FileContent content = TRY(read_file(context.env.working_directory / typed, most_document_bytes, shown(typed)));
  return SourceText{shown(typed), std::move(content.bytes)};
}

Result<std::vector<CheckedFile>> checked_file(Check check, const PolicyCheckOptions& options, Context& context,
                                              Result<Library>& library) {
  const PolicyFile named = TRY(file_meant(*options.file, context, library));
  const FileContent content = TRY(read_file(named.path, most_policy_bytes, named.shown));
  const CheckedFile::Kind kind = kind_of(named.shown, content.bytes);
  if (options.against && kind != CheckedFile::Kind::policy)
    return fail(ExitCode::usage, "--against is for policies; '" + named.shown + "' is none", "leave --against out");
  SourceText text;
  if (options.against) {
    text = TRY(source_text(*options.against, context));
    check.against = &text;
  }
  return std::vector<CheckedFile>{checked(check, named, kind, content.bytes)};
}

ExitCode report(const std::vector<CheckedFile>& files, Faults problems, Context& context) {
  for (const CheckedFile& file : files) problems.insert(problems.end(), file.faults.begin(), file.faults.end());
  const ExitCode code = any_error(problems) ? ExitCode::data : ExitCode::ok;
  if (context.global.format == Format::json) {
    context.env.out(policy_check_json(files, {context.now(), true, std::move(problems)}));
  } else {
    context.env.err(text_of(problems));
    context.env.out(policy_check_text(files));
  }
  return code;
}

Result<Library> library_of(const Context& context) {
  return Library(TRY(find_workspace(context.env.working_directory, context.global.dir)));
}

}  // namespace

Result<ExitCode> run(const PolicyCheckOptions& options, Context& context) {
  TRY(no_csv(context, "policy check"));
  if (options.against && !options.file)
    return fail(ExitCode::usage, "--against needs the policy FILE whose quotations are to be found in it",
                "for example: escalate policy check kent --against kent.txt");
  Result<Library> library = library_of(context);
  if (!library && (!options.file || context.global.dir)) return tl::make_unexpected(library.error());
  const Check check{london_date(context.now()), library ? &*library : nullptr, nullptr};
  if (options.file) return report(TRY(checked_file(check, options, context, library)), {}, context);
  return report(checked_workspace(check), library->listing().problems, context);
}

}  // namespace escalate
