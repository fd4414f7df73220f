#include "cli/personal_texts.hpp"

#include <catch2/catch.hpp>

using namespace escalate;

namespace {

Event noted(const std::string& text, const std::string& by = "Lead") {
  Event event;
  event.by = by;
  event.body = Noted{text};
  return event;
}

WritingOptions allowing(bool allow) {
  WritingOptions writing;
  writing.allow_personal = allow;
  return writing;
}

}  // namespace

TEST_CASE("a number that its check digit proves is refused, and not repeated") {
  const WritingOptions writing = allowing(false);
  PersonalTexts personal(writing);
  Event event = noted("NHS 999 000 0018");
  const auto looked = personal.look_at(event);
  REQUIRE_FALSE(looked);
  CHECK(looked.error().code == ExitCode::refused);
  CHECK(looked.error().text == "the note holds an NHS number");
  CHECK((looked.error().text + looked.error().help).find("999") == std::string::npos);
}

TEST_CASE("what only looks like a detail is a warning, once a place and kind") {
  const WritingOptions writing = allowing(false);
  PersonalTexts personal(writing);
  Event event = noted("Mrs Example, Mr Example");
  REQUIRE(personal.look_at(event));
  REQUIRE(personal.look_at(event));
  REQUIRE(personal.warnings().size() == 1);
  CHECK(personal.warnings().front().text == "this seems to hold a name (the note)");
  CHECK(event.allow_personal.empty());
}

TEST_CASE("what was kept at its question is not told of again, but a proven number is refused all the same") {
  WritingOptions writing = allowing(false);
  writing.kept = {"Mrs Example", "NHS 999 000 0018"};
  PersonalTexts personal(writing);
  Event kept = noted("Mrs Example");
  REQUIRE(personal.look_at(kept));
  CHECK(personal.warnings().empty());
  Event other = noted("Mrs Example rang");
  REQUIRE(personal.look_at(other));
  CHECK(personal.warnings().size() == 1);
  Event proven = noted("NHS 999 000 0018");
  CHECK_FALSE(personal.look_at(proven));
}

TEST_CASE("with leave, each kind is noted in the event and nothing is said") {
  const WritingOptions writing = allowing(true);
  PersonalTexts personal(writing);
  Event event = noted("Mrs Example, 999 000 0018, 999 000 0026");
  REQUIRE(personal.look_at(event));
  CHECK(event.allow_personal == std::vector<std::string>{"name", "nhs-number"});
  CHECK(personal.warnings().empty());
}

TEST_CASE("leave that is not needed leaves no trace") {
  const WritingOptions writing = allowing(true);
  PersonalTexts personal(writing);
  Event event = noted("Rang the duty team.");
  REQUIRE(personal.look_at(event));
  CHECK(event.allow_personal.empty());
}

TEST_CASE("a job that the settings give is named so, one that was typed by its option") {
  WritingOptions writing = allowing(false);
  PersonalTexts of_settings(writing);
  Event event = noted("x", "Mrs Example");
  REQUIRE(of_settings.look_at(event));
  CHECK(of_settings.warnings().front().text == "this seems to hold a name ('by' in escalate.yaml)");
  writing.by = "Mrs Example";
  PersonalTexts typed(writing);
  REQUIRE(typed.look_at(event));
  CHECK(typed.warnings().front().text == "this seems to hold a name (--by)");
}
