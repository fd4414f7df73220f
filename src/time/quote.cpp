#include "time/quote.hpp"

#include "base/escape.hpp"

namespace escalate {
namespace {

constexpr std::size_t longest_quotation = 60;

bool continues_a_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

std::string in_quotes(std::string_view text) {
  if (text.size() <= longest_quotation) return "'" + shown(text) + "'";
  std::size_t end = longest_quotation;
  while (end > longest_quotation - 3 && continues_a_letter(text[end])) --end;
  return "'" + shown(text.substr(0, end)) + "...'";
}

}  // namespace escalate
