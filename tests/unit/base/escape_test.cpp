#include "base/escape.hpp"

#include <catch2/catch.hpp>

namespace escalate {

TEST_CASE("what can be seen is shown as it is") {
  for (const char* text : {"", "cases/2026/NY-2026-K7QXM.yaml", "Children’s café", "Þórr 中文 العربية 👪", "a\\n", "  "})
    CHECK(shown(text) == text);
}

TEST_CASE("control characters are shown as escapes") {
  CHECK(shown("a\nb\tc\rd") == "a\\nb\\tc\\rd");
  CHECK(shown("\x1b[2Jx\x7f") == "\\x1b[2Jx\\x7f");
  CHECK(shown(std::string_view("a\0b", 3)) == "a\\x00b");
  CHECK(shown("\u0085\u009b") == "\\u0085\\u009b");
}

TEST_CASE("characters that turn, break or hide a line are shown as escapes") {
  CHECK(shown("a\u202eb\u2066c\u061c") == "a\\u202eb\\u2066c\\u061c");
  CHECK(shown("\u2028\u2029\u200b\u00ad\ufeff\u3164") == "\\u2028\\u2029\\u200b\\u00ad\\ufeff\\u3164");
  CHECK(shown("\U000e0041\U0001fffe") == "\\U000e0041\\U0001fffe");
}

TEST_CASE("bytes that are no UTF-8 are shown one by one") {
  CHECK(shown("caf\xe9.yaml") == "caf\\xe9.yaml");
  CHECK(shown("\xc0\xaf \xe0\x80\x8a") == "\\xc0\\xaf \\xe0\\x80\\x8a");  // overlong
  CHECK(shown("\xed\xa0\x80") == "\\xed\\xa0\\x80");                      // a surrogate
  CHECK(shown("\xf4\x90\x80\x80 \xff") == "\\xf4\\x90\\x80\\x80 \\xff");  // beyond the last
  CHECK(shown("cut \xe2\x80") == "cut \\xe2\\x80");
  CHECK(shown("\xe2\x80\x1b[m") == "\\xe2\\x80\\x1b[m");
}

TEST_CASE("in JSON only what cannot be seen is escaped, and reads back the same") {
  CHECK(shown_in_json("{\n  \"a\": \"caf\u00e9 \\u001b\"\n}") == "{\n  \"a\": \"caf\u00e9 \\u001b\"\n}");
  CHECK(shown_in_json("\u202e\u00ad\u200d\x7f") == "\\u202e\\u00ad\\u200d\\u007f");
  CHECK(shown_in_json("\U000e0041\U0001f469") == "\\udb40\\udc41\U0001f469");
}

}  // namespace escalate
