#include "render/config.hpp"

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "render/policy_phrases.hpp"

namespace escalate {
namespace {

const Place* place_of(const Configuration& configuration, const std::string& keys) {
  const auto place = configuration.settings.places.find(keys);
  return place == configuration.settings.places.end() ? nullptr : &place->second;
}

std::string place_words(const Configuration& configuration, const std::string& keys) {
  const Place* place = place_of(configuration, keys);
  return place ? shown(place->file) + ", line " + std::to_string(place->line) : std::string();
}

/// Returns the title that the policy, or an edition of the procedure, called `name` gives the role; empty without one.
std::string title_of(const Configuration& configuration, const std::string& name, const std::string& role) {
  std::string title;
  for (const Policy* policy : configuration.policies)
    if (const Role* found = policy->id == name || policy->edition_of == name ? policy->role(role) : nullptr)
      title = found->title;
  return title;
}

std::string file_words(const Configuration& configuration) {
  const std::string file = shown(configuration.file);
  if (configuration.state == Configuration::File::missing) return "there is no " + file;
  if (configuration.state == Configuration::File::used) return file;
  return "nothing of " + file + " is used, since it has faults, and no command writes until they are mended";
}

std::string setting_rows(const Configuration& configuration, const std::string& key, const std::string& value,
                         const std::string& otherwise) {
  if (value.empty()) return row(key, otherwise);
  return row(key, shown(value)) + continued("(" + place_words(configuration, key) + ")");
}

std::string service_rows(const Configuration& configuration) {
  std::string text;
  for (const auto& [policy, jobs] : configuration.settings.service)
    for (const auto& [role, job] : jobs) {
      const std::string title = title_of(configuration, policy, role);
      const std::string called = title.empty() ? role : role + " (" + shown(title) + ")";
      text += row(text.empty() ? "service" : "", "under " + policy + ", " + called + " is " + shown(job)) +
              continued("(" + place_words(configuration, "service/" + policy + "/" + role) + ")");
    }
  return text.empty() ? row("service", "not set: each role is called as its policy calls it") : text;
}

Json json_of(const Configuration& configuration, const std::string& keys, const std::string& value) {
  const Place* place = place_of(configuration, keys);
  Json json;
  json["value"] = text_or_null(value);
  json["file"] = place ? Json(place->file) : Json(nullptr);
  json["line"] = place ? Json(place->line) : Json(nullptr);
  return json;
}

/// Returns `true` or `false`; empty where nothing is said.
std::string commit_word(const Configuration& configuration) {
  if (!place_of(configuration, "commit")) return {};
  return configuration.settings.commit ? "true" : "false";
}

Json service_json(const Configuration& configuration) {
  Json json = Json::object();
  for (const auto& [policy, jobs] : configuration.settings.service)
    for (const auto& [role, job] : jobs) {
      Json& entry = json[policy][role] = json_of(configuration, "service/" + policy + "/" + role, job);
      entry["title"] = text_or_null(title_of(configuration, policy, role));
    }
  return json;
}

}  // namespace

std::string config_text(const Configuration& configuration) {
  const Settings& settings = configuration.settings;
  const std::string heading = wrapped("Workspace: " + shown(configuration.folder), "", "  ") +
                              wrapped("Settings: " + file_words(configuration), "", "  ");
  if (configuration.state == Configuration::File::faulty) return heading;
  return heading + "\n" +
         setting_rows(configuration, "by", settings.by, "not set: commands that write ask for it, or need --by JOB") +
         setting_rows(configuration, "policy", settings.policy, "not set: 'open' asks for it, or needs --policy ID") +
         service_rows(configuration) +
         setting_rows(configuration, "commit", commit_word(configuration),
                      "not set: what is written is not committed to git") +
         "\n" +
         wrapped(
             "What is typed goes before what is set: --by before by, --policy before policy, and the job that "
             "'assign' gives a role in one case before service. No setting moves a date.",
             "", "");
}

std::string config_json(const Configuration& configuration, const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["workspace"] = configuration.folder;
  json["by"] = json_of(configuration, "by", configuration.settings.by);
  json["policy"] = json_of(configuration, "policy", configuration.settings.policy);
  json["commit"] = json_of(configuration, "commit", commit_word(configuration));
  json["service"] = service_json(configuration);
  return text_of(json);
}

}  // namespace escalate
