// nlohmann-json tells of tokens one by one (its SAX interface) and not where they stand: an iterator that is watched
// does.
#include "feed/json_tree.hpp"

#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "base/letters.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

constexpr std::size_t deepest = 16;
constexpr std::size_t most_faults = 20;

/// Reads bytes, and keeps where it is in `seen`.
class WatchedBytes {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  WatchedBytes(const char* at, const char** seen) : m_at(at), m_seen(seen) {}
  const char& operator*() const { return *m_at; }
  WatchedBytes& operator++() {
    *m_seen = ++m_at;
    return *this;
  }
  bool operator==(const WatchedBytes& other) const { return m_at == other.m_at; }
  bool operator!=(const WatchedBytes& other) const { return m_at != other.m_at; }

 private:
  const char* m_at;
  const char** m_seen;
};

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// Builds the tree from the tokens. Every `return false` ends the reading.
class TreeBuilder {
 public:
  TreeBuilder(Document& document, Faults& faults)
      : m_document(document),
        m_faults(faults),
        m_begin(document.bytes.data()),
        m_end(m_begin + document.bytes.size()),
        m_seen(m_begin),
        m_counted(m_begin) {}

  bool read() { return nlohmann::json::sax_parse(WatchedBytes(m_begin, &m_seen), WatchedBytes(m_end, &m_seen), this); }

  bool null() { return add({}, word_start()); }
  bool boolean(bool value) { return add(text(value ? "true" : "false"), word_start()); }
  bool number_integer(std::int64_t value) { return add(text(std::to_string(value)), word_start()); }
  bool number_unsigned(std::uint64_t value) { return add(text(std::to_string(value)), word_start()); }
  bool number_float(double, const std::string& written) { return add(text(written), word_start()); }
  bool string(std::string& value) {
    Node node = text(value);
    node.quoted = true;
    return add(std::move(node), opening_quote());
  }
  bool binary(nlohmann::json::binary_t&) { return false; }  // not in JSON

  bool start_object(std::size_t) { return begin(Node::Kind::map); }
  bool end_object() { return end(); }
  bool start_array(std::size_t) { return begin(Node::Kind::list); }
  bool end_array() { return end(); }

  bool key(std::string& value) {
    m_key = value;
    m_key_at = mark_of(opening_quote());
    if (m_open.back().keys.insert(value).second) return true;
    m_faults.push_back(
        feed_fault(m_document, m_key_at, "key " + in_quotes(value) + " stands here twice", "remove one of the two"));
    return m_faults.size() < most_faults;
  }

  bool parse_error(std::size_t read, const std::string&, const nlohmann::json::exception&) {
    const std::string from = "fetch the file anew from https://www.gov.uk/bank-holidays.json";
    const std::size_t first = m_document.bytes.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
      m_faults.push_back({Severity::error, {m_document.file, 0, 0}, "is empty", from, {}});
    else if (m_document.bytes[first] == '<')
      m_faults.push_back(feed_fault(m_document, {1, 1}, "this is a web page, not JSON", from));
    else if (read > m_document.bytes.size())
      m_faults.push_back(feed_fault(m_document, mark_of(m_end), "the file ends too early, or this is no JSON", from));
    else
      m_faults.push_back(feed_fault(m_document, mark_of(m_begin + read - (read > 0)), "this is no JSON", from));
    return false;
  }

 private:
  struct Open {
    Node node;
    std::string key;  ///< under which it will stand in the one above
    Mark key_at;
    std::set<std::string> keys;
  };

  static Node text(std::string value) {
    Node node;
    node.kind = Node::Kind::text;
    node.text = std::move(value);
    return node;
  }

  /// Returns where the number or the word begins that ends at `m_seen`, or one byte before.
  const char* word_start() const {
    const auto in_word = [](char byte) {
      return is_digit(byte) || is_small(byte) || byte == 'E' || byte == '.' || byte == '-' || byte == '+';
    };
    const char* at = m_seen;
    if (at > m_begin && !in_word(at[-1])) --at;
    while (at > m_begin && in_word(at[-1])) --at;
    return at;
  }

  /// Returns where the string begins that ends at `m_seen`.
  const char* opening_quote() const {
    const char* at = m_seen - 1;
    while (--at > m_begin) {
      if (*at != '"') continue;
      const char* slash = at;
      while (slash > m_begin && slash[-1] == '\\') --slash;
      if ((at - slash) % 2 == 0) break;
    }
    return at;
  }

  /// Returns the line and column of `at`; goes on from the place asked for last, as tokens come in order.
  Mark mark_of(const char* at) {
    if (at < m_counted) {
      m_counted = m_begin;
      m_mark = {};
    }
    for (; m_counted < at; ++m_counted) {
      if (*m_counted == '\n')
        m_mark = {m_mark.line + 1, 1};
      else if (m_counted + 1 == m_end || begins_character(m_counted[1]))
        ++m_mark.column;
    }
    return m_mark;
  }

  bool begin(Node::Kind kind) {
    if (m_open.size() == deepest) {
      m_faults.push_back(feed_fault(m_document, mark_of(m_seen - 1), "this lies more than 16 levels deep"));
      return false;
    }
    Open open;
    open.node.kind = kind;
    open.node.at = mark_of(m_seen - 1);
    open.key = std::move(m_key);
    open.key_at = m_key_at;
    m_open.push_back(std::move(open));
    return true;
  }

  bool end() {
    Open closed = std::move(m_open.back());
    m_open.pop_back();
    m_key = std::move(closed.key);
    m_key_at = closed.key_at;
    return put(std::move(closed.node));
  }

  bool add(Node node, const char* at) {
    node.at = mark_of(at);
    return put(std::move(node));
  }

  bool put(Node node) {
    if (m_open.empty())
      m_document.root = std::move(node);
    else if (m_open.back().node.kind == Node::Kind::map)
      m_open.back().node.entries.push_back({std::move(m_key), m_key_at, std::move(node)});
    else
      m_open.back().node.items.push_back(std::move(node));
    return true;
  }

  Document& m_document;
  Faults& m_faults;
  const char* m_begin;
  const char* m_end;
  const char* m_seen;
  const char* m_counted;
  Mark m_mark;
  std::vector<Open> m_open;
  std::string m_key;
  Mark m_key_at;
};

}  // namespace

Fault feed_fault(const Document& document, Mark at, std::string text, std::string help, Severity severity) {
  constexpr std::size_t longest_line = 1000;
  Fault fault{severity, {document.file, at.line, at.column}, std::move(text), std::move(help), {}};
  const auto next = static_cast<std::size_t>(at.line);  // lines count from 1
  const auto& starts = document.line_starts;
  const std::size_t end = next < starts.size() ? starts[next] : document.bytes.size();
  if (end - starts[next - 1] <= longest_line) fault.excerpt = line_of(document, at.line);
  return fault;
}

tl::expected<Document, Faults> read_json(std::string file, std::string bytes) {
  Document document;
  document.file = std::move(file);
  document.bytes = std::move(bytes);
  document.line_starts = line_starts_of(document.bytes);
  Faults faults;
  TreeBuilder(document, faults).read();
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return document;
}

}  // namespace escalate
