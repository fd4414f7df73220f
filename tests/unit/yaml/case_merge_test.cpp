// What the merge of two versions of a case keeps, and what it leaves to people.
#include "yaml/case_merge.hpp"

#include <catch2/catch.hpp>

#include "unit/yaml/case_support.hpp"
#include "yaml/comments.hpp"
#include "yaml/conflict_text.hpp"

namespace escalate::test {
namespace {

const std::string file = "cases/2026/EX-2026-7Q4M2.yaml";

/// Returns an event at a time of 7 January, its id filled in by `sealed`.
std::string note(const std::string& time, const std::string& text, int number, int parent = 1) {
  return "- event: noted\n  at: \"2026-01-07T" + time + "+00:00\"\n  by: \"Head teacher\"\n  text: \"" + text +
         "\"\n  logged: \"2026-01-08T09:00:00Z\"\n  after: [\"%" + std::to_string(parent) + "\"]\n  id: \"%" +
         std::to_string(number) + "\"\n";
}

const std::string& base() {
  static const std::string text = sealed(case_head + opened_event);
  return text;
}

/// Returns the base with one note more.
std::string with_note(const std::string& time, const std::string& text) {
  return sealed(case_head + opened_event + note(time, text, 2));
}

/// Returns the merged file, which must be the same whichever side is ours; or its conflicts, a line each.
std::string merged(const std::string& before, const std::string& ours, const std::string& theirs) {
  const auto one = merged_case(file, {before, ours, theirs});
  const auto other = merged_case(file, {before, theirs, ours});
  CHECK(one.has_value() == other.has_value());
  if (one && other) CHECK(*one == *other);
  if (one) return *one;
  std::string text;
  for (const Fault& fault : one.error()) text += fault.place.file + ": " + fault.text + "\n";
  return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// Returns the bytes behind the base.
std::string behind_base(const std::string& text) {
  REQUIRE(text.starts_with(base()));
  return text.substr(base().size());
}

}  // namespace

TEST_CASE("a merge holds the events of both sides in causal order") {
  const std::string early = with_note("09:00", "Rang the duty team.");
  const std::string late = with_note("16:00", "A letter came.");
  CHECK(merged(base(), late, early) == early + behind_base(late));
}

TEST_CASE("a case that both sides made alike, and then wrote to, needs no base") {
  const std::string early = with_note("09:00", "Rang the duty team.");
  const std::string late = with_note("16:00", "A letter came.");
  CHECK(merged("", early, late) == early + behind_base(late));
  CHECK(merged("\n", early, late) == early + behind_base(late));
}

TEST_CASE("a side that wrote nothing changes nothing") {
  const std::string one = with_note("09:00", "Rang.") + "# a comment\n";
  CHECK(merged(base(), base(), one) == one);
  CHECK(merged(base(), one, one) == one);
}

TEST_CASE("a comment travels with the event above it") {
  const std::string early = with_note("09:00", "Rang.") + "# rings back on Monday\n\n";
  const std::string late = with_note("16:00", "A letter came.") + "# in the file\n";
  CHECK(merged(base(), early, late) == early + behind_base(late));
}

TEST_CASE("comments that both sides put to one event are both kept, one they share once") {
  const std::string ours = base() + "# of ours, longer\n# of both\n";
  const std::string theirs = base() + "# of theirs\n# of both\n";
  CHECK(merged(base(), ours, theirs) == ours + "  # of theirs\n");
  const std::string head = replaced(base(), "events:", "events: # in the head");
  const std::string other_head = "# at the top\n" + base();
  CHECK(merged(base(), head, other_head) == replaced(head, "head\n", "head\n# at the top\n"));
}

TEST_CASE("layout that one side changed is taken, of two the longer") {
  const std::string spread = replaced(base(), "  child: \"C-1042\"\n", "  child:   'C-1042'\n\n");
  const std::string plain = replaced(base(), "  child: \"C-1042\"\n", "  child: C-1042 # ours\n");
  const std::string note_behind = behind_base(with_note("09:00", "Rang."));
  CHECK(merged(base(), spread, base() + note_behind) == spread + note_behind);
  CHECK(merged(base(), spread, plain) == replaced(plain, "", ""));
  CHECK(merged(base(), spread, replaced(plain, " # ours", " #")) == spread + "  #\n");
}

TEST_CASE("hyphens in another column come together in one") {
  const std::string early = with_note("09:00", "Rang.");
  std::string wide = case_head;
  const std::string text = with_note("16:00", "First\\n\\nSecond");
  for (std::size_t at = case_head.size(), end = 0; at < text.size(); at = end + 1) {
    end = text.find('\n', at);
    wide += "  " + text.substr(at, end - at) + "\n";
  }
  const auto both = merged_case(file, {base(), early, wide});
  REQUIRE(both);
  CHECK(both->starts_with(wide.substr(0, wide.find("- event: noted") - 2)));
  CHECK(merged(base(), early, wide) == *both);
  CHECK(lines_of(read(*both).faults).empty());
}

TEST_CASE("line ends of Windows are kept where one side or both have them") {
  const auto crlf = [](const std::string& text) {
    std::string bytes;
    for (const char letter : text) bytes += letter == '\n' ? std::string("\r\n") : std::string(1, letter);
    return bytes;
  };
  const std::string early = with_note("09:00", "Rang.");
  const std::string late = with_note("16:00", "A letter came.");
  const std::string both = early + behind_base(late);
  CHECK(merged(crlf(base()), crlf(early), crlf(late)) == crlf(both));
  CHECK(merged(base(), crlf(early), late) == crlf(both));
  CHECK(merged(crlf(base()), crlf(early), late) == both);
  CHECK(merged("", crlf(early), late) == both);
}

TEST_CASE("a missing last line end and a byte order mark do no harm") {
  const std::string early = with_note("09:00", "Rang.");
  const std::string late = with_note("16:00", "A letter came.");
  std::string cut = late;
  cut.pop_back();
  CHECK(merged(base(), early, cut) == early + behind_base(late));
  CHECK(merged(base(), early, "\xEF\xBB\xBF" + late) == early + behind_base(late));
}

TEST_CASE("equal copies stand once, with the comments of both") {
  const std::string one = with_note("09:00", "Rang.");
  const std::string twice = one + "# first\n" + behind_base(one) + "# second\n";
  const std::string late = with_note("16:00", "A letter came.");
  CHECK(merged(base(), twice, late) == one + "# first\n  # second\n" + behind_base(late));
}

TEST_CASE("an event that one side changed is a conflict") {
  const std::string noted = with_note("09:00", "Rang.");
  const std::string other = replaced(noted, "Rang.", "Wrote.");
  const std::string more = noted + "# more\n";
  CHECK(merged(noted, other, more)
            .find(" says one thing in ours and another in theirs: somebody changed it in ours "
                  "after it was written\n") != std::string::npos);
  CHECK(merged("", other, more).find("another in theirs: somebody changed it after it was written\n") !=
        std::string::npos);
  CHECK(merged(noted, other, other).find("was changed on both sides") != std::string::npos);
}

TEST_CASE("an event that was restored, and one that was erased and corrected, are taken as they are now") {
  const std::string noted = with_note("09:00", "Rang.");
  const std::string spoilt = replaced(noted, "Rang.", "Wrote.");
  CHECK(merged(spoilt, noted, spoilt + "# more\n").find("Rang.") != std::string::npos);

  const std::string corrected =
      later_event("corrected", "  corrects: \"%2\"\n  because: \"A name.\"\n  instead: {text: \"erased\"}\n", 3, 2);
  const std::string whole = sealed(case_head + opened_event + note("09:00", "Rang.", 2) + corrected);
  const std::string erased = replaced(whole, "Rang.", "erased");
  const auto both = merged_case(file, {noted, noted + "# more\n", erased});
  REQUIRE(both);
  CHECK(both->find("Rang.") == std::string::npos);
  CHECK(both->find("# more") != std::string::npos);
}

TEST_CASE("an event that one side or both lost is a conflict") {
  const std::string noted = with_note("09:00", "Rang.");
  const std::string other = with_note("16:00", "A letter came.");
  CHECK(merged(noted, base(), noted + "# more\n").find("was written down before, and is missing in ours\n") !=
        std::string::npos);
  CHECK(merged(noted, noted, base()).find("is missing in theirs\n") != std::string::npos);
  CHECK(merged(noted, base(), other).find("is missing on both sides\n") != std::string::npos);
}

TEST_CASE("two cases, two openings and a missing parent are conflicts") {
  std::string other = replaced(case_head, "7Q4M2", "00000") + opened_event;
  other = sealed(other, "EX-2026-00000");
  CHECK(merged(base(), base() + "# x\n", other) == file +
                                                       ": two cases, EX-2026-7Q4M2 and EX-2026-00000, have met in "
                                                       "one file\n");
  const std::string second = sealed(replaced(case_head + opened_event, "C-1042", "C-1043"));
  CHECK(merged("", base(), second).find("two openings have met in one file, events ") != std::string::npos);

  const std::string two = sealed(case_head + opened_event + note("09:00", "a", 2) + note("10:00", "b", 3, 2));
  const std::string hole = base() + two.substr(two.find("- event: noted", base().size() + 1));
  CHECK(merged(base(), hole, with_note("12:00", "c")).find(", which is in neither file\n") != std::string::npos);
  CHECK(merged(base(), hole, two).find("neither file") == std::string::npos);
}

TEST_CASE("a version that cannot be read is named by its side") {
  const std::string bad = base() + "<<<<<<< ours\n";
  CHECK(merged(base(), bad, base()) == file + " (ours): conflict marker '<<<<<<<' of an unfinished git merge\n");
  CHECK(merged(bad, base(), base()).starts_with(file + " (before): "));
  CHECK(merged(base(), base(), "").starts_with(file + " (theirs): "));
  CHECK(merged(base(), base() + "...\n", base() + "# x\n").find("'...' ends the document") != std::string::npos);
}

TEST_CASE("a conflict holds both sides between markers, whole events each") {
  const std::string early = with_note("09:00", "Rang.");
  const std::string late = with_note("16:00", "A letter came.");
  CHECK(with_conflict_markers({base(), early, late}, 7) ==
        base() + "<<<<<<< ours\n" + behind_base(early) + "=======\n" + behind_base(late) + ">>>>>>> theirs\n");
  const std::string end = note("18:00", "The same.", 3);
  CHECK(with_conflict_markers({"", early + end, late + end}, 9).ends_with(">>>>>>>>> theirs\n" + end));
}

TEST_CASE("a conflict of two alike sides shows what was there before") {
  CHECK(with_conflict_markers({"a\n", "b", "b"}, 3) == "<<< ours\nb\n||| before\na\n===\nb\n>>> theirs\n");
  CHECK(with_conflict_markers({"", "", "b\r\n"}, 3) == "<<< ours\n===\nb\r\n>>> theirs\n");
  CHECK(with_conflict_markers({"", "a\r\n", "b\r\n"}, 3) == "<<< ours\r\na\r\n===\r\nb\r\n>>> theirs\r\n");
}

TEST_CASE("comments are found wherever YAML lets them stand, and nowhere else") {
  CHECK(comments_of("# top\nä: \"# no\" # é yes  \nb: | # block\n  # no\n# out\nc: [1, # in\n 2]\nd: a#b # end") ==
        std::vector<std::string>{"# top", "# é yes", "# block", "# out", "# in", "# end"});
}

}  // namespace escalate::test
