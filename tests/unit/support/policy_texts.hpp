#pragma once

#include <string>
#include <vector>

#include "base/tree.hpp"

namespace escalate::test {

/// One text of a YAML file and the keys that lead to it; items of a list have the list's keys.
struct TextOfFile {
  std::vector<std::string> keys;
  std::string text;
};

/// Returns every text of the file at `path`, in written order; throws when it cannot be read.
std::vector<TextOfFile> texts_of_file(const std::string& path);

/// The names of the repository's five policies.
const std::vector<std::string>& five_policies();
/// Returns the path of a policy of the repository.
std::string policy_path(const std::string& id);

}  // namespace escalate::test
