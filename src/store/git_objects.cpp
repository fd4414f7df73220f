#include "store/git_objects.hpp"

#include <charconv>

#include "store/git.hpp"

namespace escalate {
namespace {

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    text += "0123456789abcdef"[static_cast<unsigned char>(byte) >> 4];
    text += "0123456789abcdef"[static_cast<unsigned char>(byte) & 0xF];
  }
  return text;
}

}  // namespace

Result<GitObjects> GitObjects::open(const Workspace& workspace) {
  auto git = Conversation::begin(git_to_read(workspace, {"cat-file", "--batch"}));
  if (!git) return tl::make_unexpected(std::move(git).error());
  return GitObjects(*std::move(git));
}

std::optional<GitObject> GitObjects::object(const std::string& id) {
  const auto head = !m_ended && m_git.say(id + "\n") ? m_git.line() : std::nullopt;
  m_ended = !head;
  if (!head || head->ends_with(" missing")) return std::nullopt;
  // ID TYPE SIZE
  const std::size_t first = head->find(' ');
  const std::size_t second = head->find(' ', first + 1);
  std::size_t size = 0;
  if (second == std::string::npos ||
      std::from_chars(head->data() + second + 1, head->data() + head->size(), size).ec != std::errc{}) {
    m_ended = true;
    return std::nullopt;
  }
  GitObject object{head->substr(0, first), head->substr(first + 1, second - first - 1), m_git.bytes(size)};
  m_ended = object.bytes.size() != size || m_git.bytes(1) != "\n";
  return object;
}

std::vector<TreeEntry> entries_of(std::string_view tree, std::size_t id_bytes) {
  std::vector<TreeEntry> entries;
  while (!tree.empty()) {
    const std::size_t blank = tree.find(' ');
    const std::size_t end = tree.find('\0');
    if (blank == std::string_view::npos || end == std::string_view::npos || blank > end ||
        tree.size() < end + 1 + id_bytes)
      break;
    const std::string_view mode = tree.substr(0, blank);
    entries.push_back({std::string(tree.substr(blank + 1, end - blank - 1)), hex(tree.substr(end + 1, id_bytes)),
                       mode == "40000", mode.starts_with("100")});
    tree.remove_prefix(end + 1 + id_bytes);
  }
  return entries;
}

std::string tree_of(std::string_view commit) {
  constexpr std::string_view start = "tree ";
  if (!commit.starts_with(start)) return {};
  commit.remove_prefix(start.size());
  return std::string(commit.substr(0, commit.find('\n')));
}

}  // namespace escalate
