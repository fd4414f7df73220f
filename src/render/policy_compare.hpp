#pragma once

#include <optional>
#include <string>

#include "policy/compare.hpp"
#include "render/timetable.hpp"

namespace escalate {

/// One of two policies that are compared.
struct ComparedPolicy {
  std::string file;  ///< safe to print
  const Policy* policy = nullptr;
  std::optional<Timetable> timetable;  ///< where asked for
};

/// Two policies and what differs between them.
struct ComparedPolicies {
  ComparedPolicy a;
  ComparedPolicy b;
  PolicyComparison comparison;
};

/// Returns what differs, part by part and entry by entry, each value in the words of its policy; then the timetables.
std::string compare_text(const ComparedPolicies& compared);
std::string compare_json(const ComparedPolicies& compared, const Envelope& envelope);

/// Returns the two timetables side by side, stage beside stage.
std::string timetables_beside(const Timetable& a, const Timetable& b);

}  // namespace escalate
