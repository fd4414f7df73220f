"""Words nobody should type, for every option and word of every command: refused, named, short, and nothing written."""
from world import OPENED, WRITING, HostileTest, for_each_command, main

UNFIT = {
    "empty": "",
    "blank": "  ",
    "64 KiB and more": "x" * ((64 << 10) + 1),
    "no UTF-8": b"caf\xe9",
    "an escape sequence": "a\x1b[2Jb",
    "a C1 control": "a\x9bb",
    "a direction override": "a\u202eb",
    "a zero width space": "a\u200bb",
    "a noncharacter": "a\uffffb",
    "a tag character": "a\U000e0041b",
    "a lone surrogate": b"a\xed\xa0\x80b",
    "a bell": "\x07",
}
# Where these may stand: shown escaped, told apart by their code point in the record.
KEPT = {"a tag character"}
NUMBERS = ["+1", "-1", "0", "00", "010", "0x10", "1e3", "1.5", "1,000", " 1", "1 ", "1_000", "\u0661", "\uff11", "one", "",
           "99999999999999999999", "2147483648", "4294967297", "-0", "1\n", "1\x00"[:1] + "a", "nan", "inf", "0b1"]
PROGRAM_OPTIONS = ["--now", "--format", "--color", "-C"]
EMPTY = {"-C"}  # empty: here, as git has it
UNUSED = {"help": PROGRAM_OPTIONS, "merge-driver": ["-C"], "demo": ["-C"]}  # help is given whatever else is
# wrong; git says where it is; a demonstration is made here
CASE_WORDS = [OPENED, "AAAAA", "aaaaa", "ex-2026-aaaaa"]


