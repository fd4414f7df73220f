"""The fault tests against writers with one fault planted in each: they must be caught, and a good writer must not."""
import contextlib
import io
import os
import subprocess
import sys
import unittest

sys.dont_write_bytecode = True
os.environ.pop("ESCALATE_LONG", None)  # what is planted, the short forms find
import bench
import conditions
import every_call
import many_hands
import power_cut
import surroundings
from commands import COMMANDS
from judge import Judge

OPTIONS = bench.arguments(__doc__)
COMMAND = {command.name: command for command in COMMANDS}


def some(faults, _):
    """What is enough to find a planted fault."""
    return [fault for fault in faults if fault.kind in ("ENOSPC", "EIO", "KILL", "SHORT")]


class Planted(unittest.TestCase):
    def every_call(self, fault, name="note"):
        the_bench = BENCHES[fault]
        return every_call.run_command(the_bench, COMMAND[name], some, LIBRARY)[2]

    def power_cut(self, fault, name="note"):
        return power_cut.run_command(BENCHES[fault], COMMAND[name])[2]

    def caught(self, wrong, text):
        self.assertTrue(any(text in one for one in wrong), f"not caught: {wrong}")


class EveryCall(Planted):
    def test_a_good_writer_passes(self):
        self.assertEqual(self.every_call("none"), [])

    def test_a_good_writer_of_a_new_file_passes(self):
        self.assertEqual(self.every_call("none", "open"), [])

    def test_writing_in_place_is_caught(self):
        self.caught(self.every_call("in-place"), "neither old nor new")

    def test_errors_that_are_passed_over_are_caught(self):
        self.caught(self.every_call("ignores-errors"), "exit 0, and nothing was written")

    def test_a_short_write_taken_for_the_whole_is_caught(self):
        self.caught(self.every_call("one-write"), "neither old nor new")

    def test_saying_so_before_it_is_true_is_caught(self):
        self.caught(self.every_call("early-word"), "it said that it was done, and it was not")

    def test_a_temporary_that_stays_is_caught(self):
        self.caught(self.every_call("leaves-temporary"), "the next command left")

    def test_a_mode_that_is_lost_is_caught(self):
        self.caught(self.every_call("other-mode"), "neither old nor new")

    def test_what_is_not_committed_is_caught(self):
        self.caught(self.every_call("none", "note-commit"), "exit 0, and it is not committed")


class Judging(unittest.TestCase):
    """The judge's account of commands that write several files, or one of them more than once."""

    OLD = {"own": bench.Entry(0o644, b"own")}
    NEW = {**OLD, "one": bench.Entry(0o644, b"one"), "case": bench.Entry(0o644, b"events:\n- event: a\n- event: b\n")}

    def judged(self, name, **files):
        expected = bench.Expected(COMMAND[name], self.OLD, self.NEW, b"Made.\n")
        known = {**self.OLD, **{path: bench.Entry(0o644, text) for path, text in files.items()}}
        return Judge(BENCHES["none"], expected).state(known, bench.Ran(0, b"", b""))

    def test_some_of_the_files_are_a_part(self):
        self.assertEqual(self.judged("init", one=b"one"), ("part", None))

    def test_half_a_file_is_caught(self):
        self.assertEqual(self.judged("init", one=b"on"), (None, "neither old nor new: one"))

    def test_a_file_of_somebody_that_was_harmed_is_caught(self):
        self.assertEqual(self.judged("init", own=b"other", one=b"one"), (None, "neither old nor new: own"))

    def test_the_first_events_are_a_part_only_where_a_file_grows(self):
        first = b"events:\n- event: a\n"
        self.assertEqual(self.judged("demo", case=first), ("part", None))
        self.assertEqual(self.judged("init", case=first), (None, "neither old nor new: case"))

    def test_half_an_event_is_caught(self):
        self.assertEqual(self.judged("demo", case=b"events:\n- event: a\n- eve"), (None, "neither old nor new: case"))

    def test_saying_that_it_is_done_of_a_part_is_caught(self):
        expected = bench.Expected(COMMAND["init"], self.OLD, self.NEW, b"Made.\n")
        judge = Judge(BENCHES["none"], expected)
        self.assertIn("exit 0, and nothing was written", judge.said_untrue(".", "part", bench.Ran(0, b"Made.\n", b""), False))
        self.assertIn("it said that nothing was changed, and something was",
                      judge.said_untrue(".", "part", bench.Ran(6, b"", b"no room; nothing was changed"), False))


class PowerCut(Planted):
    def test_a_good_writer_passes(self):
        self.assertEqual(self.power_cut("none"), [])

    def test_a_good_writer_of_a_new_file_passes(self):
        self.assertEqual(self.power_cut("none", "open"), [])

    def test_writing_in_place_is_caught(self):
        self.caught(self.power_cut("in-place"), "neither old nor new")

    def test_a_file_that_is_not_brought_to_the_disk_is_caught(self):
        self.caught(self.power_cut("no-fsync"), "neither old nor new")

    def test_a_file_that_is_brought_there_too_late_is_caught(self):
        self.caught(self.power_cut("late-fsync"), "neither old nor new")

    def test_a_name_that_is_not_brought_to_the_disk_is_caught(self):
        self.caught(self.power_cut("no-folder-fsync"), "it had said that it was done")

    def test_the_name_of_a_new_year_that_is_not_is_caught(self):
        self.caught(self.power_cut("no-year-fsync", "open"), "it had said that it was done")

    def test_saying_so_before_it_is_safe_is_caught(self):
        self.caught(self.power_cut("early-word"), "it had said that it was done")


