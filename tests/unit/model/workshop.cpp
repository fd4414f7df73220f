#include "unit/model/workshop.hpp"

#include <chrono>
#include <filesystem>
#include <stdexcept>

#include "unit/support/calendars.hpp"
#include "unit/support/places.hpp"
#include "unit/support/policy_texts.hpp"
#include "yaml/policy_reader.hpp"
#include "yaml/read.hpp"

namespace escalate::model {
namespace {

std::string quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') quoted += '\\';
    quoted += letter;
  }
  return quoted + "\"";
}

std::string in_flow(const Node& node) {
  if (node.kind == Node::Kind::text) return quoted(node.text);
  std::string flow;
  for (const Node& item : node.items) flow += (flow.empty() ? "" : ", ") + in_flow(item);
  if (node.kind == Node::Kind::list) return "[" + flow + "]";
  for (const escalate::Entry& entry : node.entries) {
    if (entry.key == "source" || entry.key == "words" || entry.key == "reading") continue;
    flow += (flow.empty() ? "" : ", ") + entry.key + ": " + in_flow(entry.value);
  }
  return "{" + flow + "}";
}

/// The calendars hold a few years only: most of a run would else be reading holidays long past.
constexpr const char* first_year = "2024";
constexpr const char* last_year = "2030";

std::string calendar_text(const std::string& id) {
  std::string text = "escalate: calendar/1\nid: " + id + "\ntitle: Bank holidays\ncovers-from: " + first_year +
                     "-01-01\nofficial-until: 2028-12-31\ncovers-until: " + last_year + "-12-31\nholidays:\n";
  for (const auto& row : test::rows_of("bank-holidays.csv"))
    if (row.at(0) == id && row.at(1).substr(0, 4) >= first_year && row.at(1).substr(0, 4) <= last_year)
      text += "  " + row.at(1) + ": Holiday\n";
  return text;
}

Holidays holidays_of(const std::string& calendar) {
  Holidays days;
  for (const auto& row : test::rows_of("bank-holidays.csv"))
    if (row.at(0) == calendar || calendar == "uk-any") days.insert(when_of(row.at(1)).number);
  return days;
}

}  // namespace

std::string without_words(const std::string& path) {
  const auto document = read_yaml(path, store_test::bytes_of(path), Opinions::both);
  if (!document) throw std::logic_error(path + ": " + document.error().front().text);
  std::string text;
  for (const escalate::Entry& entry : document->root.entries)
    if (entry.key != "source" && entry.key != "words" && entry.key != "reading")
      text += entry.key + ": " + in_flow(entry.value) + "\n";
  return text;
}

Workshop::Workshop() {
  for (const std::string& calendar : calendar_files())
    m_scratch.put("policies/calendars/" + calendar + ".yaml", calendar_text(calendar));
  for (const std::string& id : test::five_policies()) add(id, without_words(test::policy_path(id)));
  add("everything", policy_of_everything("everything", "receipt", "england-and-wales"));
  add("everything-deemed", policy_of_everything("everything-deemed", "deemed", "scotland"));
  add("everything-inclusive", policy_of_everything("everything-inclusive", "inclusive", "uk-any"));
}

void Workshop::add(const std::string& id, const std::string& text) {
  m_scratch.put("policies/" + id + ".yaml", text);
  PolicyReading reading = read_policy("policies/" + id + ".yaml", text);
  if (!reading.policy) throw std::logic_error(id + ": " + (reading.faults.empty() ? "" : reading.faults.front().text));
  m_ids.push_back(id);
  m_read[id] = std::make_unique<const Policy>(std::move(*reading.policy));
  m_books[id] = {m_read[id].get(), holidays_of(m_read[id]->calendar)};
}

Ran Workshop::run(const std::vector<std::string>& words, const When& now) {
  Ran ran;
  Env env;
  env.now = Instant(std::chrono::minutes(now.number));
  env.out = [&](std::string_view text) { ran.out += text; };
  env.err = [&](std::string_view text) { ran.err += text; };
  env.read_input = [](std::size_t) -> Result<std::string> { return std::string(); };
  env.variable = [](const char*) { return std::nullopt; };
  env.working_directory = m_scratch.root();
  ran.code = static_cast<int>(escalate::run(words, env));
  return ran;
}

std::filesystem::path Workshop::case_path(const std::string& id) const {
  return m_scratch.root() / "cases" / id.substr(id.find('-') + 1, 4) / (id + ".yaml");
}

void Workshop::clear() const {
  for (const auto& folder : std::filesystem::directory_iterator(m_scratch.root() / "cases"))
    std::filesystem::remove_all(folder);
}

}  // namespace escalate::model
