#include "time/number_words.hpp"

#include <catch2/catch.hpp>

namespace escalate::test {

TEST_CASE("a number is known by its word from one to ninety-nine") {
  CHECK(number_of_word("one") == 1);
  CHECK(number_of_word("a") == 1);
  CHECK(number_of_word("five") == 5);
  CHECK(number_of_word("nineteen") == 19);
  CHECK(number_of_word("twenty") == 20);
  CHECK(number_of_word("twenty-four") == 24);
  CHECK(number_of_word("ninety-nine") == 99);
}

TEST_CASE("what is no number's word is none") {
  for (const char* word :
       {"", "-", "zero", "fiv", "five-", "-five", "five-two", "twenty-", "twenty-ten", "ten-one", "5"})
    CHECK_FALSE(number_of_word(word).has_value());
}

}  // namespace escalate::test
