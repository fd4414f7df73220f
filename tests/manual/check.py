"""Holds the manual pages to the program, the schemas and their own examples.

What a page names and what there is are compared both ways: commands and options (escalate.1, against --help), keys and
events (section 5, against the JSON Schemas), JSON keys, exit codes, alert states. Every example is run.
In the pages `Ic` names a key of a file, `Va` a key of the JSON, `.It Fl` an option; nothing else uses them.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import sys
import unittest

from page import ROOT, Page, as_read, example_cases, example_policies, file_of, heads, id_of, marked, options_in
from program import Help, Workspace, keys_in

PROGRAM = ROOT / "build/escalate"


class EscalateOne(unittest.TestCase):
    page = Page("escalate.1")

    def setUp(self):
        self.help = Help(PROGRAM)

    def test_it_has_the_commands_that_there_are(self):
        self.assertEqual(self.page.titles("COMMANDS"), self.help.commands())

    def test_each_command_has_its_usage_and_its_options(self):
        rendered = "\n".join(self.page.rendered())
        for command in self.help.commands():
            printed = re.search(rf"^   {command}\n(.*?)\n\n", rendered, re.M | re.S)[1]
            self.assertEqual(" ".join(printed.split()), self.help.usage(command))
            self.assertEqual(options_in(self.page.part("COMMANDS", command)), self.help.options(command), command)

    def test_it_has_the_options_of_every_command(self):
        options = self.help.listed_options("", "Options, before or after the command")
        self.assertEqual(options_in(self.page.part("OPTIONS")), options)

    def test_it_has_the_commands_that_write_and_their_options(self):
        writing = {command: self.help.listed_options(command, "When and who") or
                   self.help.listed_options(command, "Who\n") for command in self.help.commands()}
        writing = {command: options for command, options in writing.items() if options}
        lines = self.page.part("COMMANDS THAT WRITE")
        named = marked(lines[: lines.index(".Bl -tag -width Ds")], "Cm")
        self.assertEqual(named, list(writing))
        for command, options in writing.items():
            missing = {"--at TIME"} if command == "correct" else set()
            self.assertEqual((options_in(lines) - options, options - options_in(lines)), (missing, set()), command)

    def test_it_has_the_states_of_alerts_in_their_order(self):
        states = re.search(r"only these: (.*?);", " ".join(self.help.text("overdue").split()))[1]
        self.assertEqual(heads(self.page.part("ALERT STATES"), "Cm"), states.split(", "))

    def test_it_has_the_exit_codes(self):
        enum = re.search("enum class ExitCode : int {(.*?)};", (ROOT / "src/base/fault.hpp").read_text(), re.S)[1]
        codes = re.findall(r"\w+ = (\d+)", enum) + ["141"]
        self.assertEqual([line[4:] for line in self.page.part("EXIT STATUS") if line.startswith(".It ")], codes)

    def test_it_has_the_variables_that_are_read(self):
        sources = "".join(path.read_text() for path in (ROOT / "src").rglob("*.cpp"))
        read = re.findall(r'variable\("(\w+)"\)', sources)
        self.assertEqual(sorted(heads(self.page.part("ENVIRONMENT"), "Ev")), sorted(read))

    def test_its_settings_have_no_fault(self):
        work = Workspace(self, PROGRAM)
        blocks = [block for block in self.page.blocks() if block[0] == "escalate: settings/1"]
        self.assertTrue(blocks)
        for block in blocks:
            work.write("escalate.yaml", "\n".join(block) + "\n")
            checked = work.run(["policy", "check", "escalate.yaml"])
            self.assertEqual((checked.returncode, checked.stderr), (0, ""))


class Json(unittest.TestCase):
    """The keys of the output that escalate.1 names, against what the program prints."""

    def setUp(self):
        lines = Page("escalate.1").part("JSON AND CSV")
        middle = lines.index(".Fl -format Cm csv")
        self.named, self.columns = self.groups(lines[:middle]), self.groups(lines[middle:])
        self.work = Workspace(self, PROGRAM)
        opened = self.work.run("escalate open --policy wiltshire --id WI-2026-K7QXM --child C-1 --raising A "
                               "--receiving B --concern C --at 2026-11-02 --by 'Class teacher'")
        self.assertEqual(opened.returncode, 0, opened.stderr)

    @staticmethod
    def groups(lines):
        groups, name = collections.defaultdict(list), ""
        for line in lines:
            if line.startswith(".It Em "):
                name = line[7:]
            groups[name] += marked([line], "Va")
        return groups

    def check(self, name, keys):
        self.assertEqual(set(self.named.pop(name)), set(keys), name)

    def test_the_keys_are_those_that_are_printed(self):
        now = ["--now", "2026-11-06T09:00"]
        explain, status = self.work.json("explain", "K7QXM", *now), self.work.json("status", "K7QXM", *now)
        every = set(status) & set(self.work.json("policy", "list"))
        self.check("every object", every)
        self.check("each of problems", self.work.json("policy", "check", "wiltshire")["problems"][0])
        self.check("status CASE and explain", (set(explain) | set(explain["raising"])) - every)
        self.assertEqual(set(explain), set(status))
        for name in ("limits", "duties"):
            self.check(f"each of {name}", explain[name][0])
            self.assertEqual(set(explain[name][0]) - set(status[name][0]), {"days"})
        self.check("each of days", explain["limits"][0]["days"][0])
        self.check("each of alerts", explain["alerts"][0])
        self.check("each of next", explain["next"][0])
        self.check_forecast(status)
        story = self.work.json("history", "K7QXM", *now)
        schema = json.loads((ROOT / "policies/schema/case.schema.json").read_text())["definitions"]
        self.check("history", set(story) - every)
        self.check("each of events", set(story["events"][0]) - set(schema["opened"]["properties"]))
        listed = self.work.json("status", *now)
        self.check("status", set(listed) - every)
        self.assertEqual(set(listed["cases"][0]), set(status) - every)
        self.check("overdue", set(self.work.json("overdue", *now)) - every)
        self.check("commands that write", set(self.work.json("note", "K7QXM", "x", "--by", "J")) - every)
        self.check_policies(every)
        self.named.pop("", None)
        self.assertFalse(self.named)

    def check_forecast(self, status):
        opened = self.work.run("escalate open --policy wiltshire --id WI-2026-B4NKH --child C-2 --raising A --receiving B "
                               "--concern C --mark imminent-risk --at 2026-11-02 --by 'Class teacher'")
        self.assertEqual(opened.returncode, 0, opened.stderr)
        ahead = self.work.json("status", "B4NKH", "--forecast", "--now", "2026-11-06T09:00")
        self.assertEqual(set(ahead) - set(status), {"forecast"})
        of_stages = {"entered", "earliest", "limits", "limit", "binding"}  # named under policy timetable
        self.check("status --forecast", (keys_in(ahead["forecast"]) | {"forecast"}) - of_stages)

    def check_policies(self, every):
        init = self.work.json("init", "../init")
        self.check("init", (set(init) | keys_in(init["files"])) - every)
        self.check("demo", set(self.work.json("demo", "../demo")) - every)
        config = self.work.json("config")
        self.check("config", (set(config) | set(config["by"])) - every)
        self.check("policy list", keys_in(self.work.json("policy", "list")["policies"]) | {"policies"})
        shown = set(self.work.json("policy", "show", "wiltshire")) - every
        schema = json.loads((ROOT / "policies/schema/policy.schema.json").read_text())
        self.check("policy show", shown - set(schema["properties"]))
        self.assertEqual(set(schema["properties"]) - shown, {"escalate"})
        check = self.work.json("policy", "check")
        self.check("policy check", keys_in([check[key] for key in set(check) - every]) | set(check) - every)
        whole = self.work.json("check")
        self.check("check", keys_in([whole[key] for key in set(whole) - every]) | set(whole) - every)
        graph = self.work.json("policy", "graph", "wiltshire")
        self.check("policy graph", keys_in({key: graph[key] for key in set(graph) - every}) | set(graph) - every)
        timetable = self.work.json("policy", "timetable", "leeds-2019", "--from", "2026-12-14")
        self.check("policy timetable", keys_in(timetable) - keys_in(timetable["problems"]) - every)
        self.check_import(every)
        compared = self.work.json("policy", "compare", "kent", "wiltshire", "--from", "today")
        self.assertEqual(set(compared["a"]["timetable"]), set(timetable) - every)
        self.check("policy compare", set(compared["a"]) | keys_in(compared["differences"]) | set(compared) - every)
        self.check("calendar show", keys_in(self.work.json("calendar", "show", "uk-any")) - every)
        self.check("deadline", set(self.work.json("deadline", "today", "1", "day")) - every)
        batch = self.work.run("echo from,duration,calendar,count-from | escalate deadline --batch --format json; "
                              "printf 'from,duration,calendar,count-from\\ntoday,1 day,,\\n' | "
                              "escalate deadline --batch --format json").stdout
        self.check("deadline --batch", keys_in(json.loads(batch[batch.rindex("\n{") :])) - every)

    def check_import(self, every):
        """Imports what the calendars say themselves, with a holiday on the day after the opening of the case."""
        days = self.work.json("calendar", "show")["calendars"]
        feed = {one["calendar"]: {"division": one["calendar"], "events": [
            {"title": day["name"], "date": day["day"]} for day in one["holidays"] if "2026" <= day["day"] < "2030"
        ] + [{"title": "One more", "date": "2026-11-03"}]} for one in days if one["calendar"] != "uk-any"}
        self.work.write("feed.json", json.dumps(feed))
        imported = self.work.json("calendar", "import", "feed.json", "--dry-run", "--now", "2026-11-02T09:00")
        self.check("calendar import", set(imported) - every)
        self.check("each calendar of an import", keys_in(imported["calendars"]))
        self.check("each case of an import", keys_in(imported["cases"]))

    def test_the_columns_are_those_that_are_printed(self):
        self.assertTrue(self.columns.pop("", None) is not None)
        for name, columns in self.columns.items():
            words = [name] + (["today", "1", "day"] if name == "deadline" else [])
            header = self.work.run([*words, "--format", "csv"]).stdout.split("\n")[0]
            self.assertEqual(",".join(columns), header)


class SectionFive(unittest.TestCase):
    """The keys that the pages of section 5 name, against the schemas."""

    def compare(self, keys_by_part, schemas, whole):
        self.assertEqual(sorted(keys_by_part), sorted(schemas))
        for part, keys in keys_by_part.items():
            self.assertEqual(sorted(keys), sorted(schemas[part]), part)
        self.assertEqual(set().union(*schemas.values()), self.properties(whole), "a part is in no section")

    def properties(self, schema):
        if isinstance(schema, list):
            return set().union(*map(self.properties, schema))
        if not isinstance(schema, dict):
            return set()
        own = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
        return own.union(*map(self.properties, schema.values()))

    def test_policy_has_each_key_in_its_part(self):
        schema = json.loads((ROOT / "policies/schema/policy.schema.json").read_text())
        defined, page = schema["definitions"], Page("escalate-policy.5")
        schemas = {plural: defined[one]["properties"] for one, plural in (
            ("role", "roles"), ("mark", "marks"), ("urgent", "urgent"), ("advice", "advice"),
            ("elsewhere", "elsewhere"), ("stage", "stages"), ("route", "routes"), ("limit", "limits"),
            ("duty", "duties"), ("form", "forms"), ("field", "fields"), ("contact", "contacts"))}
        schemas["The top of the file"] = schema["properties"]
        schemas["in-force"] = schema["properties"]["in-force"]["properties"]
        schemas["by-agency"] = defined["role"]["properties"]["by-agency"]["properties"]
        schemas["rungs"] = self.properties(defined["rung"])
        schemas["raise-by"] = defined["raise-by"]["properties"]
        schemas["latest-of"] = defined["latest-of"]["properties"]
        schemas["owner"] = defined["stage-owner"]["properties"]
        parts = {title: page.part("KEYS", title) for title in page.titles("KEYS")}
        shared = parts.pop("Keys that several parts share")
        self.compare({title: set(marked(lines, "Ic")) for title, lines in parts.items()},
                     {title: set(keys) for title, keys in schemas.items()}, schema)
        only_named = set().union(*(set(marked(lines, "Ic")) - set(heads(lines, "Ic")) for lines in parts.values()))
        self.assertEqual(only_named - set(heads(shared, "Ic")), set(), "named, and explained nowhere")
        self.assertEqual(set(marked(shared, "Ic")) - only_named, set(), "shared by no part")

    def test_case_has_each_event_and_each_of_its_keys(self):
        schema = json.loads((ROOT / "policies/schema/case.schema.json").read_text())
        defined, page = schema["definitions"], Page("escalate-case.5")
        events = defined["event"]["properties"]["event"]["enum"]
        every = set(marked(page.part("EVENTS", "Every event"), "Ic"))
        named = {"": set(marked(page.part("THE FILE"), "Ic")),
                 "Agencies": set(marked(page.part("EVENTS", "Agencies"), "Ic"))}
        named.update({event: every | set(marked(page.part("EVENTS", event), "Ic")) for event in events})
        schemas = {event: set(defined[event]["properties"]) for event in events}
        schemas.update({"": set(schema["properties"]), "Agencies": set(defined["agency"]["properties"])})
        self.compare(named, schemas, schema)
        others = {"Every event", "Agencies"}
        self.assertEqual(set(page.titles("EVENTS")) - others, set(events))
        cannot = marked(page.part("EVENTS", "corrected")[8:], "Ql")
        self.assertEqual(set().union(*schemas.values()) - schemas[""] - {"agency", "kind"} - set(cannot) - {"instead"},
                         set(defined["instead"]["properties"]))

    def test_case_has_a_command_for_each_event(self):
        written_by = {"opened": "open", "noted": "note", "marked": "mark", "done": "done", "agreed": "agree",
                      "extended": "extend", "advanced": "advance", "halted": "halt", "resumed": "resume",
                      "assigned": "assign", "resolved": "resolve", "closed": "close", "reopened": "reopen",
                      "corrected": "correct"}
        schema = json.loads((ROOT / "policies/schema/case.schema.json").read_text())
        self.assertEqual(set(written_by), set(schema["definitions"]["event"]["properties"]["event"]["enum"]))
        self.assertLessEqual(set(written_by.values()), set(Help(PROGRAM).commands()))


class Examples(unittest.TestCase):
    def setUp(self):
        self.work = Workspace(self, PROGRAM)

    def holds(self, done, code=0):
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stderr, "", done.args)

    def test_policies_are_without_fault(self):
        self.assertTrue(example_policies())
        for policy in example_policies():
            self.holds(self.work.run(["policy", "check", id_of(policy)]))

    def test_parts_of_a_policy_fit_into_the_whole_one(self):
        page, whole = Page("escalate-policy.5"), example_policies()[0]
        parts = [block for block in page.blocks() if re.match("(?!escalate:)[a-z-]+:( |$)", block[0])]
        self.assertTrue(parts)
        for part in parts:
            text = whole
            for section in re.findall(r"^[a-z].*\n(?: .*\n)*", "\n".join(part) + "\n", re.M):
                name = section.split(":")[0]
                text = re.sub(rf"^{name}:.*\n(?: .*\n)*", "", text, flags=re.M) + section
            self.work.write(f"policies/{id_of(whole)}.yaml", text)
            done = self.work.run(["policy", "check", id_of(whole)])
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_what_other_procedures_say_is_run_in_a_transcript(self):
        page = Page("escalate-policy.5")
        policies = [re.search(r"<<< policies/example-town.yaml\n(.*?)>>>", path.read_text(), re.S)[1].split("\n")
                    for path in (ROOT / "tests/cli/partnerships").iterdir()]
        titles = page.titles("WHAT OTHER PROCEDURES SAY")
        self.assertEqual(len(titles), len(policies))
        for title in titles:
            block = page.blocks(page.part("WHAT OTHER PROCEDURES SAY", title))[0]
            self.assertTrue(any(set(block) <= set(policy) for policy in policies), title)

    def test_each_mistake_is_answered_as_the_page_says(self):
        whole = example_policies()[0]
        name = f"{id_of(whole)}.yaml"
        mistakes = [block for block in Page("escalate-policy.5").blocks() if block[0].startswith(name + ":")]
        self.assertTrue(mistakes)
        for block in mistakes:
            lines = whole.split("\n")
            number = int(block[0].split(":")[1]) - 1
            wrong = block[[line.strip() for line in block].index("^") - 1].strip()
            lines[number] = re.match(" *", lines[number])[0] + wrong
            self.work.write(f"policies/{name}", "\n".join(lines))
            done = self.work.run(["policy", "check", name], "policies")
            self.assertEqual(done.stderr.split(), " ".join(block).split())

    def test_cases_are_read_without_a_word(self):
        self.assertTrue(example_cases())
        for case in example_cases():
            self.work.write(file_of(case), case)
            done = self.work.run(["status", pathlib.Path(file_of(case)).stem])
            self.holds(done)
            self.assertNotIn("note  ", done.stdout)  # no "record damaged", no other digest of the policy
        self.holds(self.work.run(["status", "--all"]))

    def test_a_case_survives_what_the_page_allows_and_no_more(self):
        case = example_cases()[0]
        allowed = {"comment": case.replace("  by:", "  # who\n  by:", 1), "quotes": case.replace('"C-1042"', "C-1042"),
                   "order": re.sub(r"(  theme: .*\n)((?:.*\n)*?)(  logged: .*\n)", r"\3\2\1", case, count=1),
                   "line ends": case.replace("\n", "\r\n"), "no end": case.rstrip("\n"),
                   "indented": re.sub("^(- |  )", r"  \1", case, flags=re.M)}
        for change, text in allowed.items():
            self.assertNotEqual(text, case)
            self.work.write(file_of(case), text)
            self.holds(self.work.run(["status", "K7QXM"]))
        for text in (case.replace("visit", "visits", 1), re.sub(r"- event: done\n(?:  .*\n)*", "", case)):
            self.work.write(file_of(case), text)
            done = self.work.run(["status", "K7QXM"])
            self.assertEqual(done.returncode, 3)
            self.assertIn("record damaged", done.stdout)

    def test_a_merge_never_silences_an_escalation(self):
        case = example_cases()[0]
        name, here = file_of(case), ["--now", "2026-11-03T10:00", "--by", "Head teacher"]
        opened = case.split("- event: advanced")[0]
        sides = []
        for command in (["advance", "K7QXM", "--because", "No."], ["resolve", "K7QXM", "--outcome", "Yes."]):
            self.work.write(name, opened)
            self.holds(self.work.run([*command, *here]))
            sides.append((self.work.folder / name).read_text()[len(opened) :])
        for both in (sides, sides[::-1]):
            self.work.write(name, opened + "".join(both))
            state = self.work.run(["status", "K7QXM", "--now", "2026-11-03T11:00"])
            self.holds(state)
            self.assertRegex(state.stdout, "(?s)open.*stage 2.*decided twice")
        self.holds(self.work.run(["resolve", "K7QXM", "--outcome", "Yes.", *here]))
        self.assertNotIn("decided twice", self.work.run(["status", "K7QXM"]).stdout)

    def test_commands_do_what_the_pages_show(self):
        for page in map(Page, sorted(os.listdir(ROOT / "man"))):
            for block in page.blocks():
                if block[0].startswith("$ "):
                    self.follow(block)

    def follow(self, block):
        """Runs the commands of a block; `...` stands for any lines."""
        for step in re.split(r"^\$ ", "\n".join(block), flags=re.M)[1:]:
            lines = step.rstrip("\n").split("\n")
            end = next(at for at, line in enumerate(lines, 1) if not line.endswith(("\\", "|")))
            done = self.work.run("\n".join(lines[:end]))
            self.holds(done)
            shown = "".join("(.*\n)*" if line == "..." else re.escape(line) + "\n" for line in lines[end:])
            self.assertRegex(done.stdout, rf"\A{shown}\Z", lines[:end])


class Layout(unittest.TestCase):
    def test_no_page_is_wider_than_a_terminal(self):
        for name in sorted(os.listdir(ROOT / "man")):
            for line in Page(name).rendered():
                self.assertLessEqual(len(line), 80, f"{name}: {line}")


class Itself(unittest.TestCase):
    """What this test could overlook: each planted fault must be seen."""

    def test_options_and_keys_are_told_from_the_lines_that_name_them(self):
        item = "Fl -mark Ar MARK Ns Oo = Ns Ar TIME Ns | Ns Cm unknown Oc"
        self.assertEqual(as_read(item), "--mark MARK[=TIME|unknown]")
        self.assertEqual(as_read("Fl h , Fl -help"), "-h, --help")
        self.assertEqual(marked([".Ic from , until", "Ic not", ".Pq Ic a Pq b"], "Ic"), ["from", "until", "a"])
        page = Page("escalate.1", ".Sh A\n.Ss one\n.It Fl -x\n.Ss two\n.It Fl -y Ar Z\n.Sh B\n.It Fl -z")
        self.assertEqual(options_in(page.part("A", "two")), {"--y Z"})
        self.assertEqual(page.titles("A"), ["one", "two"])

    def test_options_are_told_from_the_usage(self):
        self.assertIn("--mark MARK[=TIME|unknown]", Help(PROGRAM).options("open"))
        self.assertEqual(Help(PROGRAM).options("deadline"),
                         {"--calendar CALENDAR", "--count-from receipt|deemed|inclusive", "--batch"})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=PROGRAM, type=pathlib.Path, help="default: build/escalate")
    options, others = parser.parse_known_args()
    PROGRAM = options.program.resolve()
    unittest.main(argv=sys.argv[:1] + others)
