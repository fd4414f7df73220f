#include "render/envelope.hpp"

#include "base/escape.hpp"

namespace escalate {
namespace {

Json json_of(const Fault& fault) {
  Json json;
  json["file"] = fault.place.file.empty() ? Json(nullptr) : Json(fault.place.file);
  json["line"] = fault.place.line > 0 ? Json(fault.place.line) : Json(nullptr);
  json["column"] = fault.place.column > 0 ? Json(fault.place.column) : Json(nullptr);
  json["severity"] = fault.severity == Severity::error ? "error" : "warning";
  json["text"] = fault.help.empty() ? fault.text : fault.text + "; " + fault.help;
  return json;
}

}  // namespace

Json begin_json(const Envelope& envelope) {
  Json json;
  json["schemaVersion"] = 1;
  json["now"] = iso(envelope.now);
  json["complete"] = envelope.complete;
  json["problems"] = Json::array();
  for (const Fault& fault : envelope.problems) json["problems"].push_back(json_of(fault));
  return json;
}

std::string text_of(const Json& json) {
  return shown_in_json(json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace)) + "\n";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json due_or_null(const std::optional<Due>& due) { return due ? Json(iso(*due)) : Json(nullptr); }

Json stamp_or_null(const std::optional<Stamp>& stamp) { return stamp ? Json(iso(*stamp)) : Json(nullptr); }

}  // namespace escalate
