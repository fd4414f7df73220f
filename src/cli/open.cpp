// `escalate open`: a new case, its file and its first event.
#include <algorithm>

#include "base/id.hpp"
#include "base/personal.hpp"
#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/formats.hpp"
#include "cli/personal_texts.hpp"
#include "cli/policy_to_open.hpp"
#include "cli/record.hpp"
#include "engine/choices.hpp"
#include "policy/editions.hpp"
#include "render/faults.hpp"
#include "render/written.hpp"
#include "store/lock.hpp"
#include "store/names.hpp"
#include "store/write.hpp"
#include "time/quote.hpp"
#include "time/words.hpp"
#include "yaml/event_writer.hpp"

namespace escalate {
namespace {

Fault warning(std::string text, std::string help = {}) {
  return {Severity::warning, {}, std::move(text), std::move(help), ""};
}

/// The first event in the making.
class Opening {
 public:
  Opening(const OpenOptions& options, Context& context) : m_options(options), m_context(context), m_typed(context) {}

  Result<ExitCode> run() {
    TRY(no_csv(m_context, "open"));
    Records records = TRY(Records::find(m_context));
    TRY(settings_must_hold(records));
    TRY(choose_policy(records));
    read_texts();
    TRY(read_marks());
    const Heading heading = TRY(heading_of(m_options, records.settings(), m_context.now(), m_typed, "open"));
    TRY(finish_marks(heading));
    m_opened.to =
        m_destination.stage == first_stage(*m_policy, m_destination.route) && !m_options.to ? "" : m_destination.stage;
    m_opened.route = m_destination.route;
    add_warnings(records, heading);
    TRY(look_for_personal_details(heading));
    return write(records, heading);
  }

 private:
  Result<void> choose_policy(Records& records) {
    const std::string id = m_options.policy.value_or(records.settings().policy);
    if (id.empty()) {
      m_typed.missing("--policy ID");
      return {};
    }
    m_policy = TRY(policy_to_open(records, id, m_options.at, m_context));
    records.forget_problems();
    m_calendar = records.calendar_or_none(m_policy->calendar);
    m_problems = records.problems;
    m_destination = TRY(destination_of_open(*m_policy, m_options.to.value_or(""), m_options.route.value_or("")));
    m_opened.policy = m_policy->id;
    m_opened.policy_digest = m_policy->digest;
    return {};
  }

  void read_texts() {
    m_opened.child = m_typed.needed_line(m_options.child, "--child", "--child REF");
    m_opened.raising.agency = m_typed.needed_line(m_options.raising, "--raising", "--raising AGENCY");
    m_opened.receiving.agency = m_typed.needed_line(m_options.receiving, "--receiving", "--receiving AGENCY");
    m_opened.concern = m_typed.needed_text(m_options.concern, "--concern", "--concern TEXT");
    m_opened.sought = m_typed.optional_text(m_options.sought, "--sought");
    m_opened.theme = m_typed.optional_line(m_options.theme, "--theme");
    m_opened.raising.kind = kind(m_options.raising_kind, "--raising-kind");
    m_opened.receiving.kind = kind(m_options.receiving_kind, "--receiving-kind");
    if (m_options.to && !m_options.because)
      m_typed.missing("--because TEXT (why the case enters at '" + *m_options.to + "')");
    m_opened.because = m_typed.optional_text(m_options.because, "--because");
  }

  std::string kind(const Text& typed, const std::string& option) {
    if (!typed) return {};
    const auto& kinds = agency_kinds();
    if (std::find(kinds.begin(), kinds.end(), *typed) == kinds.end())
      m_typed.failed({ExitCode::usage,
                      option + ": unknown kind of agency " + in_quotes(*typed),
                      did_you_mean(*typed, kinds, "write one of " + or_list(kinds)),
                      {}});
    return *typed;
  }

