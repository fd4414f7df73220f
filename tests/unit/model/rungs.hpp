#pragma once

#include "unit/model/standing.hpp"

namespace escalate::model {

/// Returns the number of the rung of `route` that holds `stage`, or -1.
int rung_of(const Policy& policy, const std::string& route, const std::string& stage);
/// Returns the routes that hold `stage`, in file order.
std::vector<std::string> routes_with(const Policy& policy, const std::string& stage);
/// Returns the first stage of a route: of a choice, the suggested one.
std::string first_stage(const Policy& policy, const std::string& route, const Standing& standing);
/// Returns the stage of a rung that is suggested: of one-of the first whose conditions hold, else the first.
std::string suggested(const Policy& policy, const Rung& rung, const Standing& standing);
/// Returns the stages that moving from `from` (empty: from below all) to `to` leaves unresolved (LANGUAGE 4 and 5).
/// `standing` has the marks and the route that hold then.
std::vector<std::string> left_unresolved(const Policy& policy, const std::string& from_route, const std::string& from,
                                         const std::string& to_route, const std::string& to, const Standing& standing);

}  // namespace escalate::model
