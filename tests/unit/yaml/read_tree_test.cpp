#include <catch2/catch.hpp>

#include "unit/yaml/read_support.hpp"

namespace escalate::test {
namespace {

std::string levels(int count) {
  std::string text = "a: ";  // the root map is the first level
  for (int level = 1; level < count; ++level) text += '[';
  text += 'b';
  for (int level = 1; level < count; ++level) text += ']';
  return text + "\n";
}

}  // namespace

TEST_CASE("texts stay texts: numbers, dates, yes and null are not converted") {
  CHECK(told("a: 007\nb: 1e3\nc: 2026-11-05\nd: yes\ne: null\nf: ~\ng: 0x1F\n") ==
        "{a: '007', b: '1e3', c: '2026-11-05', d: 'yes', e: 'null', f: '~', g: '0x1F'}");
}

TEST_CASE("no value is nothing; an empty text in quotes is a text") {
  CHECK(told("a:\nb: \"\"\nc: ''\nd: # only a comment\n") == "{a: nothing, b: '', c: '', d: nothing}");
  CHECK(told("a:\n- \n- b\n") == "{a: [nothing, 'b']}");
}

TEST_CASE("maps, lists, blocks and folded texts are read in written order") {
  CHECK(told("z: {b: c, a: [d, 'e, f']}\ny:\n- g: h\n  i: |-\n    j\n     k\n- l: >\n    m\n    n\n") ==
        "{z: {b: 'c', a: ['d', 'e, f']}, y: [{g: 'h', i: 'j\\n k'}, {l: 'm n\\n'}]}");
}

TEST_CASE("a list may stand at the indentation of its key, and one '---' before the document and '...' behind it") {
  CHECK(told("---\na:\n- b\n...\n") == "{a: ['b']}");
}

TEST_CASE("each value knows its line and column, counted in characters, and how it was written") {
  const Document document = document_of("é: b\nlist:\n- {ü: \"c\", d: [e]}\ntext: |\n  f\n");
  const Node& item = document.root.find("list")->items.at(0);
  CHECK(document.root.at.column == 1);
  CHECK(document.root.find("é")->at.column == 4);
  CHECK(item.at.line == 3);
  CHECK(item.entries.at(1).at.column == 12);
  CHECK(item.find("d")->items.at(0).at.column == 16);
  CHECK((item.flow && !document.root.flow && !document.root.find("list")->flow));
  CHECK((item.find("ü")->quoted && document.root.find("text")->quoted && !document.root.find("é")->quoted));
}

TEST_CASE("a file without anything in it is empty") {
  for (const char* text : {"", "\n", "   \n", "# only a comment\n", "---\n", "\xEF\xBB\xBF"})
    CHECK(told(text) ==
          "1:1: the file is empty; restore it from git or a backup, or remove it if nothing was ever in it\n");
}

TEST_CASE("a file that is a list or a text is refused") {
  CHECK(told("- a\n- b\n").find("1:1: the file must hold keys and their values; write a key") == 0);
  CHECK(told("a:b\n") == "1:1: the file must hold keys and their values; put a space after each colon\n");
}

TEST_CASE("a key written twice is refused however it is quoted, naming the line of the first") {
  CHECK(told("a: b\nc: d\n\"a\": e\n'\\x61': f\n") ==
        "3:1: 'a' is here twice, first on line 1; keep the one that is right\n");
  CHECK(told("a: {b: c,\n  \"\\x62\": d}\n") ==
        "2:3: 'b' is here twice, first on line 1; keep the one that is right\n");
  CHECK(told("a: {b: c}\nd: {b: c}\n") == "{a: {b: 'c'}, d: {b: 'c'}}");
}

TEST_CASE("anchors, aliases, tags, directives and merge keys are refused, all of them") {
  CHECK(told("a: &b c\nd: *b\ne: !!str f\ng: !h\ni: !<tag:j> k\nl: {<<: m}\n") ==
        "1:4: an anchor: '&b'; remove it; a text that begins with '&' or '!' needs double quotes\n"
        "2:4: an alias: '*b'; write out what it stands for; a text that begins with '*' needs double quotes\n"
        "3:4: a tag: '!!str'; remove it; a text that begins with '&' or '!' needs double quotes\n"
        "4:4: a tag: '!h'; remove it; a text that begins with '&' or '!' needs double quotes\n"
        "5:4: a tag: '!<tag:j>'; remove it; a text that begins with '&' or '!' needs double quotes\n"
        "6:5: a merge key '<<'; write out what it stands for\n");
  CHECK(told("%YAML 1.2\n---\na: b\n") == "1:1: a YAML directive; remove the line\n");
  CHECK(told("%TAG ! tag:x,2026:\n---\na: b\n") == "1:1: a YAML directive; remove the line\n");
  CHECK(told("%OTHER x\n---\na: b\n") == "1:1: a YAML directive; remove the line\n");
  CHECK(told("a: &b {c: *b}\n").find("1:4: an anchor: '&b'") == 0);
}

TEST_CASE("keys are texts of one line, and written without '? '") {
  const std::string marked =
      "a key written with '? '; write 'key: value'; a text that begins with '?' needs double quotes\n";
  CHECK(told("a: b ?\n? c\n: d\n") == "2:1: " + marked);
  CHECK(told("a: {? c : d}\n") == "1:5: " + marked);
  CHECK(told("a: is it?\nb: who? me\n") == "{a: 'is it?', b: 'who? me'}");
  CHECK(told("[a]: b\n").find("1:1: a list or map as a key") == 0);
  CHECK(told("\"\": b\n") == "1:1: a key is missing before ':'; write 'key: value'\n");
  CHECK(told("a: {: b}\n") == "1:5: a key is missing before ':'; write 'key: value'\n");
  CHECK(told("\"a\\nb\": c\n") == "1:1: a key of several lines; close the quote on its line\n");
}

TEST_CASE("sixteen levels are read, seventeen are not") {
  CHECK(told(levels(16)).find("{a: [[[[[[[[[[[[[[['b'") == 0);
  CHECK(told(levels(17)).find("1:19: more than 16 levels of lists and maps") == 0);
}

TEST_CASE("a second document is refused where it begins") {
  CHECK(told("a: b\n---\nc: d\n").find("2:1: a second document begins here") == 0);
  CHECK(told("a: b\n---\n").find("2:1: a second document begins here") == 0);
  CHECK(told("a: b\n...\nc: d\n").find("3:1: text behind the end of the document") == 0);
}

TEST_CASE("a comma in a text inside { } leaves a key without value, which is refused with the cure") {
  CHECK(told("a: {title: Refer, then wait, side: raising}\n") ==
        "1:19: 'then wait' has no value; write 'key: value', and quote a text with a comma inside { }\n");
  CHECK(told("a: {b:1}\n") == "1:5: 'b:1' has no value; put a space after the colon\n");
}

TEST_CASE("an escape cannot bring in a character that the file may not have") {
  CHECK(told("a: \"\\x1b[31m\"\n") == "1:4: this text holds, as an escape, control character U+001B; remove it\n");
  CHECK(told("\"\\u202e\": a\n").find("1:1: this text holds, as an escape, direction control character U+202E") == 0);
  CHECK(told("a: \"\\0\"\n").find("1:4: this text holds, as an escape, control character U+0000") == 0);
  CHECK(told("a: \"b\\tc\\nd\\u00e9\"\n") == "{a: 'b\\tc\\ndé'}");
}

TEST_CASE("a forgotten quote that swallows whole lines is refused even where another quote closes it") {
  CHECK(
      told("a: \"b\nc: d\"\ne: f\n") ==
      "1:4: the quote opened here runs on over line 2, which is indented no deeper than its key; close the quote where "
      "its text ends, or indent every line of the text more than its key\n");
  CHECK(told("a:\n- b: 'c\n- d: e'\n").find("2:6: the quote opened here runs on over line 3") == 0);
  CHECK(told("a:\n- b: \"c\n  d: e\"\n").find("2:6: the quote opened here runs on over line 3") == 0);
  CHECK(told("a: {b: \"c\n\n  d\"}\n") == "{a: {b: 'c\\nd'}}");
}

TEST_CASE("a message quotes no more of a long text than fits, and nothing that steers a terminal") {
  const std::string key(70, 'k');
  CHECK(told(key + ": a\n" + key + ": b\n").find("2:1: '" + std::string(60, 'k') + "...' is here twice") == 0);
  CHECK(told("\"a\\tb\": c\n\"a\\tb\": d\n").find("2:1: 'a\\tb' is here twice, first on line 1") == 0);
}

TEST_CASE("all faults of a file are reported in file order, a syntax error last") {
  CHECK(told("a: b\na: !c d\ne: {f}\ng: \"h\n") ==
        "2:1: 'a' is here twice, first on line 1; keep the one that is right\n"
        "2:4: a tag: '!c'; remove it; a text that begins with '&' or '!' needs double quotes\n"
        "3:5: 'f' has no value; write 'key: value', and quote a text with a comma inside { }\n"
        "4:4: the quote opened here is never closed; write \" at the end of the text, or look for a quote too many "
        "above\n");
}

}  // namespace escalate::test
