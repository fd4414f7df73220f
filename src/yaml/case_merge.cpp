// A three-way merge of sets: events are only ever added, so what either side holds belongs in, and what the base holds
// must stand on both sides. The order is the causal one, which the set alone decides.
#include "yaml/case_merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "casefile/event_names.hpp"
#include "casefile/order.hpp"
#include "casefile/standing.hpp"
#include "yaml/case_parts.hpp"
#include "yaml/case_privacy.hpp"
#include "yaml/comments.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

/// One version of the file, its events by id.
struct Side {
  CaseParts parts;
  std::map<std::string, const EventLines*> events;
  std::set<std::string> corrected;

  const EventLines* find(const std::string& id) const {
    const auto found = events.find(id);
    return found == events.end() ? nullptr : found->second;
  }
};

Side side_of(CaseParts parts) {
  Side side{std::move(parts), {}, {}};
  for (const EventLines& lines : side.parts.events) side.events.emplace(lines.event.id, &lines);
  side.corrected = corrected_ids(side.parts.record);
  return side;
}

/// Returns the value that one side alone gave anew; `otherwise` where both did, or nobody knows who did.
template <typename T>
T changed_one(const T* base, const T& ours, const T& theirs, const T& otherwise) {
  if (ours == theirs) return ours;
  if (base && *base == ours) return theirs;
  if (base && *base == theirs) return ours;
  return otherwise;
}

/// Returns the longer lines, or of equally long ones the smaller, with the comments of the others.
std::string both_kept(const std::string& a, const std::string& b, std::size_t indent) {
  const bool first = a.size() != b.size() ? a.size() > b.size() : a < b;
  return first ? with_comments_of(b, a, indent) : with_comments_of(a, b, indent);
}

class Merge {
 public:
  Merge(const std::string& file, std::optional<Side> base, Side ours, Side theirs)
      : m_file(file), m_base(std::move(base)), m_ours(std::move(ours)), m_theirs(std::move(theirs)) {}

  tl::expected<std::string, Faults> run() {
    if (!same_case()) return tl::make_unexpected(std::move(m_faults));
    for (const std::string& id : all_ids()) take(id);
    check_roots();
    check_parents();
    if (!m_faults.empty()) return tl::make_unexpected(std::move(m_faults));
    std::string text = assembled();
    check_result(text);
    if (!m_faults.empty()) return tl::make_unexpected(std::move(m_faults));
    return text;
  }

 private:
  void conflict(std::string text, std::string help) {
    m_faults.push_back({Severity::error, {m_file, 0, 0}, std::move(text), std::move(help), ""});
  }

  const std::string& case_id() const { return m_ours.parts.record.id; }

  /// Returns `event d0e27a85 (advanced to 2 on ...)`.
  std::string name_of(const Event& event) const {
    return fmt::format("event {} ({})", event.id.substr(0, 8), what_happened(event));
  }

  bool same_case() {
    const std::string& other = m_theirs.parts.record.id;
    if (case_id() == other && (!m_base || m_base->parts.record.id == other)) return true;
    const std::string ids = case_id() == other ? m_base->parts.record.id : case_id();
    const auto named = [](const std::string& id) { return looks_like_case_id(id) ? id : "(left out here)"; };
    conflict(fmt::format("two cases, {} and {}, have met in one file", named(ids), named(other)),
             "one file is one case: keep each in the file of its own name");
    return false;
  }

  std::set<std::string> all_ids() const {
    std::set<std::string> ids;
    for (const Side* side : {m_base ? &*m_base : nullptr, &m_ours, &m_theirs})
      if (side)
        for (const auto& [id, lines] : side->events) ids.insert(id);
    return ids;
  }

  /// Takes one event into the merged case, or says why people must settle it.
  void take(const std::string& id) {
    const EventLines* base = m_base ? m_base->find(id) : nullptr;
    const EventLines* ours = m_ours.find(id);
    const EventLines* theirs = m_theirs.find(id);
    if (base && (!ours || !theirs))
      say_lost(base->event, ours ? "in theirs" : theirs ? "in ours" : "on both sides");
    else if (ours && theirs)
      take_either(base, *ours, *theirs);
    else
      m_events.push_back(ours ? ours : theirs);
  }

