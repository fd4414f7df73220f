#include "policy/quotes.hpp"

#include <catch2/catch.hpp>

#include "policy/plain_form.hpp"
#include "unit/yaml/policy_support.hpp"

namespace escalate::test {
namespace {

/// Returns what is said of a policy with these quotations against a document.
std::string missing(const std::vector<std::string>& words, std::string_view document) {
  Policy policy;
  Clause& clause = policy.advice.emplace_back().clause;
  for (std::size_t i = 0; i < words.size(); ++i) {
    clause.words.push_back(words[i]);
    clause.words_places.push_back({"p.yaml", 5 + static_cast<int>(i), 7});
  }
  return lines_of(quotes_missing(policy, document));
}

const std::string not_there = "5:7: these words are not in the document; ";

}  // namespace

TEST_CASE("words that are in the document are found, letter case kept") {
  CHECK(missing({"within ten days", "Within"}, "Within, or within ten days.") == "");
  CHECK(missing({"Ten days"}, "within ten days") == not_there + "nothing like 'Ten days' is there\n");
}

TEST_CASE("typographic quotes, dashes, blanks, line ends, bullets and marks make no difference") {
  CHECK(plain_form("\u2018a\u2019 \u201cb\u201d \u2013 \u2014 \u2011") == "'a' \"b\" - - -");
  CHECK(plain_form("  a\r\n\tb\u00a0c\u2003d \n\n e ") == "a b c d e");
  CHECK(plain_form("\u2022 one\n- two\n \u2013 three\n* four\n\u00b7five\n_six_ **seven**") ==
        "one two three four five six seven");
  CHECK(plain_form("see [the form](https://example.org/a(b) and [1] [x] (y)") == "see the form and [1] [x] (y)");
  CHECK(plain_form("co\u00adoperate\u200b") == "cooperate");
  CHECK(plain_form("a well-known 24\u201396 - b") == "a well-known 24-96 - b");
  CHECK(missing({"the child's plan \"must\" be\nread"}, "the child\u2019s plan \u201cmust\u201d\n    be read") == "");
}

TEST_CASE("parts around an omission must occur in this order") {
  const std::string document = "Meet within 5 working days of the referral, then write to the other agency.";
  CHECK(missing({"Meet within ... of the referral ... other agency"}, document) == "");
  CHECK(missing({"... of the referral ..."}, document) == "");
  CHECK(missing({"of the referral ... Meet within"}, document) == not_there + "nothing like 'Meet within' is there\n");
  CHECK(missing({"Meet within \u2026 write to"}, document) == "");
}

TEST_CASE("a number is not found inside a longer one") {
  CHECK(missing({"2 working days"}, "at most 12 working days") != "");
  CHECK(missing({"in 2"}, "in 24 hours, or in 2") == "");
  CHECK(missing({"in 2"}, "in 24 hours") != "");
}

TEST_CASE("what is missing is said with how far the words go, at the place of the words") {
  CHECK(missing({"there", "ten working days of the meeting"}, "there are ten working days of the referral") ==
        "6:7: these words are not in the document; it has 'ten working days of the', but then not 'meeting'\n");
}

TEST_CASE("the words of every kind of entry are looked for, those of a stage once") {
  const std::string words = "words: Not there";
  const std::string policy =
      replaced(replaced(small_policy, "source: p. 1", words), "title: Standard,", "title: Standard, " + words + ",") +
      words + "\nmarks: {m: {title: M, " + words + "}}\nurgent: [{if: m, say: S, " + words +
      "}]\nelsewhere: [{what: W, go-to: G, " + words + "}]\nlimits: {l: {title: L, stages: all, within: 1 day, " +
      words + "}}\nduties: {d: {what: D, when: opened, " + words +
      "}}\nforms: {f: {title: F, fields: [{label: L, fill: blank}], " + words + "}}\ncontacts: {c: {title: C, " +
      words + "}}\n";
  const Faults faults = quotes_missing(read_small(policy).policy.value(), "Something else");
  CHECK(faults.size() == 10);
  CHECK(faults.front().place.line == 10);
  CHECK(faults.back().place.line == 20);
  CHECK(quotes_missing(read_small(policy).policy.value(), "\u2022 Not\n there").empty());
}

}  // namespace escalate::test
