#include "time/calendar_change.hpp"

#include <catch2/catch.hpp>

#include "unit/support/calendars.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

const Date today = date("2026-11-02");

/// Returns the days of Scotland from one year to another, as if they had all been published.
PublishedHolidays published(const std::string& first, const std::string& last) {
  PublishedHolidays feed{"scotland", {}};
  for (const auto& [day, name] : scotland().holidays)
    if (date(first + "-01-01") <= day && day <= date(last + "-12-31")) feed.days[day] = name;
  return feed;
}

CalendarChange change(const PublishedHolidays& feed) { return change_by(feed, scotland(), today).value(); }

std::string refusal(const PublishedHolidays& feed, const Calendar& calendar = scotland()) {
  const auto result = change_by(feed, calendar, today);
  return result ? "" : result.error().text;
}

/// Returns a word a day that changes: `added 2026-11-20`, `moved 2026-05-08 from 2026-05-04`.
std::string told(const CalendarChange& change) {
  static const std::vector<std::string> words = {"added", "moved", "removed", "renamed", "kept"};
  std::string text;
  for (const DayChange& day : change.days) {
    text += (text.empty() ? "" : "; ") + words[static_cast<std::size_t>(day.kind)] + " " + iso(day.day);
    if (day.moved_from) text += " from " + iso(*day.moved_from);
    if (!day.renamed_from.empty()) text += " was " + day.renamed_from;
    if (day.was_projected) text += " projected";
  }
  return text;
}

}  // namespace

TEST_CASE("a feed that says what the calendar says changes nothing") {
  const CalendarChange same = change(published("2020", "2028"));
  CHECK(told(same).empty());
  CHECK_FALSE(alters(same, scotland()));
  CHECK(same.first_year == 2020);
  CHECK(same.last_year == 2028);
}

TEST_CASE("a day that is published is added, and nothing else changes") {
  PublishedHolidays feed = published("2020", "2028");
  feed.days[date("2026-11-20")] = "Royal wedding";
  const CalendarChange added = change(feed);
  CHECK(told(added) == "added 2026-11-20");
  CHECK_FALSE(added.after.is_working(date("2026-11-20")));
  CHECK(added.after.holidays.size() == scotland().holidays.size() + 1);
  CHECK(added.after.official_until == scotland().official_until);
}

TEST_CASE("a year that is published now is official, its projected days confirmed or taken away") {
  PublishedHolidays feed = published("2026", "2029");
  feed.days.erase(date("2029-05-07"));
  const CalendarChange later = change(feed);
  CHECK(told(later) == "removed 2029-05-07 projected");
  CHECK(later.after.official_until == date("2029-12-31"));
  CHECK(later.after.covers_until == scotland().covers_until);
  CHECK(later.confirmed == std::map<int, int>{{2029, 8}});
  CHECK(later.after.is_working(date("2029-05-07")));
}

TEST_CASE("a holiday on another day of its year has moved, its substitute day too") {
  PublishedHolidays feed = published("2026", "2028");
  feed.days.erase(date("2027-05-03"));
  feed.days[date("2027-05-07")] = "Early May bank holiday";
  feed.days.erase(date("2027-12-28"));
  feed.days[date("2027-12-29")] = "Boxing Day";
  CHECK(told(change(feed)) ==
        "moved 2027-05-07 from 2027-05-03; moved 2027-12-29 from 2027-12-28 was Boxing Day (substitute day)");
}

TEST_CASE("a day that was official and has passed is never taken away") {
  PublishedHolidays feed = published("2020", "2028");
  feed.days.erase(date("2026-08-03"));
  feed.days.erase(date("2026-11-30"));
  const CalendarChange kept = change(feed);
  CHECK(told(kept) == "kept 2026-08-03; removed 2026-11-30");
  CHECK_FALSE(kept.after.is_working(date("2026-08-03")));
}

TEST_CASE("a projected day is taken away even when it has passed") {
  PublishedHolidays feed = published("2026", "2029");
  feed.days.erase(date("2029-05-07"));
  const auto later = change_by(feed, scotland(), date("2030-01-01"));
  CHECK(told(later.value()) == "removed 2029-05-07 projected");
}

