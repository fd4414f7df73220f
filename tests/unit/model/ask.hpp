#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "unit/model/standing.hpp"

// What somebody types, and what the papers say comes of it.
namespace escalate::model {

/// A command that writes, as typed. `words` follow the case; an option without a value is a flag.
struct Ask {
  std::string verb;
  std::vector<std::string> words;
  std::vector<std::pair<std::string, std::string>> options;

  bool has(const std::string& option) const;
  std::string option(const std::string& name) const;  ///< empty when it is not given
};

/// Returns what is typed after `escalate`.
std::vector<std::string> typed(const Ask& ask, const std::string& case_id);

/// What must come of it: one of these exit codes, and with 0 these events (without id and after).
struct Outcome {
  std::set<int> codes;
  Entries entries;

  bool allowed() const { return codes.empty(); }
};

/// A case as the model knows it, at a minute.
struct Known {
  const Book& book;
  const Entries& entries;
  const Standing& is;
  When now;
};

Outcome outcome_of(const Ask& ask, const Known& known);
Outcome outcome_of_opening(const Ask& ask, const Book& book, const When& now);

/// Numbers from which choices are made; the first choice of each is the plainest.
class Dice {
 public:
  explicit Dice(std::vector<std::uint32_t> numbers) : m_numbers(std::move(numbers)) {}
  std::size_t below(std::size_t count);
  bool one_in(std::size_t count) { return below(count) + 1 == count; }
  template <typename List>
  typename List::value_type of(const List& list) {
    return *(list.begin() + static_cast<std::ptrdiff_t>(below(list.size())));
  }
  std::string of(std::initializer_list<const char*> list) { return *(list.begin() + below(list.size())); }

 private:
  std::vector<std::uint32_t> m_numbers;
  std::size_t m_next = 0;
};

Ask any_ask(Dice& dice, const Known& known);
Ask any_opening(Dice& dice, const Book& book, const When& now);

}  // namespace escalate::model
