// A forecast is what really happens: random cases are forecast, then really advanced at the times it names, and every
// due that `status` then gives is the one foretold.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "cli/run.hpp"
#include "unit/support/places.hpp"
#include "unit/support/policy_texts.hpp"
#include "unit/support/times.hpp"
#include "unit/support/world.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

using Words = std::vector<std::string>;
using Json = nlohmann::json;

std::string file_text(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// One case of one of the policies, with something that happened to it.
class SomeCase {
 public:
  SomeCase(const std::string& policy, unsigned seed) : m_random(seed) {
    m_world.add_policy(policy, policy == "test" ? std::string(sample_policy()) : file_text(policy_path(policy)));
    m_world.add_calendars();
    const Json json = answer({"policy", "show", policy});
    for (const auto& [id, route] : json["routes"].items()) m_routes.push_back(id);
    for (const auto& [id, mark] : json["marks"].items()) m_marks.push_back(id);
    open(policy, json["case-prefix"]);
  }

  /// Agrees, extends, marks, halts or advances, a while later; what is refused changes nothing.
  void go_on() {
    m_world.env.now += std::chrono::hours(one_of<int>({1, 5, 24, 100}));
    switch (one_of<int>({0, 1, 2, 3, 4, 4})) {
      case 0:
        return does({"agree", m_id, one_of<std::string>({"1 working day", "3 days"})});
      case 1:
        return does({"extend", m_id, "2 working days", "--because", "b", "--agreed-with", "B"});
      case 2:
        return m_marks.empty() ? void() : does({"mark", m_id, any(m_marks)});
      case 3:
        return does({"halt", m_id, "--because", "b"});
      default:
        return does({"advance", m_id, "--because", "b"});
    }
  }

  Json forecast() { return answer({"status", m_id, "--forecast"})["forecast"]; }
  Json status() { return answer({"status", m_id}); }

  /// Waits until `time` (a day: until its noon) unless that is past, and advances then.
  void advance(const std::string& stage, const std::string& time) {
    m_world.env.now = std::max(m_world.env.now, instant(time.size() == 10 ? time + "T12:00" : time));
    does({"advance", m_id, "--to", stage, "--at", time, "--because", "b"});
    INFO(m_world.err);
    REQUIRE(m_code == ExitCode::ok);
  }

 private:
  void open(const std::string& policy, const std::string& prefix) {
    m_id = prefix + "-2026-K7QXM";
    Words words = {"open", "--policy",  policy, "--child", "C-1",         "--raising", "A", "--receiving",
                   "B",    "--concern", "x",    "--route", any(m_routes), "--id",      m_id};
    for (const std::string& mark : m_marks)
      words.insert(words.end(), {"--mark", mark + one_of<std::string>({"=unknown", "=2026-10-30", ""})});
    does(words);
    if (m_code != ExitCode::ok) {  // `unknown` answers only what is asked
      words.resize(15);
      for (const std::string& mark : m_marks) words.insert(words.end(), {"--mark", mark + "=2026-10-30"});
      does(words);
    }
    INFO(m_world.err);
    REQUIRE(m_code == ExitCode::ok);
  }

  void does(Words words) {
    words.insert(words.end(), {"--by", "J"});
    m_code = typed(words);
  }
  Json answer(Words words) {
    words.insert(words.end(), {"--format", "json"});
    const ExitCode code = typed(words);
    INFO(m_world.err);
    REQUIRE(code == ExitCode::ok);
    return Json::parse(m_world.out);
  }
  ExitCode typed(const Words& words) {
    m_world.out.clear();
    m_world.err.clear();
    return escalate::run(words, m_world.env);
  }

  template <typename T>
  T one_of(std::initializer_list<T> values) {
    return *(values.begin() + std::uniform_int_distribution<std::size_t>(0, values.size() - 1)(m_random));
  }
  std::string any(const std::vector<std::string>& of) {
    return of[std::uniform_int_distribution<std::size_t>(0, of.size() - 1)(m_random)];
  }

  World m_world{"2026-11-30T10:15"};
  std::mt19937 m_random;
  std::vector<std::string> m_routes;
  std::vector<std::string> m_marks;
  std::string m_id;
  ExitCode m_code = ExitCode::ok;
};

/// Returns the limits of a status or of a stage of a forecast, alike.
Json dues(const Json& limits, const std::string& id, const std::string& from) {
  Json result = Json::object();
  for (const Json& limit : limits)
    if (!limit.contains("state") || limit["state"] != "off")
      result[limit[id]] = {limit[from], limit["due"], limit["binding"], limit["provisional"]};
  return result;
}

/// Returns the dues of duties that `status` lists and the forecast of this stage has.
void check_duties(const Json& status, const Json& foretold) {
  for (const Json& duty : foretold) {
    const bool there = std::any_of(status.begin(), status.end(), [&](const Json& one) {
      return one["id"] == duty["duty"] && one["stage"] == duty["stage"] && one["due"] == duty["due"];
    });
    CHECK(there);
  }
}

void check_it_comes_true(SomeCase& one) {
  const Json foretold = one.forecast();
  for (std::size_t i = 0; i < foretold["stages"].size(); ++i) {
    const Json& stage = foretold["stages"][i];
    CAPTURE(stage.dump());
    if (i > 0) one.advance(stage["stage"], stage["entered"]);
    const Json now = one.status();
    REQUIRE(now["stage"] == stage["stage"]);
    REQUIRE(now["since"] == stage["entered"]);
    REQUIRE(now["due"] == stage["due"]);
    REQUIRE(dues(now["limits"], "id", "counted-from") == dues(stage["limits"], "limit", "from"));
    check_duties(now["duties"], stage["duties"]);
  }
}

int cases_to_try() { return std::getenv("ESCALATE_LONG") ? 60 : 4; }

}  // namespace

TEST_CASE("what a forecast says comes true when the case is advanced at the times it names") {
  std::vector<std::string> policies = five_policies();
  policies.emplace_back("test");
  for (const std::string& policy : policies)
    for (int seed = 0; seed < cases_to_try(); ++seed) {
      CAPTURE(policy, seed);
      SomeCase one(policy, static_cast<unsigned>(seed));
      for (int step = 0; step < seed % 5; ++step) one.go_on();
      check_it_comes_true(one);
    }
}
