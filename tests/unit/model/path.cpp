#include "unit/model/path.hpp"

#include <algorithm>
#include <tuple>

#include "unit/model/rungs.hpp"

namespace escalate::model {
namespace {

class Paths {
 public:
  Paths(const Policy& policy, const Entries& counting, const Entries& all) : m_policy(policy), m_all(all) {
    for (const Entry& entry : counting)
      if (is_position(entry)) m_positions.push_back(entry);
  }

  Path whole() const {
    const Entries ends = tips(m_positions);
    Path path;
    if (ends.empty()) return path;
    path.events = path_to(strongest(ends));
    path.decided_twice = ends.size() > 1;
    return path;
  }

 private:
  Entries before(const Entry& entry) const {
    const auto ids = ancestors_of(m_all, entry.id);
    Entries found;
    for (const Entry& one : m_positions)
      if (std::find(ids.begin(), ids.end(), one.id) != ids.end()) found.push_back(one);
    return found;
  }

  Entries tips(const Entries& among) const {
    std::vector<std::string> followed;
    for (const Entry& entry : among)
      for (const std::string& id : ancestors_of(m_all, entry.id)) followed.push_back(id);
    Entries found;
    for (const Entry& entry : among)
      if (std::find(followed.begin(), followed.end(), entry.id) == followed.end()) found.push_back(entry);
    return found;
  }

  Entries path_to(const Entry& entry) const {
    const Entries ends = tips(before(entry));
    Entries path = ends.empty() ? Entries() : path_to(strongest(ends));
    path.push_back(entry);
    return path;
  }

  int rung(const Entry& entry) const {
    std::string route;
    std::string stage;
    for (const Entry& one : path_to(entry)) {
      if (one.kind == "closed") continue;
      route = route_to(m_policy, one, route);
      const std::string said = one.key(one.kind == "resolved" ? "stage" : "to");
      stage = said.empty() ? first_stage(m_policy, route, {}) : said;
    }
    return rung_of(m_policy, route, stage);
  }

  auto strength(const Entry& entry) const {
    const int ended = entry.kind == "closed" ? 2 : entry.kind == "resolved" ? 1 : 0;
    return std::make_tuple(ended, -rung(entry), order_of(entry.at), entry.id);
  }

  Entry strongest(const Entries& among) const {
    return *std::min_element(among.begin(), among.end(),
                             [&](const Entry& a, const Entry& b) { return strength(a) < strength(b); });
  }

  const Policy& m_policy;
  const Entries& m_all;
  Entries m_positions;
};

}  // namespace

Path path_of(const Policy& policy, const Entries& counting, const Entries& all) {
  return Paths(policy, counting, all).whole();
}

std::string route_to(const Policy& policy, const Entry& move, const std::string& route) {
  if (!move.key("route").empty()) return move.key("route");
  const std::string stage = move.key(move.kind == "resolved" ? "stage" : "to");
  if (rung_of(policy, route, stage) >= 0) return route;
  const auto routes = routes_with(policy, stage);
  return routes.empty() ? route : routes.front();
}

}  // namespace escalate::model
