#include "render/policy_text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "unit/support/made_case.hpp"
#include "unit/support/policy_texts.hpp"
#include "unit/support/times.hpp"
#include "unit/support/world.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

/// Returns `text` with every run of blanks and line ends as one blank, to look for texts that were broken into lines.
std::string on_one_line(const std::string& text) {
  std::string result;
  for (const char letter : text) {
    const bool blank = letter == ' ' || letter == '\n';
    if (!blank) result += letter;
    if (blank && !result.empty() && result.back() != ' ') result += ' ';
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::string shown_policy(const Policy& policy) { return policy_text(policy, {}, {&policy}, date("2026-11-02")); }

/// Words that the text says in other words: `should` as "where possible", `entered 1` as "entering stage 1", `owner` as
/// "whoever holds the stage".
bool is_said_otherwise(const TextOfFile& text) {
  if (text.keys.back() == "by" && text.text == "owner") return true;
  static const std::vector<std::string> keys = {"escalate", "in-force", "ask",  "force",
                                                "when",     "met-by",   "from", "count-from"};
  return std::any_of(text.keys.begin(), text.keys.end(),
                     [](const std::string& key) { return std::count(keys.begin(), keys.end(), key) > 0; });
}

/// Returns the part of a text between two of its headings.
std::string between(const std::string& text, const std::string& first, const std::string& last) {
  const std::size_t start = text.find(first);
  REQUIRE(start != std::string::npos);
  return text.substr(start, text.find(last, start) - start);
}

}  // namespace

TEST_CASE("a role that a job fills here is called by it wherever it acts") {
  const Policy policy = policy_of(std::string(sample_policy()));
  const std::string text = policy_text(policy, {{"worker", "Playleader"}}, {&policy}, date("2026-11-02"));
  CHECK_THAT(text,
             Catch::Contains("  Who      Playleader (Worker with the concern)\n") &&
                 Catch::Contains("  By       each of: Playleader (Worker with the concern) and Manager of the\n"));
  CHECK_THAT(between(text, "\nROLES\n", "manager ("),
             Catch::Contains("worker (raising): Worker with the concern (police: Detective sergeant); where\n"
                             "  there is none, Chair of the partnership\n"
                             "  Here     Playleader\n"));
}

TEST_CASE("every text of the five policies can be seen in what is shown of them") {
  for (const std::string& id : five_policies()) {
    const std::string text = on_one_line(shown_policy(policy_called(id)));
    std::vector<std::string> unseen;
    for (const TextOfFile& one : texts_of_file(policy_path(id))) {
      const std::string wanted = on_one_line(one.text);
      if (!is_said_otherwise(one) && text.find(wanted) == std::string::npos)
        unseen.push_back(id + ": " + one.keys.front() + ": " + wanted);
    }
    CHECK(unseen == std::vector<std::string>{});
  }
}

TEST_CASE("no line of a shown policy is wider than the page") {
  for (const std::string& id : five_policies())
    for (const std::string& line : lines_of(shown_policy(policy_called(id)))) CHECK(text_width(line) <= page_width);
}

TEST_CASE("what is urgent stands before the ladder, with where to go and whom to ring") {
  const std::string text = shown_policy(policy_of(std::string(sample_policy())));
  CHECK(between(text, "URGENT", "ROUTE") ==
        "URGENT: AT ONCE, WHATEVER THE STAGE\n"
        "\n"
        "Ring the police now.\n"
        "  Applies  only while imminent-risk\n"
        "           imminent-risk: A child is at risk now\n"
        "  Go to    stage top, The top\n"
        "  Contact  The office, 01234 567890, office@example.org, 1 Example Street\n"
        "  Source   Section 1\n"
        "           \"must be rung\"\n"
        "\n");
}

TEST_CASE("the ladder shows each rung once, with its choice, and says where it stood before") {
  const std::string text = shown_policy(policy_of(std::string(sample_policy())));
  CHECK(between(text, "ROUTE standard", "AT EVERY STAGE") ==
        "ROUTE standard, the default\n"
        "\n"
        "The usual way\n"
        "\n"
        "Stage talk: Talk\n"
        "  The two talk.\n"
        "  Who      Worker with the concern (police: Detective sergeant); where there is\n"
        "           none, Chair of the partnership\n"
        "           and Manager of the other agency\n"
        "  Time     96 hours\n"
        "           aim: 24 hours\n"
        "  Source   Section 4\n"
        "           \"within 24 to 96 hrs\"\n"
        "\n"
        "Stage meet-a (one of meet-a and meet-b): Meeting A\n"
        "  Who      Manager of the other agency\n"
        "  Choose   only while letter\n"
        "  Time     none of its own\n"
        "  Source   Section 5\n"
        "\n"
        "Stage meet-b (one of meet-a and meet-b): Meeting B\n"
        "  Who      Manager of the other agency\n"
        "  Time     none of its own\n"
        "  Source   Section 5\n"
        "\n"
        "Stage heads (may be passed over): Heads\n"
        "  Who      Chair of the partnership\n"
        "  Time     agreed, at most 5 working days (where possible)\n"
        "  Source   Section 6\n"
        "\n"
        "Stage top: The top\n"
        "  Who      Chair of the partnership\n"
        "  Time     none of its own\n"
        "  Before   - Ask the chair (consult): Worker with the concern, to Chair of the\n"
        "             partnership; arises at the mark imminent-risk\n"
        "  Owed     - Tell both (tell): each of: Worker with the concern and Manager of\n"
        "             the other agency, to The office; 2 working days; aim 1 working day\n"
        "  Source   Section 7\n"
        "\n"
        "ROUTE short\n"
        "\n"
        "The short way\n"
        "\n"
        "Stage talk: Talk\n"
        "  as on route standard\n"
        "\n"
        "Stage top: The top\n"
        "  as on route standard\n"
        "\n");
}

TEST_CASE("limits and duties are shown in full, with the reading taken") {
  const std::string text = shown_policy(policy_of(std::string(sample_policy())));
  CHECK_THAT(text, Catch::Contains("whole: All of it\n"
                                   "  Covers   the whole case, until it is resolved\n"
                                   "  Time     1 month (as a guide)\n"
                                   "  From     the opening or the mark letter (The letter was received)\n"
                                   "  Applies  not while imminent-risk\n"
                                   "  Source   Section 8\n"
                                   "  Reading taken: One calendar month.\n"));
  CHECK_THAT(text, Catch::Contains("tell: Tell both\n"
                                   "  Act      notify\n"
                                   "  By       each of: Worker with the concern and Manager of the other agency\n"
                                   "  To       The office\n"
                                   "  When     entering stage top\n"
                                   "  Time     2 working days\n"
                                   "  Aim      1 working day\n"
                                   "  Form     Notice (notice)\n"
                                   "  Source   Section 9\n"));
  CHECK_THAT(text, Catch::Contains("  When     the resolution\n  Time     none; it may be done\n"));
}

TEST_CASE("the heading tells the dates, that the review has passed, and how days count") {
  const std::string text = shown_policy(policy_of(std::string(sample_policy())));
  CHECK(text.substr(0, text.find("URGENT")) ==
        "Resolving disagreements\n"
        "Example Partnership\n"
        "\n"
        "  Policy   test, an edition of example\n"
        "  Edition  Second edition\n"
        "  Dates    in force from Wednesday 1 January 2020; to be reviewed by Thursday 1\n"
        "           January 2026, which has passed\n"
        "  Counts   england-and-wales bank holidays; a moment on a closed day counts as\n"
        "           the next working day, which is day 0\n"
        "  Cases    their ids begin with EX\n"
        "  File     policies/test.yaml, digest " +
            policy_of(std::string(sample_policy())).digest +
            "\n"
            "  Source   Title page\n"
            "           \"Resolving disagreements\"\n"
            "  Reading taken: In force from its date.\n"
            "\n");
}

TEST_CASE("a policy's text cannot steer a terminal") {
  Policy policy = policy_of(std::string(sample_policy()));
  policy.title = "A\x1b[2J title";
  policy.stages.front().what = "One\nTwo\x1b[0m";
  const std::string text = shown_policy(policy);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK_THAT(text, Catch::Contains("A\\x1b[2J title") && Catch::Contains("  One\n  Two\\x1b[0m\n"));
}
