"""A bad case, policy, calendar or settings file hides none of the good ones, in any listing; it is named, and the exit is 3,
of `check` 1."""
import csv
import io
import json

from world import CLOSED, HALTED, OPENED, RESOLVED, HostileTest, main

BAD = {
    "empty": b"",
    "no YAML": b"{",
    "binary": bytes(range(256)),
    "cut": b"escalate: case/1\ncase: ",
    "an open quote": b'escalate: case/1\ncase: "EX',
    "a list": b"- a\n- b\n",
    "a lone comma": b",",
    "an alias bomb": b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    "deep": b"[" * 5000,
    "conflict markers": b"<<<<<<< HEAD\nescalate: case/1\n=======\n>>>>>>> other\n",
    "another kind": b"escalate: calendar/1\nid: x\n",
    "of the future": b"escalate: case/99\ncase: EX-2026-EEEEE\nevents: []\n",
    "no events": b"escalate: case/1\ncase: EX-2026-EEEEE\nevents: []\n",
    "no policy of that name": b"",
}
LISTED = {OPENED, HALTED, RESOLVED}


class GoodBesideBad(HostileTest):
    def bad_case(self, world, what):
        """Puts a bad case beside the good ones and returns its name."""
        name = "cases/2026/EX-2026-EEEEE.yaml"
        good = (world.folder / f"cases/2026/{OPENED}.yaml").read_bytes()
        bad = BAD[what]
        if what == "no policy of that name":
            bad = good.replace(OPENED.encode(), b"EX-2026-EEEEE").replace(b'policy: "example"', b'policy: "nowhere"')
        world.write(name, bad)
        return name

    def check_named(self, done, name):
        self.assertEqual(done.code, 3, done)
        self.assertIn(name, done.err)

    def test_a_bad_case_in_every_listing(self):
        for what in BAD:
            world = self.world()
            name = self.bad_case(world, what)
            with self.subTest(what):
                for words in (["status"], ["status", "--all"], ["overdue"], ["overdue", "--heartbeat"]):
                    done = world.run(words)
                    self.check_named(done, name)
                    for case in LISTED:
                        self.assertIn(case[-5:], done.out, words)
                for words in (["status"], ["overdue"]):
                    done = world.run([*words, "--format", "json"])
                    self.assertEqual(done.code, 3)
                    answer = json.loads(done.out)
                    self.assertFalse(answer["complete"])
                    self.assertIn(name, [problem["file"] for problem in answer["problems"]])
                    listed = {each["case"] for each in answer["cases" if words == ["status"] else "alerts"]}
                    self.assertLessEqual(LISTED - {RESOLVED} if words == ["overdue"] else LISTED, listed)
                    done = world.run([*words, "--format", "csv"])
                    self.check_named(done, name)
                    listed = {row["case"] for row in csv.DictReader(io.StringIO(done.out))}
                    self.assertLessEqual({OPENED, HALTED}, listed)

    def test_what_is_asked_of_a_good_case_is_answered(self):
        for what in BAD:
            world = self.world()
            self.bad_case(world, what)
            with self.subTest(what):
                for words in (["status", OPENED], ["explain", OPENED], ["history", "AAAAA"], ["note", OPENED, "A text"],
                              ["advance", HALTED, "--because", "A text"], ["close", RESOLVED, "--because", "x"],
                              ["reopen", CLOSED, "--because", "x"]):
                    done = world.run(words)
                    self.assertEqual(done.code, 0, (words, done))

    def test_opening_warns_of_the_good_ones_beside_a_bad_one(self):
        for what in BAD:
            world = self.world()
            self.bad_case(world, what)
            done = world.run(["open", "--policy", "example", "--child", "C-1", "--raising", "Example Primary School",
                              "--receiving", "Example Council", "--concern", "Nobody came.", "--mark",
                              "disputed-decision=unknown", "--id", "EX-2026-ZZZZZ"])
            with self.subTest(what):
                self.assertEqual(done.code, 0, done)
                self.assertIn("AAAAA", done.out + done.err)

    def test_the_bad_case_itself_is_refused_and_stays_as_it_is(self):
        for what in BAD:
            world = self.world()
            name = self.bad_case(world, what)
            before = world.bytes_of_cases()
            for words in (["status", "EEEEE"], ["explain", "EEEEE"], ["note", "EEEEE", "A text"],
                          ["advance", "EEEEE", "--because", "A text"], ["close", "EEEEE"]):
                with self.subTest(what=what, words=words):
                    done = world.run(words)
                    self.assertEqual(done.code, 3, done)
                    self.assertTrue(name in done.err or "EX-2026-EEEEE" in done.out + done.err, done)
            self.assertEqual(world.bytes_of_cases(), before)

    def test_a_bad_policy_in_every_listing(self):
        for what, bad in BAD.items():
            for name in ("policies/third.yaml", "policies/other.yaml"):
                world = self.world()
                world.write(name, bad)
                with self.subTest(what=what, name=name):
                    for words in (["policy", "list"], ["policy", "check"]):
                        done = world.run(words)
                        self.check_named(done, name)
                        self.assertIn("example", done.out)
                        done = world.run([*words, "--format", "json"])
                        self.assertEqual(done.code, 3)
                        answer = json.loads(done.out)
                        self.assertIn(name, [problem["file"] for problem in answer["problems"]])
                        self.assertIn("example", done.out)
                    # Cases of the others have their dates.
                    for words in (["status"], ["overdue"], ["status", OPENED], ["note", OPENED, "A text"]):
                        self.assertEqual(world.run(words).code, 0, words)

    def test_a_bad_policy_takes_the_dates_of_its_own_cases_only(self):
        for what, bad in BAD.items():
            world = self.world()
            done = world.run(["open", "--policy", "other", "--child", "C-9", "--raising", "Example Primary School", "--receiving",
                              "Example Council", "--concern", "Nobody came.", "--mark", "disputed-decision=unknown", "--id",
                              "EX-2026-YYYYY"])
            self.assertEqual(done.code, 0, done)
            world.write("policies/other.yaml", bad)
            for words in (["status"], ["overdue"], ["status", "--format", "csv"], ["overdue", "--format", "json"]):
                with self.subTest(what=what, words=words):
                    done = world.run(words)
                    self.assertEqual(done.code, 3, done)
                    self.assertIn("YYYYY", done.out + done.err)
                    self.assertIn("other", done.out + done.err)
                    for case in (OPENED, HALTED):
                        self.assertIn(case, done.out)

    def test_a_bad_calendar_takes_the_dates_that_need_it_only(self):
        for what, bad in BAD.items():
            world = self.world()
            world.write("policies/calendars/scotland.yaml", bad)
            with self.subTest(what):
                self.assertEqual(world.run(["status"]).code, 0)
                self.check_named(world.run(["policy", "check"]), "policies/calendars/scotland.yaml")
            world.write("policies/calendars/england-and-wales.yaml", bad)
            for words in (["status"], ["overdue"], ["status", "--format", "json"], ["overdue", "--format", "csv"]):
                with self.subTest(what=what, words=words):
                    done = world.run(words)
                    self.assertEqual(done.code, 3, done)
                    self.assertIn("policies/calendars/england-and-wales.yaml", done.out + done.err)
                    for case in (OPENED, HALTED):
                        self.assertIn(case, done.out)
            done = world.run(["advance", OPENED, "--because", "A text"])
            self.assertEqual(done.code, 3, done)
            self.assertFalse(world.unchanged(), "a case could not be moved for want of a calendar")

    def test_bad_settings_stop_writing_only(self):
        for what, bad in BAD.items():
            if not bad.strip():
                continue
            world = self.world()
            world.write("escalate.yaml", bad)
            with self.subTest(what):
                for words in (["status"], ["overdue"], ["status", OPENED]):
                    done = world.run(words)
                    self.assertIn(done.code, (0, 3), done)
                    self.assertIn(OPENED, done.out)
                done = world.run(["note", OPENED, "A text"])
                self.check_named(done, "escalate.yaml")
                self.assertTrue(world.unchanged())

    def world_to_check(self):
        """A workspace of which `check` has something to say: of a good case and of a good policy."""
        world = self.world()
        self.assertEqual(world.run(["note", OPENED, "Write to lead@example.org"]).code, 0)
        good = (world.folder / "policies/example.yaml").read_text()
        world.write("policies/example.yaml", good.replace("edition: undated", "edition: undated\nin-force: {review-by: 2020-01-01}"))
        return world

    def check_checked(self, world, name):
        """Runs `check`: what it says of the good files is said beside the bad one, and each good file is counted."""
        said = {f"cases/2026/{OPENED}.yaml": "e-mail address", "policies/example.yaml": "was to be reviewed by"}
        done = world.run(["check"])
        self.assertEqual(done.code, 1, done)
        self.assertIn(f"{name}:", done.err, done)
        for file, text in said.items():
            self.assertRegex(done.err, f"(?m)^{file}:[0-9:]* warning: .*{text}")
        done = world.run(["check", "--format", "json"])
        self.assertEqual(done.code, 1, done)
        answer = json.loads(done.out)
        self.assertIn(name, [problem["file"] for problem in answer["problems"] if problem["severity"] == "error"])
        for file, text in said.items():
            self.assertTrue(any(text in problem["text"] for problem in answer["problems"] if problem["file"] == file))
        files = {each["file"] for kind in ("cases", "policies", "calendars", "settings") for each in answer[kind]}
        good = {f"cases/2026/{case}.yaml" for case in (OPENED, HALTED, RESOLVED, CLOSED)}
        good |= {f"policies/calendars/{calendar}.yaml" for calendar in ("england-and-wales", "northern-ireland", "scotland")}
        good |= {"policies/example.yaml", "policies/other.yaml", "escalate.yaml"}
        self.assertLessEqual(good, files)

    def test_check_beside_a_bad_case(self):
        for what in BAD:
            world = self.world_to_check()
            name = self.bad_case(world, what)
            with self.subTest(what):
                self.check_checked(world, name)

    def test_check_beside_another_bad_file(self):
        for what, bad in BAD.items():
            for name in ("policies/third.yaml", "policies/other.yaml", "policies/calendars/scotland.yaml", "escalate.yaml"):
                world = self.world_to_check()
                world.write(name, bad)
                with self.subTest(what=what, name=name):
                    if name != "escalate.yaml" or bad.strip():  # empty settings are none
                        self.check_checked(world, name)

    def test_many_bad_ones_are_all_named(self):
        world = self.world()
        names = []
        for number, bad in enumerate(list(BAD.values())[:-1]):
            names.append(f"cases/2026/EX-2026-EEE{number:02}.yaml")
            world.write(names[-1], bad)
        done = world.run(["status"])
        self.assertEqual(done.code, 3)
        for name in names:
            self.assertIn(name, done.err)
        for case in LISTED:
            self.assertIn(case, done.out)


if __name__ == "__main__":
    main()
