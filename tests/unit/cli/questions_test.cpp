#include "cli/questions.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <tuple>

#include "cli/commands.hpp"
#include "cli/run.hpp"
#include "store/listing.hpp"
#include "unit/support/world.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

using Words = std::vector<std::string>;

/// Returns the options in the questions that were put, in their order.
Words asked(const World& world) {
  Words options;
  const std::string text = std::regex_replace(world.err, std::regex("\n  "), " ");
  const std::regex question(R"(\((--[a-z-]+(?: [a-z-]+)?|[A-Z]+(?: or [A-Z]+)?)\))");
  for (std::sregex_iterator at(text.begin(), text.end(), question), end; at != end; ++at) options.push_back((*at)[1]);
  return options;
}

struct AtATerminal : World {
  AtATerminal() {
    add_calendars();
    add_policy("test", sample_policy());
  }

  /// Runs the command where these lines are typed.
  ExitCode given(const Words& words, const Words& lines) {
    out.clear();
    err.clear();
    type(lines);
    return run(words, env);
  }

  void open_a_case() {
    REQUIRE(given({"open",
                   "--policy",
                   "test",
                   "--child",
                   "C-1",
                   "--raising",
                   "A",
                   "--raising-kind",
                   "health",
                   "--receiving",
                   "B",
                   "--receiving-kind",
                   "police",
                   "--theme",
                   "thresholds",
                   "--concern",
                   "C",
                   "--mark",
                   "letter=unknown",
                   "--by",
                   "J",
                   "--id",
                   "EX-2026-K7QXM"},
                  {}) == ExitCode::ok);
    CHECK(asked(*this).empty());
  }
};

}  // namespace

TEST_CASE("an opening is asked for in the order in which a person thinks of it") {
  AtATerminal world;
  CHECK(world.given({"open", "--id", "EX-2026-K7QXM"}, {"test", "C-1", "A", "", "B", "police", "", "Nobody came.", ".",
                                                        "2026-11-01", "Head teacher"}) == ExitCode::ok);
  CHECK(asked(world) == Words{"--policy", "--child", "--raising", "--raising-kind", "--receiving", "--receiving-kind",
                              "--theme", "--concern", "--mark letter", "--by"});
  CHECK_THAT(world.out, Catch::StartsWith("EX-2026-K7QXM: opened under test"));
}

TEST_CASE("what the settings give is not asked for") {
  AtATerminal world;
  world.scratch.put("escalate.yaml", "escalate: settings/1\nby: Head\npolicy: example\n");
  CHECK(
      world.given({"open", "--child", "C-1", "--raising-kind", "health", "--receiving-kind", "police", "--theme", "x"},
                  {"A", "B", "C", ".", "unknown"}) == ExitCode::ok);
  CHECK(asked(world) == Words{"--raising", "--receiving", "--concern", "--mark letter"});
}

TEST_CASE("a case that enters above the first stage is asked why") {
  AtATerminal world;
  CHECK(world.given({"open",
                     "--policy",
                     "test",
                     "--to",
                     "top",
                     "--child",
                     "C-1",
                     "--raising",
                     "A",
                     "--raising-kind",
                     "health",
                     "--receiving",
                     "B",
                     "--receiving-kind",
                     "police",
                     "--theme",
                     "x",
                     "--concern",
                     "C",
                     "--mark",
                     "letter=unknown",
                     "--by",
                     "J"},
                    {"It cannot wait.", "."}) == ExitCode::ok);
  CHECK(asked(world) == Words{"--because"});
}

TEST_CASE("what refuses an opening whatever is answered is said before the first question") {
  AtATerminal world;
  CHECK(world.given({"open", "--policy", "tset"}, {"C-1"}) == ExitCode::refused);
  CHECK(world.given({"open", "--policy", "test", "--to", "tip"}, {"C-1"}) == ExitCode::refused);
  CHECK(world.given({"open", "--policy", "test", "--at", "2031-01-01"}, {"C-1"}) == ExitCode::refused);
  CHECK(world.given({"open", "--child", "999 000 0018"}, {"test"}) == ExitCode::refused);
  world.scratch.put("escalate.yaml", "escalate: settings/1\nbye: x\n");
  CHECK(world.given({"open", "--policy", "test"}, {"C-1"}) == ExitCode::data);
  CHECK(asked(world).empty());
}

TEST_CASE("the end of the input leaves nothing, wherever it comes") {
  AtATerminal world;
  const Words all = {"test", "C-1", "A", "", "B", "", "", "Nobody came.", ".", "unknown", "J"};
  for (std::size_t count = 0; count < all.size(); ++count) {
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(count);
    CHECK(world.given({"open"}, {all.begin(), end}) == ExitCode::usage);
    CHECK(world.out.empty());
    CHECK_THAT(world.err, Catch::Contains("nothing was written"));
  }
  CHECK(list_cases(world.scratch.workspace()).files.empty());
}

