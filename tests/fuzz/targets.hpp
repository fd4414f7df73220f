#pragma once

#include <string>
#include <string_view>

namespace escalate::fuzz {

// Each target takes any bytes and returns what the program did wrong with them, nothing when it behaved.

/// `bytes` as a file: what is accepted is read alike by both libraries, what is refused is told in words that may reach
/// a terminal, and a case takes an event at its end and reads back equal.
std::string yaml_misbehaviour(std::string_view bytes);

/// `bytes` as a text somebody typed, and as a text in a record: through the writer, and back from both libraries.
std::string text_misbehaviour(std::string_view bytes);

/// `bytes` as a time, a duration, an id or a file's name, typed or in a file: what is accepted is written down and read
/// back the same.
std::string words_misbehaviour(std::string_view bytes);

/// The lines of `bytes` as the words of a command line, and as CSV.
std::string line_misbehaviour(std::string_view bytes);

}  // namespace escalate::fuzz
