#include "time/duration.hpp"
#include "time/duration_fault.hpp"
#include "time/duration_read.hpp"

namespace escalate {

Timed<Duration> parse_duration(std::string_view text) {
  if (const auto duration = read_duration(text)) return *duration;
  return tl::make_unexpected(duration_fault(text));
}

Timed<Within> parse_within(std::string_view text) {
  if (const auto within = read_within(text)) return *within;
  return tl::make_unexpected(within_fault(text));
}

}  // namespace escalate
