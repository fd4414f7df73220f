// The only place that reads the clock.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/run.hpp"
#include "render/faults.hpp"
#include "store/streams.hpp"

namespace {

escalate::ExitCode run(const std::vector<std::string>& words) {
  using namespace escalate;
  OutputBuffer output;
  Env env = system_env(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()), output);
  ExitCode code = run(words, env);
  if (const auto flushed = output.flush(); !flushed) {
    env.err(text_of(flushed.error()));
    code = std::max(code, flushed.error().code);
  }
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  escalate::guard_descriptors();
  try {
    return static_cast<int>(run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc)));
  } catch (const std::exception& bug) {
    std::fputs("escalate: a bug in the program, nothing was reported: ", stderr);
    std::fputs(bug.what(), stderr);
    std::fputs("\n", stderr);
    return static_cast<int>(escalate::ExitCode::bug);
  }
}
