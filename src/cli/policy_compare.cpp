// `escalate policy compare`: what differs between two policies, two editions, or two states of one file.
#include "render/policy_compare.hpp"

#include "base/escape.hpp"
#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/library.hpp"
#include "cli/timetable_question.hpp"
#include "render/faults.hpp"
#include "render/timetable_stages.hpp"
#include "store/files.hpp"
#include "yaml/policy_reader.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

/// A policy with the tree of its file.
struct ReadPolicy {
  std::string file;
  Policy policy;
  Document document;
};

/// The workspace, looked for only when it is needed: two files can be compared without one.
class Workplace {
 public:
  explicit Workplace(const Context& context) : m_context(context) {}

  Result<Library*> library() {
    if (!m_library) m_library.emplace(TRY(find_workspace(m_context.env.working_directory, m_context.global.dir)));
    return &*m_library;
  }

 private:
  const Context& m_context;
  std::optional<Library> m_library;
};

bool is_path(const std::string& typed) { return typed.find_first_of("/.") != std::string::npos; }

Result<ReadPolicy> read_one(std::string file, std::string bytes, FileName name, Faults& warnings) {
  PolicyReading reading = read_policy(file, bytes, name);
  if (!reading.policy)
    return fail(ExitCode::data, file + " has faults", "'escalate policy check' shows them", std::move(reading.faults));
  warnings.insert(warnings.end(), reading.faults.begin(), reading.faults.end());
  auto document = read_yaml(file, std::move(bytes), Opinions::libyaml_only);
  return ReadPolicy{std::move(file), *std::move(reading.policy), *std::move(document)};
}

/// Reads what A or B means: standard input, a file, or the policy with this id here.
Result<ReadPolicy> read_meant(const std::string& typed, Context& context, Workplace& workplace, Faults& warnings) {
  if (typed == "-") {
    std::string bytes = TRY(context.env.read_input(most_policy_bytes));
    return read_one("standard input", std::move(bytes), FileName::any, warnings);
  }
  if (is_path(typed)) {
    FileContent content = TRY(read_file(context.env.working_directory / typed, most_policy_bytes, shown(typed)));
    return read_one(shown(typed), std::move(content.bytes), FileName::any, warnings);
  }
  Library* library = TRY(workplace.library());
  TRY(library->policy(typed));  // so that what is missing or faulty is told as everywhere
  for (const PolicyFile& file : library->listing().policies) {
    if (file.id != typed) continue;
    FileContent content = TRY(read_file(file.path, most_policy_bytes, file.shown));
    return read_one(file.shown, std::move(content.bytes), FileName::is_the_id, warnings);
  }
  return fail(ExitCode::bug, "policy '" + typed + "' is listed nowhere");
}

Result<Timetable> timetable_of(const PolicyCompareOptions& options, const Policy& policy, const Context& context,
                               Workplace& workplace) {
  const Stamp start = TRY(read_time(*options.from, "--from", context.now()));
  const std::string route = TRY(route_of(policy, options.route));
  auto marks = TRY(marks_of(options.marks, policy, start, context.now()));
  Library* library = TRY(workplace.library());
  const Calendar* calendar = TRY(library->calendar(policy.calendar));
  const TimetableQuestion question{&policy, calendar, route, start, std::move(marks), nullptr};
  return Timetable{question, timetable(question), collisions(question)};
}

Result<void> check_options(const PolicyCompareOptions& options) {
  if (options.first == "-" && options.second == "-")
    return fail(ExitCode::usage, "only one of the two can come from standard input", "give '-' once");
  if (!options.from && (options.route || !options.marks.empty()))
    return fail(ExitCode::usage, "--route and --mark are for the timetables, which need --from TIME",
                "for example --from 2026-11-02, or --from today");
  return {};
}

}  // namespace

Result<ExitCode> run(const PolicyCompareOptions& options, Context& context) {
  TRY(no_csv(context, "policy compare"));
  TRY(check_options(options));
  Workplace workplace(context);
  Faults problems;
  const ReadPolicy a = TRY(read_meant(options.first, context, workplace, problems));
  const ReadPolicy b = TRY(read_meant(options.second, context, workplace, problems));
  ComparedPolicies compared;
  compared.a = {a.file, &a.policy, {}};
  compared.b = {b.file, &b.policy, {}};
  compared.comparison = compare_policies(a.document.root, b.document.root);
  for (ComparedPolicy* one : {&compared.a, &compared.b}) {
    if (!options.from) break;
    one->timetable = TRY(timetable_of(options, *one->policy, context, workplace));
    for (Fault& problem : problems_of(one->timetable->stages)) problems.push_back(std::move(problem));
  }
  if (context.global.format == Format::json) {
    context.env.out(compare_json(compared, {context.now(), true, problems}));
  } else {
    context.env.err(text_of(problems));
    context.env.out(compare_text(compared));
  }
  return any_error(problems) ? ExitCode::data : ExitCode::ok;
}

}  // namespace escalate
