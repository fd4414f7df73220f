#include "policy/digest.hpp"

#include "base/seal.hpp"

namespace escalate {
namespace {

bool quotes_the_document(std::string_view key) { return key == "source" || key == "words" || key == "reading"; }

void add_rows(const Node& node, const std::string& path, std::string& rows) {
  if (node.kind == Node::Kind::text) rows += canonical_row(path, node.text);
  const std::string below = path.empty() ? path : path + "/";
  for (std::size_t i = 0; i < node.items.size(); ++i) add_rows(node.items[i], below + std::to_string(i), rows);
  for (const Entry& entry : node.entries)
    if (!quotes_the_document(entry.key)) add_rows(entry.value, below + entry.key, rows);
}

}  // namespace

std::string policy_digest(const Node& root) {
  std::string rows = "escalate-policy/1\n";
  add_rows(root, "", rows);
  return seal_of(rows);
}

}  // namespace escalate
