#include "cli/help_pages.hpp"

namespace escalate {
namespace {

std::vector<HelpPage> start_pages() {
  return {
      {"init", "make a folder for your own cases", "escalate init [FOLDER] [--git] [--policy ID]... [--by JOB] [--default ID]",
       "FOLDER, or the folder you are in, gets policies/, cases/, escalate.yaml and a\n"
       "README of what may be written there. On a terminal it asks for what is not\n"
       "given. Run again, it adds what is missing and changes nothing else.\n",
       "  --git         keep it in git, and have git merge what two people write to one\n"
       "                case; to be typed once in each clone\n"
       "  --policy ID   a policy that comes with the program, a procedure with all its\n"
       "                editions (leeds), or all, as if not given; may be given again\n"
       "  --by JOB      your job, never a name: who writes, where a command has no --by\n"
       "  --default ID  the policy that 'open' follows without --policy; with one policy\n"
       "                alone it is that\n",
       "escalate init concerns --policy wiltshire --by \"Designated safeguarding lead\"\n"},
      {"demo", "make a folder of made-up cases, to try things in", "escalate demo [FOLDER]",
       "The cases stand so that today there is something to act on. FOLDER is new or\n"
       "empty; without it, one is made where files that may vanish are kept.\n",
       "", "escalate demo\n"},
      {"config", "each setting, its value and where it comes from", "escalate config",
       "Settings stand in escalate.yaml, beside policies/ and cases/: your job (by), the\n"
       "policy you use (policy), and the jobs that fill a policy's roles where you work\n"
       "(service). None need be set; what is typed goes before what is set.\n",
       "", "escalate config\n"},
  };
}

std::vector<HelpPage> policy_pages() {
  return {
      {"policy list", "the policies here", "escalate policy list", "", "", "escalate policy list\n"},
      {"policy show", "one policy: stages, owners, timescales, duties", "escalate policy show ID",
       "ID is the id of a policy, as 'policy list' gives it.\n", "", "escalate policy show north-yorkshire\n"},
      {"policy check", "find the faults in policy files", "escalate policy check [FILE] [--against DOCUMENT]",
       "FILE is a file, or the id of a policy; without it, every policy here is checked.\n"
       "Says what is wrong and what to do, then what the policy cannot keep or does not\n"
       "say, as warnings.\n",
       "  --against DOCUMENT  a text file of the procedure, or - for standard input:\n"
       "                      check that every quotation in FILE stands there word for\n"
       "                      word\n",
       "escalate policy check policies/leeds-2019.yaml\n"},
      {"policy timetable", "the whole ladder, each timescale used to the full",
       "escalate policy timetable ID --from TIME [--mark MARK=TIME]...\n"
       "                          [--route ROUTE]",
       "ID is the id of a policy, as 'policy list' gives it.\n",
       "  --from TIME       when the case would be opened\n"
       "  --mark MARK=TIME  a mark of the policy, true since TIME; may be given again\n"
       "  --route ROUTE     the route to take, if not the first\n",
       "escalate policy timetable wiltshire --from 2026-11-02\n"},
      {"policy compare", "what differs between two policies, or two editions",
       "escalate policy compare A B [--from TIME] [--mark MARK=TIME]...\n"
       "                        [--route ROUTE]",
       "A and B are ids of policies or files; one may be - for standard input, so that\n"
       "an earlier state can be compared:\n"
       "  git show HEAD~1:policies/kent.yaml | escalate policy compare - kent\n"
       "Says what differs in meaning. What the two quote from their documents (source,\n"
       "words, reading) is counted and left out.\n",
       "  --from TIME       both timetables too, side by side, from TIME on\n"
       "  --mark MARK=TIME  a mark true since TIME, for the timetables; may be given\n"
       "                    again\n"
       "  --route ROUTE     the route of both timetables, if not the first of each\n",
       "escalate policy compare leeds-2019 leeds-2022 --from 2026-11-02\n"},
      {"policy graph", "the ladder as a drawing, and in words", "escalate policy graph ID [--mermaid]",
       "ID is the id of a policy, as 'policy list' gives it. The words come first; the\n"
       "drawing is Mermaid text, in a document that is Markdown.\n",
       "  --mermaid  the drawing alone\n", "escalate policy graph wiltshire\n"},
  };
}

constexpr std::string_view open_usage =
    "escalate open --policy ID [--route ROUTE] [--to STAGE --because TEXT]\n"
    "              --child REF --raising AGENCY [--raising-kind KIND]\n"
    "              --receiving AGENCY [--receiving-kind KIND] [--theme THEME]\n"
    "              --concern TEXT [--sought TEXT]\n"
    "              [--mark MARK[=TIME|unknown]]... [--id ID]";

constexpr std::string_view open_options =
    "  --policy ID            the procedure to follow, as 'policy list' gives it, if\n"
    "                         not the one in escalate.yaml\n"
    "  --route ROUTE          the route through it, if not the first\n"
    "  --to STAGE             the stage to open at, if not the first; say why with\n"
    "                         --because\n"
    "  --because TEXT         why the case is opened at that stage\n"
    "  --child REF            your reference for the child, never a name\n"
    "  --raising AGENCY       the agency that raises the disagreement\n"
    "  --raising-kind KIND    its kind: social-care, health, police, education,\n"
    "                         early-years, housing, probation, youth-justice,\n"
    "                         voluntary or other\n"
    "  --receiving AGENCY     the agency it is raised with\n"
    "  --receiving-kind KIND  its kind, one of the same\n"
    "  --theme THEME          what the disagreement is about: one of the policy's\n"
    "                         themes, where one fits\n"
    "  --concern TEXT         what the worry about the child is\n"
    "  --sought TEXT          what you ask the other agency to do\n"
    "  --mark MARK            a mark of the policy that is true since the opening;\n"
    "                         MARK=TIME: since then; MARK=unknown: it is not known\n"
    "                         since when; may be given again\n"
    "  --id ID                the id of the case, if it is not to be drawn\n";

std::vector<HelpPage> first_case_pages() {
  return {
      {"open", "begin a case", open_usage,
       "On a terminal, 'escalate open' alone asks for what it needs to know.\n"
       "Some policies ask for marks at the opening: answer with MARK=TIME or\n"
       "MARK=unknown. A kind or a theme may be left out.\n",
       open_options,
       "escalate open --policy wiltshire --child C-1042 \\\n"
       "  --raising \"Example Primary School\" --receiving \"Children's social care\" \\\n"
       "  --concern \"The referral was closed without a visit.\"\n",
       true},
      {"note", "write something down", "escalate note CASE TEXT", "A note changes no stage and no date.\n", "",
       "escalate note K7QXM \"Rang the duty team, left a message.\"\n", true},
      {"mark", "say that something is true of a case, or no longer is",
       "escalate mark CASE MARK[=TIME|unknown] [--clear]",
       "MARK is one of the marks that 'policy show' gives, true from now on;\n"
       "MARK=TIME: since then; MARK=unknown: it is not known since when.\n",
       "  --clear  it is no longer true, from now on or from TIME\n", "escalate mark K7QXM imminent-risk\n", true},
      {"done", "tick a duty",
       "escalate done CASE DUTY [--stage STAGE | --all] [--role ROLE] [--note TEXT]\n"
       "              [--not-needed TEXT]",
       "DUTY is the id of a duty, as 'status' gives it.\n",
       "  --stage STAGE      the duty of that stage, where several stages owe it\n"
       "  --all              the duty of every stage that owes it\n"
       "  --role ROLE        who has done it, where each of several owes it\n"
       "  --note TEXT        anything worth keeping about it\n"
       "  --not-needed TEXT  it was not done, and why it is not needed\n",
       "escalate done K7QXM inform-lead --note \"By telephone.\"\n", true},
      {"agree", "record the day agreed for a stage or a duty",
       "escalate agree CASE DATE|DURATION [--for ID] [--with ROLE]",
       "An agreed day may only be sooner than what is in force; for later, see 'extend'.\n"
       "DURATION may be several words: 5 working days.\n",
       "  --for ID     the limit or duty it is agreed for, as 'status' gives it\n"
       "  --with ROLE  who agreed\n",
       "escalate agree K7QXM 5 working days --with receiving-manager\n", true},
      {"extend", "record a later day, why, and who agreed",
       "escalate extend CASE DATE|DURATION [--for ID] --because TEXT\n"
       "                --agreed-with ROLE",
       "DURATION is added to the day in force; it may be several words: 2 working days.\n",
       "  --for ID            the limit or duty to extend, as 'status' gives it\n"
       "  --because TEXT      why it takes longer\n"
       "  --agreed-with ROLE  who agreed to it\n",
       "escalate extend K7QXM 2026-11-20 --because \"The meeting was cancelled.\" \\\n"
       "  --agreed-with receiving-manager\n",
       true},
  };
}

std::vector<HelpPage> last_case_pages() {
  return {
      {"advance", "escalate: go to the next stage, or to any other",
       "escalate advance CASE [--to STAGE] [--route ROUTE] --because TEXT",
       "Never refused because something is still to be done: that stays on the reports.\n",
       "  --to STAGE      the stage to go to, if not the next\n"
       "  --route ROUTE   the route it is on, if it is on several\n"
       "  --because TEXT  why\n",
       "escalate advance K7QXM --because \"No agreement about the threshold.\"\n", true},
      {"halt", "the process is paused", "escalate halt CASE --because TEXT",
       "A halt stops no clock: every due stays as it is. The next move of the case ends\n"
       "it, or 'resume'.\n",
       "  --because TEXT  why\n", "escalate halt K7QXM --because \"A strategy meeting is called.\"\n", true},
      {"resume", "the halt is over", "escalate resume CASE", "", "", "escalate resume K7QXM\n", true},
      {"assign", "say which job fills a role in this case", "escalate assign CASE ROLE --to JOB",
       "ROLE is the id of a role, or its title, as 'policy show' gives them.\n",
       "  --to JOB  the job that acts, never a name\n",
       "escalate assign K7QXM raising-lead --to \"Deputy safeguarding lead\"\n", true},
      {"resolve", "the disagreement is settled",
       "escalate resolve CASE --outcome TEXT [--next-steps TEXT]\n"
       "                 [--result changed|stands|compromise|withdrawn]",
       "What is owed after a resolution stays on the reports until the case is closed.\n",
       "  --outcome TEXT     what was agreed\n"
       "  --next-steps TEXT  who does what next\n"
       "  --result changed|stands|compromise|withdrawn\n"
       "                     what became of the decision that was disputed\n",
       "escalate resolve K7QXM --outcome \"A visit on Monday.\" --result changed\n", true},
      {"close", "nothing more is to be done", "escalate close CASE [--because TEXT]", "",
       "  --because TEXT  why; needed when the case is not resolved, or when something\n"
       "                  is still to be done\n",
       "escalate close K7QXM\n", true},
      {"reopen", "begin the process again after it ended", "escalate reopen CASE [--to STAGE] --because TEXT",
       "For a case that was resolved or closed: its timescales and duties begin again.\n"
       "What was resolved by mistake is taken back with 'correct'.\n",
       "  --to STAGE      the stage to begin at, if not where the case stood\n"
       "  --because TEXT  why\n",
       "escalate reopen K7QXM --because \"The visit did not take place.\"\n", true},
      {"correct", "take back what was written, or put it right",
       "escalate correct CASE EVENT --because TEXT [--set KEY=VALUE]... [--void]",
       "EVENT is four or more digits of an event's id, as 'status CASE' gives them, or\n"
       "opened. It counts for nothing from then on, and stays in the file; correcting\n"
       "the correction brings it back.\n",
       "  --because TEXT   why\n"
       "  --set KEY=VALUE  it counts, but with this value; may be given again. KEY is a\n"
       "                   key of the event, such as at, by, to, raising/kind or\n"
       "                   marks/MARK; KEY= with nothing behind it takes it out\n"
       "  --void           the case was opened in error: it leaves every report\n",
       "escalate correct K7QXM d0e2 --because \"On Thursday.\" --set at=2026-11-05\n", true, false},
  };
}

std::vector<HelpPage> look_pages() {
  return {
      {"status", "where the cases stand, or one case", "escalate status [CASE] [--forecast] [--all] [--child REF]",
       "Without CASE, lists those that are not closed, the most pressing first.\n",
       "  --forecast   the dates of every stage still before CASE, if nobody acts\n"
       "  --all        the closed ones too\n"
       "  --child REF  only the cases with this reference for the child\n",
       "escalate status K7QXM\n"},
      {"overdue", "what needs acting on; nothing when nothing does",
       "escalate overdue [--within N] [--only STATE,..] [--policy ID] [--exit-code]\n"
       "                 [--heartbeat]",
       "Made to be mailed each morning: it prints no reference to a child and no text\n"
       "of the case.\n",
       "  --within N      due soon is by the end of the N-th working day (1)\n"
       "  --only STATE,.. only these: urgent, overdue, due-now, due-today, due-soon,\n"
       "                  no-date, waiting, undone; may be given again\n"
       "  --policy ID     only the cases under this policy\n"
       "  --exit-code     end with exit code 1 when anything is listed\n"
       "  --heartbeat     print one line when nothing is, so that silence is a fault\n",
       "escalate overdue --within 3 --only urgent,overdue\n"},
      {"explain", "why each date of a case is what it is", "escalate explain CASE",
       "The words of the policy, the moment counted from, each day counted, each day\n"
       "passed over and why.\n",
       "", "escalate explain K7QXM\n"},
      {"history", "the story of a case, day by day", "escalate history CASE",
       "All that was written, whole: who, when it happened and when it was recorded,\n"
       "what was late, what was corrected and why.\n",
       "", "escalate history K7QXM\n"},
  };
}

std::vector<HelpPage> other_pages() {
  return {
      {"deadline", "count a time limit, without a case",
       "escalate deadline FROM DURATION [--calendar CALENDAR]\n"
       "                  [--count-from receipt|deemed|inclusive]\n"
       "escalate deadline --batch",
       "FROM is a day or a time (2026-11-02, 2026-11-02T10:15). DURATION may be several\n"
       "words: 10 working days, 96 hours, 2 weeks, 1 month, same working day.\n",
       "  --calendar CALENDAR  whose bank holidays: england-and-wales (if not given),\n"
       "                       scotland, northern-ireland or uk-any\n"
       "  --count-from receipt|deemed|inclusive\n"
       "                       receipt (if not given): the day of FROM is day 0;\n"
       "                       deemed: if that is closed, the next working day is;\n"
       "                       inclusive: the first working day on or after is day 1\n"
       "  --batch              reads lines FROM,DURATION,CALENDAR,COUNT-FROM from\n"
       "                       standard input; the first line names the columns:\n"
       "                       from,duration,calendar,count-from\n",
       "escalate deadline 2026-11-02 10 working days\n"},
  };
}

std::vector<HelpPage> keep_pages() {
  return {
      {"check", "whether the records are whole, and what to see to", "escalate check [--history]",
       "Reads every policy, calendar, setting and case, and changes nothing. Names every\n"
       "fault with its place and its cure, errors first. Exit code 1 for any error, 0\n"
       "with warnings only.\n",
       "  --history  also look through all that git keeps for events that a commit held\n"
       "             and the case files have lost\n",
       "escalate check --history\n"},
      {"calendar show", "the calendars, or the bank holidays of one", "escalate calendar show [CALENDAR] [--year YEAR]",
       "CALENDAR is england-and-wales, scotland, northern-ireland or uk-any. Without it,\n"
       "says how far each calendar goes, and what GOV.UK has published of it.\n",
       "  --year YEAR  only the days of this year\n", "escalate calendar show england-and-wales --year 2026\n"},
      {"calendar import", "take over the bank holidays that GOV.UK publishes",
       "escalate calendar import FILE [--yes | --dry-run]",
       "FILE is bank-holidays.json from https://www.gov.uk/bank-holidays.json, or - for\n"
       "standard input. Says which days it changes and which cases get another date,\n"
       "then asks whether to write; where it cannot ask, it writes only with --yes.\n"
       "No day is taken away that has passed or that the file does not reach.\n",
       "  --yes      write without asking\n"
       "  --dry-run  say what would be written, and write nothing\n",
       "escalate calendar import bank-holidays.json --dry-run\n"},
      {"merge-driver", "merge two versions of a case; git runs this",
       "escalate merge-driver BASE OURS THEIRS [PATH] [--marker-size N]",
       "Puts into the file OURS every event of OURS and of THEIRS. What only people can\n"
       "settle it names: then both versions stand in OURS, between markers, and the exit\n"
       "code is 1. BASE is the version both began with; it may be empty, or /dev/null.\n"
       "PATH is the name of the file, for messages.\n",
       "  --marker-size N  how many signs a marker has (7)\n",
       "escalate merge-driver /dev/null cases/2026/NY-2026-K7QXM.yaml old\n"},
  };
}

std::vector<HelpPage> help_pages() {
  return {
      {"help", "this help, or that of a command", "escalate help [COMMAND]", "", "", "escalate help policy check\n"}};
}

std::vector<HelpPage> case_pages() {
  std::vector<HelpPage> pages = first_case_pages();
  for (const HelpPage& page : last_case_pages()) pages.push_back(page);
  return pages;
}

}  // namespace

// clang-format off
const std::vector<HelpGroup>& help_groups() {
  static const std::vector<HelpGroup> groups = {{"Start", start_pages()},  //
                                                {"Policies", policy_pages()}, {"A case", case_pages()},
                                                {"Look", look_pages()},       {"Calculate", other_pages()},
                                                {"Keep", keep_pages()},       {"Help", help_pages()}};
  return groups;
}
// clang-format on

}  // namespace escalate
