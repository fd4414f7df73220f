#include "policy/plain_form.hpp"

#include <array>

namespace escalate {
namespace {

struct Replacement {
  std::string_view from;
  std::string_view to;
};

constexpr std::array replacements = {
    Replacement{"\u2018", "'"},  Replacement{"\u2019", "'"},  Replacement{"\u201a", "'"},  Replacement{"\u201b", "'"},
    Replacement{"\u2032", "'"},  Replacement{"\u00b4", "'"},  Replacement{"`", "'"},       Replacement{"\u201c", "\""},
    Replacement{"\u201d", "\""}, Replacement{"\u201e", "\""}, Replacement{"\u201f", "\""}, Replacement{"\u2033", "\""},
    Replacement{"\u2010", "-"},  Replacement{"\u2011", "-"},  Replacement{"\u2012", "-"},  Replacement{"\u2013", "-"},
    Replacement{"\u2014", "-"},  Replacement{"\u2015", "-"},  Replacement{"\u2212", "-"},  Replacement{"\u2026", "..."},
    Replacement{"\u00a0", " "},  Replacement{"\u1680", " "},  Replacement{"\u2000", " "},  Replacement{"\u2001", " "},
    Replacement{"\u2002", " "},  Replacement{"\u2003", " "},  Replacement{"\u2004", " "},  Replacement{"\u2005", " "},
    Replacement{"\u2006", " "},  Replacement{"\u2007", " "},  Replacement{"\u2008", " "},  Replacement{"\u2009", " "},
    Replacement{"\u200a", " "},  Replacement{"\u2028", "\n"}, Replacement{"\u2029", "\n"}, Replacement{"\u202f", " "},
    Replacement{"\u205f", " "},  Replacement{"\u3000", " "},  Replacement{"\u0085", "\n"}, Replacement{"\u00ad", ""},
    Replacement{"\u200b", ""},   Replacement{"\ufeff", ""},   Replacement{"*", ""},        Replacement{"_", ""},
    Replacement{"\u2022", " "},  Replacement{"\u00b7", " "},  Replacement{"\u2023", " "},  Replacement{"\u25aa", " "},
    Replacement{"\u25cf", " "},  Replacement{"\u25e6", " "},  Replacement{"\uf0b7", " "}};

bool is_blank(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

/// Returns `text` with each `[text](url)` as its text. Looks for `](` first, so that no text takes long.
std::string without_links(std::string_view text) {
  std::string plain;
  while (true) {
    const std::size_t middle = text.find("](");
    const std::size_t end = middle == std::string_view::npos ? middle : text.find(')', middle);
    if (end == std::string_view::npos) return plain.append(text);
    const std::size_t start = text.substr(0, middle).rfind('[');
    const bool link = start != std::string_view::npos;
    plain += text.substr(0, link ? start : middle + 2);
    if (link) plain += text.substr(start + 1, middle - start - 1);
    text.remove_prefix(link ? end + 1 : middle + 2);
  }
}

std::string with_typewriter_characters(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    std::size_t length = 1;
    std::string_view as = text.substr(0, 1);
    for (const Replacement& replacement : replacements)
      if (text.starts_with(replacement.from)) {
        length = replacement.from.size();
        as = replacement.to;
        break;
      }
    plain += as;
    text.remove_prefix(length);
  }
  return plain;
}

/// Returns `text` with each run of white space as one space, none around it, and without the dashes that begin lines of
/// lists.
std::string with_single_spaces(std::string_view text) {
  std::string plain;
  bool line_start = true;
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool bullet = line_start && text[i] == '-' && i + 1 < text.size() && is_blank(text[i + 1]);
    if (is_blank(text[i]) || bullet) {
      line_start = !bullet && (line_start || text[i] == '\n' || text[i] == '\r');
      space = true;
      continue;
    }
    if (space && !plain.empty()) plain += ' ';
    plain += text[i];
    line_start = space = false;
  }
  return plain;
}

}  // namespace

std::string plain_form(std::string_view text) {
  return with_single_spaces(with_typewriter_characters(without_links(text)));
}

}  // namespace escalate
