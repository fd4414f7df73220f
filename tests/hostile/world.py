"""A workspace with a policy that has everything and cases in every state; what to type for each command; running it.

Commands are known from the program's help, so that a new one is tried by every test here without being named.
"""
import functools
import json
import os
import pathlib
import re
import shutil
import string
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOW = "2026-11-16T09:00+00:00"
LONG = os.environ.get("ESCALATE_LONG") == "1"

POLICY = """\
escalate: policy/1
id: example
title: {title}
partnership: {partnership}
edition: undated
case-prefix: EX
calendar: england-and-wales
themes: {{thresholds: {theme}}}
roles:
  lead: {{title: {lead}, side: raising, by-agency: {{education: {head}}}}}
  manager: {{title: {manager}, side: receiving}}
contacts:
  office: {{title: {office}, telephone: {telephone}, email: {email}, address: {address}, note: {note}}}
marks:
  disputed-decision: {{title: {mark}, ask: at-open}}
  imminent-risk: {{title: {risk}}}
urgent:
  - {{if: imminent-risk, say: {say}, contacts: [office], source: {source}, words: {words}}}
advice:
  - {{say: {advice}, source: {source}}}
stages:
  1: {{title: {stage}, owner: [lead, manager], within: 5 working days, aim: 1 working day, source: {source}, words: {words}, reading: {reading}}}
  2: {{title: {stage}, owner: lead, within: 'agreed, at most 10 working days', source: {source}}}
  3: {{title: {stage}, owner: manager, within: without delay, source: {source}}}
routes:
  standard: {{title: {route}, stages: [1, 2, 3]}}
limits:
  whole: {{title: {limit}, stages: all, within: 30 days, from: disputed-decision, source: {source}, words: {words}, reading: {reading}}}
duties:
  inform: {{what: {duty}, do: inform, by: lead, to: manager, when: entered 1, within: 1 working day, source: {source}, words: {words}}}
  record: {{what: {duty}, do: record, by: lead, when: resolved, source: {source}}}
"""
POLICY_TEXTS = sorted({name for _, name, _, _ in string.Formatter().parse(POLICY) if name})
PLAIN = {name: f"The {name}" for name in POLICY_TEXTS}

OPENED, HALTED, RESOLVED, CLOSED = "EX-2026-AAAAA", "EX-2026-BBBBB", "EX-2026-CCCCC", "EX-2026-DDDDD"

# What stands for each word of a command's usage line. Words a command alone has are in COMMANDS.
WORDS = {
    "CASE": OPENED, "ID": "example", "TEXT": "A text", "TIME": "2026-11-16", "DATE|DURATION": "2 working days",
    "DUTY": "inform", "STAGE": "2", "ROUTE": "standard", "ROLE": "manager", "JOB": "Head teacher", "EVENT": "opened",
    "REF": "C-1042", "AGENCY": "Example Primary School", "KIND": "education", "THEME": "thresholds",
    "MARK[=TIME|unknown]": "disputed-decision=2026-11-01", "MARK=TIME": "disputed-decision=2026-11-01", "N": "2",
    "KEY=VALUE": "theme=other", "STATE,..": "overdue,urgent", "FROM": "2026-11-02", "DURATION": "5 working days",
    "CALENDAR": "scotland", "COMMAND": "open", "FILE": "policies/example.yaml", "DOCUMENT": "words.txt",
    "BASE": "base.yaml", "OURS": "ours.yaml", "THEIRS": "theirs.yaml", "FOLDER": "new", "SHELL": "bash", "FORM": "notification",
}
COMMANDS = {
    "agree": ["agree", OPENED, "2026-11-18", "--for", "whole"],
    "extend": ["extend", OPENED, "2026-12-30", "--for", "stage-1", "--because", "A text", "--agreed-with", "manager"],
    "open": ["open", "--policy", "example", "--child", "C-1042", "--raising", "Example Primary School", "--receiving",
             "Example Council", "--concern", "A text", "--mark", "disputed-decision=unknown", "--id", "EX-2026-ZZZZZ"],
    "resume": ["resume", HALTED],
    "reopen": ["reopen", CLOSED, "--because", "A text"],
    "close": ["close", RESOLVED, "--because", "A text"],
    "correct": ["correct", OPENED, "opened", "--because", "A text", "--set", "theme=other"],
    "policy compare": ["policy", "compare", "example", "other"],
    "init": ["init", "../new"],
    "demo": ["demo", "../made-up"],
    "calendar import": ["calendar", "import", "bank-holidays.json", "--dry-run"],
}
MAKING = {"init", "demo"}  # a folder of their own, once
WRITING = {"open", "note", "mark", "done", "agree", "extend", "advance", "halt", "resume", "assign", "resolve",
           "close", "reopen", "correct"}

