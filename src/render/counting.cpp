#include "render/counting.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

constexpr int date_width = 15;  // of `Mon 16 Nov 2026`

std::string label_of(const CountedDay& day) {
  return day.kind == CountedDay::Kind::skipped ? "   -" : "day " + std::to_string(day.number);
}

bool explained(const CountedDay& day, const Stamp& from) {
  return day.kind == CountedDay::Kind::skipped || (day.kind == CountedDay::Kind::zero && day.day != day_of(from));
}

}  // namespace

std::string day_lines(const Count& count, const Stamp& from, const std::string& indent) {
  int width = 0;
  for (const CountedDay& day : count.days) width = std::max(width, text_width(label_of(day)) + 2);
  std::string text;
  for (const CountedDay& day : count.days) {
    const std::string lead = indent + padded(label_of(day), width);
    const std::string rest(static_cast<std::size_t>(text_width(lead) + date_width) + 2, ' ');
    text += explained(day, from) ? wrapped(shown(day.why), lead + padded(short_words(day.day), date_width) + "  ", rest)
                                 : lead + short_words(day.day) + "\n";
  }
  return text;
}

}  // namespace escalate
