#include "render/raise_words.hpp"

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "render/sentences.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string opened_words(const RaiseWindow& window) {
  if (!window.late()) return "it was opened in time";
  return "it was opened " +
         (window.days_late == 0 ? "later that day" : age_in_words(window.days_late) + " after that") +
         "; it counts all the same";
}

}  // namespace

std::string raise_words(const Outlook& outlook) {
  if (!outlook.raise_window) return {};
  const RaiseWindow& window = *outlook.raise_window;
  const Policy& policy = *outlook.subject.policy;
  std::string text = within_words(Within{{}, window.rule->within, false, {}}, window.rule->force) + " from ";
  if (!window.from) return text + waited_for(policy, window.rule->from) + ", whose date is not known";
  text += quoted_moment(policy, *window.counted_from) + " (" + in_words(*window.from) + ")";
  if (!window.count) return text + "; no end can be worked out: " + shown(window.fault->text);
  return text + ", so " + by_words(window.count->due) + provisional_words(window.count->provisional) + "; " +
         opened_words(window);
}

bool raised_too_late(const Outlook& outlook) { return outlook.raise_window && outlook.raise_window->late(); }

}  // namespace escalate
