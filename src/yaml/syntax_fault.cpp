// A row of detectors, each for one mistake people make by hand; the first that recognises its mistake in libyaml's
// words and the line they point to explains it.
#include "yaml/syntax_fault.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace escalate {
namespace {

using Finding = std::optional<SyntaxFault>;

constexpr const char* use_double_quotes = "put the text in double quotes";

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
bool blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

bool indentation_only(std::string_view before) { return indentation(before).size() == before.size(); }

char first_of(std::string_view text) { return text.empty() ? '\0' : text.front(); }

bool at_end_of_file(const Lines& lines, Mark at) {
  if (!blank(lines.from(at))) return false;
  for (int number = at.line + 1; number <= lines.count(); ++number)
    if (!blank(lines.line(number))) return false;
  return true;
}

/// Returns the number of the nearest line above that says something, 0 when there is none.
int line_above(const Lines& lines, int number) {
  while (--number > 0) {
    const std::string_view line = lines.line(number);
    const char first = first_of(line.substr(indentation(line).size()));
    if (first != '\0' && first != '#') return number;
  }
  return 0;
}

Finding open_quote(const SyntaxError& error, const Lines& lines) {
  if (error.context != "while scanning a quoted scalar") return {};
  const char quote = first_of(lines.from(error.context_at)) == '\'' ? '\'' : '"';
  return SyntaxFault{error.context_at, "the quote opened here is never closed",
                     fmt::format("write {} at the end of the text, or look for a quote too many above", quote)};
}

Finding tab_in_indentation(const SyntaxError& error, const Lines& lines) {
  const std::string_view blanks = indentation(lines.line(error.at.line));
  const std::size_t tab = blanks.find('\t');
  if (tab == std::string_view::npos) return {};
  return SyntaxFault{
      {error.at.line, characters(blanks.substr(0, tab)) + 1}, "a tab in the indentation", "indent with spaces"};
}

Finding odd_space_in_indentation(const SyntaxError& error, const Lines& lines) {
  for (const int number : {error.at.line - 1, error.at.line}) {
    const std::string_view blanks = indentation(lines.line(number));
    const std::size_t odd = blanks.find_first_not_of(" \t");
    if (odd == std::string_view::npos) continue;
    return SyntaxFault{{number, characters(blanks.substr(0, odd)) + 1},
                       "a no-break space in the indentation",
                       "indent with ordinary spaces"};
  }
  return {};
}

Finding text_behind_quote(const SyntaxError& error, const Lines& lines) {
  const QuotedText& text = error.behind;
  if (text.quote == '\0' || text.end.line != error.at.line || error.at.column < text.end.column) return {};
  const std::string_view rest = lines.from(text.end);
  if (!blank(rest.substr(0, rest.size() - lines.from(error.at).size()))) return {};
  if (text.at.line != text.end.line)
    return SyntaxFault{text.at,
                       fmt::format("the quote opened here is closed on line {}, where more follows", text.end.line),
                       "close the quote where its text ends"};
  return SyntaxFault{error.at, "a text that begins with a quote goes on behind the closing quote",
                     text.quote == '\'' ? "put the text in double quotes, or write an apostrophe inside it twice ('')"
                                        : "write \\\" for a quote inside the text, or put all of it in single quotes"};
}

Finding key_missing(const SyntaxError& error, const Lines& lines) {
  if (first_of(lines.from(error.at)) != ':') return {};
  const std::string_view before = lines.before(error.at);
  const std::size_t last = before.find_last_not_of(" \t");
  if (last != std::string_view::npos && !has("{,", before.substr(last, 1))) return {};
  return SyntaxFault{error.at, "a key is missing before ':'", "write 'key: value'"};
}

Finding key_too_long(const SyntaxError& error, const Lines& lines) {
  constexpr std::size_t most_bytes = 1000;
  if (!has(error.problem, "mapping values") || lines.before(error.at).size() <= most_bytes) return {};
  return SyntaxFault{error.at, "a key of more than a thousand letters, or ': ' inside a long text", use_double_quotes};
}

Finding colon_in_text(const SyntaxError& error, const Lines& lines) {
  const bool second_value = has(error.problem, "mapping values") || first_of(lines.from(error.at)) == ':';
  if (!second_value || !has(lines.before(error.at), ": ")) return {};
  return SyntaxFault{error.at, "': ' inside a text", use_double_quotes};
}

Finding no_colon(const SyntaxError& error, const Lines& lines) {
  if (!has(error.problem, "could not find expected ':'")) return {};
  const Mark at = error.context_at;
  const std::string_view line = lines.from(at);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos)
    return SyntaxFault{at, "this line has no 'key:'", "write 'key: value'; put a text of several lines under '|'"};
  return SyntaxFault{
      {at.line, at.column + characters(line.substr(0, colon))}, "no space after the colon", "write 'key: value'"};
}

