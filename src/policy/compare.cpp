#include "policy/compare.hpp"

#include <algorithm>

#include "base/id.hpp"

namespace escalate {
namespace {

using Kind = PolicyDifference::Kind;

/// The parts whose entries have ids, and those that are lists of entries without; in the order of `policy show`.
const std::vector<std::string> parts = {"stages", "routes",    "limits", "duties", "marks",    "urgent",
                                        "advice", "elsewhere", "themes", "roles",  "contacts", "forms"};

bool is_part(std::string_view key) { return contains(parts, key); }

bool quotes_the_document(std::string_view key) { return key == "source" || key == "words" || key == "reading"; }

/// Returns the one item of a list of one, for which a text alone may stand.
const Node& unwrapped(const Node& node) {
  const bool alone = node.kind == Node::Kind::list && node.items.size() == 1 && node.items[0].kind == Node::Kind::text;
  return alone ? node.items[0] : node;
}

bool same(const Node& first, const Node& second);

bool same_entries(const Node& a, const Node& b) {
  return a.entries.size() == b.entries.size() &&
         std::all_of(a.entries.begin(), a.entries.end(), [&](const Entry& entry) {
           const Node* other = b.find(entry.key);
           return other && same(entry.value, *other);
         });
}

/// Returns whether two values say the same: maps whatever the order of their keys.
bool same(const Node& first, const Node& second) {
  const Node& a = unwrapped(first);
  const Node& b = unwrapped(second);
  return a.kind == b.kind && a.text == b.text && same_entries(a, b) &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same);
}

/// Returns a copy without what is quoted from the document, at every depth.
Node meaning_of(Node node) {
  std::erase_if(node.entries, [](const Entry& entry) { return quotes_the_document(entry.key); });
  for (Entry& entry : node.entries) entry.value = meaning_of(std::move(entry.value));
  for (Node& item : node.items) item = meaning_of(std::move(item));
  return node;
}

/// Returns a value as the file could write it on one line.
std::string words_of(const Node& node) {
  std::string text = node.text;
  std::replace(text.begin(), text.end(), '\n', ' ');
  const auto add = [&text](const std::string& more) { text += (text.empty() ? "" : ", ") + more; };
  for (const Node& item : node.items) add(item.kind == Node::Kind::text ? words_of(item) : "{" + words_of(item) + "}");
  for (const Entry& entry : node.entries)
    add(entry.key + ": " +
        (entry.value.kind == Node::Kind::list ? "[" + words_of(entry.value) + "]" : words_of(entry.value)));
  return text;
}

std::string words_of(const Node* node) { return node ? words_of(*node) : std::string(); }

/// Returns the value of the first of `keys` that an entry has.
std::string first_of(const Node& entry, const std::vector<std::string>& keys) {
  if (entry.kind == Node::Kind::text) return words_of(entry);
  for (const std::string& key : keys)
    if (const Node* value = entry.find(key)) return words_of(*value);
  return {};
}

std::string title_of(const Node& entry) { return first_of(entry, {"title", "what", "say", "label"}); }

/// Collects what differs.
class Comparison {
 public:
  PolicyComparison compare(const Node& a, const Node& b) {
    compare_head(a, b);
    for (const std::string& part : parts) compare_part(part, a.find(part), b.find(part));
    return std::move(m_result);
  }

 private:
  void add(Kind kind, const std::string& key, std::string a, std::string b) {
    m_result.differences.push_back({kind, m_part, m_entry, m_title, key, std::move(a), std::move(b)});
  }

  void compare_head(const Node& a, const Node& b) {
    m_part = "policy";
    compare_keys(a, b, "");
  }

  /// Compares the keys of two maps, those of maps below them too.
  void compare_keys(const Node& a, const Node& b, const std::string& path) {
    for (const Entry& entry : a.entries) compare_key(entry.key, &entry.value, b.find(entry.key), path);
    for (const Entry& entry : b.entries)
      if (!a.find(entry.key)) compare_key(entry.key, nullptr, &entry.value, path);
  }