class Words(HostileTest):
    def check_refused(self, world, words, codes=(2, 4)):
        done = world.run(words)
        said = done.out + done.err
        self.assertIn(done.code, codes, (words if len(str(words)) < 500 else "...", done))
        self.assertTrue(done.err.startswith("escalate: ") or ": error: " in done.err, done)
        self.assertEqual(done.out, "")
        self.assertLess(len(done.err), 4000, "the answer is too long to read")
        self.assertNotRegex(said, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e\uffff\udc80-\udcff]")
        self.assertTrue(world.unchanged(), "something was written")
        return done

    def spots(self, command, words):
        """Yields a function for each place of a command line where a value stands, and the name of the place."""
        first = len(command.split())
        for at in range(first, len(words)):
            if not words[at].startswith("--"):
                option = words[at - 1] if words[at - 1].startswith("--") else ""
                yield option or f"word {at}", lambda value, at=at: [*words[:at], value, *words[at + 1:]]
        given = set(words)
        options = [*self.commands.options(command), *PROGRAM_OPTIONS]
        options += ["--at", "--by"] if command in WRITING and command != "correct" else []
        for option in options:
            if option not in given:
                yield option, lambda value, option=option: [*words, option, value]

    @for_each_command
    def test_no_place_takes_what_no_record_may_hold(self, command, world, words):
        for place, line in self.spots(command, words):
            if place in UNUSED.get(command, []):
                continue
            for what, value in UNFIT.items():
                if (what == "empty" and place in EMPTY) or what in KEPT:
                    continue
                with self.subTest(place=place, what=what):
                    self.check_refused(world, line(value), (2, 3, 4))

    @for_each_command
    def test_options_given_twice_are_refused_unless_they_may_be(self, command, world, words):
        usage = self.commands.usage(command)
        for place, line in self.spots(command, words):
            if not place.startswith("-") or place == "--only" or f"{place} " in usage and "]..." in usage.split(f"{place} ")[1].split(" --")[0]:
                continue
            value = words[words.index(place) + 1] if place in words else "1"
            with self.subTest(place=place):
                done = self.check_refused(world, [*line(value), place, value], (2,))
                self.assertIn(f"'{place}'", done.err)

    @for_each_command
    def test_an_unknown_option_is_named_before_what_is_missing(self, command, world, words):
        for line in ([*command.split(), "--unheard-of"], ["--unheard-of", *command.split()],
                     [*command.split(), "--unheard-of=1"], [*words, "--unheard-of"], [*command.split(), "-q"]):
            with self.subTest(line=line):
                done = self.check_refused(world, line, (2,))
                self.assertIn("unknown option '-q'" if "-q" in line else "unknown option '--unheard-of'", done.err)

    @for_each_command
    def test_an_option_at_the_end_needs_its_value(self, command, world, words):
        for place, _ in self.spots(command, words):
            if place.startswith("--"):
                with self.subTest(place=place):
                    done = self.check_refused(world, [*command.split(), place], (2,))
                    self.assertIn(f"'{place}' needs", done.err)

    @for_each_command
    def test_too_many_words_are_refused(self, command, world, words):
        if command == "deadline" or "DATE|DURATION" in self.commands.usage(command):
            return  # their last words are a duration
        done = self.check_refused(world, [*words, "more", "words", "and", "more"], (2, 4))
        self.assertIn("more", done.err)

    def test_numbers_are_plain(self):
        world = self.world()
        for number in NUMBERS:
            with self.subTest(number=number):
                self.check_refused(world, ["overdue", f"--within={number}"], (2,))
                self.check_refused(world, ["deadline", "2026-11-02", f"{number} working days"], (2,))
                self.check_refused(world, ["agree", OPENED, f"{number} days", "--for", "whole"], (2,))
                self.check_refused(world, ["extend", OPENED, f"{number} days", "--because", "x", "--agreed-with", "lead"],
                                   (2,))

    def test_what_begins_with_a_dash_stands_behind_two(self):
        world = self.world()
        self.check_refused(world, ["note", OPENED, "-5 degrees in the house"], (2,))
        self.assertEqual(world.run(["note", "--", OPENED, "-5 degrees in the house"]).code, 0)
        self.assertIn("-5 degrees in the house", world.run(["history", OPENED]).out)
        self.assertEqual(world.run(["halt", OPENED, "--because=--because"]).code, 0)
        world = self.world()
        self.check_refused(world, ["note", OPENED, "--", "--", "x"], (2,))
        self.check_refused(world, ["--", "unheard-of"], (2,))

    def test_a_text_of_64_KiB_is_taken_and_one_byte_more_is_not(self):
        world = self.world()
        most = 64 << 10
        self.check_refused(world, ["note", OPENED, "é" * (most // 2) + "x"], (2,))
        self.check_refused(world, ["note", OPENED, "-"], (2,))  # nothing came
        done = world.run(["note", OPENED, "-"], stdin=("é" * (most // 2)).encode())
        self.assertEqual(done.code, 0, done)

    def test_standard_input_that_is_no_text_is_refused(self):
        world = self.world()
        for what, text in {"empty": b"", "blank": b" \n\t\n", "no UTF-8": b"\xff\xfe", "controls": b"a\x1bb", "NUL": b"a\0b",
                           "much": b"x" * (1 << 20), "binary": bytes(range(256))}.items():
            for words in (["note", OPENED, "-"], ["halt", OPENED, "--because", "-"], ["deadline", "--batch"]):
                with self.subTest(what=what, words=words):
                    done = world.run(words, stdin=text)
                    self.assertIn(done.code, (2, 3), done)
                    self.assertNotRegex(done.out + done.err, "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f\udc80-\udcff]")
                    self.assertTrue(world.unchanged())

    def test_standard_input_without_end_is_not_read_for_ever(self):
        world = self.world()
        for words in (["note", OPENED, "-"], ["deadline", "--batch"]):
            with self.subTest(words=words), open("/dev/zero", "rb") as endless:
                done = world.run(words, stdin=endless, timeout=20)
                self.assertIn(done.code, (2, 3), done)

    def test_a_case_is_named_in_any_letters_and_by_nothing_else(self):
        world = self.world()
        for word in CASE_WORDS:
            self.assertEqual(world.run(["status", word]).code, 0, word)
        for word in ["A" * 300, "../../etc/passwd", "EX-2026-AAAAA.yaml", "cases/2026/EX-2026-AAAAA", "*", "%s%n", "EX-2026-",
                     "EX-0000-AAAAA", "EX-99999-AAAAA", "\u0410\u0410\u0410\u0410\u0410", "AAAAA ", "AAAA", "."]:
            with self.subTest(word=word):
                self.check_refused(world, ["note", word, "A text"], (2, 4))


if __name__ == "__main__":
    main()
