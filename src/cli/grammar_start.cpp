// What the commands that start a workspace take.
#include "cli/grammar.hpp"

namespace escalate {

void declare(Taker& taker, InitOptions& options) {
  taker.optional_word("FOLDER", options.folder);
  taker.flag("--git", options.git);
  taker.texts("--policy", "ID", options.policies);
  taker.text("--by", "JOB", options.by);
  taker.text("--default", "ID", options.default_policy);
}

void declare(Taker& taker, DemoOptions& options) { taker.optional_word("FOLDER", options.folder); }

void declare(Taker&, ConfigOptions&) {}

}  // namespace escalate
