// Edits a text by its lines: where each entry stands is known from the tree (libyaml's marks), what it is written like
// from the line itself.
#include "yaml/calendar_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "base/letters.hpp"
#include "time/stamp.hpp"
#include "yaml/calendar_reader.hpp"
#include "yaml/event_text.hpp"
#include "yaml/lines.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

/// A text as it is written within its line: bytes from `start`, quotes included.
struct Written {
  std::size_t start = 0;
  std::size_t size = 0;
};

/// Returns how many bytes of `rest` a quoted text takes; 0 when it does not end there.
std::size_t quoted_size(std::string_view rest) {
  const char quote = rest.front();
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (quote == '"' && rest[i] == '\\')
      ++i;
    else if (rest[i] == quote && quote == '\'' && i + 1 < rest.size() && rest[i + 1] == quote)
      ++i;
    else if (rest[i] == quote)
      return i + 1;
  }
  return 0;
}

/// Returns whether nothing but blanks and a comment follows.
bool ends_there(std::string_view rest) {
  const std::size_t next = rest.find_first_not_of(" \t");
  return next == std::string_view::npos || (next > 0 && rest[next] == '#');
}

/// Returns how the text at `node` is written in its line; nothing when it does not end there.
std::optional<Written> written_at(std::string_view line, const Lines& lines, const Node& node) {
  const std::size_t start = lines.before(node.at).size();
  const std::string_view rest = line.substr(start);
  if (rest.empty()) return std::nullopt;
  const bool quoted = rest.front() == '"' || rest.front() == '\'';
  const std::size_t size = quoted ? quoted_size(rest) : rest.starts_with(node.text) ? node.text.size() : 0;
  if (size == 0 || !ends_there(rest.substr(size))) return std::nullopt;
  return Written{start, size};
}

/// Returns the name as a value: plain where it is letters, digits and single words, else in double quotes.
std::string name_text(const std::string& name) {
  const auto plain = [](char c) { return is_digit(c) || is_small(c) || is_capital(c) || c == ' '; };
  const bool words = std::all_of(name.begin(), name.end(), plain) && name.find(' ') != std::string::npos;
  return words && name.front() != ' ' && name.back() != ' ' ? name : double_quoted(name);
}

/// A calendar file while it is changed.
class Editor {
 public:
  explicit Editor(const Document& document) : m_document(document), m_lines(document.bytes) {
    const std::size_t end = document.bytes.find('\n');
    m_line_end = end != std::string::npos && end > 0 && document.bytes[end - 1] == '\r' ? "\r\n" : "\n";
  }

  /// Gives a key of the file another day.
  Result<void> set_day(const char* key, Date day) {
    const Entry* entry = entry_of(m_document.root, key);
    const std::string line = text_of_line(entry->at.line);
    const auto written = TRY(on_one_line(*entry));
    const std::string quote = entry->value.quoted ? line.substr(written.start, 1) : "";
    m_changed[entry->at.line] = replaced(line, written, quote + iso(day) + quote);
    return {};
  }

  Result<void> rename(const Entry& entry, const std::string& name) {
    const auto written = TRY(on_one_line(entry));
    m_changed[entry.at.line] = replaced(text_of_line(entry.at.line), written, name_text(name));
    return {};
  }

  /// Takes the line away; a comment behind the holiday stays.
  Result<void> remove(const Entry& entry) {
    const auto written = TRY(on_one_line(entry));
    const std::string line = text_of_line(entry.at.line);
    const std::size_t comment = line.find('#', written.start + written.size);
    m_changed[entry.at.line] =
        comment == std::string::npos ? "" : std::string(indentation(line)) + line.substr(comment);
    return {};
  }

  /// Puts a day behind the last one before it, written like that one; before all when there is none.
  Result<void> add(Date day, const std::string& name) {
    const Entry* anchor = nullptr;
    const Entry* first = nullptr;
    for (const Entry& entry : holidays().entries) {
      const Date other = *parse_date(entry.key);
      if (other < day && (!anchor || *parse_date(anchor->key) < other)) anchor = &entry;
      if (!first || other < *parse_date(first->key)) first = &entry;
    }
    const Entry& like = anchor ? *anchor : *first;
    TRY(on_one_line(like));
    const std::string before(m_lines.before(like.at));
    const char mark = m_lines.from(like.at).front();
    const std::string quote = mark == '"' || mark == '\'' ? std::string(1, mark) : "";
    m_added[anchor ? like.at.line : like.at.line - 1].push_back(before + quote + iso(day) + quote + ": " +
                                                                name_text(name));
    return {};
  }

