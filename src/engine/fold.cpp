#include "engine/fold.hpp"

namespace escalate {

void happen(Fold& fold, const Moment& moment) { happen(fold, moment, fold.event().at); }

void happen(Fold& fold, const Moment& moment, const Stamp& at) {
  fold.state.happened.push_back({moment, at, fold.now});
  fold.fresh.push_back(fold.state.happened.back());
}

}  // namespace escalate
