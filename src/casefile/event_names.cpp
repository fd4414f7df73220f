#include "casefile/event_names.hpp"

#include <algorithm>
#include <cctype>

#include "time/words.hpp"

namespace escalate {
namespace {

constexpr std::size_t fewest_digits = 4;

std::size_t digits_in_common(const std::string& a, const std::string& b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t common = 0;
  while (common < most && a[common] == b[common]) ++common;
  return common;
}

std::string lower(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return text;
}

std::string first_digits(const std::string& id, std::size_t in_common) {
  return id.substr(0, std::max(fewest_digits, in_common + 1));
}

}  // namespace

std::map<std::string, std::string> short_ids(const std::vector<Event>& events) {
  std::map<std::string, std::string> ids;
  for (const Event& event : events) ids.emplace(event.id, "");
  std::size_t before = 0;  // in common with the one before, in the order of ids
  for (auto one = ids.begin(); one != ids.end(); ++one) {
    const auto next = std::next(one);
    const std::size_t after = next == ids.end() ? 0 : digits_in_common(one->first, next->first);
    one->second = first_digits(one->first, std::max(before, after));
    before = after;
  }
  return ids;
}

std::string short_id(const std::vector<Event>& events, const std::string& id) {
  std::size_t most = 0;
  for (const Event& event : events)
    if (event.id != id) most = std::max(most, digits_in_common(event.id, id));
  return first_digits(id, most);
}

std::vector<const Event*> events_called(const std::vector<Event>& events, const std::string& typed) {
  const std::string digits = lower(typed);
  const bool is_id =
      digits.size() >= fewest_digits && digits.find_first_not_of("0123456789abcdef") == std::string::npos;
  std::vector<const Event*> found;
  for (const Event& event : events) {
    const bool opening = digits == "opened" && std::holds_alternative<Opened>(event.body);
    if (opening || (is_id && event.id.compare(0, digits.size(), digits) == 0)) found.push_back(&event);
  }
  return found;
}

std::string what_happened(const Event& event) {
  std::string words(word_of(event.body));
  if (const auto* advanced = std::get_if<Advanced>(&event.body)) words += " to " + advanced->to;
  if (const auto* marked = std::get_if<Marked>(&event.body)) words += " " + marked->mark;
  if (const auto* done = std::get_if<Done>(&event.body)) words += " " + done->duty;
  if (const auto* assigned = std::get_if<Assigned>(&event.body)) words += " " + assigned->role;
  if (const auto* agreed = std::get_if<Agreed>(&event.body)) words += " " + agreed->limit_or_duty;
  if (const auto* extended = std::get_if<Extended>(&event.body)) words += " " + extended->limit_or_duty;
  return words + " on " + in_words(event.at);
}

}  // namespace escalate
