// Random histories of three clones, whose clocks nobody set: what a merge promises must hold for each.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>
#include <set>

#include "casefile/digest.hpp"
#include "casefile/order.hpp"
#include "unit/yaml/case_support.hpp"
#include "yaml/case_merge.hpp"
#include "yaml/comments.hpp"
#include "yaml/event_writer.hpp"

namespace escalate::test {
namespace {

const std::string file = "cases/2026/EX-2026-7Q4M2.yaml";

/// Three clones of one case, each a file.
class Clones {
 public:
  explicit Clones(unsigned seed) : m_random(seed) {
    opening = sealed(case_head + opened_event);
    for (std::string& clone : clones) clone = opening;
    const int steps = pick(12) + 3;
    for (int step = 0; step < steps; ++step) take_step();
  }

  std::string opening;
  std::array<std::string, 3> clones;

  int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(m_random); }

 private:
  void take_step() {
    std::string& clone = clones[static_cast<std::size_t>(pick(3))];
    if (pick(4) > 0) {
      write_event(clone);
      return;
    }
    const auto merged = merged_case(file, {opening, clone, clones[static_cast<std::size_t>(pick(3))]});
    REQUIRE(merged);
    clone = *merged;
  }

  Body any_body(const std::vector<Event>& events) {
    switch (pick(6)) {
      case 0:
        return Advanced{std::to_string(pick(4)), "because", ""};
      case 1:
        return Resolved{"1", "agreed", "", ""};
      case 2:
        return Corrected{events[static_cast<std::size_t>(pick(static_cast<int>(events.size())))].id, "wrong", {}};
      case 3:
        return Marked{"imminent-risk", Stamp(std::chrono::sys_days(std::chrono::days(20000 + pick(9)))), {}};
      default:
        return Noted{"note " + std::to_string(pick(1000000))};
    }
  }

  void write_event(std::string& clone) {
    const CaseReading reading = read(clone);
    REQUIRE(reading.record);
    const auto& events = reading.record->events;
    std::set<std::string> parents;
    for (const Event& event : events) parents.insert(event.after.begin(), event.after.end());
    Event event;
    for (const Event& each : events)
      if (parents.count(each.id) == 0) event.after.push_back(each.id);
    event.at = std::chrono::floor<std::chrono::minutes>(events.back().logged) + std::chrono::minutes(pick(2000) - 1000);
    event.logged = events.back().logged + std::chrono::seconds(pick(5000));
    event.by = "Clone";
    event.body = any_body(events);
    seal(case_id, event);
    const auto longer = appended(reading.document, {event});
    REQUIRE(longer);
    clone = *longer;
    if (pick(5) == 0) clone += "# comment " + std::to_string(pick(1000000)) + "\n";
  }

  std::mt19937 m_random;
};

std::string merged(const std::string& base, const std::string& ours, const std::string& theirs) {
  const auto result = merged_case(file, {base, ours, theirs});
  if (!result) FAIL(lines_of(result.error()));
  return *result;
}

/// Returns each event with what it says.
std::set<std::string> said_in(const std::string& text) {
  const Document document = document_of(text);
  std::set<std::string> said;
  for (const Node& node : document.root.find("events")->items)
    said.insert(node.find("id")->text + "\n" + canonical_form(case_id, node));
  return said;
}

std::set<std::string> comments_in(const std::string& text) {
  const auto comments = comments_of(text);
  return {comments.begin(), comments.end()};
}

std::set<std::string> both(std::set<std::string> a, const std::set<std::string>& b) {
  a.insert(b.begin(), b.end());
  return a;
}

/// Returns the file without its comments: what is promised whatever the order of three merges.
std::string without_comments(const std::string& text) {
  std::string lines;
  for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
    end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    if (line.substr(std::min(line.find_first_not_of(' '), line.size())).rfind('#', 0) != 0) lines += line + "\n";
  }
  return lines;
}

void in_causal_order(const std::string& text) {
  const CaseReading reading = read(text);
  REQUIRE(reading.record);
  CHECK(reading.faults.empty());
  const auto order = causal_order(reading.record->events);
  for (std::size_t i = 0; i < order.size(); ++i) CHECK(order[i] == i);
}

void check_promises(Clones& history) {
  const auto& [a, b, c] = history.clones;
  const std::string& base = history.opening;
  const std::string ab = merged(base, a, b);
  CHECK(ab == merged(base, b, a));
  CHECK(ab == merged("", a, b));
  CHECK(merged(base, a, a) == a);
  CHECK(merged(a, a, ab) == ab);
  CHECK(merged(base, ab, a) == ab);
  CHECK(merged(b, ab, b) == ab);
  CHECK(said_in(ab) == both(said_in(a), said_in(b)));
  CHECK(comments_in(ab) == both(comments_in(a), comments_in(b)));
  CHECK(without_comments(merged(base, ab, c)) == without_comments(merged(base, a, merged(base, b, c))));
  in_causal_order(ab);
}

}  // namespace

TEST_CASE("merging is commutative, associative and idempotent, and loses nothing") {
  // Time zones change nothing here: the many histories are run once, not under each.
  const unsigned histories = std::getenv("ESCALATE_LONG") && !std::getenv("TZ") ? 3000 : 60;
  for (unsigned seed = 0; seed < histories; ++seed) {
    INFO("history " << seed);
    Clones history(seed);
    check_promises(history);
  }
}

}  // namespace escalate::test
