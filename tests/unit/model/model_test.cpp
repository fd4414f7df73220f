// Random commands, run through the program and through a small model of the papers: whatever is typed, both agree on
// whether it is allowed, on what is written, and on where the case stands then. ESCALATE_SEED=N tries that sequence,
// and with ESCALATE_SEQUENCES=M the M from there on; ESCALATE_HALF=2 tries the next as many.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "unit/model/sequence.hpp"
#include "unit/support/policy_texts.hpp"
#include "yaml/policy_reader.hpp"

namespace escalate::model {
namespace {

std::uint64_t number_in(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

}  // namespace

TEST_CASE("the policies the model is tried on mean what the files say", "[model]") {
  for (const std::string& id : test::five_policies()) {
    const std::string path = test::policy_path(id);
    CHECK(read_policy(path, store_test::bytes_of(path)).policy->digest ==
          read_policy(path, without_words(path)).policy->digest);
  }
}

TEST_CASE("program and model agree on every sequence of commands", "[model]") {
  Workshop workshop;
  Tally tally;
  const bool one = std::getenv("ESCALATE_SEED") != nullptr;
  const std::uint64_t usual = std::getenv("ESCALATE_LONG") ? 10000 : 100;
  const std::uint64_t count = number_in("ESCALATE_SEQUENCES", one ? 1 : usual);
  const bool second_half = std::getenv("ESCALATE_HALF") != nullptr;  // ctest runs it beside the first
  const std::uint64_t first = number_in("ESCALATE_SEED", second_half ? 1 + count : 1);
  std::string found;
  int failures = 0;
  for (std::uint64_t seed = first; seed < first + count && failures < 8; ++seed) {
    const Sequence sequence = sequence_of(seed, workshop.policies().size());
    if (disagreement(workshop, sequence, tally).empty()) continue;
    const Sequence least = shrunk(workshop, sequence);
    found += "ESCALATE_SEED=" + std::to_string(seed) + "\n" + disagreement(workshop, least, tally);
    ++failures;
  }
  if (failures > 0) FAIL(found);
  if (one || second_half) return;  // too few to meet everything
  CHECK(tally.refused > 0);
  CHECK(tally.merges > 0);
  CHECK(tally.written.size() == 14);
}

}  // namespace escalate::model
