"""What git does with a case that two clones wrote to, with `escalate merge-driver` and without."""
import json
import unittest

from clones import CASE, ID, PROGRAM, ClonesCase


class WithTheDriver(ClonesCase):
    def setUp(self):
        super().setUp()
        self.second = self.clone("second")

    def both_write(self):
        self.first.write("note", ID, "They rang.", hour=9)
        self.second.write("advance", ID, "--because", "No answer.", hour=10)
        return set(self.first.events()) | set(self.second.events())

    def assert_whole(self, clone, events):
        self.assertEqual(set(clone.events()), events)
        self.assertEqual(clone.git("status", "--porcelain"), "")
        self.assertIn(": no errors", clone.escalate("check", "--history", "--now", "2026-11-05T09:00").stdout)

    def test_a_merge_is_the_same_on_both_sides(self):
        events = self.both_write()
        before = self.second.head()
        self.merge(self.second, self.first)
        ours = self.second.text()
        self.first.git("fetch", "-q", str(self.second.folder), "main")
        self.first.git("merge", "-q", "--no-edit", before)
        self.assertEqual(self.first.text(), ours)
        self.assert_whole(self.first, events)
        self.assert_whole(self.second, events)

    def test_a_rebase(self):
        events = self.both_write()
        self.second.write("note", ID, "Another.", hour=11)
        events |= set(self.second.events())
        self.second.git("pull", "-q", "--rebase", str(self.first.folder), "main")
        self.assert_whole(self.second, events)

    def test_a_cherry_pick(self):
        events = self.both_write()
        self.first.git("fetch", "-q", str(self.second.folder), "main")
        self.first.git("cherry-pick", "FETCH_HEAD")
        self.assert_whole(self.first, events)

    def test_a_cherry_pick_of_an_event_whose_parent_stays_behind_is_a_conflict(self):
        self.both_write()
        self.second.write("note", ID, "Another.", hour=11)
        self.first.git("fetch", "-q", str(self.second.folder), "main")
        done = self.first.run(["git", "cherry-pick", "FETCH_HEAD"], code=1)
        self.assertIn("was written down before, and is missing in ours", done.stderr)
        self.assertIn("\n<<<<<<< ours\n", self.first.text())

    def test_a_stash(self):
        self.first.escalate("note", ID, "Not committed.", "--by", "First", "--now", "2026-11-03T12:00")
        events = set(self.first.events())
        self.first.git("stash", "-q")
        self.first.write("note", ID, "Committed.", hour=9)
        self.first.git("stash", "pop", "-q")
        self.assertEqual(set(self.first.events()), events | set(self.first.events()))
        self.assertEqual(len(self.first.events()), 3)

    def test_a_criss_cross(self):
        self.both_write()
        first, second = self.first.head(), self.second.head()
        self.second.git("fetch", "-q", str(self.first.folder), "main")
        self.first.git("fetch", "-q", str(self.second.folder), "main")
        self.first.git("merge", "-q", "--no-edit", second)
        self.second.git("merge", "-q", "--no-edit", first)
        self.first.write("note", ID, "After the first merge.", hour=12)
        self.second.write("note", ID, "After the second merge.", hour=12)
        events = set(self.first.events()) | set(self.second.events())
        self.merge(self.first, self.second)
        self.assertEqual(len(events), 5)
        self.assert_whole(self.first, events)

    def test_an_octopus(self):
        third = self.clone("third")
        events = self.both_write()
        third.write("note", ID, "The third.", hour=11)
        events |= set(third.events())
        for clone in (self.second, third):
            self.first.git("fetch", "-q", str(clone.folder), f"main:{clone.name}")
        self.first.run(["git", "merge", "-q", "--no-edit", "Second", "Third"], code=(0, 1, 2))
        if self.first.git("status", "--porcelain"):  # git's octopus gives up where files differ: one after the other
            self.first.git("reset", "-q", "--hard")
        for branch in ("Second", "Third"):
            self.first.git("merge", "-q", "--no-edit", branch)
        self.assert_whole(self.first, events)

    def test_a_case_that_both_sides_added(self):
        other = "cases/2026/WI-2026-A1B2C.yaml"
        self.first.write("open", "--policy", "wiltshire", "--child", "C-7", "--raising", "A", "--receiving", "B",
                         "--concern", "C", "--id", "WI-2026-A1B2C")
        self.second.put(self.first.text(other), other)
        self.second.commit("copied by hand")
        self.second.write("note", "A1B2C", "They rang.", hour=10)
        self.first.write("note", "A1B2C", "They wrote.", hour=11)
        self.merge(self.first, self.second)
        self.assertEqual(len(self.first.events(other)), 3)

    def test_a_case_that_one_side_renamed(self):
        self.first.git("mv", CASE, "cases/moved.yaml")
        self.first.commit("moved")
        self.second.write("note", ID, "They rang.", hour=10)
        self.merge(self.first, self.second)
        self.assertEqual(len(self.first.events("cases/moved.yaml")), 2)

    def test_undoing_a_commit_is_a_conflict_once_more_was_written(self):
        self.first.write("note", ID, "They rang.", hour=9)
        noted = self.first.head()
        self.first.write("note", ID, "They wrote.", hour=10)
        done = self.first.run(["git", "revert", "--no-edit", noted], code=1)
        self.assertIn("is missing in theirs", done.stderr)
        self.assertIn("escalate correct", done.stderr)

    def test_two_that_both_advanced_are_decided_twice_until_somebody_settles_it(self):
        self.first.write("advance", ID, "--to", "one", "--because", "No answer.", hour=9)
        self.second.write("advance", ID, "--to", "two", "--because", "No answer.", hour=10)
        self.settle(stage="two")

    def test_two_of_which_one_resolved_are_decided_twice_too_and_the_escalation_stands(self):
        self.first.write("resolve", ID, "--outcome", "They will come.", hour=9)
        self.second.write("advance", ID, "--because", "No answer.", hour=10)
        self.settle(stage="one")

    def settle(self, stage):
        """Merges into both, settles it in one with the command that `status` shows, and merges that into the other."""
        now = ["--now", "2026-11-03T12:00"]
        ours = self.first.head()
        self.merge(self.first, self.second)
        self.second.git("fetch", "-q", str(self.first.folder), ours)
        self.second.git("merge", "-q", "--no-edit", "FETCH_HEAD")
        self.assertEqual(self.first.text(), self.second.text())
        for clone in (self.first, self.second):
            state = json.loads(clone.escalate("status", ID, "--format", "json", *now).stdout)
            self.assertEqual((state["stage"], state["state"]), (stage, "open"))
            self.assertIn("decided-twice", [alert["id"] for alert in state["alerts"]])
            self.assertIn("ecided twice", " ".join(clone.escalate("status", ID, *now).stdout.split()))
            self.assertIn("decided", clone.escalate("check", *now, code=1).stderr)
        self.second.write("note", ID, "Written meanwhile.", hour=13)
        self.first.write("advance", ID, "--to", "three", "--because", "It goes on.", hour=14)
        self.merge(self.second, self.first)
        state = json.loads(self.second.escalate("status", ID, "--format", "json", "--now", "2026-11-03T15:00").stdout)
        self.assertNotIn("decided-twice", [alert["id"] for alert in state["alerts"]])
        self.assertEqual(state["stage"], "three")


