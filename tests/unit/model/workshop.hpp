#pragma once

#include <map>
#include <memory>

#include "cli/run.hpp"
#include "unit/model/standing.hpp"
#include "unit/store/scratch.hpp"

namespace escalate::model {

/// What a run of the program printed, and how it ended.
struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

/// A workspace in a temporary folder, with the policies under test and calendars of a few years, and the program run
/// in it in this process, each time afresh.
class Workshop {
 public:
  Workshop();

  const std::vector<std::string>& policies() const { return m_ids; }
  const Book& book(const std::string& policy) const { return m_books.at(policy); }
  Ran run(const std::vector<std::string>& words, const When& now);
  std::filesystem::path case_path(const std::string& id) const;
  /// Takes every case away.
  void clear() const;

 private:
  void add(const std::string& id, const std::string& text);

  store_test::Scratch m_scratch;
  std::vector<std::string> m_ids;
  std::map<std::string, std::unique_ptr<const Policy>> m_read;
  std::map<std::string, Book> m_books;
};

/// Returns the text of a policy, id `everything`, that uses all the language has, counting days in `way`.
std::string policy_of_everything(const std::string& id, const std::string& way, const std::string& calendar);

/// Returns a policy file without `source`, `words`, `reading` and comments: alike in meaning, so with the same digest,
/// and quicker to read.
std::string without_words(const std::string& path);

}  // namespace escalate::model
