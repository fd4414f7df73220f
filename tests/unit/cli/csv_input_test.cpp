#include "cli/csv_input.hpp"

#include <catch2/catch.hpp>

using namespace escalate;

namespace {

/// Returns a line a row: `NUMBER[field][field]`, malformed ones with a `!` for the fields' brackets.
std::string rows(std::string_view text) {
  std::string result;
  for (const CsvLine& line : csv_lines(text)) {
    result += std::to_string(line.number);
    for (const std::string& field : line.fields) result += line.malformed ? "!" + field + "!" : "[" + field + "]";
    result += "\n";
  }
  return result;
}

}  // namespace

TEST_CASE("a line of CSV is cut at its commas, empty fields included") {
  CHECK(rows("a,b,,c,\n") == "1[a][b][][c][]\n");
}

TEST_CASE("a field in quotes may hold commas and doubled quotes") {
  CHECK(rows("\"a,b\",\"say \"\"yes\"\"\",\"\"\n") == "1[a,b][say \"yes\"][]\n");
}

TEST_CASE("lines end with LF or CRLF and the last one with nothing") {
  CHECK(rows("a\r\nb\nc") == "1[a]\n2[b]\n3[c]\n");
}

TEST_CASE("a byte order mark is no part of the first field") {
  CHECK(rows("\xEF\xBB\xBF"
             "a,b\n") == "1[a][b]\n");
}

TEST_CASE("empty lines are no rows but are counted") { CHECK(rows("a\n\n\r\nb\n") == "1[a]\n4[b]\n"); }

TEST_CASE("an open quote spoils its own line and no other") { CHECK(rows("\"a,b\nc,d\n") == "1!\"a,b!\n2[c][d]\n"); }

TEST_CASE("a quote in the middle of a field is malformed") {
  CHECK(rows("a\"b,c\n") == "1!a\"b,c!\n");
  CHECK(rows("\"a\"b,c\n") == "1!\"a\"b,c!\n");
}

TEST_CASE("spaces belong to their field") { CHECK(rows("a, b ,c\n") == "1[a][ b ][c]\n"); }
