#pragma once

#include <string>
#include <vector>

#include "time/calendar.hpp"

namespace escalate::test {

/// The calendars of tests/data/bank-holidays.csv: 2012-01-01 to 2035-12-31, official until 2028-12-31.
const Calendar& england_and_wales();
const Calendar& scotland();
const Calendar& northern_ireland();
const Calendar& uk_any();

/// Returns the one of the four with this id; throws when there is none.
const Calendar& calendar_called(const std::string& id);

/// Returns the rows of a comma-separated file below tests/data, without its header; no field of ours is quoted.
std::vector<std::vector<std::string>> rows_of(const std::string& file);

}  // namespace escalate::test
