#include "yaml/event_tree.hpp"

#include <utility>

#include "yaml/event_writer.hpp"

namespace escalate {
namespace {

Node agency_node(const Agency& agency) {
  return MapBuilder().text("agency", agency.agency).text("kind", agency.kind).take();
}

std::string since_text(const Since& since) { return since ? iso(*since) : "unknown"; }

Node marks_node(const std::vector<std::pair<std::string, Since>>& marks) {
  MapBuilder map;
  for (const auto& [mark, since] : marks) map.text(mark, since_text(since));
  return map.take();
}

Node dues_node(const std::vector<std::pair<std::string, Stamp>>& dues) {
  MapBuilder map;
  for (const auto& [id, due] : dues) map.text(id, iso(due));
  return map.take();
}

void add(MapBuilder& map, const Opened& body) {
  map.text("policy", body.policy).text("policy-digest", body.policy_digest).text("route", body.route);
  map.text("to", body.to).text("because", body.because).text("child", body.child);
  map.node("raising", agency_node(body.raising)).node("receiving", agency_node(body.receiving));
  map.text("theme", body.theme).text("concern", body.concern).text("sought", body.sought);
  map.node("marks", marks_node(body.marks));
}

void add(MapBuilder& map, const Advanced& body) {
  map.text("to", body.to).text("because", body.because).text("route", body.route);
}

void add(MapBuilder& map, const Noted& body) { map.text("text", body.text); }

void add(MapBuilder& map, const Marked& body) {
  map.text("mark", body.mark);
  if (body.until)
    map.text("until", iso(*body.until));
  else
    map.text("since", since_text(body.since));
}

void add(MapBuilder& map, const Done& body) {
  map.text("duty", body.duty).text("stage", body.stage).text("of", body.of).text("role", body.role);
  map.text("note", body.note).text("not-needed", body.not_needed);
}

void add(MapBuilder& map, const Agreed& body) {
  map.text("until", iso(body.until)).text("for", body.limit_or_duty).text("of", body.of).text("with", body.with);
}

void add(MapBuilder& map, const Extended& body) {
  map.text("until", iso(body.until)).text("for", body.limit_or_duty).text("of", body.of);
  map.text("because", body.because).text("agreed-with", body.agreed_with);
}

void add(MapBuilder& map, const Resolved& body) {
  map.text("stage", body.stage).text("outcome", body.outcome);
  map.text("next-steps", body.next_steps).text("result", body.result);
}

void add(MapBuilder& map, const Closed& body) { map.text("because", body.because); }
void add(MapBuilder& map, const Reopened& body) { map.text("to", body.to).text("because", body.because); }
void add(MapBuilder& map, const Halted& body) { map.text("because", body.because); }
void add(MapBuilder&, const Resumed&) {}
void add(MapBuilder& map, const Assigned& body) { map.text("role", body.role).text("to", body.to); }

void add(MapBuilder& map, const Corrected& body) {
  map.text("corrects", body.corrects).text("because", body.because).node("instead", body.instead);
}

}  // namespace

Node text_node(std::string text) { return {Node::Kind::text, true, false, std::move(text), {}, {}, {}}; }

Node list_node(const std::vector<std::string>& texts) {
  Node list{Node::Kind::list, false, true, {}, {}, {}, {}};
  for (const std::string& text : texts) list.items.push_back(text_node(text));
  return list;
}

MapBuilder& MapBuilder::text(std::string_view key, std::string value) {
  return value.empty() ? *this : always(key, text_node(std::move(value)));
}

MapBuilder& MapBuilder::node(std::string_view key, Node value) {
  const bool empty = value.text.empty() && value.items.empty() && value.entries.empty();
  return empty ? *this : always(key, std::move(value));
}

MapBuilder& MapBuilder::always(std::string_view key, Node value) {
  m_map.entries.push_back({std::string(key), {}, std::move(value)});
  return *this;
}

Node node_of(const Event& event) {
  MapBuilder map;
  map.text("event", std::string(word_of(event.body))).text("at", iso(event.at)).text("by", event.by);
  std::visit([&](const auto& body) { add(map, body); }, event.body);
  map.node("was-due", dues_node(event.was_due)).node("allow-personal", list_node(event.allow_personal));
  map.text("logged", iso_utc(event.logged)).always("after", list_node(event.after)).text("id", event.id);
  return map.take();
}

}  // namespace escalate
