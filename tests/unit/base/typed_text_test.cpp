#include "base/typed_text.hpp"

#include <catch2/catch.hpp>

#include "yaml/bytes.hpp"

namespace escalate::test {
namespace {

std::string cleaned(std::string_view typed) { return typed_text(typed, "--because").value(); }

/// Returns why `typed` is refused.
std::string refused(std::string_view typed) {
  const auto text = typed_text(typed, "--because");
  REQUIRE_FALSE(text.has_value());
  CHECK(text.error().code == ExitCode::usage);
  return text.error().text;
}

/// Returns `point` in UTF-8.
std::string utf8(unsigned point) {
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((point >> shift) & 0x3fU)); };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xc0U | (point >> 6U)), tail(0)};
  if (point < 0x10000) return {static_cast<char>(0xe0U | (point >> 12U)), tail(6), tail(0)};
  return {static_cast<char>(0xf0U | (point >> 18U)), tail(12), tail(6), tail(0)};
}

}  // namespace

TEST_CASE("a plain text is stored as it was typed") {
  CHECK(cleaned("No agreement: \"3 to 5\" \\ #4 – café 👩‍👧") ==
        "No agreement: \"3 to 5\" \\ #4 – café 👩‍👧");
  CHECK(cleaned("a\tb") == "a\tb");
}

TEST_CASE("letters and their accents are composed") { CHECK(cleaned("cafe\u0301") == "caf\u00e9"); }

TEST_CASE("every line end becomes a line feed") { CHECK(cleaned("a\r\nb\rc\u2028d\u2029e\nf") == "a\nb\nc\nd\ne\nf"); }

TEST_CASE("blanks at the ends of lines and blank lines around a text are left out, those inside it are kept") {
  CHECK(cleaned(" \n\n  one  \n \ntwo\t\n\n") == "  one\n\ntwo");
}

TEST_CASE("an empty text is refused") {
  CHECK(refused("") == "--because is empty");
  CHECK(refused(" \r\n\t\n") == "--because is empty");
}

TEST_CASE("what is no UTF-8 is refused") {
  for (const char* text : {"\xff", "a\xc3", "\xed\xa0\x80", "\xc0\xaf"})
    CHECK(refused(text) == "--because is not valid UTF-8");
}

TEST_CASE("control, direction and invisible characters are refused by their code point") {
  using namespace std::string_view_literals;
  CHECK(refused("a\0b"sv) == "--because holds U+0000, a control character");
  CHECK(refused("\x1b[2J") == "--because holds U+001B, a control character");
  CHECK(refused("\x7f") == "--because holds U+007F, a control character");
  CHECK(refused("\u0085") == "--because holds U+0085, a control character");
  CHECK(refused("\u202e") == "--because holds U+202E, a character that changes the reading direction");
  CHECK(refused("\u2066") == "--because holds U+2066, a character that changes the reading direction");
  CHECK(refused("\u200b") == "--because holds U+200B, an invisible character");
  CHECK(refused("\ufeffa") == "--because holds U+FEFF, an invisible character");
  CHECK(refused("\ufffe") == "--because holds U+FFFE, no character");
  CHECK(refused("\U0010ffff") == "--because holds U+10FFFF, no character");
}

TEST_CASE("no character that files may not hold gets through") {
  for (unsigned point = 1; point <= 0x10ffff; ++point) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    if (point == 0x10100) point += 0xfe00;  // of the upper planes, some and their ends
    if (point > 0x20000 && (point & 0xffffU) == 0x100) point += 0xfe00;
    const auto text = typed_text("a" + utf8(point) + "b", "--because");
    if (text && !refused_character(*text).empty()) FAIL_CHECK("U+" << std::hex << point);
  }
}

TEST_CASE("64 KiB are stored, a byte more is refused") {
  CHECK(cleaned(std::string(most_typed_bytes, 'a')).size() == most_typed_bytes);
  CHECK(cleaned(std::string(most_typed_bytes, 'a') + "  \n").size() == most_typed_bytes);
  CHECK(refused(std::string(most_typed_bytes + 1, 'a')) == "--because is longer than 64 KiB");
}

}  // namespace escalate::test
