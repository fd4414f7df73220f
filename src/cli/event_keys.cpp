// The keys of each kind of event, and what their values are.
#include "cli/event_keys.hpp"

#include <algorithm>

#include "base/id.hpp"
#include "base/suggest.hpp"
#include "time/quote.hpp"
#include "yaml/event_reader.hpp"

namespace escalate {
namespace {

struct KeysOf {
  std::vector<Key> operator()(const Opened&) const {
    return {{"policy", Value::policy},
            {"policy-digest", Value::digest},
            {"route", Value::route},
            {"to", Value::stage},
            {"because", Value::text},
            {"child", Value::line},
            {"raising/agency", Value::line},
            {"raising/kind", Value::kind},
            {"receiving/agency", Value::line},
            {"receiving/kind", Value::kind},
            {"theme", Value::line},
            {"concern", Value::text},
            {"sought", Value::text}};
  }
  std::vector<Key> operator()(const Advanced&) const {
    return {{"to", Value::stage}, {"because", Value::text}, {"route", Value::route}};
  }
  std::vector<Key> operator()(const Noted&) const { return {{"text", Value::text}}; }
  std::vector<Key> operator()(const Marked& marked) const {
    return {{"mark", Value::mark}, marked.until ? Key{"until", Value::past} : Key{"since", Value::since}};
  }
  std::vector<Key> operator()(const Done&) const {
    return {{"duty", Value::duty}, {"stage", Value::stage}, {"of", Value::event},
            {"role", Value::role}, {"note", Value::text},   {"not-needed", Value::text}};
  }
  std::vector<Key> operator()(const Agreed&) const {
    return {{"until", Value::time}, {"for", Value::clock}, {"of", Value::event}, {"with", Value::role}};
  }
  std::vector<Key> operator()(const Extended&) const {
    return {{"until", Value::time},
            {"for", Value::clock},
            {"of", Value::event},
            {"because", Value::text},
            {"agreed-with", Value::role}};
  }
  std::vector<Key> operator()(const Resolved&) const {
    return {{"stage", Value::stage}, {"outcome", Value::text}, {"next-steps", Value::text}, {"result", Value::result}};
  }
  std::vector<Key> operator()(const Closed&) const { return {{"because", Value::text}}; }
  std::vector<Key> operator()(const Reopened&) const { return {{"to", Value::stage}, {"because", Value::text}}; }
  std::vector<Key> operator()(const Halted&) const { return {{"because", Value::text}}; }
  std::vector<Key> operator()(const Resumed&) const { return {}; }
  std::vector<Key> operator()(const Assigned&) const { return {{"role", Value::role}, {"to", Value::line}}; }
  std::vector<Key> operator()(const Corrected&) const { return {{"because", Value::text}}; }
};

std::vector<std::string> names_of(const std::vector<Key>& keys) {
  std::vector<std::string> names;
  for (const Key& key : keys) names.push_back(key.name);
  return names;
}

}  // namespace

std::vector<Key> keys_of(const Event& event, const Policy& policy) {
  std::vector<Key> keys = {{"at", Value::past}, {"by", Value::line}};
  for (Key& key : std::visit(KeysOf{}, event.body)) keys.push_back(std::move(key));
  if (std::holds_alternative<Opened>(event.body))
    for (const MarkRule& mark : policy.marks) keys.push_back({"marks/" + mark.id, Value::since});
  return keys;
}

Result<Key> known_key(const std::string& typed, const Event& event, const std::vector<Key>& keys) {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == typed; });
  if (found != keys.end()) return *found;
  const std::string word(word_of(event.body));
  if (is_fixed_key(typed))
    return fail(ExitCode::refused, in_quotes(typed) + " of an event cannot be corrected",
                "leave out --set to strike the event out, then write what happened");
  const auto names = names_of(keys);
  return fail(ExitCode::refused, "'" + word + "' has no " + in_quotes(typed) + " to set",
              did_you_mean(typed, names, "it has " + and_list(names)));
}

bool may_be_absent(const Event& event, const std::string& key) {
  static const std::vector<std::string> anywhere = {"theme", "sought", "raising/kind", "receiving/kind", "role",
                                                    "note",  "with",   "not-needed",   "next-steps",     "result"};
  const bool opened = std::holds_alternative<Opened>(event.body);
  if (key == "to") return opened;
  if (key == "because") return opened || std::holds_alternative<Closed>(event.body);
  if (key == "route") return !opened;
  if (key == "role") return std::holds_alternative<Done>(event.body);
  return key.starts_with("marks/") || std::find(anywhere.begin(), anywhere.end(), key) != anywhere.end();
}

}  // namespace escalate
