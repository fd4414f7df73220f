#include "cli/case_questions.hpp"

#include <algorithm>
#include <optional>

#include "base/id.hpp"
#include "casefile/event_names.hpp"
#include "cli/look.hpp"
#include "cli/own_words.hpp"
#include "cli/record.hpp"
#include "engine/choices.hpp"
#include "engine/corrections.hpp"
#include "engine/known_words.hpp"

namespace escalate {
namespace {

using Need = Question::Need;
using Lines = Question::Lines;

const Question why{"Why? Name nobody", "--because", "", Need::needed, Lines::many};

/// The questions of one command about one case, which is read before the first of them.
class Interview {
 public:
  Interview(const std::string& case_id, WritingOptions& writing, Context& context)
      : m_case_id(case_id), m_writing(writing), m_context(context) {}

  /// Asks for words that go into the record as they are typed.
  Result<void> words(Text& target, const Question& question) {
    if (target) return {};
    TRY(look());
    target = TRY(own_words(question, m_writing, m_context));
    return {};
  }

  Result<void> ask(Text& target, const Question& question, const AnswerCheck& check) {
    if (target) return {};
    TRY(look());
    target = TRY(answer_to(question, check, m_context));
    return {};
  }

  /// Asks for the job of the writer, unless the settings give it.
  Result<void> by() {
    if (m_writing.by) return {};
    TRY(look());
    if (!m_records->settings().by.empty()) return {};
    return words(m_writing.by, {"Your job, never a name", "--by"});
  }

  Result<const Outlook*> outlook() {
    TRY(look());
    return &m_looked->outlook;
  }

 private:
  Result<void> look() {
    if (m_looked) return {};
    m_records.emplace(TRY(Records::find(m_context)));
    TRY(settings_must_hold(*m_records));
    if (m_writing.at) TRY(read_past_time(*m_writing.at, "--at", m_context.now()));
    const CaseFile file = TRY(m_records->named(m_case_id, Naming::to_write));
    m_looked.emplace(TRY(look_at(*m_records, file.id, m_context.now())));
    return {};
  }