  void say_lost(const Event& event, const std::string& where) {
    const std::string lines = where == "on both sides" ? "its lines stand in: git show :1:" + m_file : "keep its lines";
    conflict(fmt::format("{} was written down before, and is missing {}", name_of(event), where),
             lines + "; nothing is taken out of a case\nan event that should not count: escalate correct " + case_id() +
                 " " + event.id.substr(0, 8) + " --because TEXT");
  }

  /// Returns whether an event may say something else than it did: it was restored, or a correction says why.
  static bool may_differ(const EventLines& base, const EventLines& now, const Side& side) {
    return (now.event.sealed && !base.event.sealed) || side.corrected.count(now.event.id) > 0;
  }

  void take_either(const EventLines* base, const EventLines& ours, const EventLines& theirs) {
    const bool kept_ours = !base || base->canonical == ours.canonical;
    const bool kept_theirs = !base || base->canonical == theirs.canonical;
    const bool ours_may = kept_ours || may_differ(*base, ours, m_ours);
    const bool theirs_may = kept_theirs || may_differ(*base, theirs, m_theirs);
    if (ours.canonical == theirs.canonical && ours_may && theirs_may)
      m_events.push_back(&ours);
    else if (base && kept_ours && !kept_theirs && theirs_may)
      m_events.push_back(&theirs);
    else if (base && kept_theirs && !kept_ours && ours_may)
      m_events.push_back(&ours);
    else
      say_changed(base, ours, theirs);
  }

  void say_changed(const EventLines* base, const EventLines& ours, const EventLines& theirs) {
    const bool alike = ours.canonical == theirs.canonical;
    const std::string where = alike ? "was changed on both sides after it was written"
                                    : fmt::format(
                                          "says one thing in ours and another in theirs: somebody changed it "
                                          "{}after it was written",
                                          base && base->canonical == ours.canonical     ? "in theirs "
                                          : base && base->canonical == theirs.canonical ? "in ours "
                                                                                        : "");
    conflict(fmt::format("{} {}", name_of(ours.event), where),
             "keep the lines that were written first, once; 'escalate check' says whether their seal holds\nto change "
             "what counts: escalate correct " +
                 case_id() + " " + ours.event.id.substr(0, 8) + " --because TEXT --set KEY=VALUE");
  }

  void check_roots() {
    std::vector<const EventLines*> roots;
    for (const EventLines* lines : m_events)
      if (std::holds_alternative<Opened>(lines->event.body)) roots.push_back(lines);
    if (roots.size() > 1)
      conflict(fmt::format("two openings have met in one file, events {} and {}", roots[0]->event.id.substr(0, 8),
                           roots[1]->event.id.substr(0, 8)),
               "one file is one case: keep one here, and give the other an id and a file of its own");
  }

  void check_parents() {
    std::set<std::string> ids = all_ids();
    std::vector<Event> events;
    for (const EventLines* lines : m_events) {
      events.push_back(lines->event);
      std::vector<std::string> named = lines->event.after;
      if (const auto* corrected = std::get_if<Corrected>(&lines->event.body)) named.push_back(corrected->corrects);
      for (const std::string& id : named)
        if (ids.insert(id).second)
          conflict(fmt::format("{} follows event {}, which is in neither file", name_of(lines->event), id),
                   "bring the commit that holds it, or find it: git log --all -p -- " + m_file);
    }
    if (m_faults.empty() && parent_cycle(events))
      conflict("events follow each other in a circle", "take the file from git as it was before somebody changed it");
  }

  const CaseParts* base_parts() const { return m_base ? &m_base->parts : nullptr; }

  /// Returns the lines that a side has for an event, moved to the merged file's indentation.
  static std::optional<std::string> moved_lines(const Side* side, const std::string& id, std::size_t indent) {
    const EventLines* lines = side ? side->find(id) : nullptr;
    if (!lines) return std::nullopt;
    return indented(lines->text, side->parts.indent, indent);
  }

