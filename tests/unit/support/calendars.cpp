#include "unit/support/calendars.hpp"

#include <fstream>
#include <stdexcept>

#include "unit/support/places.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

Calendar read_calendar(const std::string& id) {
  Calendar calendar{id, id, date("2012-01-01"), date("2028-12-31"), date("2035-12-31"), {}};
  for (const auto& row : rows_of("bank-holidays.csv"))
    if (row.at(0) == id) calendar.holidays.emplace(date(row.at(1)), row.at(2));
  if (calendar.holidays.empty()) throw std::logic_error("no bank holidays of " + id);
  return calendar;
}

}  // namespace

std::vector<std::vector<std::string>> rows_of(const std::string& file) {
  std::ifstream input(in_repository("tests/data/" + file));
  if (!input) throw std::logic_error("cannot read tests/data/" + file);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  for (std::getline(input, line); std::getline(input, line);) {
    std::vector<std::string> fields(1);
    for (const char letter : line) {
      if (letter == ',')
        fields.emplace_back();
      else
        fields.back() += letter;
    }
    rows.push_back(fields);
  }
  return rows;
}

const Calendar& england_and_wales() {
  static const Calendar calendar = read_calendar("england-and-wales");
  return calendar;
}

const Calendar& scotland() {
  static const Calendar calendar = read_calendar("scotland");
  return calendar;
}

const Calendar& northern_ireland() {
  static const Calendar calendar = read_calendar("northern-ireland");
  return calendar;
}

const Calendar& uk_any() {
  static const Calendar calendar = union_of({england_and_wales(), scotland(), northern_ireland()});
  return calendar;
}

const Calendar& calendar_called(const std::string& id) {
  for (const Calendar* calendar : {&england_and_wales(), &scotland(), &northern_ireland(), &uk_any()})
    if (calendar->id == id) return *calendar;
  throw std::logic_error("no calendar " + id);
}

}  // namespace escalate::test
