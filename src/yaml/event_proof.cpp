#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "casefile/digest.hpp"
#include "yaml/case_privacy.hpp"
#include "yaml/case_reader.hpp"
#include "yaml/event_writer.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

tl::unexpected<Failure> not_proven(std::string_view file, std::string why, Faults faults = {}) {
  return fail(ExitCode::bug, fmt::format("{} would not read back as it was meant: {}", file, why),
              "nothing was written; please report this", without_texts(std::move(faults)));
}

/// Returns the events of a file as trees; none for a file that cannot be read.
const std::vector<Node>& event_nodes(const Document& document) {
  static const std::vector<Node> none;
  const Node* events = document.root.find("events");
  return events ? events->items : none;
}

bool same_event(std::string_view case_id, const Node& a, const Node& b) {
  const Node* id_of_a = a.find("id");
  const Node* id_of_b = b.find("id");
  return id_of_a && id_of_b && id_of_a->text == id_of_b->text &&
         canonical_form(case_id, a) == canonical_form(case_id, b);
}

/// Returns the errors of `after` that `before` did not have.
Faults new_faults(const Faults& before, const Faults& after) {
  std::set<std::tuple<int, int, std::string>> known;
  for (const Fault& fault : before) known.emplace(fault.place.line, fault.place.column, fault.text);
  Faults faults;
  std::copy_if(after.begin(), after.end(), std::back_inserter(faults), [&](const Fault& fault) {
    return fault.severity == Severity::error && known.count({fault.place.line, fault.place.column, fault.text}) == 0;
  });
  return faults;
}

/// Returns the number of the first event of `read` that is not what was meant, from 1; 0 when there is none.
std::size_t first_difference(std::string_view case_id, const std::vector<Node>& read, const std::vector<Node>& old,
                             const std::vector<Event>& meant) {
  for (std::size_t i = 0; i < read.size(); ++i)
    if (!same_event(case_id, read[i], i < old.size() ? old[i] : node_of(meant[i - old.size()]))) return i + 1;
  return 0;
}

}  // namespace

Result<void> prove(std::string_view case_id, std::string file, std::string_view old_bytes, std::string_view new_bytes,
                   const std::vector<Event>& meant) {
  if (!new_bytes.starts_with(old_bytes)) return not_proven(file, "what stood there changed");
  const CaseReading after = read_case(file, std::string(new_bytes), case_id);
  if (after.document.bytes.empty()) return not_proven(file, "it cannot be read", after.faults);
  if (Faults faults = second_opinion(after.document); any_error(faults))
    return not_proven(file, "two readers differ", std::move(faults));
  const CaseReading before = old_bytes.empty() ? CaseReading{} : read_case(file, std::string(old_bytes), case_id);
  const auto& read = event_nodes(after.document);
  const auto& old = event_nodes(before.document);
  if (read.size() != old.size() + meant.size())
    return not_proven(file, fmt::format("{} events instead of {}", read.size(), old.size() + meant.size()),
                      after.faults);
  if (const std::size_t number = first_difference(case_id, read, old, meant); number > 0)
    return not_proven(file, fmt::format("event {} differs", number));
  if (Faults faults = new_faults(before.faults, after.faults); !faults.empty())
    return not_proven(file, "it has faults", std::move(faults));
  return {};
}

}  // namespace escalate