  const std::string& m_case_id;
  WritingOptions& m_writing;
  Context& m_context;
  std::optional<Records> m_records;
  std::optional<Looked> m_looked;
};

Question with_choices(Question question, std::vector<std::string> choices) {
  question.choices = std::move(choices);
  return question;
}

template <typename Thing>
std::vector<std::string> titled(const std::vector<Thing>& things) {
  std::vector<std::string> lines;
  for (const Thing& thing : things) lines.push_back(thing.id + ": " + thing.title);
  return lines;
}

/// Asks for a role of the policy, by its id or its title.
Result<void> ask_for_role(Text& target, const std::string& question, const std::string& option, Interview& interview) {
  if (target) return {};
  const Policy& policy = *TRY(interview.outlook())->subject.policy;
  const AnswerCheck check = [&](const std::string& answer) -> Result<void> {
    TRY(role_called(policy, answer));
    return {};
  };
  return interview.ask(target, with_choices({question, option}, titled(policy.roles)), check);
}

/// Asks for a day or a duration, words of which are told apart by the command.
Result<void> ask_until(std::vector<std::string>& words, Interview& interview, Instant now) {
  if (!words.empty()) return {};
  const AnswerCheck check = [&](const std::string& answer) -> Result<void> {
    TRY(read_until({answer}, now));
    return {};
  };
  Text until;
  TRY(interview.ask(
      until, {"Until when? A day such as 2026-11-16, or a time such as 5 working days", "DATE or DURATION"}, check));
  words = {*until};
  return {};
}

std::vector<std::string> owed_ids(const Outlook& outlook) {
  std::vector<std::string> ids;
  for (const Occurrence& one : outlook.is().occurrences)
    if (one.outstanding() && !contains(ids, one.duty->id)) ids.push_back(one.duty->id);
  return ids;
}

std::vector<std::string> owed_lines(const Outlook& outlook) {
  std::vector<std::string> lines;
  for (const std::string& id : owed_ids(outlook))
    for (const Duty& duty : outlook.subject.policy->duties)
      if (duty.id == id) lines.push_back(id + ": " + duty.what);
  return lines;
}

std::vector<std::string> event_lines(const Outlook& outlook) {
  const auto& events = outlook.subject.record->events;
  std::vector<std::string> lines;
  for (const Event& event : events) lines.push_back(short_id(events, event.id) + ": " + what_happened(event));
  return lines;
}

/// Returns `WI-2026-K7QXM: wiltshire, stage pre, child C-1042`.
std::string case_line(const Looked& looked) {
  const CaseState& state = looked.outlook.is();
  const Opened* opened = state.opened();
  return looked.loaded->file.id + ": " + looked.outlook.subject.policy->id + ", stage " + state.stage +
         (opened ? ", " + opened->child : "");
}

bool may_close_without_reason(const Outlook& outlook) {
  return !outlook.is().open() && std::none_of(outlook.duties.begin(), outlook.duties.end(), keeps_open);
}

/// Asks which stage to go to where the policy leaves a choice.
Result<void> ask_for_stage(AdvanceOptions& options, Interview& interview) {
  const Outlook& outlook = *TRY(interview.outlook());
  const std::string route = options.route.value_or("");
  if (options.to || outlook.next.size() < 2 || destination_of_advance(outlook, "", route)) return {};
  std::vector<std::string> choices;
  for (const NextStep& step : outlook.next) {
    const Stage* stage = outlook.subject.policy->stage(step.stage);
    choices.push_back(step.stage + ": " + (stage ? stage->title : ""));
  }
  const AnswerCheck check = [&](const std::string& answer) -> Result<void> {
    TRY(destination_of_advance(outlook, answer, route));
    return {};
  };
  return interview.ask(options.to, with_choices({"Which stage does it go to?", "--to"}, choices), check);
}

}  // namespace

Result<std::string> ask_for_case(Naming naming, Context& context) {
  Records records = TRY(Records::find(context));
  if (naming == Naming::to_write) TRY(settings_must_hold(records));
  Question question{"Which case? Its id, or the last five letters of it", "CASE"};
  for (const Looked& looked : look_at_all(records, context.now())) {
    const CaseStanding standing = looked.outlook.is().standing;
    if (standing == CaseStanding::open || standing == CaseStanding::resolved)
      question.choices.push_back(case_line(looked));
  }
  const AnswerCheck check = [&](const std::string& answer) -> Result<void> {
    TRY(records.named(answer, naming));
    return {};
  };
  return *TRY(answer_to(question, check, context));
}

Result<void> ask_about_case(NoteOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  TRY(interview.words(options.text, {"What is to be noted? Name nobody", "TEXT", "", Need::needed, Lines::many}));
  return interview.by();
}

Result<void> ask_about_case(MarkOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  if (!options.mark) {
    const Policy& policy = *TRY(interview.outlook())->subject.policy;
    const AnswerCheck check = [&](const std::string& answer) -> Result<void> {
      const TypedMark mark = TRY(read_mark(answer, Stamp(to_the_minute(context.now())), context.now()));
      return known_mark(policy, mark.mark);
    };
    const char* text = options.clear ? "What is no longer true? MARK, or MARK=TIME from when"
                                     : "What is true? MARK, or MARK=TIME since when";
    TRY(interview.ask(options.mark, with_choices({text, "MARK"}, titled(policy.marks)), check));
  }
  return interview.by();
}

Result<void> ask_about_case(DoneOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  if (!options.duty) {
    const Outlook& outlook = *TRY(interview.outlook());
    const AnswerCheck check = [&](const std::string& answer) -> Result<void> {
      TRY(known_duty(*outlook.subject.policy, answer));
      if (contains(owed_ids(outlook), answer)) return {};
      return fail(ExitCode::refused, "'" + answer + "' is not owed in case " + outlook.subject.record->id);
    };
    if (owed_ids(outlook).empty())
      return fail(ExitCode::refused, "nothing is owed in case " + outlook.subject.record->id,
                  "to write something down: escalate note " + outlook.subject.record->id + " TEXT");
    TRY(interview.ask(options.duty, with_choices({"What was done?", "DUTY"}, owed_lines(outlook)), check));
  }
  return interview.by();
}

Result<void> ask_about_case(AgreeOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  TRY(ask_until(options.until, interview, context.now()));
  return interview.by();
}

Result<void> ask_about_case(ExtendOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  TRY(ask_until(options.until, interview, context.now()));
  TRY(interview.words(options.because, why));
  TRY(ask_for_role(options.agreed_with, "Who agreed to it?", "--agreed-with", interview));
  return interview.by();
}

Result<void> ask_about_case(AdvanceOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  TRY(ask_for_stage(options, interview));
  TRY(interview.words(options.because, why));
  return interview.by();
}

Result<void> ask_about_case(HaltOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  TRY(interview.words(options.because, why));
  return interview.by();
}

Result<void> ask_about_case(ResumeOptions& options, Context& context) {
  return Interview(options.case_id, options, context).by();
}

Result<void> ask_about_case(AssignOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  TRY(ask_for_role(options.role, "Which role?", "ROLE", interview));
  TRY(interview.words(options.to, {"Which job acts in it? Never a name", "--to"}));
  return interview.by();
}

Result<void> ask_about_case(ResolveOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  TRY(interview.words(options.outcome, {"What was agreed? Name nobody", "--outcome", "", Need::needed, Lines::many}));
  return interview.by();
}

Result<void> ask_about_case(CloseOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  if (!options.because && !may_close_without_reason(*TRY(interview.outlook())))
    TRY(interview.words(options.because, {"Why is it closed though it is not resolved, or something is still owed?",
                                          "--because", "", Need::needed, Lines::many}));
  return interview.by();
}

Result<void> ask_about_case(ReopenOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  TRY(interview.words(options.because, why));
  return interview.by();
}

Result<void> ask_about_case(CorrectOptions& options, Context& context) {
  Interview interview(options.case_id, options, context);
  if (!options.event) {
    const Outlook& outlook = *TRY(interview.outlook());
    const AnswerCheck check = [&](const std::string& answer) -> Result<void> {
      TRY(event_to_correct(*outlook.subject.record, answer));
      return {};
    };
    TRY(interview.ask(options.event, with_choices({"Which event?", "EVENT"}, event_lines(outlook)), check));
  }
  TRY(interview.words(options.because, why));
  return interview.by();
}

}  // namespace escalate
