// The only place that reads the clock.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <system_error>
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

/// Says why there is no answer. Whatever was recorded before stays recorded, so it does not say that nothing was.
void complain(const char* what, const char* why) {
  for (const char* part : {"escalate: ", what, why, "; see with 'escalate status' what is recorded\n"})
    std::fputs(part, stderr);
}

}  // namespace

int main(int argc, char** argv) {
  escalate::guard_descriptors();
  try {
    return static_cast<int>(run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc)));
  } catch (const std::system_error& error) {
    complain("the system failed: ", error.what());
    return static_cast<int>(escalate::ExitCode::cannot_write);
  } catch (const std::bad_alloc&) {
    complain("this computer has no memory left", "");
    return static_cast<int>(escalate::ExitCode::cannot_write);
  } catch (const std::exception& bug) {
    complain("a bug in the program: ", bug.what());
    return static_cast<int>(escalate::ExitCode::bug);
  }
}
