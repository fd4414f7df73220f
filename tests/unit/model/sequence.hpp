#pragma once

#include <cstdint>

#include "unit/model/ask.hpp"
#include "unit/model/workshop.hpp"

namespace escalate::model {

/// The numbers one command is made from.
using Roll = std::vector<std::uint32_t>;

/// A policy and commands in the making. What each becomes depends on where the case stands, so any can be left out.
struct Sequence {
  std::size_t policy = 0;
  Roll opening;
  std::vector<Roll> commands;
};

/// Returns the sequence that a seed stands for.
Sequence sequence_of(std::uint64_t seed, std::size_t policies);

/// Runs a sequence through program and model; returns what they disagree about, with all that was typed, or nothing.
/// Adds to `written` the events that were written, by kind, and to `refused` how often a command was.
struct Tally {
  std::map<std::string, int> written;
  int refused = 0;
  int merges = 0;
};
std::string disagreement(Workshop& workshop, const Sequence& sequence, Tally& tally);

/// Returns the shortest sequence that can be found in which program and model disagree as they do in `failing`.
Sequence shrunk(Workshop& workshop, Sequence failing);

}  // namespace escalate::model
