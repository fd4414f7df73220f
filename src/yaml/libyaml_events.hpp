#pragma once

#include <yaml.h>

#include <string_view>
#include <vector>

#include "base/tree.hpp"

namespace escalate {

/// The events of a text as libyaml's parser gives them, one after the other. `text` must outlive this.
class LibyamlEvents {
 public:
  explicit LibyamlEvents(std::string_view text);
  LibyamlEvents(const LibyamlEvents&) = delete;
  LibyamlEvents& operator=(const LibyamlEvents&) = delete;
  ~LibyamlEvents();

  /// Goes on to the next event. Returns false at a syntax error, which `parser` then holds, and after the last event.
  bool advance();
  /// The event come to last; undefined before the first `advance`.
  const yaml_event_t& event() const { return m_event; }
  const yaml_parser_t& parser() const { return m_parser; }

 private:
  yaml_parser_t m_parser;
  yaml_event_t m_event;
};

/// Returns where libyaml's `mark`, which counts characters from 0, stands.
Mark mark_of(const yaml_mark_t& mark);

/// Returns the first place in each line where a `?` marks a key, at most `most` of them; stops at a syntax error.
std::vector<Mark> explicit_keys(std::string_view text, std::size_t most);

}  // namespace escalate
