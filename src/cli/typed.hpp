#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "time/duration.hpp"
#include "time/stamp.hpp"

namespace escalate {

/// What was typed, read: every missing option is gathered and named at once, and `-` stands for standard input once a
/// command.
class Typed {
 public:
  explicit Typed(Context& context) : m_context(context) {}

  /// Takes a text, cleaned (SEMANTICS.md 24); absent stays empty.
  std::string optional_text(const Text& typed, const std::string& option);
  /// Takes a text that must be there; `shown_as` is how the help names it: `--because TEXT`.
  std::string needed_text(const Text& typed, const std::string& option, const std::string& shown_as);
  /// The same for what is one line: a job, an agency, a reference.
  std::string optional_line(const Text& typed, const std::string& option);
  std::string needed_line(const Text& typed, const std::string& option, const std::string& shown_as);
  /// Notes that something is missing.
  void missing(const std::string& shown_as);
  /// Notes a failure, the first of which is returned by `check`.
  void failed(Failure failure);

  /// Returns the first failure, or what is missing in full (exit 2), else success.
  Result<void> check(const std::string& command) const;

 private:
  Context& m_context;
  bool m_input_taken = false;
  std::vector<std::string> m_missing;
  std::optional<Failure> m_failure;
};

/// Reads a mark as typed: `M`, `M=TIME` or `M=unknown`; without a time it holds since `otherwise`.
struct TypedMark {
  std::string mark;
  std::optional<Stamp> since;  ///< nothing for `unknown`
};
Result<TypedMark> read_mark(const std::string& typed, const Stamp& otherwise, Instant now);

/// Reads a time typed for `option`; fails with `usage` where it cannot be read, `refused` where it lies in the future.
Result<Stamp> read_past_time(const std::string& typed, const std::string& option, Instant now);

/// Reads a time typed for `option`.
Result<Stamp> read_time(const std::string& typed, const std::string& option, Instant now);

/// A DATE or a DURATION, as `agree` and `extend` take it.
struct TypedUntil {
  std::optional<Stamp> date;
  std::optional<Duration> duration;
};
Result<TypedUntil> read_until(const std::vector<std::string>& words, Instant now);

}  // namespace escalate
