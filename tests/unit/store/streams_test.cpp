#include "store/streams.hpp"

#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>

#include "store/descriptor.hpp"
#include "unit/store/scratch.hpp"

namespace escalate {
namespace {

using namespace store_test;

struct Pipe {
  Descriptor reader;
  Descriptor writer;
};

Pipe make_pipe(int flags = 0) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC | flags) == 0);
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A pipe that somebody else has filled and closed.
Descriptor input_of(std::string_view text) {
  Pipe pipe = make_pipe();
  REQUIRE(write_all(pipe.writer.number(), text) == 0);
  return std::move(pipe.reader);
}

void interrupt_every_millisecond() {
  struct sigaction action {};
  action.sa_handler = [](int) {};
  ::sigaction(SIGALRM, &action, nullptr);
  const itimerval often{{0, 1000}, {0, 1000}};
  ::setitimer(ITIMER_REAL, &often, nullptr);
}

constexpr std::size_t big = std::size_t{1} << 20;

}  // namespace

TEST_CASE("output is held back until the flush") {
  Pipe pipe = make_pipe(O_NONBLOCK);
  OutputBuffer output(pipe.writer.number());
  output.write("one ");
  output.write("two");
  char first = 0;
  CHECK(::read(pipe.reader.number(), &first, 1) == -1);
  REQUIRE(output.flush());
  CHECK(output.flush());
  pipe.writer.close();
  CHECK(read_stream(pipe.reader.number(), 100) == "one two");
}

TEST_CASE("a full disk under standard output is cannot-write, at every flush from then on") {
  const Descriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
  OutputBuffer output(full.number());
  CHECK(output.flush());
  output.write("x");
  const auto first = output.flush();
  REQUIRE_FALSE(first);
  CHECK(first.error().code == ExitCode::cannot_write);
  CHECK(first.error().text == "cannot write to standard output: the disk is full (No space left on device)");
  CHECK_FALSE(output.flush());
}

TEST_CASE("standard output that was closed is cannot-write once something is written") {
  CHECK(finish(start([] {
          for (const int descriptor : {0, 1, 2}) ::close(descriptor);
          guard_descriptors();
          OutputBuffer output;
          if (!output.flush()) return 1;
          output.write("x");
          const auto flushed = output.flush();
          if (flushed) return 2;
          return flushed.error().text == "cannot write to standard output: it is closed" ? 0 : 3;
        })) == 0);
}

TEST_CASE("no file opened later takes the number of a stream that was closed") {
  for (const int closed : {0, 1, 2})
    CHECK(finish(start([closed] {
            for (int descriptor = closed; descriptor <= 2; ++descriptor) ::close(descriptor);
            guard_descriptors();
            const int next = ::open("/dev/null", O_RDONLY);
            return next > 2 && ::fcntl(closed, F_GETFD) != -1 ? 0 : 1;
          })) == 0);
}

TEST_CASE("standard input that was closed cannot be read") {
  CHECK(finish(start([] {
          ::close(0);
          guard_descriptors();
          const auto input = read_stream(0, 100);
          return !input && input.error().text == "cannot read standard input: it is closed" ? 0 : 1;
        })) == 0);
}

TEST_CASE("a broken pipe ends the program by its signal even where a parent ignored that") {
  CHECK(finish(start([] {
          std::signal(SIGPIPE, SIG_IGN);
          sigset_t all;
          sigfillset(&all);
          ::sigprocmask(SIG_BLOCK, &all, nullptr);
          guard_descriptors();
          Pipe pipe = make_pipe();
          pipe.reader.close();
          OutputBuffer output(pipe.writer.number());
          output.write("x");
          static_cast<void>(output.flush());
          return 1;
        })) == 128 + SIGPIPE);
}

TEST_CASE("a slow reader of a non-blocking pipe gets everything, signals or not") {
  Pipe pipe = make_pipe(O_NONBLOCK);
  const pid_t writer = start([&pipe] {
    interrupt_every_millisecond();
    OutputBuffer output(pipe.writer.number());
    output.write(std::string(big, 'x'));
    return output.flush() ? 0 : 1;
  });
  pipe.writer.close();
  ::usleep(20'000);
  const auto arrived = read_stream(pipe.reader.number(), big);
  CHECK(finish(writer) == 0);
  REQUIRE(arrived);
  CHECK(arrived->size() == big);
}

TEST_CASE("reading goes on after a signal") {
  CHECK(finish(start([] {
          Pipe pipe = make_pipe();
          const pid_t writer = start([&pipe] {
            ::usleep(20'000);
            return write_all(pipe.writer.number(), "late");
          });
          pipe.writer.close();
          interrupt_every_millisecond();
          const auto input = read_stream(pipe.reader.number(), 100);
          const itimerval never{};
          ::setitimer(ITIMER_REAL, &never, nullptr);
          return finish(writer) == 0 && input && *input == "late" ? 0 : 1;
        })) == 0);
}

TEST_CASE("the whole of the input is read up to the limit, and one byte more is refused") {
  CHECK(read_stream(input_of("").number(), 0) == "");
  CHECK(read_stream(input_of("four").number(), 4) == "four");
  const auto longer = read_stream(input_of("four!").number(), 4);
  REQUIRE_FALSE(longer);
  CHECK(longer.error().code == ExitCode::usage);
  CHECK(longer.error().text == "standard input is longer than 4 bytes");
}

TEST_CASE("lines are read one at a time, and leave the rest for the next reader") {
  const Descriptor input = input_of("one\n\ntwo\nthree");
  CHECK(*read_stream_line(input.number(), 5) == "one");
  CHECK(*read_stream_line(input.number(), 5) == "");
  CHECK(*read_stream_line(input.number(), 5) == "two");
  CHECK(*read_stream_line(input.number(), 5) == "three");
  CHECK(*read_stream_line(input.number(), 5) == std::nullopt);
  const Descriptor longer = input_of("three\n");
  CHECK(read_stream_line(longer.number(), 4).error().code == ExitCode::usage);
}

TEST_CASE("a folder as input is refused, not read as empty") {
  const Descriptor folder(::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const auto input = read_stream(folder.number(), 100);
  REQUIRE_FALSE(input);
  CHECK(input.error().text == "cannot read standard input: is a directory");
}

TEST_CASE("the real world is what the process was given") {
  CHECK(finish(start([] {
          Pipe pipe = make_pipe();
          ::dup2(pipe.writer.number(), 2);
          ::setenv("ESCALATE_TEST", "yes", 1);
          OutputBuffer output;
          const Env env = system_env(std::chrono::sys_seconds(std::chrono::seconds(7)), output);
          env.err("said");
          std::string said(4, ' ');
          if (::read(pipe.reader.number(), said.data(), 4) != 4 || said != "said") return 1;
          if (env.variable("ESCALATE_TEST") != "yes" || env.variable("ESCALATE_TEST_NOT")) return 2;
          if (env.error_is_terminal || env.now.time_since_epoch().count() != 7) return 3;
          if (env.working_directory != std::filesystem::current_path()) return 4;
          return env.random(32).size() == 32 && env.random(16) != env.random(16) ? 0 : 5;
        })) == 0);
}

}  // namespace escalate
