// The worked dates of the five documents that are pure counting, all in England and Wales and from receipt.
#include <catch2/catch.hpp>

#include "time/words.hpp"
#include "unit/support/calendars.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

std::string due_of(std::string_view from, std::string_view length) {
  return by_words(count(stamp(from), duration(length), england_and_wales(), CountFrom::receipt).value().due);
}

}  // namespace

//    December 2026             January 2027
// Mo Tu We Th Fr Sa Su     Mo Tu We Th Fr Sa Su
// (14)15 16 17 18 19 20                [1] 2  3     (14) opened
// 21 22 23 24 [5] 26 27     4  5  6  7  8  9 10     <30> ceiling of stage 1   <14> the whole process
// [8] 29 <30> 31           11 12 13 <14>
TEST_CASE("Leeds 2019 opened before Christmas") {
  CHECK(due_of("2026-12-14", "10 working days") == "by end of Wednesday 30 December 2026");
  CHECK(due_of("2026-12-14", "1 month") == "by end of Thursday 14 January 2027");
}

TEST_CASE("Leeds 2019 enters 3b on Christmas Eve") {
  CHECK(due_of("2026-12-24", "2 working days") == "by end of Wednesday 30 December 2026");
}

TEST_CASE("Wiltshire's five days step over Easter, its three over May Day") {
  CHECK(due_of("2026-04-02", "5 working days") == "by end of Monday 13 April 2026");
  CHECK(due_of("2026-05-01", "3 working days") == "by end of Thursday 7 May 2026");
}

TEST_CASE("North Yorkshire's stage 1 runs over the night the clocks go back") {
  CHECK(due_of("2026-10-24T10:00", "24 hours") == "by 09:00 on Sunday 25 October 2026");
  CHECK(due_of("2026-10-24T10:00", "96 hours") == "by 09:00 on Wednesday 28 October 2026");
}

TEST_CASE("North Yorkshire's ten and thirteen days step over Christmas and the New Year") {
  CHECK(due_of("2026-12-18", "10 working days") == "by end of Wednesday 6 January 2027");
  CHECK(due_of("2026-12-18", "13 working days") == "by end of Monday 11 January 2027");
}

//      May 2026                 June 2026
// Mo Tu We Th Fr Sa Su     Mo Tu We Th Fr Sa Su
// 18 19 20 21 (22)23 24     1  2  3  4  5  6  7     (22) opened   (9) entered 7 at 14:00
// [25]26 27 28 29 30 31     8 (9)10 <11><12>        <11> at 14:00, before the 13 days end on the 11th
TEST_CASE("North Yorkshire's 48 hours bind before the thirteen days of the same day") {
  const auto hours = count(stamp("2026-06-09T14:00"), Hours{48}, england_and_wales(), CountFrom::receipt);
  const auto days = count(stamp("2026-05-22"), WorkingDays{13}, england_and_wales(), CountFrom::receipt);
  CHECK(by_words(hours->due) == "by 14:00 on Thursday 11 June 2026");
  CHECK(by_words(days->due) == "by end of Thursday 11 June 2026");
  CHECK(order_of(hours->due) < order_of(days->due));
}

}  // namespace escalate::test
