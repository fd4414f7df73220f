#include "cli/usage_faults.hpp"

#include <catch2/catch.hpp>

#include "unit/cli/typed_line.hpp"

namespace escalate::test {

TEST_CASE("an option takes no other option for its value") {
  CHECK(fault_of(split("advance K --because --to 3")) ==
        "option '--because' needs a text\nwrite it after the option: --because TEXT");
  CHECK(fault_of(split("advance K --because")) ==
        "option '--because' needs a text\nwrite it after the option: --because TEXT");
  CHECK(fault_of({"advance", "K", "--because", "-5 degrees"}) ==
        "option '--because' needs a text, and '-5 degrees' begins with '-', as options do\n"
        "what begins with '-' follows '=': --because=TEXT");
  CHECK(fault_of(split("advance K --because -- -x")) ==
        "option '--because' needs a text, and '--' begins with '-', as options do\n"
        "what begins with '-' follows '=': --because=TEXT");
}

TEST_CASE("an option with nothing in it is refused, not passed over") {
  CHECK(fault_of(split("advance K --because= --to 3")) == "--because is empty\nwrite --because TEXT, or leave it out");
  CHECK(fault_of({"advance", "K", "--because", "b", "--to", ""}) == "--to is empty\nwrite --to STAGE, or leave it out");
  CHECK(fault_of({"extend", "K", "--for", ""}) == "--for is empty\nwrite --for ID, or leave it out");
  CHECK(line_of({"-C", "", "status"}).global.dir == "");
}

TEST_CASE("a missing value is asked for in words") {
  const auto asked = [](const char* line) { return first_line(fault_of(split(line))); };
  CHECK(asked("status -C") == "option '-C' needs a folder");
  CHECK(asked("status --now") == "option '--now' needs a time");
  CHECK(asked("status --format") == "option '--format' needs one of text, json or csv");
  CHECK(asked("status --child") == "option '--child' needs a reference");
  CHECK(asked("open --policy") == "option '--policy' needs an id");
  CHECK(asked("open --raising") == "option '--raising' needs an agency");
  CHECK(asked("open --mark") == "option '--mark' needs a mark");
  CHECK(asked("overdue --only") == "option '--only' needs a state");
  CHECK(asked("overdue --within -1") == "option '--within' needs a number, and '-1' begins with '-', as options do");
}

TEST_CASE("an unknown command is named, with the one that may be meant") {
  CHECK(fault_of({"opne"}) == "unknown command 'opne'\ndid you mean 'open'?");
  CHECK(fault_of({"Open"}) == "unknown command 'Open'\ndid you mean 'open'?");
  CHECK(fault_of({"policy", "lst"}) == "unknown command 'policy lst'\ndid you mean 'policy list'?");
  CHECK(fault_of({"timetable", "p"}) == "unknown command 'timetable'\ndid you mean 'policy timetable'?");
  CHECK(fault_of({"purl"}) == "unknown command 'purl'\n'escalate --help' lists the commands");
  CHECK(fault_of({""}) == "unknown command ''\n'escalate --help' lists the commands");
  CHECK(fault_of({"policy", ""}) == "unknown command 'policy '\n'escalate policy --help' lists the commands");
  CHECK(fault_of({"a\x1b[2Jb"}) == "unknown command 'a\\x1b[2Jb'\n'escalate --help' lists the commands");
}

TEST_CASE("an unknown option is named before anything missing or misplaced") {
  CHECK(fault_of(split("open --polcy x")) == "unknown option '--polcy' of 'open'\ndid you mean '--policy'?");
  for (const char* line : {"explain --formt json", "explain --now --formt json", "explain a b --formt json",
                           "explain --color red --formt"})
    CHECK(fault_of(split(line)) == "unknown option '--formt' of 'explain'\ndid you mean '--format'?");
  CHECK(fault_of(split("open -policy x")) == "unknown option '-policy' of 'open'\ndid you mean '--policy'?");
  CHECK(fault_of(split("open --Policy x")) == "unknown option '--Policy' of 'open'\ndid you mean '--policy'?");
  CHECK(fault_of(split("status --becuase=x --all")) ==
        "unknown option '--becuase' of 'status'\n'escalate status --help' lists the options");
  CHECK(fault_of(split("note K -ve")) ==
        "unknown option '-ve' of 'note'\n'escalate note --help' lists the options\n"
        "a text that begins with '-' needs '--' before it: escalate note CASE -- TEXT");
}

TEST_CASE("an option with the long dash of a word processor is no text") {
  CHECK(fault_of({"open", "\u2014policy", "x"}) ==
        "unknown option '\u2014policy', with a long dash\nwrite two hyphens: --policy");
  CHECK(fault_of({"note", "K", "text", "\u2013by=Head"}) ==
        "unknown option '\u2013by', with a long dash\nwrite two hyphens: --by");
  CHECK(options_of<NoteOptions>({"note", "K", "\u2014 they said"}).text == "\u2014 they said");
  CHECK(options_of<NoteOptions>({"note", "K", "--", "\u2014by"}).text == "\u2014by");
}

TEST_CASE("an option of a command stands after it") {
  CHECK(fault_of(split("--child x open")) ==
        "option '--child' stands before the command\nwrite it after the command: escalate open ... --child");
  CHECK(fault_of(split("--polcy x open")) == "unknown option '--polcy'\ndid you mean '--policy'?");
  CHECK(fault_of(split("-c x open")) == "unknown option '-c'\ndid you mean '-C'?");
}

TEST_CASE("a word that begins with '-' is not taken for a text") {
  CHECK(fault_of({"note", "K", "-5 degrees"}) ==
        "'-5 degrees' begins with '-', as options do\n"
        "a text that begins with '-' needs '--' before it: escalate note CASE -- TEXT");
  CHECK(fault_of({"close", "K", "- a list"}) ==
        "'- a list' begins with '-', as options do\n"
        "a text that begins with '-' follows '=': --because=TEXT");
  CHECK(fault_of({"explain", "-5"}) ==
        "'-5' begins with '-', as options do\nput '--' before a word that begins with '-'");
}

TEST_CASE("a single value is given once, a flag any number of times") {
  CHECK(fault_of(split("advance K --because a --because b")) ==
        "option '--because' is given more than once\ngive it once");
  CHECK(fault_of(split("-C a status -C a")) == "option '-C' is given more than once\ngive it once");
  CHECK(fault_of(split("--format json status --format json")) ==
        "option '--format' is given more than once\ngive it once");
  CHECK(options_of<StatusOptions>(split("status --all --all")).all);
}

TEST_CASE("a flag takes no value") {
  CHECK(fault_of(split("close K --dry-run=no")) == "option '--dry-run' takes no value\nwrite --dry-run alone");
  CHECK(fault_of(split("close --help=no")) == "option '--help' takes no value\nwrite --help alone");
}

TEST_CASE("words of the program are checked") {
  CHECK(fault_of(split("status --format jsn")) == "unknown value 'jsn' of option '--format'\ndid you mean 'json'?");
  CHECK(fault_of(split("status --format yaml")) ==
        "unknown value 'yaml' of option '--format'\nit takes text, json or csv");
  CHECK(fault_of(split("status --format JSON")) == "unknown value 'JSON' of option '--format'\ndid you mean 'json'?");
  CHECK(fault_of(split("status --format=")) == "unknown value '' of option '--format'\nit takes text, json or csv");
  CHECK(fault_of(split("status --color blue")) ==
        "unknown value 'blue' of option '--color'\nit takes auto, always or never");
  CHECK(fault_of(split("resolve K --result change")) ==
        "unknown value 'change' of option '--result'\ndid you mean 'changed'?");
  CHECK(first_line(fault_of(split("deadline a b --count-from day"))) == "unknown value 'day' of option '--count-from'");
}

TEST_CASE("words that are left over are named") {
  CHECK(fault_of(split("note K the family moved")) ==
        "unexpected words 'family moved' after 'note'\n"
        "escalate note CASE TEXT\na text of several words goes in quotes");
  CHECK(fault_of(split("status a b")) ==
        "unexpected word 'b' after 'status'\nescalate status [CASE] [--forecast] [--all] [--child REF]");
  CHECK(first_line(fault_of(split("advance K --because no agreement reached"))) ==
        "unexpected words 'agreement reached' after 'advance'");
  CHECK(first_line(fault_of(split("open -- status"))) == "unexpected word 'status' after 'open'");
}

TEST_CASE("what is missing is named with the way to write it") {
  CHECK(fault_of({"explain"}) == "'explain' needs CASE\nescalate explain CASE");
  CHECK(fault_of({"policy", "show"}) == "'policy show' needs ID\nescalate policy show ID");
  CHECK(fault_of({}) == "no command given\n'escalate --help' lists the commands");
  CHECK(fault_of({"--format", "json"}) == "no command given\n'escalate --help' lists the commands");
  CHECK(fault_of({"policy"}) ==
        "'policy' needs a command: list, show, check, timetable, compare or graph\n'escalate policy --help' lists the commands");
  for (const char* command : {"note", "mark", "done", "agree", "extend", "advance", "resolve", "close"})
    CHECK(first_line(fault_of({command})) == "'" + std::string(command) + "' needs CASE");
}

}  // namespace escalate::test
