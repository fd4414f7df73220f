#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "yaml/policy_sections.hpp"
#include "yaml/policy_time.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

/// Adds a fault for each key that says something about a time the stage does not have.
void check_has_time(PolicySource& source, const Fields& fields) {
  if (fields.has("within")) return;
  for (const std::string_view key : {"from", "force"})
    if (fields.has(key))
      source.fault(fields.at(key), fmt::format("'{}' without 'within'", key),
                   "write how long the stage has as 'within', or remove it");
}

/// Reads the limit a stage has by its own `within`, if it has one.
std::optional<Limit> own_limit(PolicySource& source, Fields& fields, const Stage& stage) {
  check_has_time(source, fields);
  const Timing timing = read_timing(source, fields, MayBeFree::no);
  Moments from = read_moments_or_latest(source, fields, "from", EveryStage::refused);
  if (!timing.within) return std::nullopt;
  Limit limit;
  limit.id = "stage-" + stage.id;
  limit.title = stage.title;
  limit.stages = {stage.id};
  limit.own = true;
  limit.within = *timing.within;
  limit.aim = timing.aim;
  limit.from = std::move(from);
  limit.force = timing.force;
  limit.clause = stage.clause;
  limit.clause.place = source.place(fields.at("within"));
  return limit;
}

TextAt text_at(const Node& node) { return {without_last_line_ends(node.text), node.at}; }

/// Reads `{role: ROLE, if: MARK}`.
StageOwner read_owner_while(PolicySource& source, const Node& node) {
  StageOwner owner;
  Fields fields(source.document, node, "an owner", source.faults);
  if (!fields.readable()) return owner;
  fields.require("role");
  owner.role = reference(source, fields, "role", role_named(source));
  owner.conditions = read_conditions(source, fields);
  fields.finish();
  return owner;
}

/// Reads who holds a stage: roles, each perhaps only while a mark or route holds.
std::vector<StageOwner> read_owner(PolicySource& source, Fields& fields) {
  std::vector<StageOwner> owners;
  const Node* value = fields.take("owner");
  const bool plain = !value || std::none_of(value->items.begin(), value->items.end(),
                                            [](const Node& item) { return item.kind == Node::Kind::map; });
  if (value && value->kind == Node::Kind::map) return {read_owner_while(source, *value)};
  if (plain) {
    for (std::string& role : references(source, fields, "owner", role_named(source)))
      owners.push_back({std::move(role), {}});
    return owners;
  }
  for (const Node& item : value->items)
    if (item.kind == Node::Kind::map)
      owners.push_back(read_owner_while(source, item));
    else
      for (std::string& role : references(source, {text_at(item)}, role_named(source)))
        owners.push_back({std::move(role), {}});
  return owners;
}

/// Reads `{one-of: [S, S]}` or `{optional: S}`.
Rung read_choice(PolicySource& source, const Node& node) {
  Rung rung;
  Fields fields(source.document, node, "a rung", source.faults);
  if (!fields.readable()) return rung;
  if (fields.has("one-of") == fields.has("optional"))
    source.fault(node.at, "a rung is a stage, {one-of: [S, S]} or {optional: S}");
  if (const Node* stages = fields.list("one-of")) {
    rung.kind = Rung::Kind::one_of;
    rung.stages = references(source, fields, "one-of", stage_named(source));
    if (stages->items.size() == 1)
      source.fault(stages->at, "'one-of' with a single stage", "name at least two, or write the stage alone");
  }
  if (const auto stage = fields.text("optional")) {
    rung.kind = Rung::Kind::optional;
    rung.stages = references(source, {TextAt{*stage, fields.at("optional")}}, stage_named(source));
  }
  fields.finish();
  return rung;
}

Rung read_rung(PolicySource& source, const Node& node) {
  if (node.kind != Node::Kind::text) return read_choice(source, node);
  return {Rung::Kind::one, references(source, {text_at(node)}, stage_named(source))};
}

/// Returns the stages that a rung names, where they stand.
std::vector<TextAt> stages_named(const Node& rung) {
  if (rung.kind == Node::Kind::text) return {text_at(rung)};
  std::vector<TextAt> stages;
  for (const Entry& entry : rung.entries) {
    if (entry.value.kind == Node::Kind::text) stages.push_back(text_at(entry.value));
    for (const Node& item : entry.value.items) stages.push_back(text_at(item));
  }
  return stages;
}

/// Adds a fault for each stage that is on two rungs of a route.
void check_once(PolicySource& source, const Node& rungs, std::string_view route) {
  std::vector<std::string> before;
  for (const Node& rung : rungs.items) {
    const std::vector<TextAt> stages = stages_named(rung);
    for (const TextAt& stage : stages)
      if (std::find(before.begin(), before.end(), stage.text) != before.end())
        source.fault(stage.at, fmt::format("stage {} is on route '{}' twice", in_quotes(stage.text), route),
                     "remove one: a case steps back to a stage with 'advance --to'");
    for (const TextAt& stage : stages) before.push_back(stage.text);
  }
}

std::vector<Rung> read_rungs(PolicySource& source, Fields& fields, std::string_view route) {
  std::vector<Rung> rungs;
  if (!fields.require("stages")) return rungs;
  const Node* list = fields.list("stages");
  if (!list) return rungs;
  for (const Node& node : list->items) rungs.push_back(read_rung(source, node));
  check_once(source, *list, route);
  return rungs;
}

}  // namespace

void read_stages(PolicySource& source, Fields& top, Policy& policy) {
  if (!top.require("stages")) return;
  for_each_entry(source, top, "stages", "stage", [&](const Entry& entry, Fields& fields) {
    Stage stage;
    stage.id = entry.key;
    stage.title = required_text_in(fields, "title");
    stage.what = text_in(fields, "what");
    stage.owner = read_owner(source, fields);
    stage.conditions = read_conditions(source, fields);
    stage.clause = read_clause(source, fields, entry.at);
    if (auto limit = own_limit(source, fields, stage)) policy.limits.push_back(*std::move(limit));
    policy.stages.push_back(std::move(stage));
  });
}

void read_routes(PolicySource& source, Fields& top, Policy& policy) {
  if (!top.require("routes")) return;
  for_each_entry(source, top, "routes", "route", [&](const Entry& entry, Fields& fields) {
    Route route;
    route.id = entry.key;
    route.title = required_text_in(fields, "title");
    route.rungs = read_rungs(source, fields, entry.key);
    route.clause = read_clause(source, fields, entry.at);
    policy.routes.push_back(std::move(route));
  });
}

}  // namespace escalate
