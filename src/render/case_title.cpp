#include "base/escape.hpp"
#include "render/case_parts.hpp"
#include "render/layout.hpp"

namespace escalate {
namespace {

std::string agency_words(const Agency& agency) {
  return shown(agency.agency) + (agency.kind.empty() ? "" : " (" + shown(agency.kind) + ")");
}

}  // namespace

std::string field(const std::string& name, const std::string& value) {
  return wrapped(value, padded(name, 11), std::string(11, ' '));
}

std::string theme_title(const Policy& policy, const std::string& theme) {
  for (const auto& [id, title] : policy.themes)
    if (id == theme) return title;
  return theme;
}

std::string title_part(const Outlook& outlook) {
  const CaseState& state = outlook.is();
  const Opened* opened = state.opened();
  std::string text =
      outlook.subject.record->id + "  " + word_of(state.standing) + (state.halted ? ", halted" : "") + "\n";
  text += field("policy", shown(outlook.subject.policy->title) + " (" + outlook.subject.policy->id +
                              (state.route.empty() ? "" : ", route " + shown(state.route)) + ")");
  if (!opened) return text;
  text += field(outlook.subject.policy->about_adults ? "adult" : "child", shown(opened->child));
  return text + field("agencies", agency_words(opened->raising) + " to " + agency_words(opened->receiving));
}

}  // namespace escalate
