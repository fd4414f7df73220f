#include "time/duration.hpp"

#include <fmt/format.h>

namespace escalate {
namespace {

std::string counted(int count, std::string_view unit) {
  return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

struct Wording {
  std::string operator()(Hours length) const { return counted(length.count, "hour"); }
  std::string operator()(WorkingDays length) const { return counted(length.count, "working day"); }
  std::string operator()(Days length) const { return counted(length.count, "day"); }
  std::string operator()(Weeks length) const { return counted(length.count, "week"); }
  std::string operator()(Months length) const { return counted(length.count, "month"); }
  std::string operator()(SameWorkingDay) const { return "same working day"; }
  std::string operator()(NextWorkingDay) const { return "next working day"; }
  std::string operator()(Immediately) const { return "immediately"; }
};

}  // namespace

std::string text_of(const Duration& duration) { return std::visit(Wording{}, duration); }

std::string text_of(const Within& within) {
  const std::string time = within.time ? text_of(*within.time) : "";
  const std::string otherwise = within.out_of_hours ? ", out of hours " + text_of(*within.out_of_hours) : "";
  if (within.open) return within.open->words + (time.empty() ? "" : ", at most " + time) + otherwise;
  return time + (within.or_sooner ? " or sooner" : "") + otherwise;
}

}  // namespace escalate
