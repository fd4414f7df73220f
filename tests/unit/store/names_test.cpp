#include "store/names.hpp"

#include <catch2/catch.hpp>

namespace escalate {

TEST_CASE("a case id is two to four capitals, a year and five Crockford letters") {
  CHECK(year_of_case_id("NY-2026-K7QXM") == 2026);
  CHECK(year_of_case_id("ABCD-0001-00000") == 1);
  for (const char* other :
       {"", "-", "NY", "N-2026-K7QXM", "ABCDE-2026-K7QXM", "NY-226-K7QXM", "NY-2026-K7QX", "NY-2026-K7QXMM",
        "ny-2026-K7QXM", "NY-2026-k7qxm", "NY-2026-K7QXI", "NY-2026-K7QXL", "NY-2026-K7QXO", "NY-2026-K7QXU",
        "NY_2026_K7QXM", "NY-20 6-K7QXM", "NY-2026_K7QXM", "NY-2026-K7QX\n", "Ä-2026-K7QXM"})
    CHECK_FALSE(year_of_case_id(other));
}

TEST_CASE("the case id meant by a name has its letters mended and what copying added dropped") {
  for (const char* name :
       {"NY-2026-K10XM", "ny-2026-kioxm", "NY-2026-KLOXM (1)", "NY-2026-K10XM copy", "ny-2026-k1oxm.orig"})
    CHECK(case_id_meant(name) == "NY-2026-K10XM");
  for (const char* name : {"", "notes", "NY-2026-K10XMM", "NY-2026-K1UXM", "NY-2O26-K10XM", "-", "a-"})
    CHECK_FALSE(case_id_meant(name));
}

TEST_CASE("a case id as typed is folded to capitals, and its last part to Crockford letters") {
  CHECK(folded_case_id("ny-2026-kioxl") == "NY-2026-K10X1");
  CHECK(folded_case_id("kio") == "K10");
  CHECK(folded_case_id("oil-2026-") == "OIL-2026-");
  CHECK(folded_case_id("") == "");
}

TEST_CASE("the policy id meant by a name is its small letters with hyphens") {
  CHECK(policy_id_meant("North Yorkshire_2020") == "north-yorkshire-2020");
  CHECK_FALSE(policy_id_meant("north yorkshire!"));
}

TEST_CASE("a name ends like YAML in either letter case") {
  for (const char* name : {"a.yaml", "a.yml", "A.YAML", "a.Yml", "a.b.yaml"}) CHECK(ends_like_yaml(name));
  for (const char* name : {"a", "yaml", "a.yaml~", "a.yaml.orig", "a.json", ""}) CHECK_FALSE(ends_like_yaml(name));
}

}  // namespace escalate
