// Comments are what stands between the tokens of libyaml's scanner, blanks and line ends aside. The one place where a
// token holds a comment is the first line of a block (`key: | # comment`).
#include "yaml/comments.hpp"

#include <yaml.h>

#include <new>
#include <utility>

#include "base/id.hpp"

namespace escalate {
namespace {

/// A scanner over a text and the way from its characters, which libyaml counts, to bytes.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : m_text(text) {
    if (yaml_parser_initialize(&m_parser) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;
  ~Scanner() { yaml_parser_delete(&m_parser); }

  /// Calls `use` with what lies between two tokens, and with the first line of each block.
  template <typename Use>
  void between_tokens(Use use) {
    yaml_token_t token;
    bool ended = false;
    while (!ended && yaml_parser_scan(&m_parser, &token) != 0) {
      use(up_to(token.start_mark.index));
      const std::string_view written = up_to(token.end_mark.index);
      if (is_block(token)) use(written.substr(0, written.find('\n')));
      ended = token.type == YAML_STREAM_END_TOKEN;
      yaml_token_delete(&token);
    }
  }

 private:
  static bool is_block(const yaml_token_t& token) {
    return token.type == YAML_SCALAR_TOKEN && (token.data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
                                               token.data.scalar.style == YAML_FOLDED_SCALAR_STYLE);
  }

  /// Returns the text from where the last call ended up to the character `index` (from 0).
  std::string_view up_to(std::size_t index) {
    const std::size_t start = m_byte;
    for (; m_index < index && m_byte < m_text.size(); ++m_index) {
      ++m_byte;
      while (m_byte < m_text.size() && (static_cast<unsigned char>(m_text[m_byte]) & 0xC0) == 0x80) ++m_byte;
    }
    return m_text.substr(start, m_byte - start);
  }

  std::string_view m_text;
  yaml_parser_t m_parser{};
  std::size_t m_index = 0;
  std::size_t m_byte = 0;
};

/// Adds the comments in `gap`, a part of `text`.
void add_comments(std::string_view text, std::string_view gap, std::vector<LocatedComment>& comments) {
  for (std::size_t at = gap.find('#'); at != std::string_view::npos; at = gap.find('#')) {
    gap.remove_prefix(at);
    const std::string_view line = gap.substr(0, gap.find_first_of("\r\n"));
    comments.push_back({std::string(line.substr(0, line.find_last_not_of(" \t") + 1)),
                        static_cast<std::size_t>(gap.data() - text.data())});
    gap.remove_prefix(line.size());
  }
}

}  // namespace

std::vector<LocatedComment> located_comments(std::string_view text) {
  std::vector<LocatedComment> comments;
  Scanner(text).between_tokens([&](std::string_view gap) { add_comments(text, gap, comments); });
  return comments;
}

std::vector<std::string> comments_of(std::string_view text) {
  std::vector<std::string> comments;
  for (LocatedComment& one : located_comments(text)) comments.push_back(std::move(one.text));
  return comments;
}

std::string with_comments_of(std::string_view other, std::string_view kept, std::size_t indent) {
  std::string text(kept);
  std::vector<std::string> there = comments_of(kept);
  for (std::string& comment : comments_of(other)) {
    if (contains(there, comment)) continue;
    text.append(indent, ' ').append(comment).append("\n");
    there.push_back(std::move(comment));
  }
  return text;
}

}  // namespace escalate