  void compare_key(const std::string& key, const Node* a, const Node* b, const std::string& path) {
    if (m_part == "policy" && path.empty() && (is_part(key) || key == "id" || key == "escalate")) return;
    if (quotes_the_document(key)) {
      if (!a || !b || !same(*a, *b)) ++m_result.quotations;
      return;
    }
    const std::string whole = path.empty() ? key : path + " " + key;
    const bool maps = a && b && a->kind == Node::Kind::map && b->kind == Node::Kind::map;
    if (maps) return compare_keys(*a, *b, whole);
    if (key == "fields" && a && b) return compare_fields(*a, *b);
    if (!a || !b || !same(meaning_of(*a), meaning_of(*b))) add(Kind::changed, whole, words_of(a), words_of(b));
  }

  /// Compares the fields of a form by their labels.
  void compare_fields(const Node& a, const Node& b) {
    std::vector<std::string> in_a = labels_of(a);
    std::vector<std::string> in_b = labels_of(b);
    for (std::size_t i = 0; i < in_a.size(); ++i) {
      const auto found = std::find(in_b.begin(), in_b.end(), in_a[i]);
      const Node* other = found == in_b.end() ? nullptr : &b.items[static_cast<std::size_t>(found - in_b.begin())];
      if (!other || !same(a.items[i], *other))
        add(Kind::changed, "field '" + in_a[i] + "'", words_of(a.items[i].find("fill")),
            other ? words_of(other->find("fill")) : "");
    }
    for (std::size_t i = 0; i < in_b.size(); ++i)
      if (!contains(in_a, in_b[i]))
        add(Kind::changed, "field '" + in_b[i] + "'", "", words_of(b.items[i].find("fill")));
    compare_order(in_a, in_b, "fields");
  }

  static std::vector<std::string> labels_of(const Node& fields) {
    std::vector<std::string> labels;
    for (const Node& field : fields.items) labels.push_back(words_of(field.find("label")));
    return labels;
  }

  void compare_part(const std::string& part, const Node* a, const Node* b) {
    static const Node none;
    m_part = part;
    compare_entries(a ? entries_of(*a) : none, b ? entries_of(*b) : none);
    m_entry.clear();
    m_title.clear();
  }

  /// Returns the entries by id; those of a list by what they say.
  static Node entries_of(const Node& part) {
    if (part.kind == Node::Kind::map) return part;
    Node map;
    map.kind = Node::Kind::map;
    const auto add = [&map](const Node& item) {
      std::string key = title_of(item);
      while (map.find(key)) key += " (again)";
      map.entries.push_back({key, item.at, item});
    };
    if (part.kind == Node::Kind::list)
      for (const Node& item : part.items) add(item);
    return map;
  }

  void compare_entries(const Node& a, const Node& b) {
    for (const Entry& entry : a.entries) {
      const Node* other = b.find(entry.key);
      name(entry);
      if (!other)
        add(Kind::only_in_a, "", words_of(meaning_of(entry.value)), "");
      else if (entry.value.kind == Node::Kind::map && other->kind == Node::Kind::map)
        compare_keys(entry.value, *other, "");
      else if (!same(entry.value, *other))
        add(Kind::changed, "", words_of(entry.value), words_of(*other));
    }
    for (const Entry& entry : b.entries) {
      name(entry);
      if (!a.find(entry.key)) add(Kind::only_in_b, "", "", words_of(meaning_of(entry.value)));
    }
    m_entry.clear();
    m_title.clear();
    compare_order(keys_of(a), keys_of(b), "");
  }

  void name(const Entry& entry) {
    m_entry = entry.key;
    m_title = title_of(entry.value);
    if (m_title == m_entry) m_title.clear();
  }

  static std::vector<std::string> keys_of(const Node& map) {
    std::vector<std::string> keys;
    for (const Entry& entry : map.entries) keys.push_back(entry.key);
    return keys;
  }

  /// Adds a difference where what both have stands in another order.
  void compare_order(std::vector<std::string> a, std::vector<std::string> b, const std::string& key) {
    const std::vector<std::string> all_a = a;
    std::erase_if(a, [&](const std::string& one) { return !contains(b, one); });
    std::erase_if(b, [&](const std::string& one) { return !contains(all_a, one); });
    if (a != b) add(Kind::order, key, joined(a), joined(b));
  }

  static std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
  }

  PolicyComparison m_result;
  std::string m_part;
  std::string m_entry;
  std::string m_title;
};

}  // namespace

PolicyComparison compare_policies(const Node& a, const Node& b) { return Comparison().compare(a, b); }

}  // namespace escalate
