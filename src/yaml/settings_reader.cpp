#include "yaml/settings_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/fault_order.hpp"
#include "base/id.hpp"
#include "yaml/read.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

void check_id(Fields& fields, std::string_view id, Mark at, std::string_view what) {
  if (!is_id(id))
    fields.fault(at, fmt::format("{} is no id of a {}", in_quotes(id), what),
                 "an id has lower-case letters, digits and hyphens only");
}

void keep_place(Settings& settings, const Document& document, const std::string& keys, Mark at) {
  settings.places[keys] = {document.file, at.line, at.column};
}

void read_jobs(const Document& document, const Entry& policy, Settings& settings, Faults& faults) {
  const std::string keys = "service/" + policy.key;
  keep_place(settings, document, keys, policy.at);
  Jobs& jobs = settings.service[policy.key];
  Fields fields(document, policy.value, fmt::format("'service' for {}", in_quotes(policy.key)), faults);
  if (!fields.readable()) return;
  for (const Entry& role : policy.value.entries) {
    check_id(fields, role.key, role.at, "role");
    if (auto job = fields.text(role.key)) jobs[role.key] = without_last_line_ends(*std::move(job));
    keep_place(settings, document, keys + "/" + role.key, role.at);
  }
}

Settings read_fields(const Document& document, Faults& faults) {
  Settings settings;
  Fields fields(document, document.root, "the settings file", faults);
  fields.require("escalate");
  fields.one_of("escalate", {"settings/1"});
  settings.by = without_last_line_ends(fields.text("by").value_or(""));
  settings.policy = fields.text("policy").value_or("");
  if (!settings.policy.empty()) check_id(fields, settings.policy, fields.at("policy"), "policy");
  for (const char* key : {"by", "policy", "commit"})
    if (fields.has(key)) keep_place(settings, document, key, fields.at(key));
  if (const Node* service = fields.map("service"))
    for (const Entry& policy : service->entries) {
      check_id(fields, policy.key, policy.at, "policy");
      read_jobs(document, policy, settings, faults);
    }
  settings.commit = fields.one_of("commit", {"true", "false"}) == "true";
  fields.finish();
  return settings;
}

}  // namespace

tl::expected<Settings, Faults> read_settings(std::string file, std::string bytes) {
  const auto document = read_yaml(std::move(file), std::move(bytes), Opinions::both);
  if (!document) return tl::make_unexpected(document.error());
  Faults faults = silently_dropped(*document);
  Settings settings = read_fields(*document, faults);
  if (faults.empty()) return settings;
  put_in_file_order(faults);
  return tl::make_unexpected(std::move(faults));
}

}  // namespace escalate
