#pragma once

#include <string>
#include <string_view>

#include "casefile/digest.hpp"
#include "unit/yaml/read_support.hpp"
#include "yaml/case_reader.hpp"

namespace escalate::test {

inline constexpr std::string_view case_id = "EX-2026-7Q4M2";

/// Returns `text` with `%1`, `%2`, ... replaced by the ids that the first, second, ... event must have.
inline std::string sealed(std::string text, std::string_view id = case_id) {
  const auto fill = [&text](const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from))
      text.replace(at, from.size(), to);
  };
  for (std::size_t number = 1;; ++number) {
    const Document document = document_of(text);
    const auto& events = document.root.find("events")->items;
    if (number > events.size()) return text;
    fill("%" + std::to_string(number), event_id(id, events[number - 1]));
  }
}

/// The head of a case file, five lines with the dash of the first event to come.
inline const std::string case_head = "escalate: case/1\ncase: \"EX-2026-7Q4M2\"\nevents:\n";

/// The first event, lines 4 to 16.
inline const std::string opened_event = R"(- event: opened
  at: "2026-01-05T09:00+00:00"
  by: "Designated safeguarding lead"
  policy: "example"
  policy-digest: "0123456789abcdef"
  route: "standard"
  child: "C-1042"
  raising: {agency: "Example Primary School", kind: "education"}
  receiving: {agency: "Children’s social care"}
  concern: "Referral declined; we disagree."
  logged: "2026-01-05T09:05:00Z"
  after: []
  id: "%1"
)";

/// Returns an event with what is common to all, `keys` being its own.
inline std::string later_event(const std::string& word, const std::string& keys, int number = 2, int parent = 1) {
  return "- event: " + word + "\n  at: \"2026-01-07T16:30+00:00\"\n  by: \"Head teacher\"\n" + keys +
         "  logged: \"2026-01-07T16:31:00Z\"\n  after: [\"%" + std::to_string(parent) + "\"]\n  id: \"%" +
         std::to_string(number) + "\"\n";
}

inline CaseReading read(const std::string& text) { return read_case("cases/2026/EX-2026-7Q4M2.yaml", text, case_id); }

/// Returns the faults of a case file, with `no dates` in front where there is no record.
inline std::string told_of_case(const std::string& text) {
  const CaseReading reading = read(text);
  return (reading.record ? "" : "no dates\n") + lines_of(reading.faults);
}

}  // namespace escalate::test
