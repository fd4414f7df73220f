#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "cli/command_info.hpp"
#include "cli/program_version.hpp"
#include "unit/cli/typed_line.hpp"
#include "unit/support/places.hpp"

namespace escalate::test {
namespace {

/// Texts that a library might take for something else.
const Words odd_texts = {"",    "-",    "[a,b]", "[]",   "a,b",  "{}",   "%%",      "++",   "status", "policy", "open",
                         "a=b", "=",    "010",   "true", "x\ny", "'q'",  "\"q\"",   " a ",  "\t",     "Ärger",  "{a}",
                         "!",   "/C:x", "a\\b",  "--=",  "-",    "null", "[\"x\"]", "100%", ";",      "#3"};

const Words dashed_texts = {"-5 degrees", "--",  "--to", "--because=x", "-h", "--help",
                            "-",          "---", "-- x", "- a list",    "-C"};

}  // namespace

TEST_CASE("every option of 'open' fills its own field") {
  const auto open = options_of<OpenOptions>(split(
      "open --policy p --route r --to 2 --because b --child c --raising a --raising-kind k --receiving o "
      "--receiving-kind l --theme t --concern n --sought s --mark m --mark m2=unknown --id i --at w --by j --dry-run"));
  const std::vector<Text> fields = {
      open.policy,    open.route,          open.to,    open.because, open.child,  open.raising, open.raising_kind,
      open.receiving, open.receiving_kind, open.theme, open.concern, open.sought, open.id,      open.at,
      open.by};
  CHECK(fields == std::vector<Text>{"p", "r", "2", "b", "c", "a", "k", "o", "l", "t", "n", "s", "i", "w", "j"});
  CHECK(open.marks == Words{"m", "m2=unknown"});
  CHECK(open.dry_run);
}

TEST_CASE("what was not typed is absent") {
  const auto line = line_of({"open"});
  const auto open = std::get<OpenOptions>(line.options);
  const std::vector<Text> fields = {
      open.policy,    open.route,          open.to,    open.because, open.child,  open.raising, open.raising_kind,
      open.receiving, open.receiving_kind, open.theme, open.concern, open.sought, open.id,      open.at,
      open.by};
  for (const Text& field : fields) CHECK_FALSE(field.has_value());
  CHECK(open.marks.empty());
  CHECK_FALSE(open.dry_run);
  CHECK_FALSE(line.global.dir.has_value());
  CHECK_FALSE(line.global.now.has_value());
  CHECK(line.global.format == Format::text);
  CHECK(line.global.color == Color::automatic);
}

TEST_CASE("the commands about policies are read") {
  CHECK(std::holds_alternative<PolicyListOptions>(line_of({"policy", "list"}).options));
  CHECK(options_of<PolicyShowOptions>({"policy", "show", "p"}).policy == "p");
  CHECK(options_of<PolicyCheckOptions>({"policy", "check"}).file == std::nullopt);
  const auto check = options_of<PolicyCheckOptions>(split("policy check --against doc.txt p.yaml"));
  CHECK(check.file == "p.yaml");
  CHECK(check.against == "doc.txt");
  const auto timetable =
      options_of<PolicyTimetableOptions>(split("policy timetable p --from d --mark a=1 --route r --mark b=2"));
  CHECK(timetable.policy == "p");
  CHECK(timetable.from == "d");
  CHECK(timetable.route == "r");
  CHECK(timetable.marks == Words{"a=1", "b=2"});
}

TEST_CASE("a note and a mark are read") {
  const auto note = options_of<NoteOptions>({"note", "K7QXM", "two words", "--by", "Head"});
  CHECK(note.case_id == "K7QXM");
  CHECK(note.text == "two words");
  CHECK(note.by == "Head");
  const auto mark = options_of<MarkOptions>(split("mark K7QXM imminent-risk=2026-11-05 --clear --dry-run"));
  CHECK(mark.case_id == "K7QXM");
  CHECK(mark.mark == "imminent-risk=2026-11-05");
  CHECK(mark.clear);
  CHECK(mark.dry_run);
}

TEST_CASE("a duty is ticked at one stage or at all") {
  const auto one = options_of<DoneOptions>(split("done K d --stage 2 --role r --note n --not-needed x --at t"));
  CHECK(one.case_id == "K");
  CHECK(std::vector<Text>{one.duty, one.stage, one.role, one.note, one.not_needed, one.at} ==
        std::vector<Text>{"d", "2", "r", "n", "x", "t"});
  CHECK_FALSE(one.all);
  CHECK(options_of<DoneOptions>(split("done --all K d")).all);
  CHECK(first_line(fault_of(split("done K d --stage 2 --all"))) == "'--stage' and '--all' exclude each other");
}

TEST_CASE("a duration is as many words as were typed, wherever the options stand") {
  const Words duration{"5", "working", "days"};
  for (const char* line : {"agree K 5 working days --for l --with r", "agree --for l K --with r 5 working days",
                           "agree K 5 working --for l days --with r", "agree --with=r --for=l -- K 5 working days"}) {
    const auto agree = options_of<AgreeOptions>(split(line));
    CHECK(agree.case_id == "K");
    CHECK(agree.until == duration);
    CHECK(agree.limit_or_duty == "l");
    CHECK(agree.with == "r");
  }
  const auto extend = options_of<ExtendOptions>(split("extend K 5 working days --for l --because b --agreed-with r"));
  CHECK(extend.until == duration);
  CHECK(extend.limit_or_duty == "l");
  CHECK(extend.because == "b");
  CHECK(extend.agreed_with == "r");
  CHECK(options_of<ExtendOptions>({"extend", "K", "5 working days"}).until == Words{"5 working days"});
  CHECK(options_of<AgreeOptions>({"agree", "K"}).until.empty());
}

TEST_CASE("the moves of a case are read") {
  const auto advance = options_of<AdvanceOptions>(split("advance K --to 3a --route r --because b"));
  CHECK(std::vector<Text>{advance.case_id, advance.to, advance.route, advance.because} ==
        std::vector<Text>{"K", "3a", "r", "b"});
  const auto resolve = options_of<ResolveOptions>(split("resolve K --outcome o --next-steps n --result stands"));
  CHECK(std::vector<Text>{resolve.case_id, resolve.outcome, resolve.next_steps, resolve.result} ==
        std::vector<Text>{"K", "o", "n", "stands"});
  const auto close = options_of<CloseOptions>(split("close K --because b"));
  CHECK(std::vector<Text>{close.case_id, close.because} == std::vector<Text>{"K", "b"});
}

TEST_CASE("the commands that halt, assign, reopen and correct are read") {
  const auto halt = options_of<HaltOptions>(split("halt K7QXM --because b --at w --by j"));
  CHECK((halt.case_id == "K7QXM" && halt.because == "b" && halt.at == "w" && halt.by == "j"));
  CHECK(options_of<ResumeOptions>(split("resume K7QXM")).case_id == "K7QXM");
  const auto assign = options_of<AssignOptions>(split("assign K7QXM r --to j"));
  CHECK((assign.role == "r" && assign.to == "j"));
  const auto reopen = options_of<ReopenOptions>(split("reopen K7QXM --to 2 --because b"));
  CHECK((reopen.to == "2" && reopen.because == "b"));
  const auto correct =
      options_of<CorrectOptions>(split("correct K7QXM d0e2 --because b --set at=w --set x=[a,b] --by j"));
  CHECK((correct.event == "d0e2" && correct.because == "b" && correct.values == Words{"at=w", "x=[a,b]"} &&
         !correct.void_case));
  CHECK(options_of<CorrectOptions>(split("correct K7QXM opened --void")).void_case);
  CHECK(
      fault_of(split("correct K7QXM opened --void --set a=b")).starts_with("'--void' and '--set' exclude each other"));
  CHECK(fault_of(split("correct K7QXM d0e2 --at today")).starts_with("unknown option '--at' of 'correct'"));
}

TEST_CASE("the commands that look are read") {
  CHECK(options_of<StatusOptions>({"status"}).case_id == std::nullopt);
  const auto status = options_of<StatusOptions>(split("status K --all --child C-1042"));
  CHECK(status.case_id == "K");
  CHECK(status.all);
  CHECK(status.child == "C-1042");
  const auto overdue = options_of<OverdueOptions>(split("overdue --within 010 --policy p --exit-code --heartbeat"));
  CHECK(overdue.within == "010");
  CHECK(overdue.policy == "p");
  CHECK(overdue.exit_code);
  CHECK(overdue.heartbeat);
  CHECK(options_of<ExplainOptions>({"explain", "K"}).case_id == "K");
}

TEST_CASE("states are split at commas, and none is lost") {
  const auto states = [](const Words& words) { return options_of<OverdueOptions>(words).only; };
  CHECK(states({"overdue", "--only", "urgent,overdue", "--only", "due-now, no-date"}) ==
        Words{"urgent", "overdue", "due-now", "no-date"});
  CHECK(states({"overdue", "--only", "urgent,,x,"}) == Words{"urgent", "", "x", ""});
  CHECK(states({"overdue", "--only", ""}) == Words{""});
  CHECK(states({"overdue", "--only", "[urgent]"}) == Words{"[urgent]"});
  CHECK(states({"overdue"}).empty());
}

TEST_CASE("a deadline is one question, or lines of standard input") {
  const auto one =
      options_of<DeadlineOptions>(split("deadline 2026-11-02 10 working days --calendar c --count-from deemed"));
  CHECK(one.from == "2026-11-02");
  CHECK(one.duration == Words{"10", "working", "days"});
  CHECK(one.calendar == "c");
  CHECK(one.count_from == "deemed");
  CHECK_FALSE(one.batch);
  const auto batch = options_of<DeadlineOptions>({"deadline", "--batch"});
  CHECK(batch.batch);
  CHECK_FALSE(batch.from.has_value());
  CHECK(batch.duration.empty());
}

TEST_CASE("the options of the program stand before or after the command") {
  for (const char* line :
       {"-C d --now n --format json --color never status K", "status K -C d --now n --format json --color never",
        "-C=d status --now=n --format=json K --color=never", "-C d policy --now n --format json list --color never"}) {
    const auto global = line_of(split(line)).global;
    CHECK(global.dir == "d");
    CHECK(global.now == "n");
    CHECK(global.format == Format::json);
    CHECK(global.color == Color::never);
  }
  CHECK(line_of(split("status --format csv --color always")).global.format == Format::csv);
  CHECK(line_of(split("status --format text --color always")).global.color == Color::always);
}

TEST_CASE("every text reaches its option as it was typed") {
  for (const std::string& text : odd_texts) {
    CAPTURE(text);
    CHECK(options_of<OpenOptions>({"open", "--mark=" + text, "--mark=" + text}).marks == Words{text, text});
    if (text.empty()) continue;
    const auto advance = options_of<AdvanceOptions>({"advance", "K", "--because=" + text, "--to=" + text});
    CHECK(advance.because == text);
    CHECK(advance.to == text);
    if (text.size() > 1 && text.front() == '-') continue;
    CHECK(options_of<AdvanceOptions>({"advance", "--because", text, "K", "--to", "3"}).because == text);
    CHECK(options_of<OpenOptions>({"open", "--mark", text, "--mark", text}).marks == Words{text, text});
    CHECK(line_of({"-C", text, "--now", text, "status"}).global.dir == text);
  }
}

TEST_CASE("every text reaches its place as it was typed") {
  for (const std::string& text : odd_texts) {
    CAPTURE(text);
    if (text.size() > 1 && text.front() == '-') continue;
    CHECK(options_of<NoteOptions>({"note", "K", text}).text == text);
    CHECK(options_of<ExplainOptions>({"explain", text, "--format", "json"}).case_id == text);
    CHECK(options_of<AgreeOptions>({"agree", text, text, "--for", "l", text}).until == Words{text, text});
    CHECK(options_of<DeadlineOptions>({"deadline", text, text}).duration == Words{text});
  }
}

TEST_CASE("what begins with '-' follows '=' or stands after '--'") {
  for (const std::string& text : dashed_texts) {
    CAPTURE(text);
    CHECK(options_of<AdvanceOptions>({"advance", "K", "--because=" + text}).because == text);
    CHECK(options_of<NoteOptions>({"note", "K", "--", text}).text == text);
    CHECK(options_of<NoteOptions>({"note", "--by", "Head", "--", text, text}).case_id == text);
    CHECK(options_of<DeadlineOptions>({"deadline", "today", "--", text, text}).duration == Words{text, text});
  }
}

TEST_CASE("a dash alone is a text") {
  CHECK(options_of<NoteOptions>({"note", "K", "-"}).text == "-");
  CHECK(options_of<OpenOptions>({"open", "--concern", "-", "--child", "c"}).concern == "-");
}

TEST_CASE("what a command may ask for itself is left to it") {
  CHECK_FALSE(options_of<NoteOptions>({"note", "K"}).text.has_value());
  CHECK_FALSE(options_of<MarkOptions>({"mark", "K"}).mark.has_value());
  CHECK_FALSE(options_of<DoneOptions>({"done", "K"}).duty.has_value());
  CHECK_FALSE(options_of<AdvanceOptions>({"advance", "K"}).because.has_value());
  CHECK_FALSE(options_of<DeadlineOptions>({"deadline"}).from.has_value());
}

TEST_CASE("help is asked for in three ways and survives faults") {
  for (const CommandInfo& command : known_commands()) {
    CAPTURE(command.name);
    Words words = split(command.name);
    words.emplace_back("--help");
    const std::string help = help_of(words);
    CHECK(first_line(help).starts_with("escalate " + (command.name.empty() ? "- " : command.name + " - ")));
    words.back() = "-h";
    CHECK(help_of(words) == help);
    words.pop_back();
    words.insert(words.begin(), "help");
    CHECK(help_of(words) == help);
    if (!command.name.empty()) CHECK(help_of(split(command.name + " --unknown x --help --now")) == help);
  }
  CHECK(first_line(help_of(split("policy --help"))) == "escalate policy - the procedures of the partnerships");
  CHECK(help_of(split("help policy")) == help_of(split("policy -h")));
  CHECK(fault_of(split("help opne")) == "unknown command 'opne'\ndid you mean 'open'?");
  CHECK(fault_of(split("help policy lst")) == "unknown command 'policy lst'\ndid you mean 'policy list'?");
  CHECK(fault_of(split("opne --help")) == "unknown command 'opne'\ndid you mean 'open'?");
}

TEST_CASE("an option's value that looks like help asks for none") {
  CHECK(options_of<NoteOptions>({"note", "K", "--", "--help"}).text == "--help");
  CHECK(options_of<AdvanceOptions>({"advance", "K", "--because=--help"}).because == "--help");
}

TEST_CASE("the version is that of the project") {
  CHECK(help_of({"--version"}) == "escalate " + std::string(program_version) + "\n");
  std::ifstream file(test::in_repository("CMakeLists.txt"));
  std::stringstream text;
  text << file.rdbuf();
  CHECK(text.str().find("VERSION " + std::string(program_version) + " ") != std::string::npos);
}

}  // namespace escalate::test
