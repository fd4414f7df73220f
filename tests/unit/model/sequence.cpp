#include "unit/model/sequence.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

namespace escalate::model {
namespace {

using Json = nlohmann::json;

std::string line_of_limit(const std::string& id, const std::string& state, const std::string& entered,
                          const std::string& of, const std::string& from, const std::string& due) {
  return "limit " + id + " " + state + " entered " + entered + " of " + of + " from " + from + " due " + due + "\n";
}

std::string text_or_dash(const std::optional<When>& when) { return when ? text_of(*when) : "-"; }
std::string text_or_dash(const Json& value) { return value.is_null() ? "-" : value.get<std::string>(); }

std::string joined(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line + "\n");
  return lines;
}

/// Returns the lines of `text` that `other` lacks.
std::string lines_without(const std::string& text, const std::string& other) {
  const auto others = lines_of(other);
  std::string left;
  for (const std::string& line : lines_of(text))
    if (std::find(others.begin(), others.end(), line) == others.end()) left += "  " + line;
  return left;
}

/// What the model says of a case.
std::string described(const Standing& is) {
  if (is.state == "void") return "void\n";
  std::string text = is.state + " at " + is.stage + " on " + is.route + " since " + text_of(is.since) + "\n";
  if (is.open() && is.halted) text += "halted\n";
  if (is.state != "closed" && is.decided_twice) text += "decided twice\n";
  for (const auto& [id, mark] : is.marks)
    if (mark.holds || !mark.since) text += "mark " + id + " " + (mark.since ? text_of(*mark.since) : "unknown") + "\n";
  std::vector<std::string> lines;
  for (const Running& one : is.limits)
    lines.push_back(line_of_limit(one.limit->id, one.state, text_of(one.entered), one.of,
                                  one.state == "off" ? "-" : text_or_dash(one.from), text_or_dash(one.due)));
  for (const Owed& one : is.duties)
    if (one.open)
      lines.push_back("duty " + one.duty->id + " for " + one.stage + " " + one.role + " of " + one.of + " from " +
                      text_of(one.from) + " due " + text_or_dash(one.due) + "\n");
  text += joined(lines);
  const Running* binding = is.binding();
  return text + "due " + (binding ? text_of(*binding->due) + " by " + binding->limit->id : "- by -") + "\n";
}

bool has_alert(const Json& is, const std::string& id) {
  return std::any_of(is["alerts"].begin(), is["alerts"].end(),
                     [&](const Json& alert) { return alert["id"] == id && alert["kind"] == "case"; });
}

/// What the program says of it.
std::string described(const Json& is, const Policy& policy) {
  if (is["state"] == "void") return "void\n";
  std::string text = is["state"].get<std::string>() + " at " + is["stage"].get<std::string>() + " on " +
                     is["route"].get<std::string>() + " since " + is["since"].get<std::string>() + "\n";
  if (has_alert(is, "halted")) text += "halted\n";
  if (has_alert(is, "decided-twice")) text += "decided twice\n";
  for (const auto& [id, since] : is["marks"].items()) text += "mark " + id + " " + since.get<std::string>() + "\n";
  std::vector<std::string> lines;
  for (const Json& one : is["limits"]) {
    const bool off = one["state"] == "off";
    lines.push_back(line_of_limit(one["id"], one["state"], one["entered"], one["of"],
                                  off ? "-" : text_or_dash(one["counted-from"]), text_or_dash(one["due"])));
  }
  for (const Json& one : is["duties"]) {
    const std::string id = one["id"];
    const bool each = policy.duty(id)->each;
    lines.push_back("duty " + id + " for " + one["stage"].get<std::string>() + " " +
                    (each ? one["role"][0].get<std::string>() : "") + " of " + one["of"].get<std::string>() + " from " +
                    text_or_dash(one["counted-from"]) + " due " + text_or_dash(one["due"]) + "\n");
  }
  return text + joined(lines) + "due " + text_or_dash(is["due"]) + " by " + text_or_dash(is["binding"]) + "\n";
}

std::string bytes_at(const std::filesystem::path& path) { return store_test::bytes_of(path); }

class Play {
 public:
  Play(Workshop& workshop, const Sequence& sequence, Tally& tally)
      : m_workshop(workshop),
        m_sequence(sequence),
        m_tally(tally),
        m_book(workshop.book(workshop.policies().at(sequence.policy))) {}

