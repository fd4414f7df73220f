#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/deadline_question.hpp"
#include "render/faults.hpp"
#include "unit/support/calendars.hpp"
#include "unit/support/world.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

constexpr const char* header = "from,duration,calendar,count-from\n";
constexpr const char* answer_header = "from,duration,calendar,count-from,due,provisional,error\n";

DeadlineOptions asked(const std::string& from, const std::vector<std::string>& duration) {
  DeadlineOptions options;
  options.from = from;
  options.duration = duration;
  return options;
}

Result<ExitCode> batch(World& world, const std::string& input) {
  world.input = input;
  DeadlineOptions options;
  options.batch = true;
  return run(options, world.context);
}

/// Runs what must fail and returns what it says, with its exit code.
std::string refusal(World& world, const DeadlineOptions& options) {
  const auto code = run(options, world.context);
  REQUIRE_FALSE(code);
  CHECK(world.out.empty());
  return text_of(code.error()) + std::to_string(static_cast<int>(code.error().code));
}

}  // namespace

TEST_CASE("a duration of several words needs no quotes") {
  World world;
  world.add_calendars();
  CHECK(run(asked("2026-12-14", {"10", "working", "days"}), world.context) == ExitCode::ok);
  CHECK_THAT(world.out, Catch::StartsWith("Due by end of Wednesday 30 December 2026.\n"));
}

TEST_CASE("a duration without working days needs no workspace") {
  World world;
  world.leave_workspace();
  CHECK(run(asked("2026-12-14", {"10 days"}), world.context) == ExitCode::ok);
  CHECK_THAT(world.out, Catch::StartsWith("Due by end of Thursday 24 December 2026.\n"));
}

TEST_CASE("working days outside any workspace are refused with a word about -C") {
  World world;
  world.leave_workspace();
  CHECK(refusal(world, asked("2026-12-14", {"10", "working", "days"})) ==
        "escalate: no folder from '/' upward holds both policies/ and cases/\n"
        "  go to the folder that does, name it with -C, or make one: escalate init FOLDER\n3");
}

TEST_CASE("an unknown calendar is a word of the program and gets a suggestion") {
  World world;
  DeadlineOptions options = asked("2026-12-14", {"10", "working", "days"});
  options.calendar = "scotlnd";
  CHECK(refusal(world, options) == "escalate: unknown calendar 'scotlnd'\n  did you mean 'scotland'?\n2");
}

TEST_CASE("everything that cannot be read is told at once") {
  World world;
  DeadlineOptions options = asked("5/11/2026", {"10", "workng", "days"});
  options.count_from = "recept";
  const std::string text = refusal(world, options);
  CHECK_THAT(text, Catch::Contains("5/11/2026") && Catch::Contains("'workng days'") && Catch::Contains("'receipt'"));
}

TEST_CASE("a deadline needs both its parts, and names what is missing") {
  World world;
  CHECK(refusal(world, {}) ==
        "escalate: 'deadline' needs FROM and DURATION\n"
        "  for example: escalate deadline 2026-12-14 10 working days\n2");
}

TEST_CASE("a deadline beyond the calendar is bad data") {
  World world;
  world.add_calendars();
  CHECK(refusal(world, asked("2035-12-20", {"20", "working", "days"})).back() == '3');
}

TEST_CASE("the single answer in CSV is one row of a batch") {
  World world;
  world.context.global.format = Format::csv;
  CHECK(run(asked("today", {"2", "days"}), world.context) == ExitCode::ok);
  CHECK(world.out == std::string(answer_header) + "2026-11-02,2 days,england-and-wales,receipt,2026-11-04,false,\n");
}

TEST_CASE("a batch answers the worked examples") {
  World world;
  world.add_calendars();
  std::string input = header;
  std::string expected = answer_header;
  for (const auto& row : rows_of("deadline-examples.csv")) {
    input += row.at(0) + "," + row.at(1) + "," + row.at(2) + "," + row.at(3) + "\n";
    const bool bad = row.at(4).rfind("ERROR:", 0) == 0;
    expected += bad ? "," + row.at(4).substr(6) + "\n" : row.at(4) + ",\n";
  }
  CHECK(batch(world, input) == ExitCode::data);
  std::istringstream lines(world.out);
  std::string line;
  std::string given = answer_header;
  for (std::getline(lines, line); std::getline(lines, line);) {
    std::vector<std::string> cells;
    std::istringstream fields(line + ",");
    for (std::string cell; std::getline(fields, cell, ',');) cells.push_back(cell);
    given += cells.at(4) + "," + cells.at(6) + "\n";
  }
  CHECK(given == expected);
}

TEST_CASE("columns are found by their names, and an answer may be asked again") {
  World world;
  CHECK(batch(world, "count-from,error,from,due,calendar,duration\r\n,usage,2026-01-01,x,scotland,5 days") ==
        ExitCode::ok);
  CHECK(world.out == std::string(answer_header) + "2026-01-01,5 days,scotland,receipt,2026-01-06,false,\n");
}

