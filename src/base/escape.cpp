// UTF-8 by table 3-7 of the Unicode Standard (no overlong forms, no surrogates); "shows nothing" is its property
// Default_Ignorable_Code_Point (which holds the bidirectional controls), with the separators, annotation marks and
// noncharacters that it leaves out.
#include "base/escape.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace escalate {
namespace {

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

constexpr std::array unseen = {
    Range{0x0080, 0x009F},    // C1 controls
    Range{0x00AD, 0x00AD},    // soft hyphen
    Range{0x034F, 0x034F},    // combining grapheme joiner
    Range{0x061C, 0x061C},    // Arabic letter mark
    Range{0x115F, 0x1160},    // Hangul fillers
    Range{0x17B4, 0x17B5},    // Khmer inherent vowels
    Range{0x180B, 0x180F},    // Mongolian selectors
    Range{0x200B, 0x200F},    // zero width characters, direction marks
    Range{0x2028, 0x202E},    // line and paragraph separator, embeddings, overrides
    Range{0x2060, 0x206F},    // word joiner, isolates
    Range{0x2800, 0x2800},    // Braille blank
    Range{0x3164, 0x3164},    // Hangul filler
    Range{0xFDD0, 0xFDEF},    // noncharacters
    Range{0xFE00, 0xFE0F},    // variation selectors
    Range{0xFEFF, 0xFEFF},    // byte order mark
    Range{0xFFA0, 0xFFA0},    // half-width Hangul filler
    Range{0xFFF0, 0xFFFB},    // annotation marks
    Range{0x1BCA0, 0x1BCA3},  // shorthand format controls
    Range{0x1D173, 0x1D17A},  // musical format controls
    Range{0xE0000, 0xE0FFF},  // tags, more variation selectors
};

bool is_unseen(std::uint32_t letter) {
  if ((letter & 0xFFFE) == 0xFFFE) return true;  // the last two of every plane are noncharacters
  return std::any_of(unseen.begin(), unseen.end(),
                     [letter](const Range& range) { return range.first <= letter && letter <= range.last; });
}

std::string hex(std::uint32_t value, int digits) {
  std::string text;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) text += "0123456789abcdef"[(value >> shift) & 0xF];
  return text;
}

std::string escaped_byte(unsigned char byte) {
  switch (byte) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return "\\x" + hex(byte, 2);
  }
}

std::string escaped_letter(std::uint32_t letter) {
  return letter <= 0xFFFF ? "\\u" + hex(letter, 4) : "\\U" + hex(letter, 8);
}

/// One character of a text: its code point and its bytes; no bytes where the text is not UTF-8.
struct Letter {
  std::uint32_t point = 0;
  std::size_t bytes = 0;
};

std::size_t length_from(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool is_valid(std::uint32_t point, std::size_t bytes) {
  constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  return point >= least[bytes] && point <= 0x10FFFF && !surrogate;
}

/// Reads the first character of `text`, which is not empty.
Letter first_letter(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t bytes = length_from(lead);
  if (bytes == 0 || bytes > text.size()) return {};
  if (bytes == 1) return {lead, 1};
  std::uint32_t point = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return {};
    point = point << 6 | (byte & 0x3FU);
  }
  return is_valid(point, bytes) ? Letter{point, bytes} : Letter{};
}

}  // namespace

std::string shown(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    const std::size_t bytes = std::max<std::size_t>(letter.bytes, 1);
    if (letter.bytes == 0 || letter.point < 0x20 || letter.point == 0x7F)
      safe += escaped_byte(static_cast<unsigned char>(text.front()));
    else if (is_unseen(letter.point))
      safe += escaped_letter(letter.point);
    else
      safe += text.substr(0, bytes);
    text.remove_prefix(bytes);
  }
  return safe;
}

std::string shown_in_json(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  while (!json.empty()) {
    const Letter letter = first_letter(json);
    const std::size_t bytes = std::max<std::size_t>(letter.bytes, 1);
    if (letter.point < 0x7F || (letter.point != 0x7F && !is_unseen(letter.point)))
      safe += json.substr(0, bytes);
    else if (letter.point <= 0xFFFF)
      safe += escaped_letter(letter.point);
    else
      safe += escaped_letter(0xD7C0 + (letter.point >> 10)) + escaped_letter(0xDC00 + (letter.point & 0x3FF));
    json.remove_prefix(bytes);
  }
  return safe;
}

}  // namespace escalate
