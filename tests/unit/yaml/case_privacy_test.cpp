#include "yaml/case_privacy.hpp"

#include <catch2/catch.hpp>

#include "yaml/case_reader.hpp"

using namespace escalate;

namespace {

std::string said(const std::string& text) {
  return without_texts(Fault{Severity::error, {"cases/2026/x.yaml", 3, 5}, text, "the cure", "  text: \"A secret.\""})
      .text;
}

}  // namespace

TEST_CASE("keys, ids, numbers and times that were read are shown") {
  CHECK(said("unknown key 'becuase' in the event") == "unknown key 'becuase' in the event");
  CHECK(said("'d0e27a859305acae' in 'after' is not 16 hex digits") ==
        "'d0e27a859305acae' in 'after' is not 16 hex digits");
  CHECK(said("'2026-11-05T16:40+00:00' is no time") == "'2026-11-05T16:40+00:00' is no time");
  CHECK(said("case 'NY-2026-K7QXM' is unlike the name of its file") ==
        "case 'NY-2026-K7QXM' is unlike the name of its file");
}

TEST_CASE("what may be a text is left out, apostrophes and all") {
  CHECK(said("unknown key 'The child said' in the event") == "unknown key (left out here) in the event");
  CHECK(said("unknown key 'the child's mother' in 'opened'") == "unknown key (left out here)");
  CHECK(said("unknown key 'Example'") == "unknown key (left out here)");
  CHECK(said("'9990000018' is no time") == "(left out here) is no time");
  CHECK(said("'2026-11-05 10:00' is not with London's offset") == "'2026-11-05 10:00' is not with London's offset");
  CHECK(said("'On Monday' is not with London's offset") == "(left out here) is not with London's offset");
  CHECK(said("conflict marker '<<<<<<<' of git") == "conflict marker '<<<<<<<' of git");
  CHECK(said("'' is empty") == "(left out here) is empty");
}

TEST_CASE("no line of the file is shown, the place and the cure are") {
  const Fault fault = without_texts(Fault{Severity::error, {"cases/2026/x.yaml", 3, 5}, "x", "the cure", "  text: A"});
  CHECK(fault.excerpt.empty());
  CHECK(fault.place.line == 3);
  CHECK(fault.help == "the cure");
}

TEST_CASE("a case that cannot be read tells nothing of what stands in it, wherever it is cut") {
  const std::string whole =
      "escalate: case/1\ncase: \"WI-2026-K7QXM\"\nevents:\n- event: noted\n  at: \"2026-11-05\"\n  by: \"Lead\"\n"
      "  text: |\n    Zephyrine: told the Quokka that 'Xylophone' was here.\n    Zephyrine said it.\n"
      "  logged: \"2026-11-05T16:44:51Z\"\n  after: []\n  id: \"d0e27a859305acae\"\n";
  for (std::size_t cut = 0; cut < whole.size(); ++cut)
    for (const std::string& with :
         {std::string(), std::string("'"), std::string("\n"), std::string("\": ["), std::string("&a ")}) {
      const std::string bytes = whole.substr(0, cut) + with + (with.empty() ? "" : whole.substr(cut));
      for (const Fault& fault : read_case("x.yaml", bytes, "WI-2026-K7QXM").faults) {
        CAPTURE(cut, with, fault.text);
        CHECK(fault.excerpt.empty());
        for (const char* secret : {"Zephyrine", "Quokka", "Xylophone"})
          REQUIRE((fault.text + fault.help).find(secret) == std::string::npos);
      }
    }
}

TEST_CASE("an id of a case is told from what people write") {
  for (const char* id : {"WI-2026-K7QXM", "LE-2026-00000", "ABCDEFGH-2026-K7QXM"}) CHECK(looks_like_case_id(id));
  for (const char* text : {"", "Zephyrine", "ZEPHYRINE", "NO-GOOD-HOUSE-AB", "wi-2026-K7QXM", "WI-2026-K7QXM ",
                           "A B-2026-K7QXM", "WI 2026 K7QXM", "-2026-K7QXM"})
    CHECK_FALSE(looks_like_case_id(text));
}
