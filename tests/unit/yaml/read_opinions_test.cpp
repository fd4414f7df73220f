#include <catch2/catch.hpp>

#include "unit/yaml/read_support.hpp"

namespace escalate::test {
namespace {

const std::string_view good =
    "escalate: case/1\nnull: ~\nlist:\n- event: opened # a comment\n  text: |\n    one\n    two\n  none:\n"
    "  after: []\n- {a: \"b\", c: 'd', e: null}\nfolded: >-\n  one\n  two\n\n  three\n";

/// Returns every node of the tree below `node`, itself first.
std::vector<Node*> all_of(Node& node) {
  std::vector<Node*> nodes{&node};
  const auto add = [&nodes](Node& child) {
    const std::vector<Node*> below = all_of(child);
    nodes.insert(nodes.end(), below.begin(), below.end());
  };
  for (Node& item : node.items) add(item);
  for (Entry& entry : node.entries) add(entry.value);
  return nodes;
}

using Change = void (*)(Node&);

void change_text(Node& node) { node.text += "x"; }
void change_key(Node& node) {
  if (!node.entries.empty()) node.entries.back().key += "x";
}
void drop_last(Node& node) {
  if (!node.items.empty()) node.items.pop_back();
  if (!node.entries.empty()) node.entries.pop_back();
}
void add_one(Node& node) {
  if (node.kind == Node::Kind::list) node.items.emplace_back();
  if (node.kind == Node::Kind::map) node.entries.push_back({"added", {}, {}});
}
void make_list(Node& node) {
  node = Node{};
  node.kind = Node::Kind::list;
}

bool is_same(const Node& a, const Node& b) { return outline(a) == outline(b); }

/// Makes `change` to each node of the sample in turn, and counts the changes that the second opinion does not notice.
int unnoticed(Change change) {
  Document document = document_of(good);
  const Node original = document.root;
  int count = 0;
  for (std::size_t i = 0; i < all_of(document.root).size(); ++i) {
    document.root = original;
    change(*all_of(document.root)[i]);
    if (!is_same(original, document.root) && second_opinion(document).empty()) ++count;
    document.root = original;
  }
  return count;
}

}  // namespace

TEST_CASE("both readers agree about everything our files hold") {
  CHECK(told(good) == told(good, Opinions::libyaml_only));
  CHECK(told(good) ==
        "{escalate: 'case/1', null: '~', list: [{event: 'opened', text: 'one\\ntwo\\n', none: nothing, after: []}, "
        "{a: 'b', c: 'd', e: 'null'}], folded: 'one two\\nthree'}");
}

TEST_CASE("any single difference between the readings is noticed") {
  CHECK(unnoticed(change_text) == 0);
  CHECK(unnoticed(change_key) == 0);
  CHECK(unnoticed(drop_last) == 0);
  CHECK(unnoticed(add_one) == 0);
  CHECK(unnoticed(make_list) == 0);
}

TEST_CASE("a text that libyaml read and yaml-cpp did not is a fault at that text, saying what each read") {
  Document document = document_of("a: b\nc: d\n");
  document.root.entries.at(1).value.text = "the end of\nit";
  CHECK(lines_of(second_opinion(document)) ==
        "2:4: two YAML readers disagree about this line: libyaml reads the text 'the end of\\nit', yaml-cpp the text "
        "'d'; "
        "put the text here in double quotes\n");
  document.root.entries.pop_back();
  CHECK(
      lines_of(second_opinion(document)) ==
      "1:4: two YAML readers disagree about this line: libyaml reads the end of a map, yaml-cpp the text 'c'; put the "
      "text here in double quotes\n");
}

TEST_CASE("what only libyaml can read is refused, unless libyaml alone is asked") {
  const std::string_view question = "a: b\nwords: [Is it safe? Then wait]\n";
  CHECK(told(question).find("two YAML readers disagree about this line: libyaml reads it, yaml-cpp does not:") !=
        std::string::npos);
  CHECK(told(question).find("2:") == 0);
  CHECK(told(question, Opinions::libyaml_only) == "{a: 'b', words: ['Is it safe? Then wait']}");
}

TEST_CASE("yaml-cpp alone would lose what follows an open quote, a second key or a second document") {
  for (const char* text : {"a: b\nc: \"d\n", "a: b\na: c\n", "a: b\n---\nc: d\n"}) {
    CHECK(told(text) == told(text, Opinions::libyaml_only));
    CHECK(told(text).find("{") == std::string::npos);
  }
}

TEST_CASE("the second opinion copes with bytes that have nothing to do with the tree") {
  Document document = document_of("a: b\n");
  for (const char* bytes : {"", ",", "\xFF\xFE", "[[[[", "a: b\n---\na: b\n", "&a [*a]", "a: !!str b\n", "- a\n"}) {
    document.bytes = bytes;
    INFO(bytes);
    CHECK(second_opinion(document).size() == 1);
  }
}

}  // namespace escalate::test
