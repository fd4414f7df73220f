#include "render/graph_words.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "render/policy_phrases.hpp"
#include "render/sentences.hpp"

namespace escalate {
namespace {

std::string with_conditions(const std::string& text, const Conditions& conditions) {
  const std::string words = conditions_words(conditions);
  return words.empty() ? text : text + "; " + words;
}

std::string time_words(const Limit& limit, const Policy& policy) {
  std::string text = text_of(limit.within);
  const std::string force = force_words(limit.force);
  if (!force.empty()) text += " (" + force + ")";
  if (!limit.from.empty()) text += ", from " + moments_in_short(policy, limit.from);
  if (limit.aim) text += ", aim " + text_of(*limit.aim);
  return with_conditions(text, limit.conditions);
}

std::vector<std::string> route_texts(const Route& route, const Policy& policy) {
  std::vector<std::string> texts = {"Route " + route.id + ": " + route.title};
  for (const Limit& limit : policy.limits)
    if (limit.whole_case) texts.push_back("Whole case (" + limit.id + "): " + time_words(limit, policy));
  return texts;
}

std::string owners_of(const Stage& stage, const Policy& policy) {
  std::vector<std::string> names;
  for (const StageOwner& owner : stage.owner) {
    const Role* role = policy.role(owner.role);
    names.push_back(with_conditions(role ? role->title : owner.role, owner.conditions));
  }
  return names.empty() ? "nobody named" : and_list(names);
}

std::vector<std::string> stage_texts(const Stage& stage, const Policy& policy) {
  std::vector<std::string> texts = {"Stage " + stage.id + ": " + stage.title, "Who: " + owners_of(stage, policy)};
  if (!stage.conditions.always()) texts.push_back("Choose " + conditions_words(stage.conditions));
  bool timed = false;
  for (const Limit& limit : policy.limits) {
    if (limit.whole_case || !limit.covers(stage.id)) continue;
    timed = true;
    const bool several = limit.stages.size() > 1;
    const std::string shared = several ? ", " + stages_words(limit.stages) + " together" : "";
    texts.push_back("Time" + shared + (limit.own ? "" : " (" + limit.id + ")") + ": " + time_words(limit, policy));
  }
  if (!timed) texts.push_back("Time: none of its own");
  return texts;
}

std::vector<std::string> urgent_texts(const UrgentRule& rule, const Policy& policy) {
  std::vector<std::string> conditions;
  for (const std::string& id : rule.conditions.if_any) {
    const MarkRule* mark = policy.mark(id);
    conditions.push_back(mark ? id + " (" + mark->title + ")" : "route " + id);
  }
  std::string when = "URGENT, if " + or_list(conditions);
  if (!rule.conditions.unless_any.empty()) when += ", not while " + or_list(rule.conditions.unless_any);
  return {when, rule.say};
}

}  // namespace

std::vector<std::string> texts_of(const GraphNode& node, const Policy& policy) {
  if (node.route) return route_texts(*node.route, policy);
  if (node.stage) return stage_texts(*node.stage, policy);
  if (node.urgent) return urgent_texts(*node.urgent, policy);
  return {"The end of the ladder"};
}

std::string edge_words(const GraphEdge& edge) {
  switch (edge.kind) {
    case GraphEdge::Kind::choice:
      return "one of these";
    case GraphEdge::Kind::optional:
      return "may be passed over";
    case GraphEdge::Kind::past_optional:
      return "straight on";
    case GraphEdge::Kind::urgent:
      return "offered at once";
    default:
      return {};
  }
}

std::string node_words(const std::string& id) {
  if (id == "finish") return "the end of the ladder";
  const std::size_t hyphen = id.find('-');
  return id.substr(0, hyphen) + " " + id.substr(hyphen + 1);
}

}  // namespace escalate
