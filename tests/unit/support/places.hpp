#pragma once

#include <string>

namespace escalate::test {

/// Returns the path of a file of the repository: `policies/kent.yaml`.
std::string in_repository(const std::string& path);

}  // namespace escalate::test
