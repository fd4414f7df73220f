// Which keys an event has is a table; how the value of a key is read, another. What is set is put into the event's own
// tree, and the keys that differ from it are taken out.
#include "cli/other_values.hpp"

#include <algorithm>
#include <set>

#include "base/id.hpp"
#include "base/suggest.hpp"
#include "base/typed_text.hpp"
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

/// What a value is.
enum class Value {
  text,
  line,
  past,
  time,
  since,
  policy,
  digest,
  stage,
  route,
  mark,
  duty,
  role,
  clock,
  event,
  kind,
  result
};

struct Key {
  std::string name;  ///< `raising/agency`; `marks/M` for each mark M
  Value value;
};

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

std::vector<Key> keys_of(const Event& event, const Policy& policy) {
  std::vector<Key> keys = {{"at", Value::past}, {"by", Value::line}};
  for (Key& key : std::visit(KeysOf{}, event.body)) keys.push_back(std::move(key));
  if (std::holds_alternative<Opened>(event.body))
    for (const MarkRule& mark : policy.marks) keys.push_back({"marks/" + mark.id, Value::since});
  return keys;
}

std::vector<std::string> names_of(const std::vector<Key>& keys) {
  std::vector<std::string> names;
  for (const Key& key : keys) names.push_back(key.name);
  return names;
}

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

/// Returns the policy that the case follows once the settings hold.
Result<const Policy*> policy_meant(const std::vector<Setting>& settings, const ValuesQuestion& question) {
  const bool opening = std::holds_alternative<Opened>(question.event.body);
  for (const Setting& setting : settings)
    if (opening && setting.key == "policy") return question.library.policy(setting.value);
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
    put(tree, key.name, TRY(reader.read(key, setting.value)));
    changed.insert(key.name.substr(0, key.name.find('/')));
  }
  if (changed.count("policy") > 0 && changed.insert("policy-digest").second) put(tree, "policy-digest", policy.digest);
  TRY(must_fit(tree, question.event, policy));
  MapBuilder instead;
  for (const Entry& entry : tree.entries)
    if (changed.count(entry.key) > 0) instead.node(entry.key, entry.value);
  return instead.take();
}

}  // namespace escalate
