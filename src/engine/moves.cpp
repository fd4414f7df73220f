#include "engine/moves.hpp"

#include <map>
#include <tuple>

namespace escalate {
namespace {

using Key = std::tuple<AlertKind, std::string, std::string, std::string, std::string>;

/// A due in force, with what it is of.
struct InForceDue {
  Key key;
  Move move;
};

std::string written(const std::optional<Due>& due) { return due ? iso(*due) + (due->immediately ? "!" : "") : ""; }

/// Returns every due that could move, each `after` filled.
std::vector<InForceDue> dues_of(const Outlook& outlook) {
  std::vector<InForceDue> dues;
  for (const LimitStanding& one : outlook.limits)
    if (one.state == LimitStanding::State::running)
      dues.push_back({{AlertKind::limit, one.limit->id, one.of, "", ""},
                      {AlertKind::limit, one.limit->id, outlook.is().stage, {}, one.clock.due, one.clock.provisional}});
  for (const DutyStanding& one : outlook.duties)
    if (const Occurrence& owed = *one.occurrence; owed.outstanding())
      dues.push_back({{AlertKind::duty, owed.duty->id, owed.of, owed.stage, owed.role},
                      {AlertKind::duty, owed.duty->id, owed.stage, {}, one.clock.due, one.clock.provisional}});
  return dues;
}

}  // namespace

std::vector<Move> moves_between(const Outlook& before, const Outlook& after) {
  std::map<Key, std::optional<Due>> earlier;
  for (const InForceDue& one : dues_of(before)) earlier[one.key] = one.move.after;
  std::vector<Move> moves;
  for (InForceDue& one : dues_of(after)) {
    one.move.before = earlier[one.key];
    if (written(one.move.before) != written(one.move.after)) moves.push_back(std::move(one.move));
  }
  return moves;
}

}  // namespace escalate
