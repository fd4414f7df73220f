// How the value of each kind is read. What is set is put into the event's own tree, and the keys that differ from it
// are taken out.
#include "cli/other_values.hpp"

#include <algorithm>
#include <set>

#include "base/id.hpp"
#include "base/suggest.hpp"
#include "base/typed_text.hpp"
#include "cli/event_keys.hpp"
#include "cli/record.hpp"
#include "cli/typed.hpp"
#include "engine/corrections.hpp"
#include "engine/known_words.hpp"
#include "time/quote.hpp"
#include "time/words.hpp"
#include "yaml/event_reader.hpp"
#include "yaml/event_tree.hpp"
#include "yaml/event_writer.hpp"

namespace escalate {
namespace {

Result<std::string> one_of(const std::string& typed, const std::string& option, const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), typed) != words.end()) return typed;
  return fail(ExitCode::usage, option + ": " + in_quotes(typed) + " is none of its words",
              did_you_mean(typed, words, "write one of " + or_list(words)));
}

/// One value being read.
class Reader {
 public:
  Reader(const ValuesQuestion& question, const Policy& policy) : m_question(question), m_policy(policy) {}

  Result<std::string> read(const Key& key, const std::string& typed) const {
    const std::string option = "--set " + key.name;
    const std::string text = TRY(typed_text(typed, option));
    switch (key.value) {
      case Value::text:
        return text;
      case Value::line:
        return one_line(text, option);
      case Value::past:
        return iso(TRY(read_past_time(text, option, m_question.now)));
      case Value::time:
        return iso(TRY(read_time(text, option, m_question.now)));
      case Value::since:
        return since(key, text, option);
      case Value::digest:
        return digest(text, option);
      case Value::event:
        return TRY(event_to_correct(m_question.record, text))->id;
      case Value::kind:
        return one_of(text, option, agency_kinds());
      case Value::result:
        return one_of(text, option, {"changed", "stands", "compromise", "withdrawn"});
      default:
        return word_of_policy(key.value, text);
    }
  }

 private:
  static Result<std::string> one_line(const std::string& text, const std::string& option) {
    if (text.find('\n') == std::string::npos) return text;
    return fail(ExitCode::usage, option + ": this is one line, not several");
  }

  static Result<std::string> digest(const std::string& text, const std::string& option) {
    if (is_seal(text)) return text;
    return fail(ExitCode::usage, option + ": " + in_quotes(text) + " is not 16 hex digits");
  }

  Result<std::string> since(const Key& key, const std::string& text, const std::string& option) const {
    if (text != "unknown") return iso(TRY(read_past_time(text, option, m_question.now)));
    const std::size_t slash = key.name.find('/');
    if (slash != std::string::npos) TRY(may_be_unknown(m_policy, key.name.substr(slash + 1)));
    return text;
  }

  Result<std::string> word_of_policy(Value value, const std::string& text) const {
    switch (value) {
      case Value::policy:
        return TRY(m_question.library.policy(text))->id;
      case Value::stage:
        TRY(known_stage(m_policy, text));
        break;
      case Value::route:
        TRY(known_route(m_policy, text));
        break;
      case Value::mark:
        TRY(known_mark(m_policy, text));
        break;
      case Value::duty:
        TRY(known_duty(m_policy, text));
        break;
      case Value::clock:
        TRY(known_limit_or_duty(m_policy, text));
        break;
      default:
        return role_called(m_policy, text);
    }
    return text;
  }

  const ValuesQuestion& m_question;
  const Policy& m_policy;
};

Node& entry_of(Node& map, const std::string& key) {
  for (Entry& entry : map.entries)
    if (entry.key == key) return entry.value;
  map.entries.push_back({key, {}, Node{Node::Kind::map, false, true, {}, {}, {}, {}}});
  return map.entries.back().value;
}

/// Puts `value` into the tree at `path`, of one key or two.
void put(Node& tree, const std::string& path, const std::string& value) {
  const std::size_t slash = path.find('/');
  Node& place = entry_of(tree, path.substr(0, slash));
  (slash == std::string::npos ? place : entry_of(place, path.substr(slash + 1))) = text_node(value);
}

const Node* value_at(const Node& tree, const std::string& path) {
  const std::size_t slash = path.find('/');
  const Node* place = tree.find(path.substr(0, slash));
  return place && slash != std::string::npos ? place->find(path.substr(slash + 1)) : place;
}