class WithoutTheDriver(ClonesCase):
    """What is left where a clone does not know the driver, or it does not work: both sides, and a conflict."""

    def conflict(self, driver):
        self.first.write("note", ID, "They rang.", hour=9)
        second = self.clone("second")
        second.git("reset", "-q", "--hard", "HEAD~1")
        second.write("note", ID, "They wrote.", hour=10)
        driver(second)
        done = self.merge(second, self.first, 1)
        for words in ("They rang.", "They wrote.", "<<<<<<<", "=======", ">>>>>>>"):
            self.assertIn(words, second.text())
        self.assertIn(f"UU {CASE}", second.git("status", "--porcelain"))
        told = second.escalate("check", "--now", "2026-11-04T09:00", code=1)
        self.assertIn("of an unfinished git merge", told.stderr)
        return second, done, told

    def replace_program(self, clone, script):
        program = self.top / "it's a program"
        program.write_text(script)
        program.chmod(0o755)
        quoted = str(PROGRAM)
        command = clone.git("config", "merge.escalate.driver").rstrip("\n")
        self.assertTrue(command.startswith(f"'{quoted}' "), command)
        clone.git("config", "merge.escalate.driver",
                  command.replace(f"'{quoted}'", "'" + str(program).replace("'", "'\\''") + "'"))
        return program

    def test_not_registered(self):
        def unregister(clone):
            clone.git("config", "--remove-section", "merge.escalate")
        _, _, told = self.conflict(unregister)
        self.assertIn("this clone does not know it", told.stderr)
        self.assertIn("escalate init --git", told.stderr)

    def test_a_missing_program(self):
        _, done, told = self.conflict(lambda clone: self.replace_program(clone, "#!/bin/sh\n").unlink())
        self.assertIn("escalate merge-driver failed (127)", done.stderr)
        self.assertIn("its program is not where it was", told.stderr)

    def test_a_crashing_program(self):
        self.assertIn("failed (139)", self.crash("kill -SEGV $$").stderr)

    def test_a_program_that_fails(self):
        self.assertIn("failed (70)", self.crash("exit 70").stderr)

    def crash(self, how):
        _, done, _ = self.conflict(lambda clone: self.replace_program(clone, f"#!/bin/sh\n{how}\n"))
        return done

    def test_where_git_cannot_merge_lines_either_both_stand_in_the_file(self):
        def break_both(clone):
            self.replace_program(clone, "#!/bin/sh\nexit 70\n")
            command = clone.git("config", "merge.escalate.driver").rstrip("\n")
            self.assertIn(" git merge-file ", command)
            clone.git("config", "merge.escalate.driver", command.replace("git merge-file", "sh -c 'exit 200'"))
        second, _, _ = self.conflict(break_both)
        self.assertEqual(second.text().count("escalate: case/1"), 2)


