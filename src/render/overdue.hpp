#pragma once

#include <string>
#include <vector>

#include "engine/outlook.hpp"
#include "render/envelope.hpp"
#include "render/paint.hpp"

namespace escalate {

/// One case with the alerts of it that are listed.
struct ListedCase {
  const Outlook* outlook = nullptr;
  std::vector<const Alert*> alerts;  ///< most pressing first, never empty
};

/// What the morning report lists, most pressing case first.
struct OverdueReport {
  std::vector<ListedCase> cases;
  int read = 0;    ///< cases looked at
  int unread = 0;  ///< files no dates could be told from
  Instant now;
};

/// Sorts the cases by the state, the due and the id of their first alert.
void sort_by_pressure(OverdueReport& report);

/// Returns each case once under its most pressing alert, the rest in a line below, whose turn it is, and the next
/// command; no child reference and no free text, since it is mailed (SEMANTICS.md 20). Empty when nothing is listed.
std::string text_of_overdue(const OverdueReport& report, Paint paint);
std::string json_of_overdue(const OverdueReport& report, const Envelope& envelope);
std::string csv_of_overdue(const OverdueReport& report);

}  // namespace escalate
