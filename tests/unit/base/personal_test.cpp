// Only numbers and addresses that are set aside: NHS numbers that begin with 999, telephone numbers of drama (01632 960
// 000 to 999, 07700 900 000 to 999), postcodes in ZZ, example.org, National Insurance numbers that begin with QQ,
// pupils of authority 000.
#include "base/personal.hpp"

#include <catch2/catch.hpp>

using namespace escalate;

namespace {

/// Returns the kinds in order, a blank between.
std::string kinds(const std::string& text) {
  std::string words;
  for (const PersonalDetail& one : personal_details(text)) words += (words.empty() ? "" : " ") + word_of(one.kind);
  return words;
}

/// Returns the texts in which another kind than `kind`, or none, is found.
std::string not_found(const std::string& kind, const std::vector<std::string>& texts) {
  std::string missed;
  for (const std::string& text : texts)
    if (kinds(text) != kind) missed += "'" + text + "': " + kinds(text) + "\n";
  return missed;
}

std::string alarms(const std::vector<std::string>& texts) { return not_found("", texts); }

}  // namespace

TEST_CASE("an NHS number is ten digits whose check digit is right, together or in three groups") {
  CHECK(not_found("nhs-number", {
                                    "9990000018",
                                    "999 000 0018",
                                    "999-000-0018",
                                    "999.000.0018",
                                    "999\xC2\xA0"
                                    "000\xC2\xA0"
                                    "0018",
                                    "999\xE2\x80\x93"
                                    "000\xE2\x80\x93"
                                    "0018",
                                    "NHS number: 9990000018.",
                                    "(9990000018)",
                                    "\xE2\x80\x9C"
                                    "9990000018\xE2\x80\x9D",
                                    "NHS no 999 000 0026, seen today",
                                    "on 3 999 000 0018",
                                    "9990000050",
                                }) == "");
}

TEST_CASE("a Scottish number begins with a date of birth and has the same check digit") {
  CHECK(kinds("0101990006") == "nhs-number");                          // the 1st of January
  CHECK(kinds("0199990001").find("nhs-number") == std::string::npos);  // no 99th month
}

TEST_CASE("an NHS number is found as it is pasted and typed in haste") {
  CHECK(not_found("nhs-number", {"NHS9990000018", "nhs999 000 0018", "999\t000\t0018", "999 000\n0018", "999_000_0018",
                                 "999 0000018", "999000 0018", "CHI 010199 0065"}) == "");
  CHECK(alarms({"xNHS9990000018", "ENHS9990000018", "999 000 00 18"}) == "");
  CHECK(kinds("010199 0006").find("nhs-number") == std::string::npos);  // six minutes past midnight
}

TEST_CASE("other numbers of ten digits are no NHS numbers") {
  CHECK(alarms({
            "9990000019",   // check digit wrong
            "999000001",    // nine digits
            "99900000180",  // eleven
            "A9990000018",  // within a word
            "9990000018A",
            "9999999999",    // all alike
            "9990 000 018",  // other groups
            "99 90 00 00 18",
            "999/000/0018",
            "2026-11-02",
            "10 working days",
            "in 2026 and 2027",
        }) == "");
}

TEST_CASE("a unique pupil number has a letter that its digits prove") {
  CHECK(not_found("upn", {"P000000000001", "p000000000001", "UPN P000000000001.", "(P000000000001)"}) == "");
  CHECK(not_found("upn", {"P000 000 000 001", "P0000-0000-0001", "UPNP000000000001"}) == "");
  CHECK(alarms({"P00 00 000 000 01", "P 000 000 000 001", "P000  000 000 001", "The P123 2026 form"}) == "");
  CHECK(alarms({"Q000000000001", "P00000000001", "P0000000000011", "P000000000002", "P00000000000I"}) == "");
  CHECK(kinds("A00000000000A") == "upn");  // temporary: its last place is a letter
}

TEST_CASE("a National Insurance number is two letters, six digits and a letter from A to D") {
  CHECK(not_found("ni-number", {"QQ 12 34 56 C", "QQ123456C", "qq 12 34 56 c", "QQ-12-34-56-C", "QQ.12.34.56.C",
                                "NI: QQ123456A."}) == "");
  CHECK(alarms({"QQ123456E", "QQ12345C", "QQ1234567C", "XQQ123456C", "QQ123456", "LE-2026-K7QXM"}) == "");
}

TEST_CASE("a full postcode is found in its two parts, or together in capitals") {
  CHECK(not_found("postcode", {"ZZ99 3WZ", "ZZ993WZ", "zz99 3wz", "ZZ9 3WZ", "lives at ZZ99 3WZ now", "zz993wz",
                               "at ZZ99\n3WZ", "BF1 0AX",
                               "ZZ99\xC2\xA0"
                               "3WZ"}) == "");
  CHECK(alarms({
            "ZZ99",  // a part of one
            "ZZ99 WZ3",
            "XX1 1AA",  // no such area
            "s1 2nd",   // a stage and an ordinal
            "e123ab",
            "b12 3cd5",       // ids of events
            "WI-2026-6SJNC",  // case ids
            "LS-2026-A12BC",
            "A12BC",
            "stage 3a",
            "Step 2 1AB",
            "section E3",
        }) == "");
}

TEST_CASE("an e-mail address has a name, an at sign and a domain with a dot") {
  CHECK(not_found("email", {"a@example.org", "first.last+tag@mail.example.org", "<a@example.org>",
                            "Mail a@example.org."}) == "");
  CHECK(alarms({"@example", "a@b", "a @ example.org", "5 @ 3", "agreed @ the meeting"}) == "");
}