  /// Reads the marks, and notes each that the policy asks for at opening and nobody answered.
  Result<void> read_marks() {
    for (const std::string& typed : m_options.marks) {
      const std::string id = typed.substr(0, typed.find('='));
      if (m_policy && !m_policy->mark(id))
        return fail(ExitCode::refused, "the policy '" + m_policy->id + "' has no mark " + in_quotes(id),
                    did_you_mean(id, ids_of(m_policy->marks), "its marks are " + and_list(ids_of(m_policy->marks))));
      if (m_marks.count(id) > 0) return fail(ExitCode::usage, "the mark " + in_quotes(id) + " is given twice");
      m_marks[id].holds = typed != id + "=unknown";
    }
    if (!m_policy) return {};
    for (const MarkRule& rule : m_policy->marks)
      if (rule.ask_at_open && m_marks.count(rule.id) == 0 && holds(rule.conditions, m_marks, m_destination.route))
        m_typed.missing("--mark " + rule.id + "=TIME|unknown (" + rule.title + ")");
    return {};
  }

  Result<void> finish_marks(const Heading& heading) {
    for (const std::string& typed : m_options.marks) {
      const TypedMark mark = TRY(read_mark(typed, heading.at, m_context.now()));
      if (!mark.since) TRY(may_be_unknown(*m_policy, mark.mark));
      m_opened.marks.emplace_back(mark.mark, mark.since);
    }
    return {};
  }

  void add_warnings(Records& records, const Heading& heading) {
    const auto& themes = m_policy->themes;
    const bool listed =
        std::any_of(themes.begin(), themes.end(), [&](const auto& theme) { return theme.first == m_opened.theme; });
    std::vector<std::string> known;
    for (const auto& [id, title] : themes) known.push_back(id);
    if (!m_opened.theme.empty() && !listed)
      m_problems.push_back(
          warning((personal_details(m_opened.theme).empty() ? in_quotes(m_opened.theme) : "the theme") +
                      " is not among the policy's themes; it is kept as written",
                  did_you_mean(m_opened.theme, known, known.empty() ? "" : "they are " + and_list(known))));
    if (const auto fault = not_in_force(*m_policy, usable_policies(records), day_of(heading.at)))
      m_problems.push_back(*fault);
    warn_of_same_child(records);
  }

  void warn_of_same_child(Records& records) {
    const auto cases = records.load_all();
    const std::size_t unread = records.files().size() - cases.size();
    if (unread > 0)
      m_problems.push_back(
          warning(std::to_string(unread) + (unread == 1 ? " case file" : " case files") +
                      " could not be read; whether a case is open already for the same child is not known",
                  "see: escalate status"));
    for (const auto& other : cases) {
      const Outlook outlook = outlook_of(other->subject, m_context.now());
      const Opened* opened = outlook.is().opened();
      if (!outlook.is().open() || !opened || opened->child != m_opened.child ||
          opened->receiving.agency != m_opened.receiving.agency)
        continue;
      m_problems.push_back(
          warning("case " + other->file.id + " is open already for the same child and receiving agency",
                  "to see it: escalate status " + other->file.id));
    }
  }

  Result<void> look_for_personal_details(const Heading& heading) {
    PersonalTexts personal(m_options);
    Event event;
    event.by = heading.by;
    event.body = m_opened;
    TRY(personal.look_at(event));
    m_allowed = event.allow_personal;
    for (const Fault& warning : personal.warnings()) m_problems.push_back(warning);
    return {};
  }

