#pragma once

#include <string>

#include "cli/library.hpp"
#include "render/policy_check.hpp"

namespace escalate {

/// A document that the quotations of a policy were taken from.
struct SourceText {
  std::string name;  ///< safe to print
  std::string bytes;
};

/// What files are checked with.
struct Check {
  Date today;
  Library* library = nullptr;           ///< null outside any workspace: then sums are not checked, which is a warning
  const SourceText* against = nullptr;  ///< null: quotations are not looked for
};

/// Tells by its key `escalate` what a file wants to be, a calendar without it by its holidays; whatever cannot be told
/// is checked as a policy.
CheckedFile::Kind kind_of(const std::string& file, const std::string& bytes);

/// Returns all faults and warnings of a file with these bytes, in file order, with excerpts.
CheckedFile checked(const Check& check, const PolicyFile& named, CheckedFile::Kind kind, const std::string& bytes);

/// Reads the file first; where it cannot be read, that is its fault.
CheckedFile checked(const Check& check, const PolicyFile& named, CheckedFile::Kind kind);

}  // namespace escalate
