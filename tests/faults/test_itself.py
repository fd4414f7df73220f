"""The fault tests against writers with one fault planted in each: they must be caught, and a good writer must not."""
import sys
import unittest

sys.dont_write_bytecode = True
import bench
import conditions
import every_call
import many_hands
import power_cut
from commands import COMMANDS

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

    def test_a_limit_that_is_passed_over_is_caught(self):
        self.assertEqual(self.limited("ignores-errors"), 1)

    def test_writing_in_place_is_caught(self):
        self.assertEqual(self.limited("in-place"), 1)


FAULTS = ("none in-place no-fsync late-fsync no-folder-fsync no-year-fsync early-word ignores-errors one-write "
          "leaves-temporary other-mode no-lock").split()
BENCHES = {fault: bench.BadBench(OPTIONS.program, OPTIONS.bad_writer, fault) for fault in FAULTS}
LIBRARY = BENCHES["none"].copy(OPTIONS.short_calls)
bench.become_ordinary()

if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