  Result<ExitCode> write(const Records& records, const Heading& heading) {
    Case record;
    record.id = TRY(wanted_id(heading));
    if (m_options.id) TRY(must_be_free(records, record.id));
    if (!m_options.dry_run) TRY(create(records, heading, record));
    if (record.events.empty()) record.events = {first_event(record.id, heading)};
    const Subject subject{&record, m_policy, m_calendar, &records.settings()};
    const Outlook outlook = outlook_of(subject, m_context.now());
    const ExitCode committed = m_options.dry_run ? ExitCode::ok
                                                 : commit_if_asked(records, record.id, record.file, record.events,
                                                                   case_text(record.id, record.events), m_problems);
    m_problems.insert(m_problems.end(), outlook.problems.begin(), outlook.problems.end());
    m_context.env.err(text_of(m_problems));
    Written written{nullptr, &outlook, record.events, m_options.dry_run, m_problems};
    written.id_drawn_later = m_options.dry_run && !m_options.id;
    m_context.env.out(m_context.global.format == Format::json ? json_of_written(written) : text_of_written(written));
    return std::max(committed, any_error(m_problems) ? ExitCode::data : ExitCode::ok);
  }

  std::string year_of(const Heading& heading) const {
    return std::to_string(static_cast<int>(std::chrono::year_month_day{day_of(heading.at)}.year()));
  }

  Result<std::string> wanted_id(const Heading& heading) const {
    const std::string head = m_policy->case_prefix + "-" + year_of(heading) + "-";
    if (!m_options.id) return m_options.dry_run ? head + "....." : std::string();
    const std::string id = folded_case_id(*m_options.id);
    if (!year_of_case_id(id))
      return fail(ExitCode::usage, "--id: " + in_quotes(*m_options.id) + " is no case id",
                  "write it like " + head + "K7QXM");
    if (id.compare(0, head.size(), head) == 0) return id;
    return fail(ExitCode::refused, "--id: a case opened in " + year_of(heading) + " under '" + m_policy->id +
                                       "' begins with '" + head + "'");
  }

  static Result<void> must_be_free(const Records& records, const std::string& id) {
    const auto& files = records.files();
    const bool taken = std::any_of(files.begin(), files.end(), [&](const CaseFile& file) { return file.id == id; });
    if (!taken) return {};
    return fail(ExitCode::refused, "case " + id + " exists already", "to see it: escalate status " + id);
  }

  std::string drawn_id(const Heading& heading) const {
    std::string id = m_policy->case_prefix + "-" + year_of(heading) + "-";
    for (const unsigned char byte : m_context.env.random(own_letters)) id += crockford[byte % crockford.size()];
    return id;
  }

  /// Draws ids until one is free, unless one was asked for.
  Result<void> create(const Records& records, const Heading& heading, Case& record) const {
    const Lock lock = TRY(lock_cases(records.workspace()));
    constexpr int draws = 100;
    for (int draw = 0; draw < draws; ++draw) {
      if (!m_options.id) record.id = drawn_id(heading);
      record.events = {first_event(record.id, heading)};
      const auto file = case_file(records.workspace(), record.id);
      record.file = file->shown;
      const std::string bytes = case_text(record.id, record.events);
      TRY(prove(record.id, file->shown, "", bytes, record.events));
      if (TRY(create_file(lock, records.workspace(), file->path, bytes, file->shown)) == Created::created) return {};
      if (m_options.id)
        return fail(ExitCode::refused, "case " + record.id + " exists already",
                    "to see it: escalate status " + record.id);
    }
    return fail(ExitCode::bug, "no free case id was found in " + std::to_string(draws) + " draws");
  }

  Event first_event(const std::string& case_id, const Heading& heading) const {
    Event event;
    event.at = heading.at;
    event.by = heading.by;
    event.logged = m_context.now();
    event.body = m_opened;
    event.allow_personal = m_allowed;
    seal(case_id, event);
    return event;
  }

  const OpenOptions& m_options;
  Context& m_context;
  Typed m_typed;
  const Policy* m_policy = nullptr;
  const Calendar* m_calendar = nullptr;
  Destination m_destination;
  Opened m_opened;
  Marks m_marks;
  std::vector<std::string> m_allowed;  ///< kinds of personal details that were let in
  Faults m_problems;
};

}  // namespace

Result<ExitCode> run(const OpenOptions& options, Context& context) { return Opening(options, context).run(); }

}  // namespace escalate
