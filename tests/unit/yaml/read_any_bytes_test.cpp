// Reads texts nobody wrote: cut, changed, random, deep and long ones. Whatever comes, reading ends, says what is wrong,
// and what it accepts both parsers read alike. The comparison here is the test's own, not that of second_opinion.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <catch2/catch.hpp>
#include <random>
#include <sstream>
#include <vector>

#include "unit/yaml/read_support.hpp"

namespace escalate::test {
namespace {

const std::string sample =
    "# a case\nescalate: case/1\ncase: \"NY-2026-K7QXM\"\nevents:\n- event: opened\n  at: \"2026-11-02T10:15+00:00\"\n"
    "  raising: {agency: \"Example Primary School\", kind: 'education'}\n  concern: |\n    A café’s owner.\n\n    "
    "Two.\n"
    "  after: []\n- event: noted # late\n  text: >-\n    one\n    two\n  empty:\n  id: d0e27a859305acae\n";

/// Writes down what yaml-cpp reads, as `flat` writes down a tree.
class Scribe : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override { said += "document "; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { said += "nothing "; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { said += "alias "; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string& text) override {
    said += text == "~" || text == "null" || text == "Null" || text == "NULL" ? "nothing " : "'" + text + "' ";
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    said += "[ ";
  }
  void OnSequenceEnd() override { said += "] "; }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    said += "{ ";
  }
  void OnMapEnd() override { said += "} "; }

  std::string said;
};

std::string by_yaml_cpp(const std::string& text) {
  Scribe scribe;
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    parser.HandleNextDocument(scribe);
    parser.HandleNextDocument(scribe);
  } catch (const YAML::Exception& error) {
    return std::string("cannot read: ") + error.what();
  }
  return scribe.said;
}

std::string flat(const Node& node) {
  Scribe scribe;
  std::string inside;
  switch (node.kind) {
    case Node::Kind::none:
      return "nothing ";
    case Node::Kind::text:
      scribe.OnScalar({}, "", 0, node.text);
      return scribe.said;
    case Node::Kind::list:
      for (const Node& item : node.items) inside += flat(item);
      return "[ " + inside + "] ";
    case Node::Kind::map:
      for (const Entry& entry : node.entries) {
        Node key;
        key.kind = Node::Kind::text;
        key.text = entry.key;
        inside += flat(key) + flat(entry.value);
      }
      return "{ " + inside + "} ";
  }
  return {};
}

/// Returns what reading `text` did wrong, nothing when it behaved.
std::string misbehaviour(const std::string& text) {
  const auto one = read_yaml("any.yaml", text, Opinions::libyaml_only);
  const auto both = read_yaml("any.yaml", text, Opinions::both);
  if (!one) return both || one.error().empty() || one.error().front().text.empty() ? "refused without a word" : "";
  const bool agree = "document " + flat(one->root) == by_yaml_cpp(text);
  if (agree != both.has_value()) return agree ? "refused though both agree" : "accepted though they differ";
  silently_dropped(*one);
  return "";
}

void check(const std::string& text) {
  const std::string wrong = misbehaviour(text);
  if (wrong.empty()) return;
  INFO(text);
  CHECK(wrong == "");
}

}  // namespace

TEST_CASE("the sample is read") {
  CHECK(told(sample).find("{escalate: 'case/1'") == 0);
  CHECK(misbehaviour(sample).empty());
}

TEST_CASE("a file cut anywhere is read alike by both parsers or refused") {
  for (std::size_t size = 0; size < sample.size(); ++size) check(sample.substr(0, size));
}

TEST_CASE("a file with one byte changed is read alike by both parsers or refused") {
  for (std::size_t at = 0; at < sample.size(); ++at)
    for (const char byte : std::string("\"':#,{]\n\t -&?") + '\xC3') {
      std::string changed = sample;
      changed[at] = byte;
      check(changed);
    }
}

TEST_CASE("a file with one line missing, or there twice, is read alike by both parsers or refused") {
  for (std::size_t start = 0; start < sample.size(); start = sample.find('\n', start) + 1) {
    const std::size_t end = sample.find('\n', start) + 1;
    check(sample.substr(0, start) + sample.substr(end));
    check(sample.substr(0, end) + sample.substr(start));
  }
}

TEST_CASE("random bytes are refused, and random YAML is read alike by both parsers or refused") {
  std::mt19937 random(2026);
  const std::vector<std::string> words = {"a",   "b: ", "- ",  "\n",    "\n  ", "\"",   "'",    "[", "]",
                                          "{",   "}",   ", ",  ":",     " #",   "| \n", ">-\n", "?", "? ",
                                          "&c ", "*c",  "!d ", "---\n", "~",    "\\n",  "\t",   "é"};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    std::string text = "a: ";
    for (auto i = random() % 40; i > 0; --i) {
      bytes += static_cast<char>(random() % 256);
      text += words[random() % words.size()];
    }
    check(bytes);
    check(text);
  }
}

TEST_CASE("what would never end, or fill the memory, is refused at once") {
  const auto repeated = [](const std::string& part, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
  };
  for (const std::string& text :
       {std::string(","), repeated("[", 498), repeated("? ", 1000), repeated("{a: ", 5000), repeated("- ", 5000),
        repeated("[", most_policy_bytes), "a: &a [" + repeated("*a, ", 1000) + "*a]", repeated("---\n", 1000),
        repeated("? ", 100000), repeated("\"a\n", 1000), repeated("&a ", 1000), std::string("&a {k: *a}")}) {
    INFO(text.substr(0, 20));
    CHECK_FALSE(read_yaml("any.yaml", text, Opinions::both).has_value());
  }
}

TEST_CASE("no file gives more faults than a person can read") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "a: !b &c {d}\n";
  const auto read = read_yaml("any.yaml", text, Opinions::both);
  REQUIRE_FALSE(read);
  CHECK(read.error().size() < 100);
}

TEST_CASE("one long line takes no longer than many short ones") {
  std::string text = "a: [b";
  for (int i = 0; i < 50000; ++i) text += ", b";
  const auto read = read_yaml("any.yaml", text + "]\n", Opinions::both);
  REQUIRE(read.has_value());
  CHECK(read->root.find("a")->items.size() == 50001);
  CHECK(silently_dropped(*read).empty());
}

}  // namespace escalate::test
