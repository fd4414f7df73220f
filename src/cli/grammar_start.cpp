// What the commands that start a workspace take.
#include "cli/grammar.hpp"

namespace escalate {

void declare(Taker&, ConfigOptions&) {}

}  // namespace escalate
