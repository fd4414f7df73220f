#pragma once

#include <string_view>
#include <vector>

namespace escalate {

/// What the help says of one command, written by hand: lines of at most 80 columns.
struct HelpPage {
  std::string_view command;  ///< `policy list`
  std::string_view summary;  ///< what it does, in a few words
  std::string_view usage;    ///< how it is written, without a line end after the last line
  std::string_view about;    ///< what a reader must know; may be empty
  std::string_view options;  ///< each with what it takes; may be empty
  std::string_view example;  ///< lines to type
  bool writes = false;       ///< adds to a case
  bool takes_at = true;      ///< what it writes may have happened earlier
};

/// A heading of the program's help and the pages below it.
struct HelpGroup {
  std::string_view title;
  std::vector<HelpPage> pages;
};

/// Returns every page, in the groups and the order of DESIGN.md section 7.
const std::vector<HelpGroup>& help_groups();

}  // namespace escalate