/// Fails where there is nothing to take out, or what must stay.
Result<void> may_be_taken_out(const Node& tree, const std::string& path, const Event& event) {
  if (!may_be_absent(event, path))
    return fail(ExitCode::refused,
                "'" + path + "' of '" + std::string(word_of(event.body)) + "' is needed and cannot be taken out",
                "for another value: --set " + path + "=VALUE");
  if (value_at(tree, path)) return {};
  return fail(ExitCode::refused,
              "the event '" + std::string(word_of(event.body)) + "' has no '" + path + "' to take out");
}

struct Setting {
  std::string key;
  std::string value;
};

Result<std::vector<Setting>> settings_in(const std::vector<std::string>& typed) {
  std::vector<Setting> settings;
  std::set<std::string> keys;
  for (const std::string& one : typed) {
    const std::size_t equals = one.find('=');
    if (equals == std::string::npos || equals == 0)
      return fail(ExitCode::usage, "--set: " + in_quotes(one) + " is not KEY=VALUE", "as in --set by=\"Head teacher\"");
    settings.push_back({one.substr(0, equals), one.substr(equals + 1)});
    if (!keys.insert(settings.back().key).second)
      return fail(ExitCode::usage, "--set: " + in_quotes(settings.back().key) + " is given twice");
  }
  return settings;
}

/// Returns the policy that the case follows once the settings hold.
Result<const Policy*> policy_meant(const std::vector<Setting>& settings, const ValuesQuestion& question) {
  const bool opening = std::holds_alternative<Opened>(question.event.body);
  for (const Setting& setting : settings)
    if (opening && setting.key == "policy" && !setting.value.empty()) return question.library.policy(setting.value);
  return &question.policy;
}

std::string text_at(const Node& tree, const std::string& key) {
  const Node* found = tree.find(key);
  return found ? found->text : std::string();
}

std::vector<std::string> stages_of(const Route& route) {
  std::vector<std::string> stages;
  for (const Rung& rung : route.rungs) stages.insert(stages.end(), rung.stages.begin(), rung.stages.end());
  return stages;
}

/// Fails where an event cannot enter the stage it names by the route it names.
Result<void> route_must_fit(const Node& tree, const Event& event, const Policy& policy) {
  const std::string route = text_at(tree, "route");
  const std::string to = text_at(tree, "to");
  const bool opening = std::holds_alternative<Opened>(event.body);
  if (!route.empty()) TRY(known_route(policy, route));
  if (!route.empty() && !to.empty() && !rung_of(*policy.route(route), to))
    return fail(ExitCode::refused, "stage " + in_quotes(to) + " is not on route " + in_quotes(route),
                "its stages are " + and_list(stages_of(*policy.route(route))));
  if (!opening || to.empty() || !text_at(tree, "because").empty()) return {};
  return fail(ExitCode::usage, "a case that enters at '" + to + "' needs a reason", "add --set because=TEXT");
}

/// Fails where the values of an event do not fit each other.
Result<void> must_fit(const Node& tree, const Event& event, const Policy& policy) {
  if (std::holds_alternative<Opened>(event.body) || std::holds_alternative<Advanced>(event.body))
    return route_must_fit(tree, event, policy);
  if (text_at(tree, "since") == "unknown") return may_be_unknown(policy, text_at(tree, "mark"));
  const auto until = parse_stored(text_at(tree, "until"));
  const auto at = parse_stored(text_at(tree, "at"));
  if (std::holds_alternative<Agreed>(event.body) && until && at && before(*until, *at))
    return fail(ExitCode::refused,
                "the date agreed, " + in_words(*until) + ", is before it was agreed, " + in_words(*at));
  return {};
}

}  // namespace

Result<Node> other_values(const std::vector<std::string>& typed, const ValuesQuestion& question) {
  const auto settings = TRY(settings_in(typed));
  const Policy& policy = *TRY(policy_meant(settings, question));
  const auto keys = keys_of(question.event, policy);
  Node tree = node_of(question.event);
  std::set<std::string> changed;
  const Reader reader(question, policy);
  for (const Setting& setting : settings) {
    const Key key = TRY(known_key(setting.key, question.event, keys));
    if (setting.value.empty()) TRY(may_be_taken_out(tree, key.name, question.event));
    put(tree, key.name, setting.value.empty() ? std::string() : TRY(reader.read(key, setting.value)));
    changed.insert(key.name.substr(0, key.name.find('/')));
  }
  if (changed.count("policy") > 0 && changed.insert("policy-digest").second) put(tree, "policy-digest", policy.digest);
  TRY(must_fit(tree, question.event, policy));
  MapBuilder instead;
  for (const Entry& entry : tree.entries)
    if (changed.count(entry.key) > 0) instead.always(entry.key, entry.value);
  return instead.take();
}

}  // namespace escalate