class ManyHands(Planted):
    def many_hands(self, fault):
        the_bench = BENCHES[fault]

        def words(expected, writer, number):
            line = the_bench.folder / f"line-{writer}-{number}"
            line.write_bytes(b'+# "Note %d-%d."\n' % (writer, number))
            return [the_bench.writer, fault, the_bench.target, line, the_bench.says]

        return many_hands.notes(the_bench, 4, 8, words)

    def test_a_good_writer_passes(self):
        self.assertEqual(self.many_hands("none"), [])

    def test_a_writer_without_a_lock_is_caught(self):
        self.caught(self.many_hands("no-lock"), "is not there")

    def test_a_half_written_file_is_caught(self):
        self.caught(self.many_hands("in-place"), "a reader saw a part of the file")


class Conditions(Planted):
    def limited(self, fault):
        tried = conditions.Tried(BENCHES[fault])
        tried.condition(conditions.Condition("files of at most 512 bytes", "note", 6, prefix=("prlimit", "--fsize=512")))
        return tried.wrong

    def test_a_good_writer_passes(self):
        self.assertEqual(self.limited("none"), 0)

    def surroundings(self, fault, part):
        """Runs a part of `surroundings`; returns how many were wrong and what was said of them."""
        tried, said = conditions.Tried(BENCHES[fault]), io.StringIO()
        with contextlib.redirect_stdout(said):
            part(tried)
        return tried.wrong, said.getvalue()

    def rights(self, tried):
        for condition in surroundings.rights():
            if condition.name == "a folder that can only be read":
                tried.condition(condition)

    def test_a_good_writer_passes_every_part(self):
        for part in (self.rights, surroundings.leftovers, surroundings.locks, surroundings.editor):
            self.assertEqual(self.surroundings("none", part), (0, ""))

    def test_a_folder_that_cannot_be_written_passed_over_is_caught(self):
        self.assertIn("exit 0, and nothing was written", self.surroundings("ignores-errors", self.rights)[1])

    def test_what_killed_writers_left_left_again_is_caught(self):
        self.assertIn("is there after the next write", self.surroundings("leaves-temporary", surroundings.leftovers)[1])

    def test_no_lock_is_caught(self):
        self.assertIn("a lock that is held, note: exit 5 was expected", self.surroundings("no-lock", surroundings.locks)[1])

    def test_giving_up_at_once_is_caught(self):
        self.assertIn("it did not wait about five seconds", self.surroundings("no-patience", surroundings.locks)[1])

    def test_writing_over_what_an_editor_saved_is_caught(self):
        self.assertIn("not both are there", self.surroundings("no-look", surroundings.editor)[1])

    def test_code_that_reads_the_clock_is_caught(self):
        for line in ("std::chrono::system_clock::now()", "time(nullptr)", "clock_gettime(CLOCK_REALTIME, &now)"):
            self.assertTrue(surroundings.CLOCK.search(line))
        self.assertIsNone(surroundings.CLOCK.search("daytime(nullptr)"))

    def test_a_limit_that_is_passed_over_is_caught(self):
        self.assertEqual(self.limited("ignores-errors"), 1)

    def test_writing_in_place_is_caught(self):
        self.assertEqual(self.limited("in-place"), 1)


class Disks(unittest.TestCase):
    """`disks` mounts, so it ran before the rights to do so were given up."""

    def disks(self, fault):
        done = ON_DISKS[fault]
        if done.returncode == bench.SKIPPED:
            self.skipTest(done.stdout.strip())
        return done.returncode, done.stdout + done.stderr

    def test_a_good_writer_passes(self):
        code, said = self.disks("none")
        self.assertEqual(code, 0, said)

    def test_a_full_disk_that_is_passed_over_is_caught(self):
        code, said = self.disks("ignores-errors")
        self.assertEqual(code, 1)
        for name in ("a full disk", "no inode left", "a disk that can only be read"):
            for command in ("open", "note"):
                self.assertIn(f"{name}, {command}: exit 6 was expected; it gave 0", said)

    def test_writing_in_place_is_caught(self):
        self.assertRegex(self.disks("in-place")[1], "pages left, note-long: neither old nor new")

    def test_a_short_write_taken_for_the_whole_is_caught(self):
        self.assertRegex(self.disks("one-write")[1], "[1-7] pages left, note-long: neither old nor new")


FAULTS = ("none in-place no-fsync late-fsync no-folder-fsync no-year-fsync early-word ignores-errors one-write "
          "leaves-temporary other-mode no-lock no-look no-patience").split()
BENCHES = {fault: bench.BadBench(OPTIONS.program, OPTIONS.bad_writer, fault) for fault in FAULTS}
LIBRARY = BENCHES["none"].copy(OPTIONS.short_calls)
ON_DISKS = {fault: subprocess.run(
    [sys.executable, "-B", bench.HERE / "disks.py", "--program", OPTIONS.program, "--bad-writer", OPTIONS.bad_writer,
     "--planted", fault], capture_output=True, text=True) for fault in ("none", "ignores-errors", "in-place", "one-write")}
bench.become_ordinary()

if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