class NeverSetUp(ClonesCase):
    git_set_up = False

    def test_check_says_so(self):
        told = self.first.escalate("check", "--now", "2026-11-04T09:00")
        self.assertIn(".gitattributes lacks the line", told.stderr)
        self.set_up(self.first)
        told = self.first.escalate("check", "--now", "2026-11-04T09:00")
        self.assertNotIn("merge-driver", told.stderr)

    def test_another_merge_of_the_attributes_is_told_and_overruled(self):
        self.set_up(self.first)
        for below in ("*.yaml merge=union\n", "cases/** -merge\n"):
            self.first.put(self.first.text(".gitattributes") + below, ".gitattributes")
            told = " ".join(self.first.escalate("check", "--now", "2026-11-04T09:00").stderr.split())
            self.assertIn("gives them to another merge what two people write to one case may be lost", told)
            self.assertEqual(self.set_up(self.first).stderr, "")
            self.assertTrue(self.first.text(".gitattributes").endswith("\ncases/**/*.yaml merge=escalate\n"))
            self.assertNotIn("merge-driver", self.first.escalate("check", "--now", "2026-11-04T09:00").stderr)

    def test_what_cannot_be_overruled_is_told_where_it_is_set_up(self):
        self.set_up(self.first)
        for file in (".git/info/attributes", "cases/.gitattributes", "cases/2026/.gitattributes"):
            self.first.put("*.yaml merge=union\n", file)
            before = self.first.text(".gitattributes")
            self.assertIn("take the line out", " ".join(self.set_up(self.first).stderr.split()))
            self.assertEqual(self.first.text(".gitattributes"), before)
            (self.first.folder / file).unlink()

    def test_another_command_of_that_name_is_told_and_replaced(self):
        self.set_up(self.first)
        self.first.git("config", "merge.escalate.driver", "true # merge-driver")
        told = self.first.escalate("check", "--now", "2026-11-04T09:00").stderr
        self.assertIn("this clone runs another command for it", " ".join(told.split()))
        self.set_up(self.first)
        self.assertNotIn("merge-driver", self.first.escalate("check", "--now", "2026-11-04T09:00").stderr)

    def test_setting_up_twice_changes_nothing(self):
        self.set_up(self.first)
        before = (self.first.text(".gitattributes"), self.first.text(".git/config"))
        self.set_up(self.first)
        self.assertEqual((self.first.text(".gitattributes"), self.first.text(".git/config")), before)


if __name__ == "__main__":
    unittest.main()