  std::string text() const {
    std::string text;
    add_lines_after(0, text);
    for (int number = 1; number <= m_lines.count(); ++number) {
      const auto changed = m_changed.find(number);
      const bool last = number == m_lines.count();
      if (changed == m_changed.end() && last && m_lines.line(number).empty()) continue;
      if (changed == m_changed.end())
        text += std::string(m_lines.line(number)) + own_end(number);
      else if (!changed->second.empty())
        text += changed->second + own_end(number);
      add_lines_after(number, text);
    }
    return text;
  }

  /// Fails where the holidays are written in { }.
  Result<void> must_be_lines() const {
    if (!holidays().flow) return {};
    return cannot_change(holidays().at, "'holidays' is written in { }");
  }

  const Node& holidays() const { return *m_document.root.find("holidays"); }

 private:
  static const Entry* entry_of(const Node& map, std::string_view key) {
    for (const Entry& entry : map.entries)
      if (entry.key == key) return &entry;
    return nullptr;
  }

  static std::string replaced(std::string line, const Written& written, const std::string& text) {
    return line.replace(written.start, written.size, text);
  }

  std::string text_of_line(int number) const {
    const auto changed = m_changed.find(number);
    return changed == m_changed.end() ? std::string(m_lines.line(number)) : changed->second;
  }

  /// Returns the line end of a line as it is; the last line may have none.
  std::string own_end(int number) const {
    const std::string_view line = m_lines.line(number);
    const char* after = line.data() + line.size();
    const char* end = m_document.bytes.data() + m_document.bytes.size();
    if (after == end) return "";
    return *after == '\r' ? "\r\n" : "\n";
  }

  void add_lines_after(int number, std::string& text) const {
    const auto added = m_added.find(number);
    if (added == m_added.end()) return;
    if (!text.empty() && text.back() != '\n') text += m_line_end;
    for (const std::string& line : added->second) text += line + m_line_end;
  }

  Result<Written> on_one_line(const Entry& entry) const {
    const bool same_line = entry.value.at.line == entry.at.line;
    const auto written = same_line ? written_at(m_lines.line(entry.at.line), m_lines, entry.value) : std::nullopt;
    if (written) return *written;
    return cannot_change(entry.at, fmt::format("'{}' does not stand on a line of its own", entry.key));
  }

  tl::unexpected<Failure> cannot_change(Mark at, std::string text) const {
    Faults faults = {fault_at(m_document, at, std::move(text),
                              "write 'KEY: VALUE' on one line, and each holiday below 'holidays:'")};
    return fail(ExitCode::data, "the calendar cannot be changed", {}, std::move(faults));
  }

  const Document& m_document;
  Lines m_lines;
  std::string m_line_end;
  std::map<int, std::string> m_changed;             ///< lines by number, without their ends; an empty one is taken away
  std::map<int, std::vector<std::string>> m_added;  ///< lines that follow a line
};

Result<void> edit_holidays(Editor& editor, const Calendar& before, const Calendar& after) {
  if (before.holidays != after.holidays) TRY(editor.must_be_lines());
  for (const Entry& entry : editor.holidays().entries) {
    const Date day = *parse_date(entry.key);
    const auto stays = after.holidays.find(day);
    if (stays == after.holidays.end())
      TRY(editor.remove(entry));
    else if (stays->second != before.holidays.at(day))
      TRY(editor.rename(entry, stays->second));
  }
  for (const auto& [day, name] : after.holidays)
    if (before.holidays.count(day) == 0) TRY(editor.add(day, name));
  return {};
}

bool equal(const Calendar& a, const Calendar& b) {
  return a.id == b.id && a.title == b.title && a.covers_from == b.covers_from && a.official_until == b.official_until &&
         a.covers_until == b.covers_until && a.holidays == b.holidays;
}

Result<void> prove(const std::string& file, const std::string& bytes, const Calendar& meant) {
  const auto read = read_calendar(file, bytes);
  if (read && equal(*read, meant)) return {};
  return fail(ExitCode::bug, file + " would not read back as it was meant", "nothing was written; please report this",
              read ? Faults{} : read.error());
}

}  // namespace

Result<std::string> edited_calendar(const std::string& file, const std::string& bytes, const Calendar& before,
                                    const Calendar& after) {
  const auto document = read_yaml(file, bytes, Opinions::libyaml_only);
  if (!document) return fail(ExitCode::data, file + " cannot be read", {}, document.error());
  Editor editor(*document);
  if (before.official_until != after.official_until) TRY(editor.set_day("official-until", after.official_until));
  if (before.covers_until != after.covers_until) TRY(editor.set_day("covers-until", after.covers_until));
  TRY(edit_holidays(editor, before, after));
  std::string text = editor.text();
  TRY(prove(file, text, after));
  return text;
}

}  // namespace escalate
