#include "base/personal_parts.hpp"

namespace escalate {

std::string plain_marks(std::string_view text) {
  std::string plain(text);
  const auto byte = [&](std::size_t at) { return at < plain.size() ? static_cast<unsigned char>(plain[at]) : 0U; };
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (byte(at) == 0xC2) plain.replace(at, 2, 2, ' ');  // U+0080 to U+00BF
    if (byte(at) != 0xE2 || (byte(at + 1) != 0x80 && byte(at + 1) != 0x81)) continue;
    const bool dash = byte(at + 1) == 0x80 && byte(at + 2) >= 0x90 && byte(at + 2) <= 0x95;
    plain.replace(at, 3, 3, dash ? '-' : ' ');  // U+2000 to U+207F
  }
  return plain;
}

}  // namespace escalate