  std::string disagreement() {
    m_workshop.clear();
    Dice dice(m_sequence.opening);
    static const std::vector<long> starts = {days_from(2026, 11, 2),  days_from(2025, 12, 18), days_from(2026, 3, 26),
                                             days_from(2026, 10, 22), days_from(2027, 3, 24),  days_from(2026, 8, 27)};
    m_now = {false, dice.of(starts) * 1440L + 600 + static_cast<long>(dice.below(3000)) * 7};
    open(dice);
    for (const Roll& roll : m_sequence.commands) {
      if (!m_wrong.empty() || m_entries.empty()) break;
      Dice next(roll);
      go_on(next);
    }
    return m_wrong.empty() ? "" : m_log + m_wrong;
  }

 private:
  void wrong(const std::string& text) {
    if (m_wrong.empty()) m_wrong = text;
  }

  std::string bytes() const { return m_entries.empty() ? "" : bytes_at(m_workshop.case_path(m_id)); }

  void open(Dice& dice) {
    const Ask ask = any_opening(dice, m_book, m_now);
    Outcome outcome = outcome_of_opening(ask, m_book, m_now);
    const When at = outcome.allowed() ? outcome.entries.front().at : m_now;
    m_id = m_book.policy->case_prefix + "-" + text_of(at).substr(0, 4) + "-AAAAA";
    std::vector<std::string> words = typed(ask, "");
    words.insert(words.end(), {"--id", m_id});
    try_out(words, outcome, ask.verb);
  }

  void go_on(Dice& dice) {
    static const std::vector<long> steps = {1, 0, 45, 60 * 5, 60 * 24, 60 * 30, 60 * 24 * 3, 60 * 24 * 8, 60 * 24 * 40};
    m_now.number += dice.of(steps);
    if (dice.one_in(9)) return fork_or_merge(dice);
    const Standing is = standing_of(m_book, m_entries);
    const Known known{m_book, m_entries, is, m_now};
    const Ask ask = any_ask(dice, known);
    try_out(typed(ask, m_id), outcome_of(ask, known), ask.verb);
  }

  void log(const std::vector<std::string>& words) {
    m_log += "[" + text_of(m_now) + "]";
    for (const std::string& word : words)
      m_log += " " + (word.find(' ') == std::string::npos ? word : "'" + word + "'");
  }

  static std::string codes(const std::set<int>& codes) {
    std::string text;
    for (const int code : codes) text += (text.empty() ? "" : " or ") + std::to_string(code);
    return text.empty() ? "0" : text;
  }

  void try_out(const std::vector<std::string>& words, const Outcome& expected, const std::string& verb) {
    log(words);
    const std::string before = bytes();
    std::vector<std::string> dry_words = words;
    dry_words.emplace_back("--dry-run");
    const Ran dry = m_workshop.run(dry_words, m_now);
    if (bytes() != before) wrong("\n--dry-run changed the file\n");
    const Ran ran = m_workshop.run(words, m_now);
    m_log += " -> " + std::to_string(ran.code) + (ran.err.empty() ? "\n" : " " + ran.err);
    if (dry.code != ran.code || dry.err != ran.err)
      wrong("--dry-run ended with " + std::to_string(dry.code) + " and said: " + dry.err);
    const bool as_expected = expected.allowed() ? ran.code == 0 : expected.codes.count(ran.code) > 0;
    if (!as_expected) return wrong("the model says: exit " + codes(expected.codes) + "\n");
    if (ran.code != 0) {
      ++m_tally.refused;
      if (bytes() != before) wrong("refused, and the file changed\n");
      return;
    }
    keep(ran, dry, expected.entries, before, verb);
  }

  void keep(const Ran& ran, const Ran& dry, const Entries& written, const std::string& before,
            const std::string& verb) {
    const Json printed = Json::parse(ran.out);
    Json said_before = Json::parse(dry.out);
    if (printed["events"].size() != written.size())
      return wrong("the model says: " + std::to_string(written.size()) + " events\n");
    for (std::size_t i = 0; i < written.size(); ++i) {
      Entry entry = written[i];
      entry.id = printed["events"][i];
      entry.after = newest(m_entries);
      m_entries.push_back(entry);
      ++m_tally.written[entry.kind];
    }
    const std::string after = bytes();
    if (!after.starts_with(before) || after.size() == before.size())
      wrong("the old bytes do not stand before the new\n");
    for (const char* key : {"event", "events", "case"}) said_before[key] = printed[key];
    if (said_before != printed)
      wrong("--dry-run printed otherwise: " + said_before.dump() + "\n" + printed.dump() + "\n");
    compare(printed, verb);
  }

