#include "unit/support/times.hpp"

#include <stdexcept>
#include <string>

namespace escalate::test {
namespace {

template <typename T>
T certain(Timed<T> value, std::string_view text) {
  if (!value) throw std::logic_error("the test's own '" + std::string(text) + "': " + value.error().text);
  return *value;
}

}  // namespace

Date date(std::string_view text) { return certain(parse_date(text), text); }
Stamp stamp(std::string_view text) { return certain(parse_typed(text, Instant{}), text); }
Duration duration(std::string_view text) { return certain(parse_duration(text), text); }
Due due(std::string_view text) { return Due{stamp(text)}; }

Instant instant(std::string_view text) {
  const auto utc = parse_utc(text);
  return utc ? *utc : std::get<Instant>(stamp(text));
}

}  // namespace escalate::test
