#pragma once

#include <string>
#include <vector>

#include "engine/outlook.hpp"
#include "render/envelope.hpp"
#include "render/paint.hpp"

namespace escalate {

/// The cases a list shows, most pressing first, and how many closed and void ones it leaves out.
struct CaseList {
  std::vector<const Outlook*> cases;
  int closed = 0;
  int void_cases = 0;
  int unread = 0;         ///< files no dates could be told from
  bool trouble = false;   ///< problems were told beside the list
  bool filtered = false;  ///< only some cases were asked for
};

/// Sorts outlooks by most pressing alert, due, id (SEMANTICS.md 21).
void sort_by_pressure(std::vector<const Outlook*>& cases);

/// Returns one line a case, and the count of closed ones last.
std::string text_of_status(const CaseList& list, Paint paint);
std::string json_of_status(const CaseList& list, const Envelope& envelope);
std::string csv_of_status(const CaseList& list);

/// Returns everything about one case on one screen: stage, owner, due and why, the ladder, what is owed, what happened.
std::string text_of_case(const Outlook& outlook);
std::string json_of_case(const Outlook& outlook, const Envelope& envelope);

}  // namespace escalate