Finding colon_missing_above(const SyntaxError& error, const Lines& lines) {
  if (!has(error.problem, "mapping values")) return {};
  const int above = line_above(lines, error.at.line);
  const std::string_view line = lines.line(above);
  const std::size_t indent = indentation(line).size();
  if (above == 0 || has(line, ":") || indent < indentation(lines.line(error.at.line)).size()) return {};
  return SyntaxFault{{above, characters(line.substr(0, indent)) + 1},
                     "this line has no 'key:'",
                     "write 'key: value'; put a text of several lines under '|'"};
}

Finding list_behind_key(const SyntaxError& error, const Lines& lines) {
  if (!has(error.problem, "block sequence entries") || indentation_only(lines.before(error.at))) return {};
  return SyntaxFault{error.at, "a text cannot begin with '- '",
                     "begin a list on the next line; put a text that begins with '-' in double quotes"};
}

Finding special_beginning(const SyntaxError& error, const Lines& lines) {
  constexpr std::array<std::string_view, 5> readings = {"while scanning an alias", "while scanning an anchor",
                                                        "while scanning a tag", "while parsing a tag",
                                                        "while parsing a node"};
  Mark at = error.at;
  for (const std::string_view reading : readings)
    if (error.context == reading) at = error.context_at;
  const char first = first_of(lines.from(at));
  if (!has("*&!@`%,?", std::string_view(&first, 1)) || first == '\0') return {};
  return SyntaxFault{at, fmt::format("a text cannot begin with '{}'", first), use_double_quotes};
}

Finding directive(const SyntaxError& error, const Lines& lines) {
  const Mark at = error.context == "while scanning a directive" ? error.context_at : error.at;
  if (first_of(lines.from(at)) != '%' || at.column != 1) return {};
  return SyntaxFault{at, "a YAML directive", "remove the line"};
}

Finding block_header(const SyntaxError& error, const Lines&) {
  if (error.context != "while scanning a block scalar") return {};
  if (has(error.problem, "comment or line break"))
    return SyntaxFault{error.context_at, "text on the line of '|' or '>'",
                       "begin the text on the next line, indented, or put it in double quotes"};
  if (has(error.problem, "indentation indicator"))
    return SyntaxFault{error.context_at, "a '|' or '>' with an indentation that cannot be", "write '|' alone"};
  return {};
}

Finding escape(const SyntaxError& error, const Lines&) {
  if (error.context != "while parsing a quoted scalar") return {};
  return SyntaxFault{error.at, "an unknown escape in a text in double quotes",
                     "write \\\\ for a backslash, or put the text in single quotes"};
}

/// What YAML allows only in pairs was opened and not closed.
Finding open_bracket(const SyntaxError& error, const Lines& lines) {
  const bool in_flow =
      error.context == "while parsing a flow mapping" || error.context == "while parsing a flow sequence";
  if (!in_flow || (error.at.line == error.context_at.line && !at_end_of_file(lines, error.at))) return {};
  const char opened = first_of(lines.from(error.context_at));
  return SyntaxFault{error.context_at, fmt::format("the '{}' opened here is not closed before the next key", opened),
                     fmt::format("write '{}' at the end", opened == '{' ? '}' : ']')};
}

Finding file_ends_in_bracket(const SyntaxError& error, const Lines& lines) {
  if (!has(error.problem, "node content") || !at_end_of_file(lines, error.at)) return {};
  const int last = line_above(lines, error.at.line + 1);
  return SyntaxFault{{last == 0 ? error.at.line : last, 1},
                     "a '{' or '[' is not closed before the file ends",
                     "write '}' or ']' at the end of its text"};
}

