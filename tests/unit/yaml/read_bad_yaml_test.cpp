// Replays tests/data/bad-yaml: files that real accidents left, each with the lines its fault may be reported at.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "unit/support/places.hpp"
#include "unit/yaml/read_support.hpp"

namespace escalate::test {
namespace {

const std::string folder = test::in_repository("tests/data/bad-yaml/");

/// The files that are good YAML: what is wrong with them only a schema, or the record, can tell.
const std::map<std::string, std::string> not_for_the_reader = {
    {"b-truncated--mid-plain.yml", "a shorter plain text is a text; the policy named does not exist"},
    {"b-truncated--after-header.yml", "a map with too few keys; the schema misses them"},
    {"c-syntax--json.yml", "JSON is YAML; its list of events is empty"},
    {"d-duplicates--event-id.yml", "two items of a list may have equal texts; the record may not"},
    {"e-merge--union-lost-fields.yml", "a map with too few keys; the schema misses them"},
    {"e-merge--self-parent.yml", "that an event follows itself only the record shows"},
};

/// One row of the manifest: a file, and the lines at which its fault may be reported.
struct Row {
  std::string file;
  std::set<int> lines;
};

std::vector<Row> manifest() {
  std::vector<Row> rows;
  std::istringstream stream(bytes_of(folder + "manifest.csv"));
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    Row row{line.substr(0, line.find(',')), {}};
    std::istringstream numbers(line.substr(line.rfind(',') + 1));
    for (std::string number; std::getline(numbers, number, '|');) row.lines.insert(std::stoi(number));
    rows.push_back(row);
  }
  return rows;
}

bool stands_at_one_of(const Faults& faults, const std::set<int>& lines) {
  return std::any_of(faults.begin(), faults.end(),
                     [&lines](const Fault& fault) { return lines.count(fault.place.line) == 1; });
}

}  // namespace

TEST_CASE("every bad file is refused by reading alone, at a line its manifest gives") {
  const std::vector<Row> rows = manifest();
  REQUIRE(rows.size() == 41);
  for (const Row& row : rows) {
    if (not_for_the_reader.count(row.file) == 1) continue;
    INFO(row.file);
    const auto read = read_yaml(row.file, bytes_of(folder + row.file), Opinions::both);
    REQUIRE_FALSE(read.has_value());
    INFO(lines_of(read.error()));
    CHECK(stands_at_one_of(read.error(), row.lines));
  }
}

TEST_CASE("bad files whose YAML is good are read, for others to judge") {
  for (const auto& [file, why] : not_for_the_reader) {
    INFO(file << ": " << why);
    CHECK(read_yaml(file, bytes_of(folder + file), Opinions::both).has_value());
  }
}

}  // namespace escalate::test
