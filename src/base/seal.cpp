#include "base/seal.hpp"

#include <sodium.h>

#include <array>

namespace escalate {

std::string seal_of(std::string_view bytes) {
  constexpr std::size_t kept = 8;
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  std::string hex;
  for (std::size_t i = 0; i < kept; ++i) {
    constexpr std::string_view digits = "0123456789abcdef";
    hex += digits[hash[i] >> 4U];
    hex += digits[hash[i] & 15U];
  }
  return hex;
}

std::string canonical_row(std::string_view path, std::string_view value) {
  while (!value.empty() && value.back() == '\n') value.remove_suffix(1);
  std::string row(path);
  row += ' ';
  row += std::to_string(value.size());
  row += ':';
  row += value;
  row += '\n';
  return row;
}

}  // namespace escalate
