#include "time/duration.hpp"

#include <catch2/catch.hpp>

#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

/// A text, and what is made of it: as a policy writes it, or the text and help of the fault.
struct Example {
  std::string text;
  std::string read;
};

template <typename T>
std::string told(const Timed<T>& read) {
  return read ? text_of(*read) : read.error().text + "; " + read.error().help;
}

const std::string forms = "write a number and a unit, as in 5 working days; or same working day, or immediately";

}  // namespace

TEST_CASE("a duration is read and written alike") {
  for (const std::string text :
       {"1 hour", "96 hours", "9999 hours", "1 working day", "10 working days", "1 day", "42 days", "1 week", "2 weeks",
        "1 month", "48 months", "1200 months", "same working day", "next working day", "immediately"})
    CHECK(told(parse_duration(text)) == text);
}

TEST_CASE("each unit is its own kind") {
  CHECK(std::get<Hours>(duration("96 hours")).count == 96);
  CHECK(std::get<WorkingDays>(duration("10 working days")).count == 10);
  CHECK(std::get<Days>(duration("42 days")).count == 42);
  CHECK(std::get<Weeks>(duration("6 weeks")).count == 6);
  CHECK(std::get<Months>(duration("3 months")).count == 3);
  CHECK(std::holds_alternative<SameWorkingDay>(duration("same working day")));
  CHECK(std::holds_alternative<Immediately>(duration("immediately")));
}

TEST_CASE("singular and plural are taken for any number and written rightly") {
  const std::vector<Example> examples{{"1 hours", "1 hour"},
                                      {"2 hour", "2 hours"},
                                      {"1 working days", "1 working day"},
                                      {"2 working day", "2 working days"},
                                      {"1 days", "1 day"},
                                      {"3 week", "3 weeks"},
                                      {"1 months", "1 month"}};
  for (const Example& example : examples) CHECK(told(parse_duration(example.text)) == example.read);
}

TEST_CASE("a duration that cannot be read is refused with what to write") {
  const std::string units = "the units are hours, working days, days, weeks and months";
  const std::vector<Example> examples{
      {"", "no time is given; " + forms},
      {"  ", "no time is given; " + forms},
      {"5 workng days", "unknown unit 'workng days'; did you mean 'working days'?"},
      {"1 workng day", "unknown unit 'workng day'; did you mean 'working day'?"},
      {"5 dyas", "unknown unit 'dyas'; did you mean 'days'?"},
      {"5 working-days", "unknown unit 'working-days'; did you mean 'working days'?"},
      {"five workng days", "unknown unit 'workng days'; did you mean 'working days'?"},
      {"5 fortnights", "unknown unit 'fortnights'; " + units},
      {"30 minutes", "unknown unit 'minutes'; " + units},
      {"five working days", "'five' is a number written as a word; write 5 working days"},
      {"twenty-four hours", "'twenty-four' is a number written as a word; write 24 hours"},
      {"a week", "'a' is a number written as a word; write 1 week"},
      {"Ten working days", "'ten' is a number written as a word; write 10 working days"},
      {"5 Working Days", "'5 Working Days' is not how a time is written; write 5 working days"},
      {"5  working days", "'5  working days' is not how a time is written; write 5 working days"},
      {" 5 days", "' 5 days' is not how a time is written; write 5 days"},
      {"5 days ", "'5 days ' is not how a time is written; write 5 days"},
      {"5\u00A0working\u00A0days", "'5\u00A0working\u00A0days' is not how a time is written; write 5 working days"},
      {"5\tdays", "'5\\tdays' is not how a time is written; write 5 days"},
      {"5\ndays", "'5\\ndays' is not how a time is written; write 5 days"},
      {"5days", "'5days' is not how a time is written; write 5 days"},
      {"05 days", "'05 days' is not how a time is written; write 5 days"},
      {"within 5 days", "'within 5 days' is not how a time is written; write 5 days"},
      {"5 DAYS OR SO", "unknown unit 'DAYS OR SO'; " + units},
      {"5 WEEKS", "'5 WEEKS' is not how a time is written; write 5 weeks"},
      {"Immediately", "'Immediately' is not how a time is written; write immediately"},
      {"0 days", "'0' is not a whole number from 1 to 9999; the least is 1; or write same working day, or immediately"},
      {"-5 days", "'-5' is not a whole number from 1 to 9999; write a whole number, as in 5 days"},
      {"+5 days", "'+5' is not a whole number from 1 to 9999; write a whole number, as in 5 days"},
      {"1.5 days", "'1.5' is not a whole number from 1 to 9999; write a whole number, as in 5 days"},
      {"1,5 hours", "'1,5' is not a whole number from 1 to 9999; write a whole number, as in 5 hours"},
      {"5-10 working days", "'5-10' is not a whole number from 1 to 9999; write a whole number, as in 5 working days"},
      {"10000 hours", "'10000' is not a whole number from 1 to 9999; the most is 9999"},
      {"99999999999999999999 days", "'99999999999999999999' is not a whole number from 1 to 9999; the most is 9999"},
      {"1201 months", "'1201' is not a whole number from 1 to 1200; the most is 1200"},
      {"5", "'5' has no unit; write 5 working days, or hours, days, weeks or months"},
      {"working days", "'working days' has no number; write a number before it, as in 5 working days"},
      {"Working Days", "'Working Days' has no number; write a number before it, as in 5 working days"},
      {"05", "'05' is not a time; " + forms},
      {"0", "'0' is not a time; " + forms},
      {"5dyas", "'5dyas' is not a time; " + forms},
      {"soon", "'soon' is not a time; " + forms},
      {"imediately", "'imediately' is not a time; did you mean 'immediately'?"},
      {"same workng day", "'same workng day' is not a time; did you mean 'same working day'?"},
      {"agreed", "'agreed' leaves the time open; " + forms},
      {"agreed, at most 5 days", "'agreed, at most 5 days' leaves the time open; write 5 days"},
      {"10 working days or sooner", "'10 working days or sooner' leaves the time open; write 10 working days"}};
  for (const Example& example : examples) {
    INFO(example.text);
    CHECK(told(parse_duration(example.text)) == example.read);
  }
}

