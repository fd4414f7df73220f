// What the commands that keep a workspace in order take.
#include "cli/grammar.hpp"

namespace escalate {

void declare(Taker&, CheckOptions&) {}

}  // namespace escalate
