#include "render/alert_words.hpp"

#include "base/escape.hpp"
#include "render/sentences.hpp"
#include "render/urgent_notice.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string title_of(const Alert& alert) {
  if (alert.limit) return alert.limit->limit->own ? "This stage" : shown(alert.limit->limit->title);
  return alert.duty ? shown(alert.duty->occurrence->duty->what) : std::string();
}

std::string whole_case_words(const Outlook& outlook, const Alert& alert, Audience audience) {
  const Policy& policy = *outlook.subject.policy;
  if (alert.state == AlertState::urgent) return urgent_words(outlook, alert.id, alert.urgent);
  if (alert.state == AlertState::no_date) return title_of_mark(policy, alert.id) + ": the date is not known";
  if (alert.id == "decided-twice") return "decided twice, in two copies that were merged; settle which stands";
  if (alert.id == "halted") {
    const auto* halted = std::get_if<Halted>(&outlook.is().events[*outlook.is().halted].body);
    const std::string why = audience == Audience::at_the_desk && halted ? ": " + shown(halted->because) : "";
    return "halted for " + age_in_words(alert.age) + why;
  }
  return "no clock is running at " + stage_words(policy, alert.stage) + "; there " +
         (alert.age == 0 ? "since today" : "for " + age_in_words(alert.age));
}

std::string overdue_words(const Alert& alert) {
  const std::string ago = alert.age > 0 ? ", " + age_in_words(alert.age) + " ago" : ", today";
  const Due due = *alert.due;
  if (due.immediately) return "was due at once, " + in_words(due.when) + ago;
  return "was due " + by_words(due) + ago;
}

}  // namespace

std::string alert_words(const Outlook& outlook, const Alert& alert, Audience audience) {
  if (alert.kind == AlertKind::case_as_a_whole) return whole_case_words(outlook, alert, audience);
  const std::string title =
      title_of(alert) + force_remark(alert.limit ? alert.limit->limit->force : alert.duty->occurrence->duty->force);
  const std::string provisional = provisional_words(alert.provisional);
  const std::string age = alert.age == 0 ? "since today" : "for " + age_in_words(alert.age);
  switch (alert.state) {
    case AlertState::overdue:
      return title + ": " + overdue_words(alert) + provisional;
    case AlertState::due_now:
      return title + ": due " + by_words(*alert.due);
    case AlertState::due_today:
    case AlertState::due_soon:
      return title + ": due " + by_words(*alert.due) + provisional;
    case AlertState::no_date:
      if (const auto& fault = (alert.limit ? alert.limit->clock : alert.duty->clock).fault)
        return title + ": no due can be worked out, " + fault->text;
      return title + ": no date agreed yet" + (alert.age == 0 ? "" : ", " + age);
    case AlertState::waiting: {
      const Within& within = alert.limit ? alert.limit->limit->within : *alert.duty->occurrence->duty->within;
      return title + ": " + within.open->words + ", waiting " + age;
    }
    default:
      return title + ": not done, expected " + (alert.age == 0 ? "by today" : age_in_words(alert.age) + " ago");
  }
}

}  // namespace escalate
