#include "cli/open_questions.hpp"

#include <algorithm>

#include "base/id.hpp"
#include "base/suggest.hpp"
#include "cli/own_words.hpp"
#include "cli/policy_to_open.hpp"
#include "cli/record.hpp"
#include "engine/choices.hpp"
#include "policy/editions.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

using Need = Question::Need;
using Lines = Question::Lines;

/// Passes one of `known`; `what` says what it is.
AnswerCheck one_of(const std::string& option, const std::string& what, const std::vector<std::string>& known) {
  return [=](const std::string& answer) -> Result<void> {
    if (contains(known, answer)) return {};
    return fail(ExitCode::usage, option + ": unknown " + what + " " + in_quotes(answer),
                did_you_mean(answer, known, "write one of " + or_list(known)));
  };
}

/// Returns a line for each policy in force on `day`: what to type for it, and whose it is.
std::vector<std::string> lines_in_force(const std::vector<const Policy*>& policies, Date day) {
  std::vector<std::string> lines;
  for (const Policy* policy : policies) {
    if (not_in_force(*policy, policies, day)) continue;
    const bool current = !policy->edition_of.empty() && edition_on(policy->edition_of, policies, day) == policy;
    lines.push_back((current ? policy->edition_of : policy->id) + ": " + policy->partnership);
  }
  return lines;
}

std::vector<std::string> names_of(const std::vector<const Policy*>& policies) {
  std::vector<std::string> names;
  for (const Policy* policy : policies)
    for (const std::string& name : {policy->id, policy->edition_of})
      if (!name.empty() && !contains(names, name)) names.push_back(name);
  return names;
}

std::vector<std::string> themes_of(const Policy& policy) {
  std::vector<std::string> themes;
  for (const auto& [id, title] : policy.themes) themes.push_back(id + ": " + title);
  return themes;
}

/// The marks that are given with the command, as they bear on conditions; what cannot be read is told by the command.
Marks marks_given(const std::vector<std::string>& typed) {
  Marks marks;
  for (const std::string& one : typed) marks[one.substr(0, one.find('='))].holds = !one.ends_with("=unknown");
  return marks;
}

class Opening {
 public:
  Opening(OpenOptions& options, Context& context, Records& records)
      : m_options(options), m_context(context), m_records(records) {}

  Result<void> ask() {
    TRY(check_given({{"--child", &m_options.child},
                     {"--raising", &m_options.raising},
                     {"--receiving", &m_options.receiving},
                     {"--theme", &m_options.theme},
                     {"--concern", &m_options.concern},
                     {"--sought", &m_options.sought},
                     {"--because", &m_options.because},
                     {"--by", &m_options.by}},
                    m_options));
    const Policy& policy = *TRY(ask_for_policy());
    const Destination destination =
        TRY(destination_of_open(policy, m_options.to.value_or(""), m_options.route.value_or("")));
    TRY(ask_who(policy));
    TRY(ask_what(policy));
    TRY(ask_since_when(policy, destination.route));
    if (!m_records.settings().by.empty()) return {};
    return ask_for_words(m_options.by, {"Your job, never a name", "--by"}, m_options, m_context);
  }

 private:
  Result<const Policy*> policy_called(const std::string& id) {
    return policy_to_open(m_records, id, m_options.at, m_context);
  }

  Result<const Policy*> ask_for_policy() {
    Stamp day = m_context.now();
    if (m_options.at) day = TRY(read_past_time(*m_options.at, "--at", m_context.now()));
    if (!m_options.policy && m_records.settings().policy.empty()) {
      Question question{"Which policy does the case follow?", "--policy"};
      question.choices = lines_in_force(usable_policies(m_records), day_of(day));
      const AnswerCheck check = [this](const std::string& answer) -> Result<void> {
        auto policy = policy_called(answer);
        if (policy) return {};
        Failure failure = std::move(policy).error();
        failure.help = did_you_mean(answer, names_of(usable_policies(m_records)), failure.help);
        return tl::make_unexpected(std::move(failure));
      };
      TRY(ask_for(m_options.policy, question, check, m_context));
    }
    return policy_called(m_options.policy.value_or(m_records.settings().policy));
  }

  Result<void> ask_who(const Policy& policy) {
    const std::string reference =
        "Your reference for the " + std::string(policy.about_adults ? "adult" : "child") + ", never a name";
    TRY(ask_for_words(m_options.child, {reference, "--child"}, m_options, m_context));
    TRY(ask_for_agency(m_options.raising, m_options.raising_kind, "The agency that raises the disagreement",
                       "--raising"));
    return ask_for_agency(m_options.receiving, m_options.receiving_kind, "The agency it is raised with", "--receiving");
  }

  Result<void> ask_for_agency(Text& agency, Text& kind, const std::string& who, const std::string& option) {
    TRY(ask_for_words(agency, {who, option}, m_options, m_context));
    const std::string of_kind = option + "-kind";
    return ask_for(kind, {"Its kind: " + or_list(agency_kinds()), of_kind, "", Need::may_be_skipped},
                   one_of(of_kind, "kind of agency", agency_kinds()), m_context);
  }

  Result<void> ask_what(const Policy& policy) {
    const std::string about = policy.themes.empty() ? "What it is about" : "What it is about: one of these, or another";
    TRY(ask_for_words(m_options.theme, {about, "--theme", "", Need::may_be_skipped, Lines::one, themes_of(policy)},
                      m_options, m_context));
    const std::string worry =
        "What is the worry about the " + std::string(policy.about_adults ? "adult" : "child") + "? Name nobody";
    TRY(ask_for_words(m_options.concern, {worry, "--concern", "", Need::needed, Lines::many}, m_options, m_context));
    if (!m_options.to) return {};
    return ask_for_words(
        m_options.because,
        {"Why does the case enter at stage " + *m_options.to + "?", "--because", "", Need::needed, Lines::many},
        m_options, m_context);
  }

  Result<void> ask_since_when(const Policy& policy, const std::string& route) {
    for (const MarkRule& mark : policy.marks) {
      const Marks given = marks_given(m_options.marks);
      if (!mark.ask_at_open || given.count(mark.id) > 0 || !holds(mark.conditions, given, route)) continue;
      Text since;
      const std::string option = "--mark " + mark.id;
      const AnswerCheck check = [&](const std::string& answer) -> Result<void> {
        if (answer == "unknown") return {};
        TRY(read_past_time(answer, option, m_context.now()));
        return {};
      };
      TRY(ask_for(since, {"Since when? " + mark.title + ": a day, a time, or unknown", option}, check, m_context));
      m_options.marks.push_back(mark.id + "=" + *since);
    }
    return {};
  }

  OpenOptions& m_options;
  Context& m_context;
  Records& m_records;
};

}  // namespace

Result<void> ask_for_opening(OpenOptions& options, Context& context) {
  Records records = TRY(Records::find(context));
  TRY(settings_must_hold(records));
  return Opening(options, context, records).ask();
}

}  // namespace escalate
