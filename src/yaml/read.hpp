#pragma once

#include <cstddef>
#include <string>
#include <tl/expected.hpp>

#include "base/fault.hpp"
#include "base/tree.hpp"
#include "yaml/yamlcpp_reader.hpp"  // second_opinion

namespace escalate {

/// Whose reading of a document is asked for. Case files whose seals hold need no second one (SEMANTICS.md 26).
enum class Opinions { both, libyaml_only };

inline constexpr std::size_t most_policy_bytes = std::size_t{1} << 20;  ///< policies, calendars and settings
inline constexpr std::size_t most_case_bytes = std::size_t{16} << 20;   ///< case files

/// Reads the one YAML document in `bytes`, the contents of `file`, into a tree whose root is a map with entries unique
/// by key, at most 16 levels deep. Fails with every fault that can be told apart, in file order (DESIGN.md section 8):
/// bytes no text file has, conflict markers, syntax, anchors, aliases, tags, directives, merge and complex keys,
/// a second document, and, with `Opinions::both`, a place that libyaml and yaml-cpp read differently.
tl::expected<Document, Faults> read_yaml(std::string file, std::string bytes, Opinions opinions,
                                         std::size_t most_bytes = most_policy_bytes);

/// Returns a fault for every ` #` with a letter or digit right after it behind a plain text: YAML takes the rest of
/// such a line for a comment and drops it without a word (LANGUAGE.md, policy check).
Faults silently_dropped(const Document& document);

}  // namespace escalate
