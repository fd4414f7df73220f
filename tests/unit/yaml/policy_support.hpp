#pragma once

#include <string>
#include <string_view>

#include "unit/yaml/read_support.hpp"
#include "yaml/policy_reader.hpp"

namespace escalate::test {

/// A policy without faults or warnings, to which a test adds sections from line 13 on.
inline const std::string small_policy = R"(escalate: policy/1
id: small
title: A small procedure
partnership: Example Partnership
edition: undated
case-prefix: EX
calendar: england-and-wales
roles: {lead: {title: Lead, side: raising}, head: {title: Head, side: receiving}}
stages:
  1: {title: Talk, owner: lead, within: 5 working days, source: p. 1}
  2: {title: Meet, owner: head, within: 5 working days, source: p. 2}
routes: {standard: {title: Standard, stages: [1, 2]}}
)";

/// Returns `text` with the first `from` replaced; throws when there is none.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

inline PolicyReading read_small(const std::string& text) { return read_policy("policies/small.yaml", text); }

/// Returns the faults of the small policy with `more` at its end.
inline std::string told_with(const std::string& more) { return lines_of(read_small(small_policy + more).faults); }
/// Returns the faults of the small policy with `from` replaced.
inline std::string told_replacing(std::string_view from, std::string_view to) {
  return lines_of(read_small(replaced(small_policy, from, to)).faults);
}

/// Returns the small policy with `more` at its end, which must be without errors.
inline Policy policy_with(const std::string& more) { return read_small(small_policy + more).policy.value(); }

}  // namespace escalate::test
