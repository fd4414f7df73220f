// What the commands that keep a workspace in order take.
#include "cli/grammar.hpp"

namespace escalate {

void declare(Taker& taker, CheckOptions& options) { taker.flag("--history", options.history); }

void declare(Taker& taker, MergeDriverOptions& options) {
  taker.word("BASE", options.base);
  taker.word("OURS", options.ours);
  taker.word("THEIRS", options.theirs);
  taker.optional_word("PATH", options.path);
  taker.text("--marker-size", "N", options.marker_size);
}

}  // namespace escalate
