#pragma once

#include <string>
#include <vector>

#include "render/envelope.hpp"

namespace escalate {

/// What `demo` made.
struct Demonstration {
  std::string folder;              ///< absolute
  std::string now;                 ///< `--now` as typed: what is tried must be tried at that time; may be empty
  std::vector<std::string> cases;  ///< ids
  std::string overdue;             ///< the last letters of a case that is overdue
  std::string urgent;              ///< and of one that is urgent
};

/// Returns where it is, three commands to try, and how to be rid of it.
std::string demo_text(const Demonstration& demo);
std::string demo_json(const Demonstration& demo, const Envelope& envelope);

}  // namespace escalate
