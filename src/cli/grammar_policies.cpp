// What the commands on policies take.
#include "cli/grammar.hpp"

namespace escalate {

void declare(Taker&, PolicyListOptions&) {}

void declare(Taker& taker, PolicyShowOptions& options) { taker.word("ID", options.policy); }

void declare(Taker& taker, PolicyCheckOptions& options) {
  taker.optional_word("FILE", options.file);
  taker.text("--against", "DOCUMENT", options.against);
}

void declare(Taker& taker, PolicyTimetableOptions& options) {
  taker.word("ID", options.policy);
  taker.text("--from", "TIME", options.from);
  taker.texts("--mark", "MARK=TIME", options.marks);
  taker.text("--route", "ROUTE", options.route);
}

void declare(Taker& taker, PolicyCompareOptions& options) {
  taker.word("A", options.first);
  taker.word("B", options.second);
  taker.text("--from", "TIME", options.from);
  taker.texts("--mark", "MARK=TIME", options.marks);
  taker.text("--route", "ROUTE", options.route);
}

void declare(Taker& taker, PolicyGraphOptions& options) {
  taker.word("ID", options.policy);
  taker.flag("--mermaid", options.mermaid);
}

}  // namespace escalate
