// `escalate merge-driver`: what git runs to merge two versions of a case file.
#include <charconv>

#include "base/escape.hpp"
#include "cli/commands.hpp"
#include "render/faults.hpp"
#include "store/files.hpp"
#include "store/write.hpp"
#include "yaml/case_merge.hpp"
#include "yaml/conflict_text.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

constexpr std::size_t usual_marker_size = 7;
constexpr std::size_t most_marker_size = 1000;

Result<void> text_only(const Context& context) {
  if (context.global.format == Format::text) return {};
  return fail(ExitCode::usage, "this command has text only: 'merge-driver'", "leave --format out");
}

Result<std::size_t> marker_size(const Text& typed) {
  if (!typed) return usual_marker_size;
  std::size_t size = 0;
  const char* end = typed->data() + typed->size();
  const auto [rest, error] = std::from_chars(typed->data(), end, size);
  if (error == std::errc{} && rest == end && size >= 1 && size <= most_marker_size) return size;
  return fail(ExitCode::usage, "--marker-size: '" + *typed + "' is no number from 1 to 1000",
              "git gives it for %L; it is 7 as a rule");
}

std::filesystem::path path_of(const std::string& typed, const Context& context) {
  return context.env.working_directory / typed;
}

Result<FileContent> content_of(const std::string& typed, const Context& context) {
  if (typed == "/dev/null") return FileContent{};
  return read_file(path_of(typed, context), most_case_bytes, shown(typed));
}

Fault both_kept(const std::string& file, const Text& path) {
  return {Severity::error,
          {file, 0, 0},
          "not merged: both sides stand in the file, between lines of <<<<<<<, ======= and >>>>>>>",
          "keep every event of both, whole, take those lines out, and look with: escalate check" +
              (path ? "\nthen: git add -- '" + *path + "'" : std::string()),
          ""};
}

}  // namespace

Result<ExitCode> run(const MergeDriverOptions& options, Context& context) {
  TRY(text_only(context));
  const std::size_t size = TRY(marker_size(options.marker_size));
  const std::string file = options.path.value_or(options.ours);
  const FileContent base = TRY(content_of(options.base, context));
  const FileContent ours = TRY(content_of(options.ours, context));
  const FileContent theirs = TRY(content_of(options.theirs, context));
  const MergeSides sides{base.bytes, ours.bytes, theirs.bytes};
  const auto merged = merged_case(file, sides);
  const std::string bytes = merged ? *merged : with_conflict_markers(sides, size);
  TRY(replace_unlocked_file(path_of(options.ours, context), ours.version, bytes, shown(options.ours)));
  if (merged) return ExitCode::ok;
  context.env.err(text_of(merged.error()) + text_of(both_kept(file, options.path)));
  return ExitCode::found;
}

}  // namespace escalate
