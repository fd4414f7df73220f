#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/context.hpp"

namespace escalate {

/// Returns whether what is missing may be asked for: input and error are terminals and the format is text (SEMANTICS.md
/// 29).
bool may_ask(const Context& context);

/// What is asked, and with which option it can be given instead.
struct Question {
  std::string text;       ///< `Your reference for the child, never a name`
  std::string option;     ///< `--child`
  std::string otherwise = {};  ///< taken for an empty answer; empty: there is none
  enum class Need { needed, may_be_skipped } need = Need::needed;
  enum class Lines { one, many } lines = Lines::one;
  std::vector<std::string> choices = {};  ///< listed below the question
};

/// Says whether an answer will do; the failure is shown, and the question put again.
using AnswerCheck = std::function<Result<void>(const std::string& answer)>;

/// Asks on standard error until an answer passes `check`, and returns it as typed; nothing where the question was
/// skipped. Fails with `usage` at the end of the input (Ctrl-D): nothing was written then.
Result<Text> answer_to(const Question& question, const AnswerCheck& check, Context& context);

/// Asks as above where `target` is not given and questions may be asked.
Result<void> ask_for(Text& target, const Question& question, const AnswerCheck& check, Context& context);

/// Passes what the records can hold: a text of one line, or of several.
AnswerCheck a_line(const std::string& option);
AnswerCheck a_text(const std::string& option);

}  // namespace escalate