TEST_CASE("a bad row has its error and stops no other") {
  World world;
  CHECK(batch(world, std::string(header) +
                         "5/11/2026,5 days,,\n2026-01-01,5 days\n\"2026-01-01,5 days,,\n"
                         "2026-01-01,5 days,mars,\n2026-01-01,5 days,,yesterday\n2026-01-01,5 days,,\n") ==
        ExitCode::data);
  CHECK(world.out == std::string(answer_header) +
                         "5/11/2026,5 days,england-and-wales,receipt,,,usage\n"
                         "2026-01-01,5 days,england-and-wales,receipt,,,usage\n"
                         "\"\"\"2026-01-01,5 days,,\",,,,,,usage\n"
                         "2026-01-01,5 days,mars,receipt,,,usage\n"
                         "2026-01-01,5 days,england-and-wales,yesterday,,,usage\n"
                         "2026-01-01,5 days,england-and-wales,receipt,2026-01-06,false,\n");
  CHECK_THAT(world.err, Catch::Contains("standard input:2: error: '5/11/2026'") &&
                            Catch::Contains("standard input:3: error: 2 fields where the header has 4") &&
                            Catch::Contains("standard input:4: error: a quote is out of place") &&
                            Catch::Contains("standard input:5: error: unknown calendar 'mars'"));
}

TEST_CASE("what cannot be read comes before what cannot be") {
  World world;
  batch(world, std::string(header) +
                   "2026-10-25T01:30,5 dys,,\n2026-10-25T01:30,5 days,,\n2026-03-29T01:30,1 hour,,\n1995-06-01T10:00,1 "
                   "hour,,\n");
  CHECK(world.out == std::string(answer_header) +
                         "2026-10-25T01:30,5 dys,england-and-wales,receipt,,,usage\n"
                         "2026-10-25T01:30,5 days,england-and-wales,receipt,,,ambiguous\n"
                         "2026-03-29T01:30,1 hour,england-and-wales,receipt,,,nonexistent\n"
                         "1995-06-01T10:00,1 hour,england-and-wales,receipt,,,coverage\n");
}

TEST_CASE("an open duration has neither due nor error, its ceiling has") {
  World world;
  world.add_calendars();
  CHECK(batch(world, std::string(header) + "2026-12-14,agreed,,\n2026-12-14,\"agreed, at most 10 working days\",,\n") ==
        ExitCode::ok);
  CHECK(world.out ==
        std::string(answer_header) +
            "2026-12-14,agreed,england-and-wales,receipt,,,\n"
            "2026-12-14,\"agreed, at most 10 working days\",england-and-wales,receipt,2026-12-30,false,\n");
}

TEST_CASE("without a calendar the rows that need none are answered, and the reason is told once") {
  World world;
  world.leave_workspace();
  CHECK(batch(world, std::string(header) +
                         "2026-01-01,5 working days,,\n2026-01-01,5 days,,\n2026-01-01,6 working days,,\n") ==
        ExitCode::data);
  CHECK(world.out == std::string(answer_header) +
                         "2026-01-01,5 working days,england-and-wales,receipt,,,coverage\n"
                         "2026-01-01,5 days,england-and-wales,receipt,2026-01-06,false,\n"
                         "2026-01-01,6 working days,england-and-wales,receipt,,,coverage\n");
  CHECK(world.err ==
        "standard input:2: error: no folder from '/' upward holds both policies/ and cases/\n"
        "  go to the folder that does, name it with -C, or make one: escalate init FOLDER\n");
}

TEST_CASE("a header without the four columns is no batch") {
  for (const char* input : {"", "\n", "from,duration,calendar\n", "from,duration,calender,count-from\n",
                            "from,from,duration,calendar,count-from\n", "2026-01-01,5 days,,\n", "\"from,duration\n"}) {
    World world;
    const auto code = batch(world, input);
    REQUIRE_FALSE(code);
    CHECK(code.error().code == ExitCode::usage);
    CHECK(world.out.empty());
  }
}

TEST_CASE("a header alone is an empty answer") {
  World world;
  CHECK(batch(world, header) == ExitCode::ok);
  CHECK(world.out == answer_header);
}

TEST_CASE("the JSON of a batch has a row a line and its problems") {
  World world;
  world.context.global.format = Format::json;
  CHECK(batch(world, std::string(header) + "2026-01-01,5 days,,\nx,5 days,,\n") == ExitCode::data);
  const Json json = Json::parse(world.out);
  CHECK(json["rows"][0].dump() ==
        R"({"from":"2026-01-01","duration":"5 days","calendar":"england-and-wales","count-from":"receipt",)"
        R"("due":"2026-01-06","provisional":false,"error":null})");
  CHECK(json["rows"][1]["error"] == "usage");
  CHECK(json["problems"][0]["line"] == 3);
  CHECK(world.err.empty());
}

TEST_CASE("a batch takes no question on the command line") {
  World world;
  DeadlineOptions options = asked("2026-01-01", {});
  options.batch = true;
  CHECK(refusal(world, options).back() == '2');
}
