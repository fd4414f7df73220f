#include "base/personal_kind.hpp"

#include <array>
#include <string_view>

namespace escalate {
namespace {

struct Words {
  std::string_view word;
  std::string_view name;
};

constexpr std::array<Words, 8> words = {{{"nhs-number", "an NHS number"},
                                         {"upn", "a unique pupil number"},
                                         {"ni-number", "a National Insurance number"},
                                         {"postcode", "a postcode"},
                                         {"email", "an e-mail address"},
                                         {"telephone", "a telephone number"},
                                         {"birth-date", "a date of birth"},
                                         {"name", "a name"}}};

}  // namespace

std::string word_of(PersonalKind kind) { return std::string(words[static_cast<std::size_t>(kind)].word); }
std::string name_of(PersonalKind kind) { return std::string(words[static_cast<std::size_t>(kind)].name); }

bool is_proven(PersonalKind kind) { return kind == PersonalKind::nhs_number || kind == PersonalKind::upn; }

}  // namespace escalate
