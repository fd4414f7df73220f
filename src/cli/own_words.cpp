#include "cli/own_words.hpp"

#include "base/personal.hpp"
#include "base/typed_text.hpp"
#include "cli/personal_texts.hpp"
#include "render/faults.hpp"

namespace escalate {
namespace {

std::string place_of(const Question& question) { return question.option == "TEXT" ? "the note" : question.option; }

/// Passes what holds no number that its check digit proves.
Result<void> none_is_proven(const std::string& text, const std::string& place, const std::string& if_it_must_stand) {
  for (const PersonalDetail& detail : personal_details(text))
    if (is_proven(detail.kind))
      return fail(ExitCode::refused, proven_detail(detail.kind, place),
                  "write a reference instead: what is written stays\nif it must stand: " + if_it_must_stand);
  return {};
}

/// Passes what the record can hold and what may stand in it.
AnswerCheck recordable(const Question& question, bool allowed) {
  const bool many = question.lines == Question::Lines::many;
  return [passes = many ? a_text(question.option) : a_line(question.option), place = place_of(question),
          allowed](const std::string& answer) -> Result<void> {
    TRY(passes(answer));
    if (!allowed) TRY(none_is_proven(answer, place, "end here with Ctrl-D, and add --allow-personal to the command"));
    return {};
  };
}

/// Returns what seems to be in the answer, each kind once: `a name (--concern)`.
std::vector<std::string> seen_in(const std::string& answer, const std::string& place) {
  std::vector<std::string> seen;
  for (const PersonalDetail& detail : personal_details(answer)) {
    const std::string words = name_of(detail.kind) + " (" + place + ")";
    if (seen.empty() || seen.back() != words) seen.push_back(words);
  }
  return seen;
}

bool is_yes(const std::string& answer) { return answer == "yes" || answer == "y"; }

Result<bool> stands(const Question& question, Context& context) {
  const AnswerCheck yes_or_no = [](const std::string& answer) -> Result<void> {
    if (is_yes(answer) || answer == "no" || answer == "n") return {};
    return fail(ExitCode::usage, "write yes or no");
  };
  const Question keep{"Does it stand as it is? yes, or no to write it again", question.option, "yes"};
  return is_yes(*TRY(answer_to(keep, yes_or_no, context)));
}

}  // namespace

Result<Text> own_words(const Question& question, WritingOptions& writing, Context& context) {
  while (true) {
    const Text answer = TRY(answer_to(question, recordable(question, writing.allow_personal), context));
    if (!answer || writing.allow_personal) return answer;
    const auto seen = seen_in(*answer, place_of(question));
    if (seen.empty()) return answer;
    context.env.err(
        text_of(Faults{{Severity::warning, {}, seeming_details(seen), "write references: what is written stays", ""}}));
    if (!TRY(stands(question, context))) continue;
    writing.kept.push_back(TRY(typed_text(*answer, question.option)));
    return answer;
  }
}

Result<void> check_given(const std::vector<std::pair<std::string, const Text*>>& words, const WritingOptions& writing) {
  for (const auto& [option, text] : words)
    if (*text && !writing.allow_personal) TRY(none_is_proven(**text, option, "add --allow-personal"));
  return {};
}

Result<void> ask_for_words(Text& target, const Question& question, WritingOptions& writing, Context& context) {
  if (target || !may_ask(context)) return {};
  target = TRY(own_words(question, writing, context));
  return {};
}

}  // namespace escalate
