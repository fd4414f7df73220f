#include <catch2/catch.hpp>

#include "unit/yaml/read_support.hpp"

namespace escalate::test {
namespace {

/// A text with one mistake, and what is said of it.
struct Mistake {
  std::string text;
  std::string told;
};

void check_all(const std::vector<Mistake>& mistakes) {
  for (const Mistake& mistake : mistakes) {
    INFO(mistake.text);
    CHECK(told(mistake.text) == mistake.told + "\n");
  }
}

}  // namespace

TEST_CASE("an open quote is named where it was opened") {
  check_all({
      {"a: b\nc: \"d\ne: f\n",
       "2:4: the quote opened here is never closed; write \" at the end of the text, or look for a quote too many "
       "above"},
      {"a: 'b\n",
       "1:4: the quote opened here is never closed; write ' at the end of the text, or look for a quote too many "
       "above"},
      {"a: \"b\n---\nc\"\n",
       "1:4: the quote opened here is never closed; write \" at the end of the text, or look for a quote too many "
       "above"},
      {"a: \"b\n  c: \"d\"\n",
       "1:4: the quote opened here is closed on line 2, where more follows; close the quote where its text ends"},
      {"a: b\nc: \"d\ne: \"f\"\n",
       "2:4: the quote opened here runs on over line 3, which is indented no deeper than its key; close the quote "
       "where "
       "its text ends, or indent every line of the text more than its key"},
  });
}

TEST_CASE("a text that begins with a quote and goes on behind it, and an apostrophe, say how to quote") {
  const std::string goes_on = "a text that begins with a quote goes on behind the closing quote; ";
  const std::string single = "put the text in double quotes, or write an apostrophe inside it twice ('')";
  const std::string twofold = "write \\\" for a quote inside the text, or put all of it in single quotes";
  check_all({
      {"a: 'A' and b\nc: d\n", "1:8: " + goes_on + single},
      {"a: 'it's not right'\n", "1:8: " + goes_on + single},
      {"a: \"A\" and b\n", "1:8: " + goes_on + twofold},
      {"a:\n- \"A\" and b\n- c\n", "2:7: " + goes_on + twofold},
      {"a: {b: \"A\" and c, d: e}\n", "1:12: " + goes_on + twofold},
      {"é: \"é\" and b\n", "1:8: " + goes_on + twofold},
  });
}

TEST_CASE("a colon inside a text asks for quotes") {
  check_all({
      {"a: b: c\n", "1:5: ': ' inside a text; put the text in double quotes"},
      {"a: {b: c: d}\n", "1:9: ': ' inside a text; put the text in double quotes"},
      {"a: b\n  more: c\n",
       "2:7: ': ' inside the text that began above, or a line indented too far; put the text in double quotes, or line "
       "the key up with those above"},
  });
}

TEST_CASE("a line without a key, or with a colon that has no space, is named") {
  const std::string no_key = "this line has no 'key:'; write 'key: value'; put a text of several lines under '|'";
  check_all({
      {"a: b\nc\nd: e\n", "2:1: " + no_key},
      {"a\nb: c\n", "1:1: " + no_key},
      {"a: b\nc:d\ne: f\n", "2:2: no space after the colon; write 'key: value'"},
      {": b\n", "1:1: a key is missing before ':'; write 'key: value'"},
  });
}

TEST_CASE("indentation that does not fit is named: too deep, too shallow, tabs and no-break spaces") {
  const std::string out_of_step =
      "this line is not in line with those above it; give lines that belong together the same indentation, in spaces";
  check_all({
      {"a: \"b\"\n  c: d\n", "2:3: " + out_of_step},
      {"a:\n    b: c\n  d: e\n", "3:3: " + out_of_step},
      {"a:\n  - b: c\n   d: e\n", "3:4: " + out_of_step},
      {"a: |\n  b\n c\nd: e\n", "3:2: " + out_of_step},
      {"a:\n\tb: c\n", "2:1: a tab in the indentation; indent with spaces"},
      {"a:\n  b: c\n\td: e\n", "3:1: a tab in the indentation; indent with spaces"},
      {"a:\n  b: c\n\u00A0 d: e\n  f: g\n", "3:1: a no-break space in the indentation; indent with ordinary spaces"},
      {"a: b\n- c\n", "2:1: a list item where a key was expected; put the list below its own 'key:'"},
      {"a: - b\n",
       "1:4: a text cannot begin with '- '; begin a list on the next line; put a text that begins with '-' in double "
       "quotes"},
  });
}

TEST_CASE("a text that begins with a mark of YAML asks for quotes") {
  for (const std::string mark : {"@", "`", "%", ","})
    check_all(
        {{"a: " + mark + "b c\n", "1:4: a text cannot begin with '" + mark + "'; put the text in double quotes"}});
  check_all({
      {"a: *b* c\n", "1:4: a text cannot begin with '*'; put the text in double quotes"},
      {"a: !b!c d\n", "1:4: a text cannot begin with '!'; put the text in double quotes"},
      {"a: ? b\n", "1:4: a text cannot begin with '?'; put the text in double quotes"},
      {"a: | b\n  c\n",
       "1:4: text on the line of '|' or '>'; begin the text on the next line, indented, or put it in double quotes"},
      {"a: > 5 days\n",
       "1:4: text on the line of '|' or '>'; begin the text on the next line, indented, or put it in double quotes"},
      {"a: |0\n  b\n", "1:4: a '|' or '>' with an indentation that cannot be; write '|' alone"},
      {"--- a: b\n", "1:5: text on the line of '---'; begin on the next line, or remove '---'"},
  });
}

TEST_CASE("brackets that do not pair are named where they were opened, or where they are too many") {
  check_all({
      {"a: {b: c\nd: e\n", "1:4: the '{' opened here is not closed before the next key; write '}' at the end"},
      {"a: [b, c\nd: e\n", "1:4: the '[' opened here is not closed before the next key; write ']' at the end"},
      {"a: b\nc: {\n", "2:1: a '{' or '[' is not closed before the file ends; write '}' or ']' at the end of its text"},
      {"a: {b: c}}\n", "1:10: a '}' that closes nothing; remove it, or put the text it belongs to in double quotes"},
      {"a: ]\n", "1:4: a ']' that closes nothing; remove it, or put the text it belongs to in double quotes"},
      {"a: [b] c\n", "1:8: text behind a value that has ended; put the whole text in double quotes"},
      {"a: [[b] c]\n", "1:9: ',' or ']' expected here; a text with : , [ ] { or } in it needs double quotes"},
  });
}

TEST_CASE("an escape that YAML does not know is named") {
  const std::string escape =
      "an unknown escape in a text in double quotes; write \\\\ for a backslash, or put the text in single quotes";
  check_all({
      {"a: \"b\\q\"\n", "1:6: " + escape},
      {"a: \"C:\\Users\"\n", "1:9: " + escape},
      {"a: \"\\U00110000\"\n", "1:7: " + escape},
      {"a: \"\\ud83d\\ude00\"\n", "1:7: " + escape},
  });
}

TEST_CASE("a syntax error shows its line") {
  const auto read = read_yaml("policies/test.yaml", "a: b\nc: d: e\r\n", Opinions::both);
  REQUIRE_FALSE(read);
  CHECK(read.error().at(0).place.file == "policies/test.yaml");
  CHECK(read.error().at(0).excerpt == "c: d: e");
}

}  // namespace escalate::test
