#include "unit/support/policy_texts.hpp"

#include <stdexcept>

#include "unit/store/scratch.hpp"
#include "unit/support/places.hpp"
#include "yaml/read.hpp"

namespace escalate::test {
namespace {

void collect(const Node& node, const std::vector<std::string>& keys, std::vector<TextOfFile>& texts) {
  if (node.kind == Node::Kind::text) texts.push_back({keys, node.text});
  for (const Node& item : node.items) collect(item, keys, texts);
  for (const Entry& entry : node.entries) {
    std::vector<std::string> below = keys;
    below.push_back(entry.key);
    collect(entry.value, below, texts);
  }
}

}  // namespace

std::vector<TextOfFile> texts_of_file(const std::string& path) {
  const auto document = read_yaml(path, store_test::bytes_of(path), Opinions::both);
  if (!document) throw std::logic_error(path + ": " + document.error().front().text);
  std::vector<TextOfFile> texts;
  collect(document->root, {}, texts);
  return texts;
}

const std::vector<std::string>& five_policies() {
  static const std::vector<std::string> ids = {"kent", "leeds-2019", "leeds-2022", "north-yorkshire", "wiltshire"};
  return ids;
}

std::string policy_path(const std::string& id) { return in_repository("policies/" + id + ".yaml"); }

}  // namespace escalate::test
