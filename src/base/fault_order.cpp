#include "base/fault_order.hpp"

#include <algorithm>
#include <tuple>

namespace escalate {

void put_in_file_order(Faults& faults) {
  std::stable_sort(faults.begin(), faults.end(), [](const Fault& a, const Fault& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
}

}  // namespace escalate
