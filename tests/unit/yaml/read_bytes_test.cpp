#include <catch2/catch.hpp>

#include "unit/yaml/read_support.hpp"
#include "yaml/bytes.hpp"

namespace escalate::test {

using namespace std::string_literals;

TEST_CASE("a text file passes as it is, whatever language it is written in") {
  CHECK(told("a: café, Łódź, 東京, 👧🏽\n") == "{a: 'café, Łódź, 東京, 👧🏽'}");
  CHECK(told("a: b\tc\n") == "{a: 'b\\tc'}");
  CHECK(told("a: نام\u200Cخانوادگی, 👩\u200D👧\n") == "{a: 'نام\\u200cخانوادگی, 👩\\u200d👧'}");
}

TEST_CASE("a byte order mark at the start, CRLF and a missing last line end change nothing") {
  CHECK(told("\xEF\xBB\xBF"
             "a: b\nc: |\n  d\n  e\n") == "{a: 'b', c: 'd\\ne\\n'}");
  CHECK(told("a: b\r\nc: |\r\n  d\r\n  e\r\nf: \"g\r\n  h\"\r\n") == "{a: 'b', c: 'd\\ne\\n', f: 'g h'}");
  CHECK(told("a: b\nc: d") == "{a: 'b', c: 'd'}");
}

TEST_CASE("a fault in a file with a byte order mark has the column and the line people see") {
  const auto read = read_yaml("test.yaml",
                              "\xEF\xBB\xBF"
                              "a: b: c\n",
                              Opinions::both);
  REQUIRE_FALSE(read);
  CHECK(read.error().at(0).place.column == 5);
  CHECK(read.error().at(0).excerpt == "a: b: c");
}

TEST_CASE("a file that is too long is refused unread") {
  CHECK(told(std::string((1 << 20) + 1, '[')) ==
        "0:0: the file has 1048577 bytes, more than 1 MiB; no file of this kind is so long: see what is in it\n");
  CHECK(read_yaml("case.yaml", "a: " + std::string(1 << 20, 'b'), Opinions::libyaml_only, most_case_bytes));
}

TEST_CASE("every character that no text file should have is named, at its line and column") {
  CHECK(told("a: b\nc: é\x1b[31m\n") == "2:5: control character U+001B; remove it\n");
  CHECK(told("a: b\x7f\n") == "1:5: control character U+007F; remove it\n");
  CHECK(told("a: b\u0085c\n") == "1:5: control character U+0085; remove it\n");
  CHECK(told("a: b\0c\n"s) == "1:5: control character U+0000; remove it\n");
  CHECK(told("a: b\u200B\u200Bc\n") == "1:5: invisible character U+200B; remove it: nobody can see it\n");
  CHECK(told("a: b\n\uFEFF"
             "c: d\n") == "2:1: invisible character U+FEFF; remove it: nobody can see it\n");
  CHECK(told("a: b\u2028c\n") == "1:5: line separator U+2028; put an ordinary line end in its place\n");
  CHECK(told("a: \U0010FFFF\n") == "1:4: noncharacter U+10FFFF; remove it\n");
  CHECK(told("a: \uFDD0\n") == "1:4: noncharacter U+FDD0; remove it\n");
  for (const char* control : {"\u061C", "\u200E", "\u200F", "\u202A", "\u202E", "\u2066", "\u2069"})
    CHECK(told("a: "s + control + "\n").find("1:4: direction control character U+") == 0);
}

TEST_CASE("bytes that are not UTF-8 are refused: cut, overlong, surrogate or too large") {
  const std::string refused = "1:4: bytes that are not UTF-8; save the file as UTF-8\n";
  for (const char* bytes :
       {"\xE2\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\x80", "\xE9"})
    CHECK(told("a: "s + bytes + "\n") == refused);
}

TEST_CASE("all odd characters of a file are listed, twenty of a kind") {
  CHECK(told("a: \x1b\nb: \x1b \u202E\n") ==
        "1:4: control character U+001B; remove it\n2:4: control character U+001B; remove it\n"
        "2:6: direction control character U+202E; remove it: it can make a text look different from what it says\n");
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "\x1b\n";
  const auto read = read_yaml("test.yaml", many, Opinions::both);
  REQUIRE_FALSE(read);
  REQUIRE(read.error().size() == 21);
  CHECK(read.error().back().text == "there are more like this from here on, which are not listed");
}

TEST_CASE("line ends of old computers are refused") {
  CHECK(told("a: b\rc: d\r").find("1:5: carriage return without a line feed") == 0);
}

TEST_CASE("files that are no text are told by their first bytes") {
  CHECK(told("version https://git-lfs.github.com/spec/v1\n") ==
        "1:1: a git LFS pointer, not the file itself; run 'git lfs pull'\n");
  CHECK(told("\0GITCRYPT\0abc"s) == "1:1: the file is locked by git-crypt; run 'git-crypt unlock'\n");
  CHECK(told("\x1f\x8b\x08") == "1:1: the file is compressed (gzip); unpack it with 'gunzip'\n");
  CHECK(told("PK\x03\x04").find("1:1: a zip archive or an office document") == 0);
  CHECK(told("%PDF-1.7").find("1:1: a PDF document") == 0);
  for (const std::string& utf16 : {"a\0:\0 \0b\0"s, "\0a\0:\0 \0b"s,
                                   "\xff\xfe"
                                   "a\0"s,
                                   "\xfe\xff\0a"s})
    CHECK(told(utf16) == "1:1: the file is in UTF-16, not in UTF-8; save it as UTF-8\n");
}

TEST_CASE("the markers of an unfinished merge are found, with and without labels") {
  CHECK(told("a: b\n<<<<<<< HEAD\n||||||| 1a2b3c\n=======\r\n>>>>>>>\n") ==
        "2:1: conflict marker '<<<<<<<' of an unfinished git merge; finish the merge; a case file keeps every event "
        "of both sides, see escalate-case(5)\n"
        "3:1: conflict marker '|||||||' of an unfinished git merge; finish the merge; a case file keeps every event "
        "of both sides, see escalate-case(5)\n"
        "4:1: conflict marker '=======' of an unfinished git merge; finish the merge; a case file keeps every event "
        "of both sides, see escalate-case(5)\n"
        "5:1: conflict marker '>>>>>>>' of an unfinished git merge; finish the merge; a case file keeps every event "
        "of both sides, see escalate-case(5)\n");
}

TEST_CASE("rules and arrows inside a text are no conflict markers") {
  CHECK(told("a: |\n  =======\n  <<<<<<< b\n") == "{a: '=======\\n<<<<<<< b\\n'}");
  CHECK(told("a: ======== and >>>>>>>\n") == "{a: '======== and >>>>>>>'}");
}

TEST_CASE("a character no text may hold is named in a typed text, too") {
  CHECK(refused_character("Two lines\nand a\ttab, café 👧🏽").empty());
  CHECK(refused_character("ab\rc") == "control character U+000D");
  CHECK(refused_character("ab\u202Ec") == "direction control character U+202E");
  CHECK(refused_character("ab\xC3") == "bytes that are not UTF-8");
}

}  // namespace escalate::test
