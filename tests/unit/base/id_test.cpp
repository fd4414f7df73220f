#include "base/id.hpp"

#include <catch2/catch.hpp>

namespace escalate {

TEST_CASE("an id is small letters and digits with single hyphens between") {
  for (const char* id : {"leeds-2019", "a", "3a", "north-yorkshire"}) CHECK(is_id(id));
  for (const char* other : {"", "-a", "a-", "a--b", "Leeds", "a b", "a_b", "a.b", "é", "a\n"})
    CHECK_FALSE(is_id(other));
}

TEST_CASE("a seal is sixteen hex digits in small letters") {
  CHECK(is_seal("bfa7bfbb2dd27e37"));
  for (const char* other : {"", "bfa7bfbb2dd27e3", "bfa7bfbb2dd27e370", "BFA7BFBB2DD27E37", "bfa7bfbb2dd27e3g"})
    CHECK_FALSE(is_seal(other));
}

}  // namespace escalate
