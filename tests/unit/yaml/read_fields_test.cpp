#include <catch2/catch.hpp>

#include "base/fault_order.hpp"
#include "unit/yaml/read_support.hpp"
#include "yaml/fields.hpp"

namespace escalate::test {
namespace {

/// A document, and the faults found while its root is asked questions.
struct Asked {
  explicit Asked(std::string_view text)
      : document(document_of(text)), fields(document, document.root, "the policy", faults) {}

  std::string told() const { return lines_of(faults); }

  Document document;
  Faults faults;
  Fields fields;
};

}  // namespace

TEST_CASE("a text that is there is returned, with its place to hand") {
  Asked asked("a: b\ntitle: \"A title\"\n");
  CHECK(asked.fields.text("title") == "A title");
  CHECK(asked.fields.required_text("a") == "b");
  CHECK(asked.fields.at("title").line == 2);
  CHECK(asked.fields.at("title").column == 8);
  CHECK(asked.fields.at("absent").line == 1);
  CHECK(asked.told().empty());
}

TEST_CASE("what is absent is nothing, and a fault at the map only where it is required") {
  Asked asked("a: b\n");
  CHECK_FALSE(asked.fields.text("title"));
  CHECK(asked.fields.text_or_list("owner").empty());
  CHECK(asked.fields.list("stages") == nullptr);
  CHECK(asked.fields.take("reading") == nullptr);
  CHECK(asked.told().empty());
  CHECK_FALSE(asked.fields.required_text("title"));
  CHECK_FALSE(asked.fields.require("stages"));
  CHECK(asked.told() ==
        "1:1: the policy lacks 'title'; write 'title:' and its value there\n1:1: the policy lacks 'stages'; write "
        "'stages:' and its value there\n");
}

TEST_CASE("a key without value, an empty text and a value of another kind are faults") {
  Asked asked("a:\nb: \" \"\nc: [d]\ne: {f: g}\n");
  for (const char* key : {"a", "b", "c", "e"}) CHECK_FALSE(asked.fields.required_text(key));
  CHECK(asked.told() ==
        "1:3: 'a' has no value; write one after 'a:', or remove the line\n"
        "2:4: 'b' is empty; write what belongs there, or remove it\n"
        "3:4: 'c' must be a text, not a list\n"
        "4:4: 'e' must be a text, not a map\n");
}

TEST_CASE("a word of a closed list is returned; another one is a fault with a suggestion") {
  Asked asked("side: rasing\ndo: notify\nforce: perhaps\n");
  const std::vector<std::string> forces = {"must", "should", "guide"};
  CHECK(asked.fields.one_of("do", {"notify", "inform"}) == "notify");
  CHECK_FALSE(asked.fields.one_of("side", {"raising", "receiving"}));
  CHECK_FALSE(asked.fields.one_of("force", forces));
  CHECK(asked.told() ==
        "1:7: unknown side 'rasing'; did you mean 'raising'?\n"
        "3:8: unknown force 'perhaps'; write must, should or guide\n");
}

TEST_CASE("one text or a list of texts gives the texts and their places") {
  Asked asked("a: b\nc: [d, e]\n");
  CHECK(asked.fields.text_or_list("a").at(0).text == "b");
  const std::vector<TextAt> texts = asked.fields.text_or_list("c");
  REQUIRE(texts.size() == 2);
  CHECK(texts.at(1).text == "e");
  CHECK(texts.at(1).at.column == 8);
  CHECK(asked.told().empty());
}

TEST_CASE("a list of texts may not be empty, nor hold anything but texts") {
  Asked asked("a: []\nb: [c, [d], \"\"]\ne: {f: g}\nh:\n- \n");
  CHECK(asked.fields.text_or_list("a").empty());
  CHECK(asked.fields.text_or_list("b").size() == 1);
  CHECK(asked.fields.text_or_list("e").empty());
  CHECK(asked.fields.text_or_list("h").empty());
  CHECK(asked.told() ==
        "1:4: 'a' is empty; write what belongs there, or remove it\n"
        "2:8: an item of 'b' must be a text, not a list\n"
        "2:13: an item of 'b' is empty; write what belongs there, or remove it\n"
        "3:4: 'e' must be a text or a list of texts, not a map\n"
        "5:2: an item of 'h' has no value; write one, or remove it\n");
}

TEST_CASE("lists and maps are returned whole, empty ones are faults") {
  Asked asked("a: [b]\nc: {d: e}\nf: []\ng: {}\nh: i\n");
  CHECK(asked.fields.list("a")->items.size() == 1);
  CHECK(asked.fields.map("c")->entries.size() == 1);
  CHECK(asked.fields.list("f") == nullptr);
  CHECK(asked.fields.map("g") == nullptr);
  CHECK(asked.fields.map("h") == nullptr);
  CHECK(asked.told() ==
        "3:4: 'f' is empty; write what belongs there, or remove it\n"
        "4:4: 'g' is empty; write what belongs there, or remove it\n"
        "5:4: 'h' must be a map, not a text\n");
}

TEST_CASE("a key that nobody asked for is a fault, with the nearest key that somebody did") {
  Asked asked("title: a\nwithn: 5 days\ncolour: red\n");
  asked.fields.text("title");
  asked.fields.text("within");
  asked.fields.finish();
  CHECK(asked.told() ==
        "2:1: unknown key 'withn' in the policy; did you mean 'within'?\n"
        "3:1: unknown key 'colour' in the policy; the keys here are title and within\n");
}

TEST_CASE("a value that should be a map and is not gives one fault, however much is asked of it") {
  const Document document = document_of("a: text\nb:\nc: {}\nd: [e]\n");
  Faults faults;
  for (const Entry& entry : document.root.entries) {
    Fields fields(document, entry.value, "stage '" + entry.key + "'", faults);
    CHECK_FALSE(fields.readable());
    CHECK_FALSE(fields.required_text("title"));
    fields.finish();
  }
  CHECK(lines_of(faults) ==
        "1:4: stage 'a' must be a map, not a text; write its keys below it, indented: 'key: value'\n"
        "2:3: stage 'b' has no value; write its keys below it, indented, or remove the line\n"
        "3:4: stage 'c' is empty\n"
        "4:4: stage 'd' must be a map, not a list; write its keys below it, indented: 'key: value'\n");
}

TEST_CASE("a fault of a schema reader has the file, the place, the line and its weight") {
  Asked asked("a: b\nc: d\n");
  asked.fields.fault(asked.fields.at("c"), "odd", "change it", Severity::warning);
  const Fault& fault = asked.faults.at(0);
  CHECK(fault.place.file == "test.yaml");
  CHECK(fault.place.line == 2);
  CHECK(fault.excerpt == "c: d");
  CHECK(fault.severity == Severity::warning);
}

TEST_CASE("faults are put in the order of the file") {
  Asked asked("a: b\nc: d\n");
  asked.fields.fault({2, 4}, "last");
  asked.fields.fault({1, 4}, "first");
  asked.fields.fault({2, 1}, "middle");
  put_in_file_order(asked.faults);
  CHECK(asked.told() == "1:4: first\n2:1: middle\n2:4: last\n");
}

}  // namespace escalate::test
