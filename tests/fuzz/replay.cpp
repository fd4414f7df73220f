// Runs a target over files, each as it is and, when asked for, changed a little, over and over. It needs no fuzzer, so
// that every compiler can run it.
//
//     fuzz_replay TARGET [--changes N LONG] PATH...   how many files there were and exit 0, or what went wrong and exit
//     1 fuzz_replay --accounts PATH...                  what the reader makes of each file: a line with its name, a
//     line in hex
//
// TARGET is yaml, text, words or line; a folder stands for all files in it. N changes are tried, LONG of them where
// ESCALATE_LONG is set.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/escape.hpp"
#include "fuzz/oracle.hpp"
#include "fuzz/targets.hpp"
#include "yaml/read.hpp"

namespace escalate::fuzz {
namespace {

using Texts = std::vector<std::string>;
using Target = std::string (*)(std::string_view bytes);

/// Returns the target called `name`, null when there is none.
Target target_called(std::string_view name) {
  if (name == "yaml") return yaml_misbehaviour;
  if (name == "text") return text_misbehaviour;
  if (name == "words") return words_misbehaviour;
  return name == "line" ? line_misbehaviour : nullptr;
}

std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Returns `text` with one to four small changes: bytes put in, taken out, changed, and parts of `other` put in.
std::string changed(std::string text, const std::string& other, std::mt19937& random) {
  static const Texts parts = {"\n", " ",  "  ",    "\t",  ":",    ": ", "- ",   "#",        "\"",
                              "'",  "|",  ">",     "{",   "}",    "[",  "]",    ",",        "&a",
                              "*a", "!b", "---\n", "...", "\r\n", "\\", "\xC3", "\xC2\x85", "\xE2\x80\xA8",
                              "~"};
  const auto below = [&random](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
  for (auto left = 1 + random() % 4; left > 0; --left) {
    const std::size_t at = below(text.size() + 1);
    switch (random() % 5) {
      case 0:
        text.insert(at, parts[below(parts.size())]);
        break;
      case 1:
        text.erase(at, 1 + below(8));
        break;
      case 2:
        if (at < text.size()) text[at] = static_cast<char>(random() % 256);
        break;
      case 3:
        text.insert(at, other, below(other.size() + 1), 1 + below(64));
        break;
      default:
        text.insert(at, text, below(text.size() + 1), 1 + below(64));
    }
  }
  return text;
}

/// Returns the files that are there, folders' in the order of their names.
Texts files_of(const Texts& paths) {
  Texts files;
  for (const std::string& path : paths) {
    if (std::filesystem::is_regular_file(path)) files.push_back(path);
    if (!std::filesystem::is_directory(path)) continue;
    const std::size_t first = files.size();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
      if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
  }
  return files;
}

bool behaves(Target target, const std::string& bytes, const std::string& name) {
  const std::string wrong = target(bytes);
  if (wrong.empty()) return true;
  std::printf("%s: %s\nthe input: %s\n", name.c_str(), wrong.c_str(), shown(bytes).c_str());
  return false;
}

int replay(Target target, int changes, const Texts& files) {
  constexpr std::size_t longest_to_change = 2000;
  Texts inputs;
  Texts names;
  bool good = true;
  for (const std::string& file : files) {
    const std::string bytes = bytes_of(file);
    good = behaves(target, bytes, file) && good;
    if (bytes.size() > longest_to_change) continue;
    inputs.push_back(bytes);
    names.push_back(file);
  }
  std::mt19937 random(2026);  // the same every time
  for (int i = 0; good && i < changes && !inputs.empty(); ++i) {
    const std::size_t which = random() % inputs.size();
    good = behaves(target, changed(inputs[which], inputs[random() % inputs.size()], random),
                   "changed (" + std::to_string(i) + ") " + names[which]);
  }
  std::printf("%zu files, %d changes\n", files.size(), changes);
  return good && !inputs.empty() ? 0 : 1;
}

int accounts(const Texts& files) {
  if (files.empty()) return 1;
  for (const std::string& file : files) {
    const auto document = read_yaml(file, bytes_of(file), Opinions::both, most_case_bytes);
    std::printf("%s\n", file.c_str());
    for (const char byte : document ? by_tree(document->root) : std::string())
      std::printf("%02x", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    std::printf("\n");
  }
  return 0;
}

int usage() {
  std::fputs("usage: fuzz_replay TARGET [--changes N LONG] PATH...\n       fuzz_replay --accounts PATH...\n", stderr);
  return 2;
}

int run(Texts words) {
  if (words.empty()) return usage();
  const std::string name = words.front();
  words.erase(words.begin());
  if (name == "--accounts") return accounts(files_of(words));
  const Target target = target_called(name);
  int changes = 0;
  if (words.size() > 2 && words.front() == "--changes") {
    changes = std::stoi(words[std::getenv("ESCALATE_LONG") ? 2 : 1]);
    words.erase(words.begin(), words.begin() + 3);
  }
  return target ? replay(target, changes, files_of(words)) : usage();
}

}  // namespace
}  // namespace escalate::fuzz

int main(int argc, char** argv) { return escalate::fuzz::run({argv + 1, argv + argc}); }
