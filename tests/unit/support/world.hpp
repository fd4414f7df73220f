#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"
#include "unit/store/scratch.hpp"

namespace escalate::test {

/// Everything around one command: its streams and clock in memory, its workspace in a temporary folder, where it
/// stands.
class World {
 public:
  explicit World(std::string_view now = "2026-11-02T10:15");
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  /// Writes `policies/ID.yaml`.
  void add_policy(const std::string& id, std::string_view yaml) const;
  /// Copies the repository's calendars into the workspace.
  void add_calendars() const;
  /// Stands outside any workspace from now on.
  void leave_workspace();
  /// Puts it at a terminal, where these lines are typed, and then the end of the input.
  void type(std::vector<std::string> lines);

  std::string input;               ///< what stands on standard input
  std::vector<std::string> typed;  ///< lines that nobody has read yet
  std::string out;
  std::string err;
  store_test::Scratch scratch;
  Env env;
  Context context;
};

/// A policy, id `test`, that uses every part of the language once.
std::string_view sample_policy();

}  // namespace escalate::test
