// Random commands on one case, each by its exit code allowed or refused: what is taken back, and put back, leaves the
// case as it was.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>

#include "cli/run.hpp"
#include "unit/support/times.hpp"
#include "unit/support/world.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

using Words = std::vector<std::string>;
using Json = nlohmann::json;

/// One case of the sample policy and a source of commands for it.
class RandomCase {
 public:
  explicit RandomCase(unsigned seed) : m_random(seed) {
    m_world.add_policy("test", sample_policy());
    m_world.add_calendars();
    REQUIRE(does({"open", "--policy", "test", "--child", "C-1", "--raising", "A", "--receiving", "B", "--concern", "x",
                  "--mark", one_of({"letter=unknown", "letter=2026-11-01"}), "--id", id}) == ExitCode::ok);
  }

  /// Types a command an hour or some days later; returns how it ended.
  ExitCode go_on() {
    m_world.env.now += std::chrono::hours(one_of({1, 5, 24, 100}));
    return does(any_command());
  }

  ExitCode does(Words words) {
    words.insert(words.end(), {"--by", "J", "--format", "json"});
    m_world.out.clear();
    m_world.err.clear();
    return escalate::run(words, m_world.env);
  }

  /// Returns the id of the event written last.
  std::string written() const { return Json::parse(m_world.out)["event"]; }

  /// Returns all that can be said of the case now.
  Json status() {
    m_world.out.clear();
    REQUIRE(escalate::run({"explain", id, "--format", "json"}, m_world.env) == ExitCode::ok);
    return Json::parse(m_world.out);
  }

  std::string messages() const { return m_world.err; }

  const std::string id = "EX-2026-K7QXM";

 private:
  template <typename T>
  T one_of(std::initializer_list<T> values) {
    return *(values.begin() + std::uniform_int_distribution<std::size_t>(0, values.size() - 1)(m_random));
  }
  std::string one_of(std::initializer_list<const char*> values) { return one_of<const char*>(values); }

  Words any_command() {
    const std::string stage = one_of({"talk", "meet-a", "meet-b", "heads", "top"});
    switch (one_of({0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})) {
      case 0:
        return {"note", id, "x"};
      case 1:
        return {"advance", id, "--because", "b"};
      case 2:
        return {"advance", id, "--to", stage, "--because", "b"};
      case 3:
        return {"done", id, one_of({"keep-record", "tell", "consult", "debrief"}), "--all"};
      case 4:
        return {"mark", id, one_of({"imminent-risk", "letter"})};
      case 5:
        return {"mark", id, one_of({"imminent-risk", "letter"}), "--clear"};
      case 6:
        return {"agree", id, one_of({"1 working day", "3 working days"})};
      case 7:
        return {"extend", id, "2 working days", "--because", "b", "--agreed-with", "chair"};
      case 8:
        return {"halt", id, "--because", "b"};
      case 9:
        return {"resume", id};
      case 10:
        return {"resolve", id, "--outcome", "o"};
      case 11:
        return {"close", id, "--because", "b"};
      default:
        return {"reopen", id, "--to", stage, "--because", "b"};
    }
  }

  World m_world{"2026-11-02T10:15"};
  std::mt19937 m_random;
};

int cases_to_try() { return std::getenv("ESCALATE_LONG") ? 500 : 30; }

}  // namespace

TEST_CASE("whatever was written is taken back, and the taking back too, without a trace in what is said of the case") {
  for (int seed = 0; seed < cases_to_try(); ++seed) {
    RandomCase one(static_cast<unsigned>(seed));
    for (int step = 0; step < 8; ++step) {
      CAPTURE(seed, step);
      const ExitCode code = one.go_on();
      CAPTURE(one.messages());
      REQUIRE((code == ExitCode::ok || code == ExitCode::refused));
      if (code != ExitCode::ok) continue;
      const std::string event = one.written();
      const Json before = one.status();
      REQUIRE(one.does({"correct", one.id, event, "--because", "wrong"}) == ExitCode::ok);
      REQUIRE(one.does({"correct", one.id, one.written(), "--because", "right"}) == ExitCode::ok);
      REQUIRE(one.status() == before);
    }
  }
}