  void compare(const Json& printed, const std::string& verb) {
    const Ran ran = m_workshop.run({"status", m_id, "--format", "json"}, m_now);
    if (ran.code != 0) return wrong("status ended with " + std::to_string(ran.code) + ": " + ran.err + "\n");
    const Json is = Json::parse(ran.out);
    if (!printed.is_null() && (printed["due"] != is["due"] || printed["provisional"] != is["provisional"]))
      wrong(verb + " printed the due " + printed["due"].dump() + ", status " + is["due"].dump() + "\n");
    const std::string model = described(standing_of(m_book, m_entries));
    const std::string program = described(is, *m_book.policy);
    if (model != program)
      wrong("only the model says:\n" + lines_without(model, program) + "only the program says:\n" +
            lines_without(program, model));
  }

  /// Two copies of the case, in turns, then both in one file, as git would bring them together.
  void fork_or_merge(Dice& dice) {
    if (!m_other) {
      m_other = Copy{bytes(), m_entries};
      m_common = bytes().size();
      m_log += "--- copied\n";
      return;
    }
    if (dice.below(3) < 2) {
      Copy now{bytes(), m_entries};
      write(m_other->bytes);
      m_entries = m_other->entries;
      m_other = now;
      m_log += "--- the other copy\n";
      return;
    }
    write(bytes() + m_other->bytes.substr(m_common));
    for (const Entry& entry : m_other->entries)
      if (std::none_of(m_entries.begin(), m_entries.end(), [&](const Entry& one) { return one.id == entry.id; }))
        m_entries.push_back(entry);
    m_other.reset();
    ++m_tally.merges;
    m_log += "--- merged\n";
    compare({}, "merge");
  }

  void write(const std::string& text) const { std::ofstream(m_workshop.case_path(m_id), std::ios::binary) << text; }

  struct Copy {
    std::string bytes;
    Entries entries;
  };

  Workshop& m_workshop;
  const Sequence& m_sequence;
  Tally& m_tally;
  const Book& m_book;
  When m_now;
  std::string m_id;
  Entries m_entries;
  std::optional<Copy> m_other;
  std::size_t m_common = 0;
  std::string m_log;
  std::string m_wrong;
};

}  // namespace

Sequence sequence_of(std::uint64_t seed, std::size_t policies) {
  std::mt19937_64 random(seed);
  const auto roll = [&](std::size_t size) {
    Roll numbers(size);
    for (auto& number : numbers) number = static_cast<std::uint32_t>(random());
    return numbers;
  };
  Sequence sequence{random() % policies, roll(24), {}};
  const std::size_t commands = 4 + random() % 13;
  for (std::size_t i = 0; i < commands; ++i) sequence.commands.push_back(roll(12));
  return sequence;
}

std::string disagreement(Workshop& workshop, const Sequence& sequence, Tally& tally) {
  return Play(workshop, sequence, tally).disagreement();
}

Sequence shrunk(Workshop& workshop, Sequence failing) {
  Tally ignored;
  const auto fails = [&](const Sequence& one) { return !disagreement(workshop, one, ignored).empty(); };
  const auto try_each = [&](auto&& change) {
    for (std::size_t i = failing.commands.size(); i-- > 0;) {
      Sequence less = failing;
      if (change(less, i) && fails(less)) failing = less;
    }
  };
  try_each([](Sequence& less, std::size_t i) {
    less.commands.erase(less.commands.begin() + static_cast<std::ptrdiff_t>(i));
    return true;
  });
  for (std::size_t number = 0; number < failing.opening.size(); ++number) {
    Sequence less = failing;
    less.opening[number] = 0;
    if (fails(less)) failing = less;
  }
  for (std::size_t number = 0; number < 12; ++number)
    try_each([&](Sequence& less, std::size_t i) {
      if (less.commands[i][number] == 0) return false;
      less.commands[i][number] = 0;
      return true;
    });
  try_each([](Sequence& less, std::size_t i) {
    less.commands.erase(less.commands.begin() + static_cast<std::ptrdiff_t>(i));
    return true;
  });
  return failing;
}

}  // namespace escalate::model
