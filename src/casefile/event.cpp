#include "casefile/event.hpp"

#include <array>

namespace escalate {

std::string_view word_of(const Body& body) {
  static constexpr std::array<std::string_view, std::variant_size_v<Body>> words = {
      "opened",   "advanced", "noted",    "marked", "done",    "agreed",   "extended",
      "resolved", "closed",   "reopened", "halted", "resumed", "assigned", "corrected"};
  return words.at(body.index());
}

const std::vector<std::string>& event_words() {
  static const std::vector<std::string> words = {"opened",   "noted",    "marked",   "done",     "agreed",
                                                 "extended", "advanced", "halted",   "resumed",  "assigned",
                                                 "resolved", "closed",   "reopened", "corrected"};
  return words;
}

bool is_position(const Event& event) {
  return std::holds_alternative<Opened>(event.body) || std::holds_alternative<Advanced>(event.body) ||
         std::holds_alternative<Resolved>(event.body) || std::holds_alternative<Closed>(event.body) ||
         std::holds_alternative<Reopened>(event.body);
}

}  // namespace escalate