  /// Returns the lines of an event in the merged file.
  std::string lines_of(const EventLines& taken, std::size_t indent) const {
    const std::string& id = taken.event.id;
    const auto base = moved_lines(m_base ? &*m_base : nullptr, id, indent);
    const auto ours = moved_lines(&m_ours, id, indent);
    const auto theirs = moved_lines(&m_theirs, id, indent);
    if (!ours || !theirs) return ours ? *ours : *theirs;
    const bool ours_says_it = m_ours.find(id)->canonical == taken.canonical;
    const bool theirs_says_it = m_theirs.find(id)->canonical == taken.canonical;
    const std::string otherwise = ours_says_it && theirs_says_it ? both_kept(*ours, *theirs, indent + 2)
                                  : ours_says_it                 ? with_comments_of(*theirs, *ours, indent + 2)
                                                                 : with_comments_of(*ours, *theirs, indent + 2);
    return changed_one(base ? &*base : nullptr, *ours, *theirs, otherwise);
  }

  std::string assembled() const {
    const CaseParts& ours = m_ours.parts;
    const CaseParts& theirs = m_theirs.parts;
    const CaseParts* base = base_parts();
    const std::size_t indent =
        changed_one(base ? &base->indent : nullptr, ours.indent, theirs.indent, std::min(ours.indent, theirs.indent));
    std::string text =
        changed_one(base ? &base->head : nullptr, ours.head, theirs.head, both_kept(ours.head, theirs.head, indent));
    std::vector<Event> events;
    for (const EventLines* lines : m_events) events.push_back(lines->event);
    for (const std::size_t index : causal_order(events)) text += lines_of(*m_events[index], indent);
    return changed_one(base ? &base->crlf : nullptr, ours.crlf, theirs.crlf, false) ? with_crlf(text) : text;
  }

  static std::string with_crlf(std::string_view text) {
    std::string bytes;
    for (const char letter : text) bytes += letter == '\n' ? std::string("\r\n") : std::string(1, letter);
    return bytes;
  }

  /// Reads the merged file back, with both parsers, and holds each event against what was taken.
  void check_result(const std::string& text) {
    const auto document = read_yaml(m_file, text, Opinions::both, most_case_bytes);
    const auto parts = parts_of_case(m_file, text);
    bool same = document && parts && parts->record.id == case_id() && parts->events.size() == m_events.size();
    const Side read = same ? side_of(*parts) : Side{};
    for (const EventLines* taken : m_events) {
      const EventLines* lines = read.find(taken->event.id);
      same = same && lines && lines->canonical == taken->canonical;
    }
    if (!same)
      conflict("the lines of the two sides do not make one file together",
               "put the events of both under 'events:', each with its '-' in the same column");
  }

  const std::string& m_file;
  std::optional<Side> m_base;
  Side m_ours;
  Side m_theirs;
  std::vector<const EventLines*> m_events;
  Faults m_faults;
};

/// Reads one version; its faults are named by which it is.
std::optional<Side> read_side(const std::string& file, std::string_view bytes, Faults& faults) {
  auto parts = parts_of_case(file, bytes);
  if (parts) return side_of(*std::move(parts));
  for (const Fault& fault : parts.error()) faults.push_back(without_texts(fault));
  return std::nullopt;
}

bool is_blank(std::string_view bytes) { return bytes.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

tl::expected<std::string, Faults> merged_case(const std::string& file, const MergeSides& sides) {
  Faults faults;
  std::optional<Side> base;
  if (!is_blank(sides.base)) base = read_side(file + " (before)", sides.base, faults);
  auto ours = read_side(file + " (ours)", sides.ours, faults);
  auto theirs = read_side(file + " (theirs)", sides.theirs, faults);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  auto merged = Merge(file, std::move(base), *std::move(ours), *std::move(theirs)).run();
  if (!merged) return merged;
  if (sides.ours == sides.theirs || sides.theirs == sides.base) return std::string(sides.ours);
  return sides.ours == sides.base ? std::string(sides.theirs) : *std::move(merged);
}

}  // namespace escalate
