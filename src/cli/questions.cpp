#include "cli/questions.hpp"

#include "cli/asking.hpp"
#include "cli/case_questions.hpp"
#include "cli/open_questions.hpp"

namespace escalate {
namespace {

template <typename T>
constexpr bool shows_one_case = std::is_same_v<T, ExplainOptions> || std::is_same_v<T, HistoryOptions>;

template <typename T>
Result<void> ask_one(T& options, Context& context) {
  if constexpr (std::is_same_v<T, OpenOptions>)
    return ask_for_opening(options, context);
  else if constexpr (std::is_base_of_v<WritingOptions, T>) {
    if (options.case_id.empty()) options.case_id = TRY(ask_for_case(Naming::to_write, context));
    return ask_about_case(options, context);
  } else if constexpr (shows_one_case<T>) {
    if (options.case_id.empty()) options.case_id = TRY(ask_for_case(Naming::to_read, context));
    return {};
  } else {
    return {};
  }
}

template <typename T>
bool lacks_case(const T& options) {
  if constexpr ((std::is_base_of_v<WritingOptions, T> && !std::is_same_v<T, OpenOptions>) || shows_one_case<T>)
    return options.case_id.empty();
  else
    return false;
}

}  // namespace

bool lacks_only_its_case(const Options& options) {
  return std::visit([](const auto& one) { return lacks_case(one); }, options);
}

Result<void> ask_what_is_missing(Options& options, Context& context) {
  if (!may_ask(context)) return {};
  return std::visit([&](auto& one) { return ask_one(one, context); }, options);
}

}  // namespace escalate
