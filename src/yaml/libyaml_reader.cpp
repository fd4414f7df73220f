#include "yaml/libyaml_reader.hpp"

#include <optional>
#include <utility>

#include "yaml/bytes.hpp"
#include "yaml/fault_list.hpp"
#include "yaml/libyaml_events.hpp"
#include "yaml/lines.hpp"
#include "yaml/syntax_fault.hpp"
#include "yaml/tree_builder.hpp"

namespace escalate {
namespace {

std::string_view text_or_nothing(const char* text) { return text ? std::string_view(text) : std::string_view(); }

SyntaxError error_of(const yaml_parser_t& parser, const QuotedText& behind) {
  return {text_or_nothing(parser.problem), mark_of(parser.problem_mark), text_or_nothing(parser.context),
          mark_of(parser.context_mark), behind};
}

/// Returns the root of the one document, or nothing when there is none or it could not be read.
std::optional<Node> read_root(std::string_view text, const Lines& lines, FaultList& faults) {
  LibyamlEvents events(text);
  TreeBuilder builder(lines, faults);
  while (events.advance())
    if (!builder.take(events.event())) return builder.root();
  if (events.parser().error == YAML_NO_ERROR) return builder.root();
  SyntaxFault fault = explain_syntax(error_of(events.parser(), builder.quoted_text()), lines);
  faults.add("syntax", fault.at, std::move(fault.text), std::move(fault.help));
  return std::nullopt;
}

void check_explicit_keys(std::string_view text, FaultList& faults) {
  constexpr std::size_t enough = 21;
  for (const Mark at : explicit_keys(text, enough))
    faults.add("explicit key", at, "a key written with '? '",
               "write 'key: value'; a text that begins with '?' needs double quotes");
}

void check_root(const std::optional<Node>& root, FaultList& faults) {
  if (!root || root->kind == Node::Kind::none)
    faults.add("root", {}, "the file is empty",
               "restore it from git or a backup, or remove it if nothing was ever in it");
  else if (root->kind != Node::Kind::map)
    faults.add("root", root->at, "the file must hold keys and their values",
               root->text.find(':') == std::string::npos ? "write a key, a colon, a space and its value on each line"
                                                         : "put a space after each colon");
}

}  // namespace

tl::expected<Document, Faults> read_with_libyaml(std::string file, std::string bytes) {
  const std::string_view text = without_bom(bytes);
  const Lines lines(text);
  FaultList faults(file, text);
  std::optional<Node> root = read_root(text, lines, faults);
  check_explicit_keys(text, faults);
  if (faults.empty()) check_root(root, faults);
  if (!faults.empty()) return tl::make_unexpected(faults.take());
  std::vector<std::size_t> line_starts = line_starts_of(bytes);
  return Document{std::move(file), std::move(bytes), std::move(*root), std::move(line_starts)};
}

}  // namespace escalate
