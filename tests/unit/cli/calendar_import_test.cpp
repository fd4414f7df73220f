#include <catch2/catch.hpp>
#include <deque>

#include "cli/commands.hpp"
#include "render/faults.hpp"
#include "unit/support/calendars.hpp"
#include "unit/support/times.hpp"
#include "unit/support/world.hpp"

namespace escalate::test {
namespace {

/// Returns what GOV.UK would publish of 2026 to 2028, with one day more.
std::string feed_with(const std::string& more) {
  std::string feed;
  for (const std::string& name : calendar_files()) {
    feed += (feed.empty() ? "{\"" : "]},\n\"") + name + "\": {\"division\": \"" + name + "\", \"events\": [\n";
    feed += R"({"title": "One more", "date": ")" + more + "\"}";
    for (const auto& [day, title] : calendar_called(name).holidays)
      if (date("2026-01-01") <= day && day <= date("2028-12-31") && iso(day) != more)
        feed += ",\n{\"title\": \"" + title + R"(", "date": ")" + iso(day) + "\"}";
  }
  return feed + "]}}\n";
}

/// A workspace with a person at its terminal who answers line by line, then leaves.
class Desk : public World {
 public:
  explicit Desk(std::deque<std::string> answers) : m_answers(std::move(answers)) {
    add_calendars();
    scratch.put("feed.json", feed_with("2026-11-20"));
    scratch.put("cases/.keep", "");
    env.input_is_terminal = env.error_is_terminal = true;
    env.read_line = [this](std::size_t) -> Result<std::optional<std::string>> {
      if (on_question) on_question();
      if (m_answers.empty()) return std::optional<std::string>();
      std::string answer = m_answers.front();
      m_answers.pop_front();
      return std::optional<std::string>(answer);
    };
  }

  Result<ExitCode> import() {
    CalendarImportOptions options;
    options.file = "feed.json";
    return run(options, context);
  }

  bool written(const std::string& calendar) const {
    return store_test::bytes_of(scratch.root() / ("policies/calendars/" + calendar + ".yaml")).find("2026-11-20") !=
           std::string::npos;
  }

  std::function<void()> on_question;

 private:
  std::deque<std::string> m_answers;
};

}  // namespace

TEST_CASE("an import on a terminal tells what changes, asks, and writes after a yes") {
  Desk desk({"what?", "y"});
  CHECK(desk.import() == ExitCode::ok);
  CHECK_THAT(desk.err, Catch::Contains("added      Fri 20 Nov 2026: One more") &&
                           Catch::EndsWith("Write this? [y/n] Type y for yes or n for no; --yes answers "
                                           "beforehand.\nWrite this? [y/n] "));
  CHECK_THAT(desk.out, Catch::StartsWith("\nWritten."));
  for (const std::string& name : calendar_files()) CHECK(desk.written(name));
}

TEST_CASE("an import writes nothing after a no, or at the end of the answers") {
  for (const std::deque<std::string>& answers : {std::deque<std::string>{"n"}, std::deque<std::string>{}}) {
    Desk desk(answers);
    CHECK(desk.import() == ExitCode::ok);
    CHECK(desk.out == "\nNothing was written.\n");
    for (const std::string& name : calendar_files()) CHECK_FALSE(desk.written(name));
  }
}

TEST_CASE("a calendar that an editor changes during the question is not written over") {
  Desk desk({"y"});
  desk.on_question = [&desk] {
    const std::string below = "policies/calendars/scotland.yaml";
    desk.scratch.put(below, store_test::bytes_of(desk.scratch.root() / below) + "# Ours.\n");
  };
  const auto code = desk.import();
  REQUIRE_FALSE(code);
  CHECK(code.error().code == ExitCode::busy);
  CHECK(code.error().text ==
        "'policies/calendars/scotland.yaml' was changed by another program meanwhile; "
        "'policies/calendars/england-and-wales.yaml' was written, 'policies/calendars/scotland.yaml' and "
        "'policies/calendars/northern-ireland.yaml' were not");
  CHECK(desk.written("england-and-wales"));
  CHECK_FALSE(desk.written("scotland"));
  CHECK_THAT(store_test::bytes_of(desk.scratch.root() / "policies/calendars/scotland.yaml"),
             Catch::EndsWith("# Ours.\n"));
  desk.on_question = nullptr;
  CalendarImportOptions options;
  options.file = "feed.json";
  options.yes = true;
  CHECK(run(options, desk.context) == ExitCode::ok);
  CHECK(desk.written("scotland"));
  CHECK(desk.written("northern-ireland"));
}

TEST_CASE("JSON is never asked about") {
  Desk desk({"y"});
  desk.context.global.format = Format::json;
  CHECK(desk.import() == ExitCode::usage);
  CHECK_THAT(desk.out, Catch::Contains("\"written\": false"));
  CHECK_FALSE(desk.written("scotland"));
}

}  // namespace escalate::test
