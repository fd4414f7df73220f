#pragma once

#include <tl/expected.hpp>
#include <type_traits>
#include <utility>

#include "base/fault.hpp"

namespace escalate {

/// A value, or why there is none. Expected failures are values; exceptions are for bugs and libraries.
template <typename T>
using Result = tl::expected<T, Failure>;

/// Makes the failing side of a Result.
inline tl::unexpected<Failure> fail(ExitCode code, std::string text, std::string help = {}, Faults faults = {}) {
  return tl::unexpected<Failure>(Failure{code, std::move(text), std::move(help), std::move(faults)});
}

/// Takes the value out of a success; TRY's last step.
template <typename T, typename E>
T value_of(tl::expected<T, E>&& success) {
  if constexpr (!std::is_void_v<T>) return *std::move(success);
}

}  // namespace escalate

/// Yields the value of a Result, or returns its failure from the enclosing function. Give it a statement of its own:
/// what the same expression has built before a return is not destroyed by g++ 12.
#define TRY(...)                                                                  \
  __extension__({                                                                 \
    auto try_result_ = (__VA_ARGS__);                                             \
    if (!try_result_) return tl::make_unexpected(std::move(try_result_).error()); \
    ::escalate::value_of(std::move(try_result_));                                 \
  })
