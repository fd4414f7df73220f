#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/options.hpp"

namespace escalate {

/// Takes what a command is declared to take, and later fills it. What reads the command line implements it; the
/// declarations (grammar.hpp) know no parser.
class Taker {
 public:
  virtual ~Taker() = default;

  /// Takes an option with one value, called `value` in the help.
  virtual void text(const char* name, const char* value, Text& target) = 0;
  /// Takes an option that may be repeated, one value each time.
  virtual void texts(const char* name, const char* value, std::vector<std::string>& target) = 0;
  virtual void flag(const char* name, bool& target) = 0;
  /// Takes an option whose value is one of `words`, and calls `chosen` with it.
  virtual void choice(const char* name, const std::vector<std::string>& words,
                      std::function<void(const std::string&)> chosen) = 0;
  /// Takes a word that stands alone and must be there.
  virtual void word(const char* name, std::string& target) = 0;
  virtual void optional_word(const char* name, Text& target) = 0;
  /// Takes all words that are left, as they are.
  virtual void more_words(const char* name, std::vector<std::string>& target) = 0;
};

}  // namespace escalate
