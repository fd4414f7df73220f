#include "store/process.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>

using namespace escalate;

namespace {

const std::vector<std::string> environment = {"PATH=/usr/bin:/bin", "ONE=1"};

Ended ended(const std::string& script) { return run_program({{"sh", "-c", script}, environment}).value(); }

}  // namespace

TEST_CASE("a program's two streams and its exit code come back") {
  const Ended result = ended("echo out; echo err >&2; exit 7");
  CHECK(result.code == 7);
  CHECK(result.out == "out\n");
  CHECK(result.err == "err\n");
}

TEST_CASE("much on both streams at once stops nobody") {
  const Ended result = ended("head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2");
  CHECK(result.out.size() == 300000);
  CHECK(result.err.size() == 300000);
}

TEST_CASE("a program ended by a signal has 128 more") { CHECK(ended("kill -TERM $$").code == 128 + 15); }

TEST_CASE("a program has nothing to read, and the environment it is given alone") {
  CHECK(ended("cat; env | grep -c =").out == ended("env | grep -c =").out);
  CHECK(ended("echo $ONE$HOME").out == "1\n");
}

TEST_CASE("a broken pipe ends a program as usual, whatever this one does with it") {
  CHECK(ended("yes | head -n 1").out == "y\n");
}

TEST_CASE("who a program leaves behind is not waited for") {
  const auto begin = std::chrono::steady_clock::now();
  CHECK(ended("sleep 20 & echo done").out == "done\n");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(15));
}

TEST_CASE("a program that is not there is named") {
  const auto none = run_program({{"escalate-no-such-program"}, environment});
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ExitCode::cannot_write);
  CHECK(none.error().text == "cannot run 'escalate-no-such-program': no such file or directory");
}

TEST_CASE("a conversation is by lines and by bytes, and ends where the other does") {
  auto cat = Conversation::begin({{"sh", "-c", "read a; echo \"<$a>\"; read b; printf 12345"}, environment});
  REQUIRE(cat);
  CHECK(cat->say("one\n"));
  CHECK(cat->line() == "<one>");
  CHECK(cat->say("two\n"));
  CHECK(cat->bytes(3) == "123");
  CHECK(cat->bytes(9) == "45");
  CHECK_FALSE(cat->line());
}

TEST_CASE("talking to a program that has ended is no end of this one") {
  auto gone = Conversation::begin({{"true"}, environment});
  REQUIRE(gone);
  CHECK_FALSE(gone->line());
  for (int i = 0; i < 3; ++i) static_cast<void>(gone->say("anybody?\n"));
  CHECK_FALSE(gone->say(std::string(1 << 20, 'x')));
}