SETUP = [
    *[["open", "--policy", "example", "--child", "C-1", "--raising", "Example Primary School", "--raising-kind",
       "education", "--receiving", "Example Council", "--concern", "Nobody came.", "--mark",
       "disputed-decision=2026-10-30", "--id", case, "--now", "2026-11-02T09:00"] for case in
      (OPENED, HALTED, RESOLVED, CLOSED)],
    ["halt", HALTED, "--because", "Court", "--now", "2026-11-03T09:00"],
    ["resolve", RESOLVED, "--outcome", "They came.", "--now", "2026-11-03T09:00"],
    ["close", CLOSED, "--because", "Moved away", "--now", "2026-11-03T09:00"],
]


def published(calendars):
    """Returns the holidays of calendar files as GOV.UK publishes them, up to 2028."""
    divisions = {}
    for path in sorted(calendars.glob("*.yaml")):
        days = re.findall(r"^  (20(?:1\d|2[0-8])-\d\d-\d\d): (.*)$", path.read_text(), re.M)
        divisions[path.stem] = {"division": path.stem, "events": [
            {"title": title.strip('"').partition(" (")[0].replace("'", "\u2019"), "date": day, "notes": "", "bunting": True}
            for day, title in days]}
    return json.dumps(divisions)


def quoted(text):
    """Returns a text in YAML's double quotes."""
    escapes = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}
    return '"' + "".join(escapes.get(letter, letter) for letter in text) + '"'


def policy_with(texts):
    return POLICY.format(**{name: quoted(texts[name]) for name in POLICY_TEXTS})


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def __repr__(self):
        return f"exit {self.code}\n{self.out[:2000]!r}\n{self.err[:2000]!r}"


class World:
    """A folder of its own, removed when the test ends."""

    made = {}  # workspaces to copy, made once each

    def __init__(self, test, program, texts=PLAIN, cases=True):
        temporary = tempfile.TemporaryDirectory(prefix="escalate-", ignore_cleanup_errors=True)
        test.addCleanup(temporary.cleanup)
        self.program = program
        self.folder = pathlib.Path(temporary.name) / "workspace"
        kind = (*texts.values(), cases)
        if kind not in World.made:
            World.made[kind] = tempfile.TemporaryDirectory(prefix="escalate-")
            self.folder = pathlib.Path(World.made[kind].name) / "workspace"
            self.make(texts, cases)
            self.folder = pathlib.Path(temporary.name) / "workspace"
        shutil.copytree(pathlib.Path(World.made[kind].name) / "workspace", self.folder, symlinks=True)
        self.usual = self.bytes_of_cases()

    def make(self, texts, cases):
        shutil.copytree(ROOT / "policies/calendars", self.folder / "policies/calendars")
        (self.folder / "cases").mkdir(mode=0o700)
        self.write("policies/example.yaml", policy_with(texts))
        self.write("policies/other.yaml", policy_with(texts).replace("id: example", "id: other"))
        self.write("bank-holidays.json", published(self.folder / "policies/calendars"))
        self.write("escalate.yaml", 'escalate: settings/1\nby: "Head teacher"\n')
        self.write("words.txt", " ".join(texts.values()) + "\n")
        for words in SETUP if cases else []:
            done = self.run(words)
            assert done.code == 0, (words, done)
        for name in ("base.yaml", "ours.yaml", "theirs.yaml") if cases else []:
            shutil.copy(self.folder / f"cases/2026/{OPENED}.yaml", self.folder / name)

    def unchanged(self):
        """Returns whether no case changed since this was made."""
        return self.bytes_of_cases() == self.usual

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run(self, words, now=NOW, timeout=20, env=None, stdin=subprocess.DEVNULL, cwd=None, **more):
        """Runs the program with these words (text or bytes); fails loudly when it does not end."""
        if "--now" not in words and now:
            words = ["--now", now, *words]
        clean = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"} if env is None else env
        more.setdefault("stdout", subprocess.PIPE)
        more.setdefault("stderr", subprocess.PIPE)
        source = {"input": stdin} if isinstance(stdin, bytes) else {"stdin": stdin}
        done = subprocess.run([self.program, *words], cwd=cwd or self.folder, env=clean, timeout=timeout, **source,
                              **more)
        text = [stream.decode("utf-8", "surrogateescape") if stream else "" for stream in (done.stdout, done.stderr)]
        return Result(done.returncode, *text)

    def bytes_of_cases(self):
        """Returns every file under cases/ with its bytes."""
        return {str(path.relative_to(self.folder)): path.read_bytes()
                for path in sorted((self.folder / "cases").rglob("*")) if path.is_file()}


