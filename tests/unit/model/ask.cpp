#include "unit/model/ask.hpp"

#include <algorithm>

#include "unit/model/rungs.hpp"

namespace escalate::model {
namespace {

constexpr long hour = 60;
constexpr long day = 24 * hour;

When minute(long number) { return {false, number}; }

/// A time that may have been: some while ago, or as the last move; now and then one that cannot be.
std::string past_time(Dice& dice, const Known& known) {
  const long now = known.now.number;
  switch (dice.below(14)) {
    case 0:
      return text_of(minute(now));
    case 1:
    case 2:
      return text_of(minute(now - static_cast<long>(dice.below(3 * hour))));
    case 3:
    case 4:
      return text_of(minute(now - static_cast<long>(dice.below(4 * day))));
    case 5:
    case 6:
      return text_of(When{true, day_of(known.now)});
    case 7:
    case 8:
      return text_of(When{true, day_of(known.now) - static_cast<long>(dice.below(12))});
    case 9:
    case 10:
      return known.is.chain.empty() ? text_of(minute(now)) : text_of(known.is.chain.back().at);
    case 11:
      return known.is.chain.empty() ? text_of(minute(now)) : text_of(When{true, day_of(known.is.chain.back().at)});
    case 12:
      return text_of(minute(now + 1 + static_cast<long>(dice.below(day))));
    default:
      return dice.of({"soon", "5/11/2026"});
  }
}

std::string any_stage(Dice& dice, const Policy& policy) {
  const auto& stage = policy.stages[dice.below(policy.stages.size())];
  return dice.one_in(25) ? "nowhere" : stage.id;
}

std::string any_role(Dice& dice, const Policy& policy) {
  const auto& role = policy.roles[dice.below(policy.roles.size())];
  return dice.one_in(25) ? "nobody" : role.id;
}

std::string any_mark(Dice& dice, const Policy& policy) {
  const auto& mark = policy.marks[dice.below(policy.marks.size())];
  return dice.one_in(25) ? "never" : mark.id;
}

/// A mark, its time left out, given, or unknown.
std::string mark_word(Dice& dice, const Known& known, const std::string& mark) {
  switch (dice.below(5)) {
    case 0:
    case 1:
      return mark;
    case 2:
    case 3:
      return mark + "=" + past_time(dice, known);
    default:
      return mark + "=unknown";
  }
}

std::string date_or_duration(Dice& dice, const Known& known, const std::vector<When>& dues) {
  const long now = known.now.number;
  switch (dice.below(9)) {
    case 0:
    case 1:
    case 2:
      return dice.of({"1 working day", "3 working days", "12 working days", "2 days", "1 week", "24 hours", "90 hours",
                      "1 month", "same working day", "next working day", "immediately"});
    case 3:
    case 4:
      return text_of(When{true, day_of(known.now) + static_cast<long>(dice.below(30)) - 1});
    case 5:
      return text_of(minute(now + static_cast<long>(dice.below(15 * day)) - hour));
    case 6:
    case 7:
      if (dues.empty()) return text_of(When{true, day_of(known.now)});
      return text_of(When{true, day_of(dice.of(dues)) + static_cast<long>(dice.below(3)) - 1});
    default:
      return dice.of({"soon", "5 workng days", "31/12/2026"});
  }
}

void add_dates(Dice& dice, const Known& known, Ask& ask) {
  std::vector<std::string> ids;
  std::vector<When> dues;
  for (const Running& one : known.is.limits) {
    ids.push_back(one.limit->id);
    if (one.due) dues.push_back(*one.due);
  }
  for (const Owed& one : known.is.duties)
    if (one.open) ids.push_back(one.duty->id);
  ask.words.push_back(date_or_duration(dice, known, dues));
  ids.emplace_back("nothing");
  if (dice.below(2) == 1) ask.options.emplace_back("--for", dice.of(ids));
}

std::string kind_of(const Known& known, const std::string& id) {
  for (const Entry& entry : known.entries)
    if (entry.id == id) return entry.kind;
  return "";
}

/// Keys and values that another event might have had.
void add_values(Dice& dice, const Known& known, const std::string& kind, Ask& ask) {
  const Policy& policy = *known.book.policy;
  const auto set = [&](const std::string& key, const std::string& value) {
    ask.options.emplace_back("--set", key + "=" + value);
  };
  const std::size_t choice = dice.below(4);
  if (choice == 0) return set("at", past_time(dice, known));
  if (choice == 1) return set("by", "Another job");
  if (kind == "advanced" || kind == "reopened") return set("to", any_stage(dice, policy));
  if (kind == "marked" && choice == 2) return set("since", past_time(dice, known));
  if (kind == "marked") return set("mark", any_mark(dice, policy));
  if (kind == "agreed" || kind == "extended")
    return set("until", text_of(When{true, day_of(known.now) + static_cast<long>(dice.below(20)) - 3}));
  if (kind == "opened" && dice.below(4) == 3) return set(dice.of({"theme", "to", "sought"}), "");
  if (kind == "opened" && dice.below(4) == 3) return set("marks/" + any_mark(dice, policy), "");
  if (kind == "opened" && choice == 2) return set("marks/" + any_mark(dice, policy), past_time(dice, known));
  if (kind == "opened") return set("theme", "other");
  if (kind == "noted") return set("text", "other words");
  if (kind == "resolved") return set("outcome", "other words");
  set("because", "other words");
}

Ask correction(Dice& dice, const Known& known) {
  Ask ask{"correct", {}, {{"--because", "wrong"}}};
  std::vector<std::string> ids;
  for (auto entry = known.entries.rbegin(); entry != known.entries.rend(); ++entry) ids.push_back(entry->id);
  const std::string id = dice.one_in(30) ? "0000" : dice.of(ids);
  const std::string kind = kind_of(known, id);
  ask.words.push_back(kind == "opened" && dice.below(2) == 1 ? "opened" : id);
  if (dice.below(3) == 2)
    add_values(dice, known, kind, ask);
  else if (kind == "opened" ? dice.below(3) == 2 : dice.one_in(40))
    ask.options.emplace_back("--void", "");
  return ask;
}

Ask tick(Dice& dice, const Known& known) {
  const Policy& policy = *known.book.policy;
  std::vector<std::string> ids;
  for (const Owed& one : known.is.duties)
    if (one.open || one.dropped) ids.push_back(one.duty->id);
  if (ids.empty() || dice.one_in(8)) ids = {policy.duties[dice.below(policy.duties.size())].id};
  Ask ask{"done", {dice.one_in(40) ? "nothing" : dice.of(ids)}, {}};
  switch (dice.below(6)) {
    case 3:
      ask.options.emplace_back("--all", "");
      break;
    case 4:
      ask.options.emplace_back("--stage", any_stage(dice, policy));
      break;
    case 5:
      ask.options.emplace_back("--role", any_role(dice, policy));
      break;
    default:
      break;
  }
  if (dice.one_in(5)) ask.options.emplace_back("--not-needed", "It was settled otherwise.");
  return ask;
}

Ask move(Dice& dice, const Known& known) {
  const Policy& policy = *known.book.policy;
  Ask ask{"advance", {}, {{"--because", "b"}}};
  if (dice.below(2) == 0) return ask;
  ask.options.emplace_back("--to", any_stage(dice, policy));
  if (dice.one_in(6)) ask.options.emplace_back("--route", dice.of(policy.routes).id);
  return ask;
}

Ask without_time(Dice& dice, const Known& known) {
  const Policy& policy = *known.book.policy;
  const bool open = known.is.open();
  switch (dice.below(open ? 30 : 36)) {
    case 0:
      return {"note", {"n"}, {}};
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
      return move(dice, known);
    case 7:
    case 8:
    case 9:
    case 10:
    case 11:
      return tick(dice, known);
    case 12:
    case 13:
    case 14:
    case 15: {
      Ask ask{"mark", {mark_word(dice, known, any_mark(dice, policy))}, {}};
      if (dice.below(3) == 2) ask.options.emplace_back("--clear", "");
      return ask;
    }
    case 16:
    case 17: {
      Ask ask{"agree", {}, {}};
      add_dates(dice, known, ask);
      if (dice.one_in(4)) ask.options.emplace_back("--with", any_role(dice, policy));
      return ask;
    }
    case 18:
    case 19: {
      Ask ask{"extend", {}, {{"--because", "b"}, {"--agreed-with", any_role(dice, policy)}}};
      add_dates(dice, known, ask);
      return ask;
    }
    case 20:
      return {"halt", {}, {{"--because", "b"}}};
    case 21:
      return {"resume", {}, {}};
    case 22:
      return {"assign", {any_role(dice, policy)}, {{"--to", "Some job"}}};
    case 23:
      return {"resolve", {}, {{"--outcome", "o"}}};
    case 24: {
      Ask ask{"close", {}, {}};
      if (dice.below(3) > 0) ask.options.emplace_back("--because", "b");
      return ask;
    }
    case 25:
    case 26:
    case 27:
    case 28:
      return correction(dice, known);
    default: {
      Ask ask{"reopen", {}, {{"--because", "b"}}};
      if (dice.below(2) == 1) ask.options.emplace_back("--to", any_stage(dice, policy));
      return ask;
    }
  }
}

}  // namespace

std::size_t Dice::below(std::size_t count) {
  const std::uint32_t number = m_next < m_numbers.size() ? m_numbers[m_next++] : 0;
  return number % count;
}

bool Ask::has(const std::string& option) const {
  return std::any_of(options.begin(), options.end(), [&](const auto& one) { return one.first == option; });
}

std::string Ask::option(const std::string& name) const {
  for (const auto& [option, value] : options)
    if (option == name) return value;
  return "";
}

std::vector<std::string> typed(const Ask& ask, const std::string& case_id) {
  std::vector<std::string> words{ask.verb};
  if (ask.verb != "open") words.push_back(case_id);
  words.insert(words.end(), ask.words.begin(), ask.words.end());
  for (const auto& [option, value] : ask.options) {
    words.push_back(option);
    if (!value.empty()) words.push_back(value);
  }
  words.insert(words.end(), {"--by", "Lead", "--format", "json"});
  return words;
}

Ask any_ask(Dice& dice, const Known& known) {
  Ask ask = without_time(dice, known);
  if (ask.verb != "correct" && dice.below(3) == 2) ask.options.emplace_back("--at", past_time(dice, known));
  return ask;
}

Ask any_opening(Dice& dice, const Book& book, const When& now) {
  const Policy& policy = *book.policy;
  const Standing none;
  const Entries no_entries;
  const Known known{book, no_entries, none, now};
  Ask ask{"open",
          {},
          {{"--policy", policy.id}, {"--child", "C-1"}, {"--raising", "A"}, {"--receiving", "B"}, {"--concern", "c"}}};
  if (dice.below(2) == 1) ask.options.emplace_back("--route", dice.one_in(12) ? "no-way" : dice.of(policy.routes).id);
  if (dice.below(3) == 2) {
    ask.options.emplace_back("--to", any_stage(dice, policy));
    if (!dice.one_in(12)) ask.options.emplace_back("--because", "b");
  }
  for (const MarkRule& mark : policy.marks)
    if (mark.ask_at_open ? !dice.one_in(12) : dice.below(4) == 3)
      ask.options.emplace_back(
          "--mark", mark.ask_at_open && dice.below(2) == 0 ? mark.id + "=unknown" : mark_word(dice, known, mark.id));
  if (dice.below(3) == 2) ask.options.emplace_back("--at", past_time(dice, known));
  return ask;
}

}  // namespace escalate::model