Finding comma_in_flow(const SyntaxError& error, const Lines& lines) {
  const bool in_flow =
      error.context == "while parsing a flow mapping" || error.context == "while parsing a flow sequence";
  if (!in_flow) return {};
  const char opened = first_of(lines.from(error.context_at));
  return SyntaxFault{error.at, fmt::format("',' or '{}' expected here", opened == '{' ? '}' : ']'),
                     "a text with : , [ ] { or } in it needs double quotes"};
}

Finding stray_bracket(const SyntaxError& error, const Lines& lines) {
  const char first = first_of(lines.from(error.at));
  if (first != '}' && first != ']') return {};
  return SyntaxFault{error.at, fmt::format("a '{}' that closes nothing", first),
                     "remove it, or put the text it belongs to in double quotes"};
}

Finding behind_the_end(const SyntaxError& error, const Lines&) {
  if (!has(error.problem, "<document start>")) return {};
  return SyntaxFault{error.at, "text behind the end of the document",
                     "a file holds one document; remove '...' and '---'"};
}

Finding behind_document_start(const SyntaxError& error, const Lines& lines) {
  if (!has(error.problem, "mapping values") || !lines.before(error.at).starts_with("--- ")) return {};
  return SyntaxFault{{error.at.line, 5}, "text on the line of '---'", "begin on the next line, or remove '---'"};
}

Finding colon_in_text_of_lines(const SyntaxError& error, const Lines& lines) {
  if (!has(error.problem, "mapping values")) return {};
  const std::size_t indent = indentation(lines.line(error.at.line)).size();
  const int above = line_above(lines, error.at.line);
  if (above == 0 || indentation(lines.line(above)).size() >= indent) return {};
  return SyntaxFault{error.at, "': ' inside the text that began above, or a line indented too far",
                     "put the text in double quotes, or line the key up with those above"};
}

Finding list_item_for_key(const SyntaxError& error, const Lines& lines) {
  if (!has(error.problem, "expected key") || !lines.from(error.at).starts_with("- ")) return {};
  return SyntaxFault{error.at, "a list item where a key was expected", "put the list below its own 'key:'"};
}

Finding text_behind_value(const SyntaxError& error, const Lines& lines) {
  const bool expected_more = has(error.problem, "expected key") || has(error.problem, "'-' indicator");
  if (!expected_more || indentation_only(lines.before(error.at))) return {};
  return SyntaxFault{error.at, "text behind a value that has ended", "put the whole text in double quotes"};
}

Finding out_of_step(const SyntaxError& error, const Lines& lines) {
  const bool misplaced = has(error.problem, "expected key") || has(error.problem, "'-' indicator") ||
                         has(error.problem, "not allowed in this context");
  if (!misplaced) return {};
  const std::string_view blanks = indentation(lines.line(error.at.line));
  return SyntaxFault{{error.at.line, characters(blanks) + 1},
                     "this line is not in line with those above it",
                     "give lines that belong together the same indentation, in spaces"};
}

Finding as_libyaml_says(const SyntaxError& error, const Lines&) {
  const std::string_view what = error.problem.empty() ? "the file cannot be read" : error.problem;
  return SyntaxFault{error.at, fmt::format("not valid YAML: {}", what), "look at this line and the one above it"};
}

}  // namespace

SyntaxFault explain_syntax(const SyntaxError& error, const Lines& lines) {
  constexpr std::array detectors = {
      open_quote,
      tab_in_indentation,
      odd_space_in_indentation,
      text_behind_quote,
      key_missing,
      key_too_long,
      behind_document_start,
      colon_in_text,
      colon_in_text_of_lines,
      no_colon,
      colon_missing_above,
      list_behind_key,
      directive,
      block_header,
      escape,
      file_ends_in_bracket,
      open_bracket,
      special_beginning,
      comma_in_flow,
      stray_bracket,
      behind_the_end,
      list_item_for_key,
      text_behind_value,
      out_of_step,
  };
  for (const auto detect : detectors)
    if (const Finding finding = detect(error, lines)) return *finding;
  return *as_libyaml_says(error, lines);
}

}  // namespace escalate
