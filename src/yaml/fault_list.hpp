#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/fault.hpp"
#include "base/tree.hpp"

namespace escalate {

/// The faults found while one file is read: 20 of a kind, then a note that there are more, and excerpts of at most 1000
/// bytes, so that no file can fill the screen or the memory. `file` and `bytes` must outlive this.
class FaultList {
 public:
  FaultList(std::string_view file, std::string_view bytes) : m_file(file), m_bytes(bytes) {}

  /// Adds a fault, unless the one before it stands at the same place; `kind` says which ones are counted together.
  void add(std::string_view kind, Mark at, std::string text, std::string help = {});
  bool empty() const { return m_faults.empty(); }
  /// Returns how many were added, those not listed included.
  int found() const { return m_found; }
  Faults take() { return std::move(m_faults); }

 private:
  bool stands_at(Mark at) const;

  std::string_view m_file;
  std::string_view m_bytes;
  std::map<std::string_view, int> m_counts;
  Faults m_faults;
  int m_found = 0;
};

}  // namespace escalate
