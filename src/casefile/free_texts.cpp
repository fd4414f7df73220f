#include "casefile/free_texts.hpp"

#include <algorithm>
#include <array>

namespace escalate {
namespace {

constexpr std::array<std::string_view, 14> free_keys = {"by",     "child",       "theme",   "concern",    "sought",
                                                        "text",   "because",     "note",    "not-needed", "with",
                                                        "agency", "agreed-with", "outcome", "next-steps"};

/// `to` is a job where one is assigned, and may be one in a correction; else a stage.
bool is_free(const std::string& key, bool jobs) {
  return (jobs && key == "to") || std::find(free_keys.begin(), free_keys.end(), key) != free_keys.end();
}

void add(const Node& map, const std::string& prefix, bool jobs, std::vector<FreeText>& texts) {
  for (const Entry& entry : map.entries) {
    if (entry.value.kind == Node::Kind::text && is_free(entry.key, jobs))
      texts.push_back({prefix + entry.key, entry.value.text, entry.value.at});
    if (entry.value.kind == Node::Kind::map)
      add(entry.value, prefix + entry.key + "/", jobs || entry.key == "instead", texts);
  }
}

}  // namespace

std::vector<FreeText> free_texts(const Node& event) {
  std::vector<FreeText> texts;
  const Node* word = event.find("event");
  add(event, "", word && word->text == "assigned", texts);
  return texts;
}

}  // namespace escalate
