#pragma once

#include <string>
#include <string_view>

#include "base/tree.hpp"

namespace escalate {

/// Builds a map entry by entry; an empty text, list or map adds nothing.
class MapBuilder {
 public:
  MapBuilder& text(std::string_view key, std::string value);
  MapBuilder& node(std::string_view key, Node value);
  /// Adds `value` even when it is empty.
  MapBuilder& always(std::string_view key, Node value);
  Node take() { return std::move(m_map); }

 private:
  Node m_map{Node::Kind::map, false, true, {}, {}, {}, {}};
};

Node text_node(std::string text);
/// Returns a list of these texts, to be written in [ ].
Node list_node(const std::vector<std::string>& texts);

}  // namespace escalate
