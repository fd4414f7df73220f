#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"
#include "yaml/policy_source.hpp"

namespace escalate {

/// How long something has, what is wished for, and how strongly the text puts it.
struct Timing {
  std::optional<Within> within;
  std::optional<Duration> aim;
  Force force = Force::must;
};

enum class MayBeFree { no, yes };  ///< whether `force: may` is allowed

/// Reads `force`; absent means must.
Force read_force(Fields& fields, MayBeFree may);

/// Reads `within`, `aim` and `force`. An aim that is not shorter than `within`, in units that can be compared, is a
/// fault, and so is one without `within`.
Timing read_timing(PolicySource& source, Fields& fields, MayBeFree may);

enum class EveryStage { refused, allowed };

/// Reads the MOMENT of `key`, or the list of them; with `allowed` a WHEN.
std::vector<Moment> read_moments(PolicySource& source, Fields& fields, std::string_view key, EveryStage every_stage);
/// As `read_moments`, or `{latest-of: [MOMENT, MOMENT]}`.
Moments read_moments_or_latest(PolicySource& source, Fields& fields, std::string_view key, EveryStage every_stage);

/// Reads `office-hours`: weekdays and the hours of each.
OfficeHours read_office_hours(PolicySource& source, Fields& top);
/// Reads `raise-by`: until when a matter may be raised at all.
std::optional<RaiseBy> read_raise_by(PolicySource& source, Fields& top);

/// Reads one word or two of a MOMENT whose subject must exist; adds a fault at the word that is wrong.
std::optional<Moment> read_moment(PolicySource& source, const TextAt& text);

}  // namespace escalate