TEST_CASE("years that the feed has dropped keep all their days") {
  const CalendarChange dropped = change(published("2027", "2029"));
  CHECK(told(dropped).empty());
  for (const auto& [day, name] : scotland().holidays) CHECK(dropped.after.holidays.count(day) == 1);
}

TEST_CASE("no day is taken away in a first year that is not whole") {
  PublishedHolidays feed = published("2026", "2028");
  feed.days.erase(feed.days.begin(), feed.days.lower_bound(date("2026-12-01")));
  feed.days[date("2026-12-04")] = "One more";
  const CalendarChange partial = change(feed);
  CHECK(told(partial) == "added 2026-12-04");
  CHECK(partial.partial == std::vector<int>{2026});
  CHECK(partial.first_year == 2027);
}

TEST_CASE("a last year that is not whole is not official, and loses no day") {
  PublishedHolidays feed = published("2026", "2029");
  feed.days.erase(feed.days.lower_bound(date("2029-12-01")), feed.days.end());
  const CalendarChange partial = change(feed);
  CHECK(told(partial).empty());
  CHECK(partial.after.official_until == date("2028-12-31"));
  CHECK(partial.confirmed.empty());
}

TEST_CASE("a feed that ends before the calendar is official harms nothing") {
  PublishedHolidays feed = published("2020", "2026");
  feed.days.erase(date("2026-11-30"));
  const CalendarChange old = change(feed);
  CHECK(old.older);
  CHECK_FALSE(alters(old, scotland()));
}

TEST_CASE("the calendar reaches as far as what is published, never less far") {
  Calendar shorter = scotland();
  shorter.covers_until = shorter.official_until = date("2026-12-31");
  shorter.holidays.erase(shorter.holidays.lower_bound(date("2027-01-01")), shorter.holidays.end());
  const auto longer = change_by(published("2026", "2028"), shorter, today).value();
  CHECK(longer.after.covers_until == date("2028-12-31"));
  CHECK(longer.after.official_until == date("2028-12-31"));
  CHECK(longer.after.holidays.size() == shorter.holidays.size() + 18);
}

TEST_CASE("days before the calendar begins are left out") {
  Calendar later = scotland();
  later.covers_from = date("2026-01-01");
  later.holidays.erase(later.holidays.begin(), later.holidays.lower_bound(later.covers_from));
  const auto result = change_by(published("2024", "2028"), later, today).value();
  CHECK(result.before_coverage == 18);
  CHECK_FALSE(alters(result, later));
}

TEST_CASE("a name that differs is a name that changes") {
  PublishedHolidays feed = published("2026", "2029");
  feed.days[date("2027-08-02")] = "Late summer bank holiday";
  feed.days[date("2029-08-06")] = "Late summer bank holiday";
  CHECK(told(change(feed)) ==
        "renamed 2027-08-02 was Summer bank holiday; renamed 2029-08-06 was Summer bank holiday projected");
}

TEST_CASE("a feed with a hole is refused") {
  PublishedHolidays feed = published("2026", "2028");
  feed.days.erase(feed.days.lower_bound(date("2027-03-01")), feed.days.lower_bound(date("2027-12-01")));
  CHECK(refusal(feed) == "'scotland' lacks days in 2027: a year has 8 or more, from New Year's Day to Christmas");
  CHECK(refusal({"scotland", {{date("2026-11-20"), "Royal wedding"}}}) ==
        "'scotland' has no year from New Year's Day to Christmas with 8 days or more");
  CHECK(refusal({"scotland", {}}) == "'scotland' has no days");
}

TEST_CASE("a feed that begins after a gap is refused") {
  CHECK(refusal(published("2030", "2031")) ==
        "'scotland' begins in 2030, but the calendar is published only until 2028-12-31: the days between are missing");
  CHECK(refusal(published("2029", "2031")).empty());
}

}  // namespace escalate::test
