#include "base/typed_text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace escalate {
namespace {

using CodePoint = utf8proc_int32_t;

constexpr bool within(CodePoint point, CodePoint first, CodePoint last) { return first <= point && point <= last; }

bool is_control(CodePoint point) {
  if (point == '\t' || point == '\n' || point == '\r') return false;
  return point < 0x20 || within(point, 0x7f, 0x9f);
}

bool steers_direction(CodePoint point) {
  return point == 0x061c || within(point, 0x200e, 0x200f) || within(point, 0x202a, 0x202e) ||
         within(point, 0x2066, 0x2069);
}

bool is_invisible(CodePoint point) {
  return point == 0x200b || within(point, 0x2060, 0x2064) || within(point, 0x206a, 0x206f) || point == 0xfeff ||
         within(point, 0xfff9, 0xfffb);
}

bool is_noncharacter(CodePoint point) { return within(point, 0xfdd0, 0xfdef) || (point & 0xfffe) == 0xfffe; }

/// Returns what makes `point` unfit for a record, or nothing.
const char* unfit(CodePoint point) {
  if (is_control(point)) return "a control character";
  if (steers_direction(point)) return "a character that changes the reading direction";
  if (is_invisible(point)) return "an invisible character";
  if (is_noncharacter(point)) return "no character";
  return nullptr;
}

Result<void> check_characters(std::string_view text, std::string_view option) {
  const auto* next = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    CodePoint point = 0;
    const utf8proc_ssize_t length = utf8proc_iterate(next, left, &point);
    if (length < 1)
      return fail(ExitCode::usage, fmt::format("{} is not valid UTF-8", option), "type it again in a UTF-8 terminal");
    if (const char* why = unfit(point))
      return fail(ExitCode::usage, fmt::format("{} holds U+{:04X}, {}", option, point, why), "leave it out");
    next += length;
    left -= length;
  }
  return {};
}

Result<std::string> composed(std::string_view text, std::string_view option) {
  utf8proc_uint8_t* bytes = nullptr;
  const auto* input = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t length = utf8proc_map(input, static_cast<utf8proc_ssize_t>(text.size()), &bytes,
                                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(bytes, &std::free);
  if (length < 0) return fail(ExitCode::usage, fmt::format("{} cannot be read as a text", option));
  return std::string(reinterpret_cast<const char*>(owned.get()), static_cast<std::size_t>(length));
}

/// Returns the length of the line end that `text` begins with, 0 when it begins with none.
std::size_t line_end_length(std::string_view text) {
  for (const std::string_view line_end : {"\r\n", "\n", "\r", "\u2028", "\u2029"})
    if (text.substr(0, line_end.size()) == line_end) return line_end.size();
  return 0;
}

std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = line_end_length(text.substr(at));
    plain += length > 0 ? '\n' : text[at];
    at += length > 0 ? length : 1;
  }
  return plain;
}

/// Returns the lines of `text` without what is blank at their ends, and without blank lines around them.
std::string trimmed(std::string_view text) {
  std::string lines;
  std::size_t filled = 0;  // size up to the last line with something in it
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t last = line.find_last_not_of(" \t");
    if (last != std::string_view::npos) {
      lines += line.substr(0, last + 1);
      filled = lines.size();
    }
    if (filled > 0) lines += '\n';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  lines.resize(filled);
  return lines;
}

}  // namespace

Result<std::string> typed_text(std::string_view typed, std::string_view option) {
  TRY(check_characters(typed, option));
  std::string text = trimmed(with_plain_line_ends(TRY(composed(typed, option))));
  if (text.empty()) return fail(ExitCode::usage, fmt::format("{} is empty", option));
  if (text.size() > most_typed_bytes)
    return fail(ExitCode::usage, fmt::format("{} is longer than {} KiB", option, most_typed_bytes / 1024),
                "shorten it, and name where the whole text is kept");
  return text;
}

}  // namespace escalate
