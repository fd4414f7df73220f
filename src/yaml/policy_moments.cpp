#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/suggest.hpp"
#include "yaml/policy_time.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

using Kind = Moment::Kind;

struct Keyword {
  std::string_view word;
  Kind kind;
};

constexpr std::array<Keyword, 5> alone = {{{"opened", Kind::opened},
                                           {"resolved", Kind::resolved},
                                           {"halted", Kind::halted},
                                           {"resumed", Kind::resumed},
                                           {"extended", Kind::extended}}};
constexpr std::array<Keyword, 4> with_subject = {{{"entered", Kind::entered},
                                                  {"unresolved", Kind::unresolved},
                                                  {"resolved", Kind::resolved_at},
                                                  {"done", Kind::done}}};

template <std::size_t size>
std::optional<Kind> kind_of(const std::array<Keyword, size>& keywords, std::string_view word) {
  for (const Keyword& keyword : keywords)
    if (keyword.word == word) return keyword.kind;
  return std::nullopt;
}

std::optional<Moment> unknown(PolicySource& source, const TextAt& text) {
  std::vector<std::string> words = source.ids.marks;
  for (const Keyword& keyword : alone) words.emplace_back(keyword.word);
  for (const Keyword& keyword : with_subject)
    for (const std::string& id : keyword.kind == Kind::done ? source.ids.duties : source.ids.stages)
      words.push_back(fmt::format("{} {}", keyword.word, id));
  const std::string forms =
      "a moment is opened, entered S, unresolved S, resolved S, resolved, done D, halted, resumed, extended or a mark";
  source.fault(text.at, fmt::format("unknown moment {}", in_quotes(text.text)), did_you_mean(text.text, words, forms));
  return std::nullopt;
}

std::optional<Moment> read_alone(PolicySource& source, const TextAt& text) {
  if (const auto kind = kind_of(alone, text.text)) return Moment{*kind, {}};
  const auto& marks = source.ids.marks;
  if (std::find(marks.begin(), marks.end(), text.text) != marks.end()) return Moment{Kind::mark, text.text};
  const auto kind = kind_of(with_subject, text.text);
  if (!kind) return unknown(source, text);
  source.fault(text.at, fmt::format("{} of which {}?", in_quotes(text.text), *kind == Kind::done ? "duty" : "stage"),
               fmt::format("write '{} {}'", text.text, *kind == Kind::done ? "D" : "S"));
  return std::nullopt;
}

}  // namespace

std::optional<Moment> read_moment(PolicySource& source, const TextAt& text) {
  const std::size_t space = text.text.find(' ');
  if (space == std::string::npos) return read_alone(source, text);
  const std::string subject = text.text.substr(space + 1);
  const auto kind = kind_of(with_subject, text.text.substr(0, space));
  if (!kind) return unknown(source, text);
  const Named named = *kind == Kind::done ? Named{"duty", "duties", source.ids.duties} : stage_named(source);
  Mark at = word_at(source.document, text.at, text.text);
  at.column += static_cast<int>(space) + 1;
  if (!check_reference(source, {subject, at}, named)) return std::nullopt;
  return Moment{*kind, subject};
}

Moments read_moments_or_latest(PolicySource& source, Fields& fields, std::string_view key, EveryStage every_stage) {
  const Node* value = fields.take(key);
  if (!value || value->kind != Node::Kind::map) return {read_moments(source, fields, key, every_stage), false};
  Fields inner(source.document, *value, fmt::format("'{}'", key), source.faults);
  inner.require("latest-of");
  Moments moments{read_moments(source, inner, "latest-of", EveryStage::refused), true};
  const Node* named = inner.take("latest-of");
  if (named && (named->kind == Node::Kind::text || named->items.size() == 1))
    source.fault(named->at, "'latest-of' with a single moment", "name at least two, or write it alone");
  inner.finish();
  return moments;
}

std::vector<Moment> read_moments(PolicySource& source, Fields& fields, std::string_view key, EveryStage every_stage) {
  std::vector<Moment> moments;
  for (const TextAt& text : fields.text_or_list(key)) {
    std::optional<Moment> moment;
    if (text.text != "every stage")
      moment = read_moment(source, text);
    else if (every_stage == EveryStage::allowed)
      moment = Moment{Kind::every_stage, {}};
    else
      source.fault(text.at, fmt::format("'every stage' in '{}'", key), "only a duty's 'when' may be 'every stage'");
    if (!moment) continue;
    if (std::find(moments.begin(), moments.end(), *moment) != moments.end())
      source.fault(text.at, fmt::format("{} stands here twice", in_quotes(text.text)), "remove one of the two");
    moments.push_back(*moment);
  }
  return moments;
}

}  // namespace escalate
