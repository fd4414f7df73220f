#include <catch2/catch.hpp>

#include "unit/yaml/read_support.hpp"

namespace escalate::test {
namespace {

std::string dropped_from(std::string_view text) { return lines_of(silently_dropped(document_of(text))); }

}  // namespace

TEST_CASE("'#' with a letter or digit right behind it would drop the rest of a plain text, which is a fault") {
  const std::string cure = "put the whole text in double quotes, or a space after '#' if it is a comment\n";
  CHECK(dropped_from("a: b\nwithin: 5 days #3 to the board\n") ==
        "2:16: '#3 to the board' would be dropped as a comment; " + cure);
  CHECK(dropped_from("é: é #b\r\nc:\n- d #e\n- [f, g #h\n  ]\n") ==
        "1:6: '#b' would be dropped as a comment; " + cure + "3:5: '#e' would be dropped as a comment; " + cure +
            "4:9: '#h' would be dropped as a comment; " + cure);
  CHECK(dropped_from("words: one\n  two #3 more\n") == "2:7: '#3 more' would be dropped as a comment; " + cure);
  CHECK(dropped_from("\xEF\xBB\xBF"
                     "a: b #c\n") == "1:6: '#c' would be dropped as a comment; " + cure);
}

TEST_CASE("'#' right behind a closing quote is a fault, too") {
  CHECK(dropped_from("a: \"b\"#c\n").find("1:7: '#c' would be dropped as a comment") == 0);
}

TEST_CASE("comments, and '#' inside quotes, blocks and words, are fine") {
  CHECK(
      dropped_from("#whole line\na: b # comment\nc: \"d #e\" #f\ng: |\n  h #i\n#j\nk: l#m\nn: 'o #p'\nq: #r\n  s: t\n")
          .empty());
}

}  // namespace escalate::test
