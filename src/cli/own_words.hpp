#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/asking.hpp"

namespace escalate {

/// Asks as `answer_to` does for words that go into the record as they are typed: a line, or several, as the question
/// says. Personal details in them are told of at once, unless `writing` allows them: a number that its check digit
/// proves is no answer; of the rest it asks whether they stand, and puts the question again if not. What stands is
/// noted in `writing.kept`, so that the command does not tell of it a second time.
Result<Text> own_words(const Question& question, WritingOptions& writing, Context& context);

/// Fails as the command would at its end where a number that its check digit proves was typed with it.
Result<void> check_given(const std::vector<std::pair<std::string, const Text*>>& words, const WritingOptions& writing);

/// Asks as above where `target` is not given and questions may be asked.
Result<void> ask_for_words(Text& target, const Question& question, WritingOptions& writing, Context& context);

}  // namespace escalate
