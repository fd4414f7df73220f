#include "yaml/fault_list.hpp"

#include <utility>

namespace escalate {
namespace {

constexpr int most_of_a_kind = 20;
constexpr std::size_t most_excerpt_bytes = 1000;

/// Cuts `excerpt` where it is longer than a screen can use, not inside a character.
void shorten(std::string& excerpt) {
  if (excerpt.size() <= most_excerpt_bytes) return;
  std::size_t end = most_excerpt_bytes;
  while (end > 0 && (static_cast<unsigned char>(excerpt[end]) & 0xC0) == 0x80) --end;
  excerpt.resize(end);
}

}  // namespace

void FaultList::add(std::string_view kind, Mark at, std::string text, std::string help) {
  ++m_found;
  if (stands_at(at)) return;
  const int count = ++m_counts[kind];
  if (count > most_of_a_kind + 1) return;
  if (count > most_of_a_kind) {
    text = "there are more like this from here on, which are not listed";
    help.clear();
  }
  m_faults.push_back(fault_at(m_file, m_bytes, at, std::move(text), std::move(help)));
  shorten(m_faults.back().excerpt);
}

bool FaultList::stands_at(Mark at) const {
  return !m_faults.empty() && m_faults.back().place.line == at.line && m_faults.back().place.column == at.column;
}

}  // namespace escalate
