#include "time/fault.hpp"

#include <utility>

namespace escalate {
tl::unexpected<TimeFault> time_fault(TimeFault::Kind kind, std::string text, std::string help) {
  return tl::unexpected<TimeFault>(TimeFault{kind, std::move(text), std::move(help)});
}

std::string word_of(TimeFault::Kind kind) {
  switch (kind) {
    case TimeFault::Kind::ambiguous:
      return "ambiguous";
    case TimeFault::Kind::nonexistent:
      return "nonexistent";
    case TimeFault::Kind::coverage:
      return "coverage";
    case TimeFault::Kind::usage:
      break;
  }
  return "usage";
}

Failure failure_of(const TimeFault& fault) {
  const ExitCode code = fault.kind == TimeFault::Kind::coverage ? ExitCode::data : ExitCode::usage;
  return {code, fault.text, fault.help, {}};
}

}  // namespace escalate