TEST_CASE("each command asks for what it lacks, and for the writer last") {
  AtATerminal world;
  world.open_a_case();
  const std::vector<std::tuple<std::string, Words, Words>> commands = {
      {"note", {"Rang.", ".", "J"}, {"TEXT", "--by"}},
      {"mark", {"imminent-risk", "J"}, {"MARK", "--by"}},
      {"done", {"consult", "J"}, {"DUTY", "--by"}},
      {"extend", {"2 days", "Ill.", ".", "chair", "J"}, {"DATE or DURATION", "--because", "--agreed-with", "--by"}},
      {"halt", {"A meeting.", ".", "J"}, {"--because", "--by"}},
      {"resume", {"J"}, {"--by"}},
      {"assign", {"worker", "Class teacher", "J"}, {"ROLE", "--to", "--by"}},
      {"advance", {"meet-b", "No answer.", ".", "J"}, {"--to", "--because", "--by"}},
      {"resolve", {"They meet.", ".", "J"}, {"--outcome", "--by"}},
      {"close", {"Done elsewhere.", ".", "J"}, {"--because", "--by"}},
      {"reopen", {"It was not.", ".", "J"}, {"--because", "--by"}},
      {"correct", {"opened", "In error.", ".", "J"}, {"EVENT", "--because", "--by"}},
  };
  for (const auto& [command, lines, questions] : commands) {
    CAPTURE(command);
    Words words = {command, "K7QXM"};
    if (command == "correct") words.emplace_back("--void");
    CHECK(world.given(words, lines) == ExitCode::ok);
    CHECK(asked(world) == questions);
    CHECK(world.typed.empty());
  }
}

TEST_CASE("the case itself is asked for where nothing else is wrong") {
  AtATerminal world;
  world.open_a_case();
  CHECK(world.given({"resume"}, {"K7Q", "K7QXM", "J"}) == ExitCode::refused);  // it is not halted
  CHECK(asked(world) == Words{"CASE", "CASE", "--by"});
  CHECK_THAT(world.err, Catch::Contains("  - EX-2026-K7QXM: test, stage talk, C-1\n"));
  CHECK(world.given({"note", "--by"}, {}) == ExitCode::usage);
  CHECK(asked(world).empty());
}

TEST_CASE("the case to be shown is asked for, too, whatever the settings are") {
  AtATerminal world;
  world.open_a_case();
  world.scratch.put("escalate.yaml", "escalate: settings/1\nbye: x\n");
  for (const std::string command : {"explain", "history"}) {
    CHECK(world.given({command}, {"K7", "K7Q"}) == ExitCode::ok);
    CHECK(asked(world) == Words{"CASE", "CASE"});
    CHECK_THAT(world.out, Catch::StartsWith("EX-2026-K7QXM"));
  }
}

TEST_CASE("an answer with a personal detail is asked about at once") {
  AtATerminal world;
  world.open_a_case();
  CHECK(world.given({"note", "K7QXM"}, {"NHS 999 000 0018", ".", "Mrs Example rang.", ".", "no", "She rang.", ".",
                                        "Mr Example", ""}) == ExitCode::ok);
  CHECK(asked(world) == Words{"TEXT", "TEXT", "TEXT", "TEXT", "--by", "--by", "--by"});  // one in the warning
  CHECK(world.typed.empty());
  const std::string warning = "this seems to hold a name (--by)";
  CHECK(world.err.find(warning) == world.err.rfind(warning));
}

TEST_CASE("nothing is asked of a program") {
  AtATerminal world;
  world.open_a_case();
  for (const Words& words : {Words{"note", "K7QXM"}, Words{"open"}, Words{"note"}}) {
    world.type({"Text.", "."});
    world.env.input_is_terminal = false;
    world.err.clear();
    CHECK(run(words, world.env) == ExitCode::usage);
    CHECK(asked(world).empty());
  }
  world.env.input_is_terminal = true;
  CHECK(run({"note", "K7QXM", "--format", "json"}, world.env) == ExitCode::usage);
}

TEST_CASE("a resolved case that owes nothing is closed without a reason") {
  AtATerminal world;
  world.open_a_case();
  CHECK(world.given({"resolve", "K7QXM", "--outcome", "Yes.", "--by", "J"}, {}) == ExitCode::ok);
  CHECK(world.given({"done", "K7QXM", "keep-record", "--all", "--by", "J"}, {}) == ExitCode::ok);
  CHECK(world.given({"close", "K7QXM", "--by", "J"}, {}) == ExitCode::ok);
  CHECK(asked(world).empty());
  CHECK(world.given({"done", "K7QXM", "--by", "J"}, {}) == ExitCode::refused);
}