class Commands:
    """What the program's help says it can do."""

    def __init__(self, program):
        self.program = program
        self.names = re.findall(r"^  ([a-z][a-z-]*(?: [a-z]+)?) {2,}\S", self.help(""), re.M)

    def help(self, command):
        words = [self.program, *command.split(), "--help"]
        return subprocess.run(words, capture_output=True, check=True, text=True, timeout=20).stdout

    def usage(self, command):
        paragraph = " ".join(self.help(command).split("\n\n")[1].split())
        return paragraph.split(" escalate ")[0].removeprefix("escalate ")

    def words(self, command):
        """Returns a command line that does what the command is for; fails where a word is not known here."""
        if command in COMMANDS:
            return list(COMMANDS[command])
        usage = self.usage(command).removeprefix(command).strip()
        needed = re.sub(r"(?<!\S)\[(?:[^][]|\[[^]]*\])*\](?:\.\.\.)?", "", usage)
        unknown = [word for word in needed.split() if not word.startswith("--") and word not in WORDS]
        assert not unknown, f"say in tests/hostile/world.py what to type for {unknown} of '{command}'"
        return command.split() + [WORDS.get(word, word) for word in needed.split()]

    def options(self, command):
        """Returns the command's own options that take a value."""
        found = re.findall(r"(--[a-z-]+) (?=[A-Z])", self.usage(command))
        return sorted(set(found))

    def formats(self, command):
        """Returns the formats to try; a command that lacks one says so."""
        return ["text", "json", "csv"]


def for_each_command(test):
    """Runs a test for every command, with a workspace of its own and the words to type."""

    @functools.wraps(test)
    def run(self):
        for command in self.commands.names:
            with self.subTest(command):
                test(self, command, self.world(), self.commands.words(command))

    return run


class HostileTest(unittest.TestCase):
    """A test with the program and its commands at hand."""

    program = None
    commands = None
    silent = {}

    def prints(self, command):
        """Returns whether the command, as typed here, says anything."""
        if command not in self.silent:
            HostileTest.silent[command] = not self.world().run(self.commands.words(command)).out
        return not self.silent[command]

    def world(self, **options):
        return World(self, self.program, **options)


def main():
    """Runs the tests of the calling file: `test_X.py --program FILE`."""
    if "--program" in sys.argv:
        at = sys.argv.index("--program")
        HostileTest.program = str(pathlib.Path(sys.argv[at + 1]).resolve())
        del sys.argv[at : at + 2]
    else:
        HostileTest.program = str(ROOT / "build/escalate")
    HostileTest.commands = Commands(HostileTest.program)
    unittest.main()
