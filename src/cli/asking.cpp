#include "cli/asking.hpp"

#include "base/typed_text.hpp"
#include "render/faults.hpp"
#include "render/layout.hpp"

namespace escalate {
namespace {

constexpr std::string_view prompt = "> ";
constexpr std::string_view last_line = ".";
/// A terminal keeps no more of one line (N_TTY_BUF_SIZE in termios(3)) and drops the rest without a word.
constexpr std::size_t most_of_a_terminal = 4095;

void put(const Question& question, Context& context) {
  std::string text = question.text + " (" + question.option + ")";
  if (question.lines == Question::Lines::many) text += ": several lines; end with a line that is only a full stop (.)";
  if (question.need == Question::Need::may_be_skipped) text += " [may be left empty]";
  if (!question.otherwise.empty()) text += " [" + question.otherwise + "]";
  text = wrapped(printable(text), "", "  ");
  for (const std::string& choice : question.choices) text += wrapped(printable(choice), "  - ", "    ");
  context.env.err(text);
}

tl::unexpected<Failure> ended(const Question& question) {
  return fail(ExitCode::usage, "the input ended before " + question.option + " was answered; nothing was written");
}

Failure too_long(const Question& question) {
  return {ExitCode::usage,
          "a line that long is cut off by the terminal; nothing of this answer is kept",
          "break it into shorter lines, or give " + question.option + " with the command",
          {}};
}

/// Returns the answer, nothing where a line was cut off.
Result<Text> typed_answer(const Question& question, Context& context) {
  std::string answer;
  bool whole = true;
  while (true) {
    context.env.err(prompt);
    const auto line = TRY(context.env.read_line(most_typed_bytes));
    if (!line) {
      context.env.err("\n");
      return ended(question);
    }
    whole = whole && line->size() < most_of_a_terminal;
    const bool many = question.lines == Question::Lines::many;
    const bool ended_here = many && *line == last_line;
    if (!ended_here) answer += answer.empty() ? *line : "\n" + *line;
    const bool last = !many || ended_here || answer.empty();
    if (last) return whole ? Text(answer) : Text();
  }
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\n") == std::string::npos; }

Result<void> passes(const Text& answer, const Question& question, const AnswerCheck& check) {
  if (!answer) return tl::make_unexpected(too_long(question));
  if (is_blank(*answer)) return fail(ExitCode::usage, "an answer is needed");
  if (*answer == "-") return fail(ExitCode::usage, "'-' alone is no answer");
  return check(*answer);
}

}  // namespace

bool may_ask(const Context& context) {
  return context.env.input_is_terminal && context.env.error_is_terminal && context.global.format == Format::text;
}

Result<Text> answer_to(const Question& question, const AnswerCheck& check, Context& context) {
  while (true) {
    put(question, context);
    const Text answer = TRY(typed_answer(question, context));
    if (answer && is_blank(*answer)) {
      if (!question.otherwise.empty()) return Text(question.otherwise);
      if (question.need == Question::Need::may_be_skipped) return Text();
    }
    const auto passed = passes(answer, question, check);
    if (passed) return answer;
    context.env.err(text_of(passed.error()));
  }
}

Result<void> ask_for(Text& target, const Question& question, const AnswerCheck& check, Context& context) {
  if (target || !may_ask(context)) return {};
  target = TRY(answer_to(question, check, context));
  return {};
}

AnswerCheck a_text(const std::string& option) {
  return [option](const std::string& answer) -> Result<void> {
    TRY(typed_text(answer, option));
    return {};
  };
}

AnswerCheck a_line(const std::string& option) {
  return [option](const std::string& answer) -> Result<void> {
    if (TRY(typed_text(answer, option)).find('\n') == std::string::npos) return {};
    return fail(ExitCode::usage, option + ": this is one line, not several");
  };
}

}  // namespace escalate