TEST_CASE("a telephone number is ten or eleven digits from 0 on, or international") {
  CHECK(not_found("telephone", {
                                   "01632 960123",
                                   "(01632) 960 123",
                                   "01632-960-123",
                                   "07700900123",
                                   "07700 900 123",
                                   "+44 1632 960123",
                                   "+44 (0)1632 960123",
                                   "0044 1632 960123",
                                   "Rang 01632 960123, no answer.",
                                   "0122 718093",
                                   "Tel:01632960123",
                                   "mob.07700 900123",
                                   "T/01632 960123",
                               }) == "");
  CHECK(alarms({
            "2026-11-02T10:15+00:00",
            "02-11-2026 10:15",
            "02.11.2026 10.15",
            "01/02/2026",
            "0 of 10",
            "00123456789",
            "01632",
            "case 01632 96",
            "leeds-2019:0163296012",
            "1632 960123",
        }) == "");
}

TEST_CASE("a date is one of birth only beside a word that says so") {
  CHECK(not_found("birth-date", {
                                    "born 5/3/2015",
                                    "born on 5 March 2015",
                                    "She was born on the 5th of March 2015.",
                                    "DOB: 05.03.15",
                                    "dob 2015-03-05",
                                    "D.O.B. 5 Mar 2015",
                                    "d.o.b 05/03/15",
                                    "date of birth: March 5, 2015",
                                    "Birthday 5th March 2015",
                                    "(5 March 2015, dob)",
                                    "DOB:\n05/03/2015",
                                    "DOB 05 03 2015",
                                    "DOB05/03/2015",
                                    "dob 05032015",
                                    "dob050315",
                                    "DOB 5-Mar-2015",
                                    "5-Mar-15 (dob)",
                                    "D O B 5/3/2015",
                                }) == "");
  CHECK(alarms({
            "The referral of 5 March 2026 was closed.",
            "An unborn baby, due 5 March 2026.",
            "The newborn came home on 5/3/2026.",
            "Born in Leeds. On 5 March 2026 nobody came.",
            "born in March",
            "birth family",
            "The birth mother said on 3 May 2026 that nobody came.",
            "Birth parents met on 3 May 2026",
            "birth-father, 3/5/2026",
            "born at 34 weeks, 2 10 days",
            "dob 999999",
            "She was born abroad; the visit was cancelled, the meeting put off and moved to 5 March 2026",
            "since 2026-11-02, until 5.3.2026",
        }) == "");
}

TEST_CASE("a title with a name after it is found, an office or a word is not") {
  CHECK(not_found("name", {
                              "Mr Example",
                              "Mrs. Example said so",
                              "Ms Example",
                              "Miss E. Example",
                              "Dr Example",
                              "MR EXAMPLE",
                              "mrs example",
                              "Prof Example",
                              "rang Sir Example",
                              "Mx \xC3\x89xample",
                              "Mr.Example",
                              "Dr de Example",
                              "Ms al-Example",
                              "Mrs \"Example\"",
                              "Master Example",
                              "PC Example",
                              "Cllr Example",
                          }) == "");
  CHECK(alarms({
            "Dear Sir/Madam",
            "the Lord Mayor",
            "we miss Monday's meeting",
            "a Miss is as good as a mile",
            "MS Teams",
            "It was on the PC. The child was not seen.",
            "PC World",
            "Master Plan",
            "DS team, DC Housing",
            "the dr asked",
            "Dr.",
            "Mr",
            "Headmaster Mister",
            "Firmly",
            "Ms 3",
        }) == "");
}

TEST_CASE("ordinary prose of a case raises no alarm") {
  CHECK(alarms({
            "The referral was closed without a visit. The caf\xC3\xA9 owner\xE2\x80\x99s account was not sought.",
            "Designated safeguarding lead",
            "Children\xE2\x80\x99s social care",
            "C-1042",
            "NY-2026-K7QXM",
            "They were asked on 2 November at 10:15 and again at 16.40, 3 working days later; 24 to 96 hrs.",
            "Section 47, paragraphs 3.1 to 3.12, pages 100-110, Working Together 2018 and 2023",
            "Answer due 30/12/2026 (10 working days).",
            "",
        }) == "");
}

TEST_CASE("several are told in the order in which they stand") {
  CHECK(kinds("Mrs Example, born 5/3/2015, ZZ99 3WZ, 01632 960123, a@example.org, 999 000 0018") ==
        "name birth-date postcode telephone email nhs-number");
  const auto found = personal_details("ab 9990000018");
  REQUIRE(found.size() == 1);
  CHECK(found[0].at == 3);
}

TEST_CASE("only check digits and letters prove a number") {
  CHECK(is_proven(PersonalKind::nhs_number));
  CHECK(is_proven(PersonalKind::upn));
  CHECK_FALSE(is_proven(PersonalKind::ni_number));
  CHECK(name_of(PersonalKind::ni_number) == "a National Insurance number");
}

TEST_CASE("a text of 64 KiB made to be slow is read at once") {
  std::string text;
  while (text.size() < 65536) text += "born 9@9.9 1 1-1 01 0 ";
  CHECK(personal_details(text).size() < text.size());
  CHECK(personal_details(std::string(65536, '1')).empty());
  CHECK(personal_details(std::string(65536, '@')).empty());
  CHECK(personal_details(std::string(65536, ' ') + "1").empty());
}
