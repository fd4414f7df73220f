// The second reader checks the first: the tree is laid out as a row of steps, and yaml-cpp's events are held against
// them one by one. Nothing is built from those, so no text can make this grow.
#include "yaml/yamlcpp_reader.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <exception>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "time/quote.hpp"
#include "yaml/bytes.hpp"
#include "yaml/fault_list.hpp"
#include "yaml/lines.hpp"

namespace escalate {
namespace {

/// One event of either reader. `text` is that of a text; it must outlive this.
struct Step {
  enum class Kind { nothing, text, begin_list, end_list, begin_map, end_map, end, more, property };
  Kind kind = Kind::nothing;
  std::string_view text;
  Mark at;
};

/// yaml-cpp makes nothing of these words where they are not in quotes; to libyaml, and to us, they are texts.
bool may_be_nothing(std::string_view text) { return text == "~" || text == "null" || text == "Null" || text == "NULL"; }

bool same(const Step& by_libyaml, const Step& by_yamlcpp) {
  using enum Step::Kind;
  if (by_libyaml.kind == text && by_yamlcpp.kind == nothing) return may_be_nothing(by_libyaml.text);
  return by_libyaml.kind == by_yamlcpp.kind && by_libyaml.text == by_yamlcpp.text;
}

/// Adds what `node` consists of, in written order. Recursion is as deep as the tree, at most 16.
void add_steps(const Node& node, std::vector<Step>& steps) {
  switch (node.kind) {
    case Node::Kind::none:
      steps.push_back({Step::Kind::nothing, {}, node.at});
      break;
    case Node::Kind::text:
      steps.push_back({Step::Kind::text, node.text, node.at});
      break;
    case Node::Kind::list:
      steps.push_back({Step::Kind::begin_list, {}, node.at});
      for (const Node& item : node.items) add_steps(item, steps);
      steps.push_back({Step::Kind::end_list, {}, steps.back().at});
      break;
    case Node::Kind::map:
      steps.push_back({Step::Kind::begin_map, {}, node.at});
      for (const Entry& entry : node.entries) {
        steps.push_back({Step::Kind::text, entry.key, entry.at});
        add_steps(entry.value, steps);
      }
      steps.push_back({Step::Kind::end_map, {}, steps.back().at});
      break;
  }
}

std::vector<Step> steps_of(const Node& root) {
  std::vector<Step> steps;
  add_steps(root, steps);
  steps.push_back({Step::Kind::end, {}, steps.back().at});
  return steps;
}

std::string in_words(const Step& step) {
  switch (step.kind) {
    case Step::Kind::nothing:
      return "no value";
    case Step::Kind::text:
      return "the text " + in_quotes(step.text);
    case Step::Kind::begin_list:
      return "a list";
    case Step::Kind::end_list:
      return "the end of a list";
    case Step::Kind::begin_map:
      return "a map";
    case Step::Kind::end_map:
      return "the end of a map";
    case Step::Kind::end:
      return "the end";
    case Step::Kind::more:
      return "more of the file";
    case Step::Kind::property:
      return "an alias, anchor or tag";
  }
  return {};
}

/// Holds yaml-cpp's events against the steps expected, up to the first that differs.
class Comparison : public YAML::EventHandler {
 public:
  explicit Comparison(const std::vector<Step>& expected) : m_expected(expected) {}

  void OnDocumentStart(const YAML::Mark&) override {
    if (m_next > 0) take({Step::Kind::more, {}, {}});
  }
  void OnDocumentEnd() override { take({Step::Kind::end, {}, {}}); }
  void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override { take({Step::Kind::nothing, {}, {}}, "", anchor); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { take({Step::Kind::property, {}, {}}); }
  void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    take({Step::Kind::text, value, {}}, tag, anchor);
  }
  void OnSequenceStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    take({Step::Kind::begin_list, {}, {}}, tag, anchor);
  }
  void OnSequenceEnd() override { take({Step::Kind::end_list, {}, {}}); }
  void OnMapStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    take({Step::Kind::begin_map, {}, {}}, tag, anchor);
  }
  void OnMapEnd() override { take({Step::Kind::end_map, {}, {}}); }

  /// Returns whether every step came, and no other.
  bool complete() const { return m_next == m_expected.size() && m_difference.empty(); }
  /// Returns what each read where they first differ.
  std::string difference() const {
    return m_difference.empty() ? fmt::format("libyaml reads {}, yaml-cpp nothing", in_words(m_expected[m_next]))
                                : m_difference;
  }
  /// Returns where that is: at the step expected, or at the last.
  Mark at() const { return m_expected[std::min(m_next, m_expected.size() - 1)].at; }

 private:
  void take(Step step, std::string_view tag = {}, YAML::anchor_t anchor = YAML::NullAnchor) {
    if (!m_difference.empty()) return;
    const bool own = anchor != YAML::NullAnchor || !(tag.empty() || tag == "?" || tag == "!");
    if (own) step = {Step::Kind::property, {}, {}};
    if (m_next < m_expected.size() && same(m_expected[m_next], step)) {
      ++m_next;
      return;
    }
    const std::string expected = m_next < m_expected.size() ? in_words(m_expected[m_next]) : "the end";
    m_difference = fmt::format("libyaml reads {}, yaml-cpp {}", expected, in_words(step));
  }

  const std::vector<Step>& m_expected;
  std::size_t m_next = 0;
  std::string m_difference;
};

/// Returns where yaml-cpp's mark, which counts bytes from 0, stands.
Mark mark_of(const YAML::Mark& mark, const Lines& lines) {
  if (mark.is_null()) return {};
  const std::string_view line = lines.line(mark.line + 1);
  return {mark.line + 1, characters(line.substr(0, std::min(static_cast<std::size_t>(mark.column), line.size()))) + 1};
}

/// What yaml-cpp did not like, and where.
struct Disagreement {
  Mark at;
  std::string text;
};

std::optional<Disagreement> compare(const std::vector<Step>& expected, std::string_view text) {
  Comparison comparison(expected);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    // A second document, and whatever yaml-cpp left of the first, comes with the second call.
    if (parser.HandleNextDocument(comparison)) parser.HandleNextDocument(comparison);
  } catch (const YAML::Exception& error) {
    return Disagreement{mark_of(error.mark, Lines(text)),
                        fmt::format("libyaml reads it, yaml-cpp does not: {}", error.msg)};
  } catch (const std::exception& error) {
    return Disagreement{comparison.at(), fmt::format("libyaml reads it, yaml-cpp does not: {}", error.what())};
  }
  if (comparison.complete()) return std::nullopt;
  return Disagreement{comparison.at(), comparison.difference()};
}

}  // namespace

Faults second_opinion(const Document& document) {
  const std::string_view text = without_bom(document.bytes);
  const auto disagreement = compare(steps_of(document.root), text);
  if (!disagreement) return {};
  FaultList faults(document.file, text);
  faults.add("disagreement", disagreement->at,
             fmt::format("two YAML readers disagree about this line: {}", disagreement->text),
             "put the text here in double quotes");
  return faults.take();
}

}  // namespace escalate
