#include "yaml/bytes.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "yaml/fault_list.hpp"

namespace escalate {
namespace {

/// A character, or one byte that is no part of any.
struct Character {
  char32_t point = 0;
  std::size_t size = 1;
  bool valid = true;
};

/// Why a character is refused, and the cure.
struct Refusal {
  std::string_view what;
  std::string_view help;
};

struct RefusedRange {
  char32_t first;
  char32_t last;
  Refusal why;
};

constexpr Refusal control = {"control character", "remove it"};
constexpr Refusal direction = {"direction control character",
                               "remove it: it can make a text look different from what it says"};
constexpr Refusal invisible = {"invisible character", "remove it: nobody can see it"};
constexpr Refusal separator = {"line separator", "put an ordinary line end in its place"};
constexpr Refusal no_character = {"noncharacter", "remove it"};
constexpr Refusal not_utf8 = {"bytes that are not UTF-8", "save the file as UTF-8"};
constexpr Refusal carriage_return = {"carriage return without a line feed", "save the file with LF or CRLF line ends"};

constexpr std::array refused = {
    RefusedRange{0x0000, 0x0008, control},   RefusedRange{0x000B, 0x001F, control},
    RefusedRange{0x007F, 0x009F, control},   RefusedRange{0x061C, 0x061C, direction},
    RefusedRange{0x200B, 0x200B, invisible}, RefusedRange{0x200E, 0x200F, direction},
    RefusedRange{0x2028, 0x2029, separator}, RefusedRange{0x202A, 0x202E, direction},
    RefusedRange{0x2060, 0x2064, invisible}, RefusedRange{0x2066, 0x2069, direction},
    RefusedRange{0x206A, 0x206F, invisible}, RefusedRange{0xFDD0, 0xFDEF, no_character},
    RefusedRange{0xFEFF, 0xFEFF, invisible}, RefusedRange{0xFFF9, 0xFFFB, invisible},
};

/// Returns why no text may hold `character`; null when it may.
const Refusal* refusal_of(const Character& character) {
  if (!character.valid) return &not_utf8;
  if ((character.point & 0xFFFE) == 0xFFFE) return &no_character;  // the last two of every plane
  const auto* range = std::find_if(refused.begin(), refused.end(),
                                   [&](const RefusedRange& each) { return character.point <= each.last; });
  return range != refused.end() && range->first <= character.point ? &range->why : nullptr;
}

/// Reads the first character of `bytes`, which is not empty.
Character first_character(std::string_view bytes) {
  if (const auto byte = static_cast<unsigned char>(bytes.front()); byte < 0x80) return {byte, 1, true};
  std::array<utf8proc_uint8_t, 4> start{};
  const std::size_t size = std::min(bytes.size(), start.size());
  std::copy_n(bytes.begin(), size, start.begin());
  utf8proc_int32_t point = 0;
  const utf8proc_ssize_t read = utf8proc_iterate(start.data(), static_cast<utf8proc_ssize_t>(size), &point);
  if (read <= 0) return {0, 1, false};
  return {static_cast<char32_t>(point), static_cast<std::size_t>(read), true};
}

std::string name_of(const Character& character, const Refusal& why) {
  if (!character.valid || &why == &carriage_return) return std::string(why.what);
  return fmt::format("{} U+{:04X}", why.what, static_cast<unsigned>(character.point));
}

/// Adds a fault for every run of one refused character.
void check_characters(std::string_view bytes, FaultList& faults) {
  Mark at;
  const Refusal* previous = nullptr;
  while (!bytes.empty()) {
    const Character character = first_character(bytes);
    const bool line_end = character.point == '\n' || bytes.starts_with("\r\n");
    const Refusal* why = character.point == '\r' ? &carriage_return : refusal_of(character);
    if (line_end) why = nullptr;
    if (why && why != previous) faults.add(why->what, at, name_of(character, *why), std::string(why->help));
    previous = why;
    bytes.remove_prefix(character.size);
    at = character.point == '\n' ? Mark{at.line + 1, 1} : Mark{at.line, at.column + 1};
  }
}

bool is_conflict_marker(std::string_view line) {
  constexpr std::array<std::string_view, 3> with_label = {"<<<<<<<", "|||||||", ">>>>>>>"};
  if (line == "=======") return true;
  return std::any_of(with_label.begin(), with_label.end(), [line](std::string_view marker) {
    return line.starts_with(marker) && (line.size() == marker.size() || line[marker.size()] == ' ');
  });
}

/// Adds a fault for every line that git left of a merge.
void check_conflict_markers(std::string_view bytes, FaultList& faults) {
  for (int number = 1; !bytes.empty(); ++number) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (is_conflict_marker(line))
      faults.add("conflict", {number, 1},
                 fmt::format("conflict marker '{}' of an unfinished git merge", line.substr(0, 7)),
                 "finish the merge; a case file keeps every event of both sides, see escalate-case(5)");
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

/// A kind of file that is no text, told by its first bytes.
struct Foreign {
  std::string_view start;
  std::string_view what;
  std::string_view help;
};

/// Returns whether every other byte at the start is NUL, as in English text in UTF-16.
bool looks_like_utf16(std::string_view bytes) {
  const auto nul = [bytes](std::size_t i) { return bytes[i] == '\0'; };
  return bytes.size() >= 4 && nul(0) != nul(1) && nul(0) == nul(2) && nul(1) == nul(3);
}

const Foreign* foreign(std::string_view bytes) {
  using namespace std::string_view_literals;
  static constexpr std::string_view in_utf16 = "the file is in UTF-16, not in UTF-8";
  static constexpr std::array kinds = {
      Foreign{"\xff\xfe"sv, in_utf16, "save it as UTF-8"},
      Foreign{"\xfe\xff"sv, in_utf16, "save it as UTF-8"},
      Foreign{"version https://git-lfs"sv, "a git LFS pointer, not the file itself", "run 'git lfs pull'"},
      Foreign{"\0GITCRYPT"sv, "the file is locked by git-crypt", "run 'git-crypt unlock'"},
      Foreign{"\x1f\x8b"sv, "the file is compressed (gzip)", "unpack it with 'gunzip'"},
      Foreign{"PK\x03\x04"sv, "a zip archive or an office document, not a text file", "save it as plain text"},
      Foreign{"%PDF-"sv, "a PDF document, not a text file", "save it as plain text"},
  };
  if (looks_like_utf16(bytes)) return &kinds.front();
  const auto* kind =
      std::find_if(kinds.begin(), kinds.end(), [bytes](const Foreign& each) { return bytes.starts_with(each.start); });
  return kind == kinds.end() ? nullptr : kind;
}

std::string in_mebibytes(std::size_t bytes) {
  constexpr std::size_t mebibyte = std::size_t{1} << 20;
  return bytes % mebibyte == 0 ? fmt::format("{} MiB", bytes / mebibyte) : fmt::format("{} bytes", bytes);
}

}  // namespace

Faults check_bytes(std::string_view file, std::string_view bytes, std::size_t most_bytes) {
  if (bytes.size() > most_bytes)
    return {{Severity::error,
             {std::string(file), 0, 0},
             fmt::format("the file has {} bytes, more than {}", bytes.size(), in_mebibytes(most_bytes)),
             "no file of this kind is so long: see what is in it",
             {}}};
  const std::string_view text = without_bom(bytes);
  FaultList faults(file, text);
  if (const Foreign* kind = foreign(text)) {
    faults.add("foreign", {1, 1}, std::string(kind->what), std::string(kind->help));
    Faults only = faults.take();
    only.front().excerpt.clear();
    return only;
  }
  check_characters(text, faults);
  check_conflict_markers(text, faults);
  return faults.take();
}

std::string refused_character(std::string_view text) {
  while (!text.empty()) {
    const Character character = first_character(text);
    if (const Refusal* why = refusal_of(character)) return name_of(character, *why);
    text.remove_prefix(character.size);
  }
  return {};
}

std::string_view without_bom(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  return bytes;
}

}  // namespace escalate
