#include <fmt/format.h>

#include "time/quote.hpp"
#include "yaml/policy_sections.hpp"
#include "yaml/policy_time.hpp"

namespace escalate {
namespace {

/// Reads `stages` of a limit: a list, or `all`.
void read_covered(PolicySource& source, Fields& fields, Limit& limit) {
  if (!fields.require("stages")) return;
  const Node* value = fields.take("stages");
  if (value->kind == Node::Kind::text && value->text == "all")
    limit.whole_case = true;
  else if (value->kind == Node::Kind::text)
    source.fault(value->at, fmt::format("'stages' must be a list or 'all', not {}", in_quotes(value->text)),
                 fmt::format("write [{}]", value->text));
  else
    limit.stages = references(source, fields, "stages", stage_named(source));
}

/// Reads who owes a duty: `by`, or `by-each`.
void read_by(PolicySource& source, Fields& fields, Duty& duty) {
  if (fields.has("by") && fields.has("by-each"))
    source.fault(fields.at("by-each"), "'by' and 'by-each' in one duty",
                 "'by' is one act of all of them, 'by-each' one act each: keep one");
  duty.each = fields.has("by-each");
  const std::vector<TextAt> by = fields.text_or_list("by");
  if (by.size() == 1 && by.front().text == "owner") {
    fields.text_or_list("by-each");
    duty.by_owner = true;
    return;
  }
  duty.by = references(source, by, role_named(source));
  const auto each = references(source, fields, "by-each", role_named(source));
  duty.by.insert(duty.by.end(), each.begin(), each.end());
}

const std::vector<std::string>& acts() {
  static const std::vector<std::string> words = {"notify",  "inform",    "record", "confirm", "feed back",
                                                 "consult", "convene",   "refer",  "respond", "review",
                                                 "decide",  "recommend", "report"};
  return words;
}

}  // namespace

void read_limits(PolicySource& source, Fields& top, Policy& policy) {
  for_each_entry(source, top, "limits", "limit", [&](const Entry& entry, Fields& fields) {
    Limit limit;
    limit.id = entry.key;
    limit.title = required_text_in(fields, "title");
    read_covered(source, fields, limit);
    fields.require("within");
    const Timing timing = read_timing(source, fields, MayBeFree::no);
    limit.within = timing.within.value_or(Within{});
    limit.aim = timing.aim;
    limit.force = timing.force;
    limit.from = read_moments_or_latest(source, fields, "from", EveryStage::refused);
    limit.conditions = read_conditions(source, fields);
    limit.clause = read_clause(source, fields, entry.at);
    policy.limits.push_back(std::move(limit));
  });
}

void read_duties(PolicySource& source, Fields& top, Policy& policy) {
  for_each_entry(source, top, "duties", "duty", [&](const Entry& entry, Fields& fields) {
    Duty duty;
    duty.id = entry.key;
    duty.what = required_text_in(fields, "what");
    duty.act = fields.one_of("do", acts()).value_or("");
    read_by(source, fields, duty);
    duty.to = references(source, fields, "to", role_or_contact_named(source));
    duty.form = reference(source, fields, "using", {"form", "forms", source.ids.forms});
    fields.require("when");
    duty.when = read_moments_or_latest(source, fields, "when", EveryStage::allowed);
    duty.met_by = read_moments(source, fields, "met-by", EveryStage::refused);
    const Timing timing = read_timing(source, fields, MayBeFree::yes);
    duty.within = timing.within;
    duty.aim = timing.aim;
    duty.force = timing.force;
    duty.before = references(source, fields, "before", stage_named(source));
    duty.conditions = read_conditions(source, fields);
    duty.clause = read_clause(source, fields, entry.at);
    policy.duties.push_back(std::move(duty));
  });
}

}  // namespace escalate