TEST_CASE("a duration that cannot be read is a fault of usage") {
  CHECK(parse_duration("soon").error().kind == TimeFault::Kind::usage);
  CHECK(parse_duration("0 days").error().kind == TimeFault::Kind::usage);
  CHECK(parse_within("soon").error().kind == TimeFault::Kind::usage);
}

TEST_CASE("how long is read and written alike") {
  for (const std::string text :
       {"5 working days", "immediately", "10 working days or sooner", "same working day or sooner", "agreed",
        "agreed, at most 10 working days", "without delay", "as soon as possible", "urgently",
        "without delay, at most 24 hours", "urgently, at most same working day",
        "24 hours, out of hours next working day", "immediately, out of hours same working day",
        "agreed, at most 24 hours, out of hours 2 working days", "24 hours or sooner, out of hours next working day"})
    CHECK(told(parse_within(text)) == text);
  CHECK(told(parse_within("agreed, at most 1 days")) == "agreed, at most 1 day");
}

TEST_CASE("how long holds the time, what is open and whether sooner is wanted") {
  const Within agreed = parse_within("agreed, at most 10 working days").value();
  CHECK(agreed.agreed());
  CHECK_FALSE(agreed.without_delay());
  CHECK(std::get<WorkingDays>(*agreed.time).count == 10);
  CHECK_FALSE(agreed.or_sooner);
  const Within soon = parse_within("as soon as possible").value();
  CHECK(soon.without_delay());
  CHECK_FALSE(soon.agreed());
  CHECK_FALSE(soon.time.has_value());
  const Within sooner = parse_within("10 working days or sooner").value();
  CHECK(sooner.or_sooner);
  CHECK_FALSE(sooner.open.has_value());
  CHECK(std::get<WorkingDays>(*sooner.time).count == 10);
}

TEST_CASE("how long that cannot be read is refused with what to write") {
  const std::string any_open = "agreed, without delay, as soon as possible or urgently";
  const std::vector<Example> examples{
      {"", "no time is given; " + forms},
      {"5 workng days", "unknown unit 'workng days'; did you mean 'working days'?"},
      {"5 workng days or sooner", "unknown unit 'workng days'; did you mean 'working days'?"},
      {"agreed, at most 5 workng days", "unknown unit 'workng days'; did you mean 'working days'?"},
      {"agreed, at most",
       "'agreed, at most' says more than 'agreed'; write agreed, or agreed, at most 10 working days"},
      {"agreed, at most 0 days",
       "'0' is not a whole number from 1 to 9999; the least is 1; or write same working day, or immediately"},
      {"ten working days or sooner", "'ten' is a number written as a word; write 10 working days or sooner"},
      {"agreed,at most 10 working days",
       "'agreed,at most 10 working days' is not how a time is written; write agreed, at most 10 working days"},
      {"Agreed at most ten working days",
       "'Agreed at most ten working days' is not how a time is written; write agreed, at most 10 working days"},
      {"agree", "'agree' is not a time; did you mean 'agreed'?"},
      {"next workng day", "'next workng day' is not a time; did you mean 'next working day'?"},
      {"24 hours,out of hours next working day",
       "'24 hours,out of hours next working day' is not how a time is written; write 24 hours, out of hours next "
       "working day"},
      {"24 hours, out of hours tomorrow", "'tomorrow' is not a time; " + forms},
      {"24 hors, out of hours next working day", "unknown unit 'hors'; did you mean 'hours'?"},
      {"agreed, out of hours next working day",
       "'agreed' has no time that office hours could change; write a time before 'out of hours', as in 24 hours, out "
       "of hours next working day"},
      {"urgent", "'urgent' is not a time; did you mean 'urgently'?"},
      {"imediately", "'imediately' is not a time; did you mean 'immediately'?"},
      {"days", "'days' has no number; write a number before it, as in 5 days"},
      {"agreed with the practitioner",
       "'agreed with the practitioner' says more than 'agreed'; write agreed, or agreed, at most 10 working days"},
      {"immediately or sooner", "nothing is sooner than 'immediately'; write immediately"},
      {"agreed or sooner", "'agreed' leaves room for sooner by itself; leave out 'or sooner'"},
      {"agreed, at most 5 days or sooner",
       "'agreed, at most 5 days' leaves room for sooner by itself; leave out 'or sooner'"},
      {"10 days or sooner or sooner", "'10 days or sooner' leaves the time open; write 10 days"},
      {"agreed, at most immediately", "'at most immediately' leaves nothing open; write immediately"},
      {"without delay, at most immediately", "'at most immediately' leaves nothing open; write immediately"},
      {"5 days, at most 10 days", "'5 days' is a time of its own; 'at most' goes with " + any_open + "; write 5 days"},
      {"agred, at most 10 days", "'agred' is not a time left open; did you mean 'agreed'?"},
      {"sometime, at most 10 days", "'sometime' is not a time left open; write " + any_open},
      {"someday", "'someday' is not a time; " + forms}};
  for (const Example& example : examples) {
    INFO(example.text);
    CHECK(told(parse_within(example.text)) == example.read);
  }
}

}  // namespace escalate::test
