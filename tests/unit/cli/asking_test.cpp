#include "cli/asking.hpp"

#include <catch2/catch.hpp>

#include "unit/support/world.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

const Question reference{"Your reference for the child, never a name", "--child", ""};
const Question concern{"The worry about the child", "--concern", "", Question::Need::needed, Question::Lines::many};

/// Returns the answer to `question` when `lines` are typed; `(none)` where it was skipped, the failure where it failed.
std::string answered(World& world, const Question& question, const std::vector<std::string>& lines) {
  world.type(lines);
  const auto answer = answer_to(question, a_text(question.option), world.context);
  if (!answer) return "failed: " + answer.error().text;
  return answer->value_or("(none)");
}

}  // namespace

TEST_CASE("questions are asked only of a person at a terminal who reads text") {
  World world;
  CHECK_FALSE(may_ask(world.context));
  world.type({});
  CHECK(may_ask(world.context));
  world.context.global.format = Format::json;
  CHECK_FALSE(may_ask(world.context));
  world.context.global.format = Format::text;
  world.env.error_is_terminal = false;
  CHECK_FALSE(may_ask(world.context));
  world.env.error_is_terminal = true;
  world.env.input_is_terminal = false;
  CHECK_FALSE(may_ask(world.context));
  world.env.input_is_terminal = true;
  world.env.output_is_terminal = false;
  CHECK(may_ask(world.context));
}

TEST_CASE("a question is put on standard error with the option that answers it") {
  World world;
  CHECK(answered(world, reference, {"C-1042"}) == "C-1042");
  CHECK(world.err == "Your reference for the child, never a name (--child)\n> ");
  CHECK(world.out.empty());
}

TEST_CASE("after a mistake the reason is given, and the same question again") {
  World world;
  CHECK(answered(world, reference, {"", "C-\x1b[D1", "C-1"}) == "C-1");
  CHECK(world.err ==
        "Your reference for the child, never a name (--child)\n> "
        "escalate: an answer is needed\n"
        "Your reference for the child, never a name (--child)\n> "
        "escalate: --child holds U+001B, a control character\n  leave it out\n"
        "Your reference for the child, never a name (--child)\n> ");
}

TEST_CASE("an empty answer takes what stands in brackets, or skips what may be skipped") {
  World world;
  CHECK(answered(world, {"Which policies?", "--policy", "all"}, {""}) == "all");
  CHECK_THAT(world.err, Catch::Contains("Which policies? (--policy) [all]\n"));
  const Question skipped{"What it is about", "--theme", "", Question::Need::may_be_skipped};
  CHECK(answered(world, skipped, {"  "}) == "(none)");
  CHECK_THAT(world.err, Catch::Contains("What it is about (--theme) [may be left empty]\n"));
}

TEST_CASE("the end of the input ends the command, at any question and in the middle of a text") {
  World world;
  CHECK(answered(world, reference, {}) == "failed: the input ended before --child was answered; nothing was written");
  CHECK(answered(world, concern, {"Nobody", "came."}) ==
        "failed: the input ended before --concern was answered; nothing was written");
  CHECK(answered(world, {"Which?", "--policy", "all"}, {}) ==
        "failed: the input ended before --policy was answered; nothing was written");
}

TEST_CASE("a text of several lines goes on to a line that is only a full stop, blank lines in it are kept") {
  World world;
  CHECK(answered(world, concern, {"First.", "", "  Second.", ".", "not read"}) == "First.\n\n  Second.");
  CHECK(world.typed == std::vector<std::string>{"not read"});
  CHECK_THAT(world.err, Catch::Contains("end with a line that is\n  only a full stop (.)"));
  CHECK(answered(world, concern, {"", "One.", "."}) == "One.");
  CHECK(answered(world, concern, {".", "One.", "."}) == "One.");
}

TEST_CASE("a lone hyphen does not mean standard input where a question is answered") {
  World world;
  CHECK(answered(world, reference, {"-", "C-1"}) == "C-1");
  CHECK_THAT(world.err, Catch::Contains("'-' alone is no answer"));
}

TEST_CASE("of a line that the terminal cut off nothing is kept") {
  World world;
  const std::string cut_off(4095, 'x');
  CHECK(answered(world, reference, {cut_off, "C-1"}) == "C-1");
  CHECK(answered(world, concern, {"One.", cut_off, "Three.", ".", "Short.", "."}) == "Short.");
  CHECK_THAT(world.err, Catch::Contains("cut off by the terminal"));
  CHECK(answered(world, reference, {std::string(4094, 'x')}) == std::string(4094, 'x'));
}

TEST_CASE("what was given is not asked for") {
  World world;
  world.type({"from the terminal"});
  Text given = "from the command line", missing;
  REQUIRE(ask_for(given, reference, a_line("--child"), world.context));
  CHECK(given == "from the command line");
  REQUIRE(ask_for(missing, reference, a_line("--child"), world.context));
  CHECK(missing == "from the terminal");
}
