#pragma once

#include <chrono>

#include "base/result.hpp"
#include "store/descriptor.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// The right to write in a workspace, held until the end of its life or of the process. Writing functions take it as
/// a proof.
class Lock {
 public:
  explicit Lock(Descriptor folder) : m_folder(std::move(folder)) {}

 private:
  Descriptor m_folder;
};

/// Takes the lock: flock(2) on the folder `cases/`, which leaves nothing behind (SEMANTICS.md 25), and removes what
/// killed writers left. Fails with `busy` when another program held it for all of `patience`, and with `cannot_write`
/// where the file system has no locks.
Result<Lock> lock_cases(const Workspace& workspace, std::chrono::milliseconds patience = std::chrono::seconds(5));

/// Returns whether another program holds the lock just now. Nothing is changed.
bool is_locked(const Workspace& workspace);

}  // namespace escalate
