// A file cut anywhere, or with any one byte changed, is refused, or means what it meant, or is seen to mean something
// else: a case by its seals, a policy by its digest. The short run tries every 97th change, the long one all.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <functional>

#include "casefile/digest.hpp"
#include "policy/digest.hpp"
#include "unit/support/places.hpp"
#include "unit/yaml/read_support.hpp"
#include "yaml/case_reader.hpp"
#include "yaml/policy_reader.hpp"

namespace escalate::test {
namespace {

const std::string id = "WI-2026-6SJNC";

std::string case_bytes() { return bytes_of(in_repository("cases/2026/" + id + ".yaml")); }

const std::string policy_bytes =
    "# a comment\nescalate: policy/1\nid: small\ntitle: Two stages\npartnership: Example\nedition: "
    "undated\ncase-prefix: EX\n"
    "calendar: scotland\nroles:\n  lead: {title: Lead, side: raising}\nstages:\n  1: {title: Talk, owner: lead, "
    "within: 5 "
    "working days, source: p. 1}\n  2:\n    title: \"Meet\"\n    owner: lead\n    source: p. 2\n    words: 'In ten "
    "days.'\n"
    "routes:\n  all-of-it: {title: All, stages: [1, 2]}\n";

/// What a case says, less its layout; `refused` where it has any error.
struct Meaning {
  bool refused = false;
  std::vector<std::string> events;
};

Meaning meaning_of_case(const std::string& bytes) {
  const CaseReading reading = read_case("cases/2026/" + id + ".yaml", bytes, id);
  if (!reading.record || any_error(reading.faults)) return {true, {}};
  Meaning meaning;
  for (const Node& event : reading.document.root.find("events")->items)
    meaning.events.push_back(event.find("id")->text + canonical_form(reading.record->id, event));
  return meaning;
}

/// Returns every text of a policy but the quotations, with the keys it stands under: what its digest must notice.
std::string texts_of(const Node& node) {
  std::string texts =
      node.kind == Node::Kind::text ? "'" + node.text.substr(0, node.text.find_last_not_of('\n') + 1) + "'" : "";
  for (const Node& item : node.items) texts += "[" + texts_of(item) + "]";
  for (const Entry& entry : node.entries)
    if (entry.key != "source" && entry.key != "words" && entry.key != "reading")
      texts += entry.key + "{" + texts_of(entry.value) + "}";
  return texts;
}

struct PolicyMeaning {
  bool refused = false;
  std::string digest, texts;
};

PolicyMeaning meaning_of_policy(const std::string& bytes) {
  const PolicyReading reading = read_policy("policies/small.yaml", bytes);
  if (!reading.policy) return {true, "", ""};
  const Document document = document_of(bytes);
  return {false, policy_digest(document.root), texts_of(document.root)};
}

/// Calls `check` with `bytes` after each change of one byte, every 97th of them in the short run.
void for_each_change(const std::string& bytes, const std::function<void(const std::string&)>& check) {
  const std::size_t step = std::getenv("ESCALATE_LONG") ? 1 : 97;
  for (std::size_t number = 0; number < bytes.size() * 256; number += step) {
    std::string changed = bytes;
    changed[number / 256] = static_cast<char>(number % 256);
    if (changed != bytes) check(changed);
  }
}

void check_policy(const std::string& changed, const PolicyMeaning& meant) {
  const PolicyMeaning meaning = meaning_of_policy(changed);
  if (meaning.refused || (meaning.digest == meant.digest) == (meaning.texts == meant.texts)) return;
  INFO(changed);
  CHECK(meaning.texts == meant.texts);
}

}  // namespace

TEST_CASE("a case with any one byte changed is refused or means the same") {
  const Meaning meant = meaning_of_case(case_bytes());
  REQUIRE(meant.events.size() == 3);
  for_each_change(case_bytes(), [&](const std::string& changed) {
    const Meaning meaning = meaning_of_case(changed);
    if (meaning.refused || meaning.events == meant.events) return;
    INFO(changed);
    CHECK(meaning.events == meant.events);
  });
}

// Cut exactly between two events a file is what it was before the later one was added: only the history
// in git knows better. There are two such places here, each with and without its line end.
TEST_CASE("a case cut anywhere but between two events is refused or means the same") {
  const Meaning meant = meaning_of_case(case_bytes());
  int shorter = 0;
  for (std::size_t size = 0; size < case_bytes().size(); ++size) {
    const Meaning meaning = meaning_of_case(case_bytes().substr(0, size));
    if (meaning.refused || meaning.events == meant.events) continue;
    ++shorter;
    const std::string rest = case_bytes().substr(size);
    CHECK((rest.starts_with("- event") || rest.starts_with("\n- event")));
    CHECK(std::equal(meaning.events.begin(), meaning.events.end(), meant.events.begin()));
  }
  CHECK(shorter == 4);
}

TEST_CASE("a policy cut anywhere or with any one byte changed is refused, means the same, or has another digest") {
  const PolicyMeaning meant = meaning_of_policy(policy_bytes);
  REQUIRE_FALSE(meant.refused);
  for (std::size_t size = 0; size < policy_bytes.size(); ++size) check_policy(policy_bytes.substr(0, size), meant);
  for_each_change(policy_bytes, [&](const std::string& changed) { check_policy(changed, meant); });
}

}  // namespace escalate::test
