#include "yaml/policy_sections.hpp"

namespace escalate {
namespace {

std::vector<std::string> contacts_in(PolicySource& source, Fields& fields) {
  return references(source, fields, "contacts", contact_named(source));
}

/// Reads `stages` of an advice: one, a list, or `all`, which is the default.
std::vector<std::string> stages_in(PolicySource& source, Fields& fields) {
  const std::vector<TextAt> stages = fields.text_or_list("stages");
  if (stages.size() == 1 && stages.front().text == "all") return {};
  return references(source, stages, stage_named(source));
}

}  // namespace

void read_urgent(PolicySource& source, Fields& top, Policy& policy) {
  for_each_item(source, top, "urgent", "this urgent entry", [&](const Node& item, Fields& fields) {
    UrgentRule urgent;
    fields.require("if");
    urgent.conditions = read_conditions(source, fields);
    urgent.say = required_text_in(fields, "say");
    urgent.enter = references(source, fields, "enter", stage_named(source));
    urgent.contacts = contacts_in(source, fields);
    urgent.clause = read_clause(source, fields, item.at);
    policy.urgent.push_back(std::move(urgent));
  });
}

void read_advice(PolicySource& source, Fields& top, Policy& policy) {
  for_each_item(source, top, "advice", "this advice", [&](const Node& item, Fields& fields) {
    Advice advice;
    advice.say = required_text_in(fields, "say");
    advice.stages = stages_in(source, fields);
    advice.contacts = contacts_in(source, fields);
    advice.conditions = read_conditions(source, fields);
    advice.clause = read_clause(source, fields, item.at);
    policy.advice.push_back(std::move(advice));
  });
}

void read_elsewhere(PolicySource& source, Fields& top, Policy& policy) {
  for_each_item(source, top, "elsewhere", "this entry of 'elsewhere'", [&](const Node& item, Fields& fields) {
    Elsewhere elsewhere;
    elsewhere.what = required_text_in(fields, "what");
    elsewhere.go_to = required_text_in(fields, "go-to");
    elsewhere.contacts = contacts_in(source, fields);
    elsewhere.clause = read_clause(source, fields, item.at);
    policy.elsewhere.push_back(std::move(elsewhere));
  });
}

}  // namespace escalate
