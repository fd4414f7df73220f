#include "render/paint.hpp"

namespace escalate {
namespace {

// ECMA-48, Select Graphic Rendition
constexpr const char* red = "\x1b[1;31m";
constexpr const char* yellow = "\x1b[33m";
constexpr const char* plain_again = "\x1b[0m";

}  // namespace

std::string painted(const std::string& text, AlertState state, Paint paint) {
  if (paint == Paint::plain || state > AlertState::due_today) return text;
  const bool pressing = state == AlertState::urgent || state == AlertState::overdue;
  return (pressing ? red : yellow) + text + plain_again;
}

}  // namespace escalate
