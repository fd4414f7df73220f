#include "render/fault_counts.hpp"

#include <algorithm>

namespace escalate {

std::size_t errors_in(const Faults& faults) {
  return static_cast<std::size_t>(std::count_if(faults.begin(), faults.end(),
                                                [](const Fault& fault) { return fault.severity == Severity::error; }));
}

std::string counted(std::size_t count, const std::string& word) {
  return (count == 0 ? "no" : std::to_string(count)) + " " + word + (count == 1 ? "" : "s");
}

Json numbers_of(const char* id_key, const std::string& id, const std::string& file, const Faults& faults) {
  Json json;
  if (id_key) json[id_key] = id;
  json["file"] = file;
  json["errors"] = errors_in(faults);
  json["warnings"] = faults.size() - errors_in(faults);
  return json;
}

}  // namespace escalate
