#include "unit/support/places.hpp"

namespace escalate::test {

std::string in_repository(const std::string& path) { return std::string(ESCALATE_SOURCE_DIR) + "/" + path; }

}  // namespace escalate::test
