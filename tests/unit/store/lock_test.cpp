#include "store/lock.hpp"

#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <optional>

#include "unit/store/scratch.hpp"

namespace escalate {
namespace {

using namespace store_test;
using namespace std::chrono_literals;

/// A process that has taken the lock and holds it until it is killed.
pid_t start_holder(const Workspace& workspace) {
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = start([&] {
    const auto lock = lock_cases(workspace, 0ms);
    if (!lock || ::write(ready[1], "x", 1) != 1) return 1;
    for (;;) ::pause();
  });
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  ::close(ready[0]);
  ::close(ready[1]);
  return child;
}

}  // namespace

TEST_CASE("a second writer is told that it is busy, and leaves nothing behind") {
  const Scratch scratch;
  const Lock held = scratch.lock();
  const auto second = lock_cases(scratch.workspace(), 40ms);
  REQUIRE_FALSE(second);
  CHECK(second.error().code == ExitCode::busy);
  CHECK(second.error().text == "another program has been writing in 'cases'; nothing was changed");
  CHECK(second.error().help == "run the command again in a moment");
  CHECK(names_in(scratch.root() / "cases").empty());
}

TEST_CASE("the lock ends with its life, and moves") {
  const Scratch scratch;
  std::optional<Lock> held = scratch.lock();
  std::optional<Lock> moved = std::move(held);
  held.reset();
  CHECK_FALSE(lock_cases(scratch.workspace(), 0ms));
  moved.reset();
  CHECK(lock_cases(scratch.workspace(), 0ms));
}

TEST_CASE("a writer waits for another that is done in time") {
  const Scratch scratch;
  const Workspace workspace = scratch.workspace();
  const pid_t holder = start_holder(workspace);
  const pid_t ender = start([holder] {
    ::usleep(60'000);
    return ::kill(holder, SIGTERM);
  });
  CHECK(lock_cases(workspace, 5s));
  CHECK(finish(ender) == 0);
  CHECK(finish(holder) == 128 + SIGTERM);
}

TEST_CASE("a writer that was killed holds no lock") {
  const Scratch scratch;
  const pid_t holder = start_holder(scratch.workspace());
  CHECK_FALSE(lock_cases(scratch.workspace(), 0ms));
  REQUIRE(::kill(holder, SIGKILL) == 0);
  CHECK(finish(holder) == 128 + SIGKILL);
  CHECK(lock_cases(scratch.workspace(), 0ms));
}

TEST_CASE("the lock is on the folder that stands there now") {
  const Scratch scratch;
  const Lock held = scratch.lock();
  std::filesystem::rename(scratch.root() / "cases", scratch.root() / "old");
  std::filesystem::create_directory(scratch.root() / "cases");
  CHECK(lock_cases(scratch.workspace(), 0ms));
}

TEST_CASE("a folder that cannot be locked is cannot-write") {
  const Scratch scratch;
  std::filesystem::remove(scratch.root() / "cases");
  const auto lock = lock_cases(scratch.workspace(), 0ms);
  REQUIRE_FALSE(lock);
  CHECK(lock.error().code == ExitCode::cannot_write);
  CHECK(lock.error().text == "cannot lock 'cases': no such file or directory; nothing was changed");
}

}  // namespace escalate
