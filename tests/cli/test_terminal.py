#!/usr/bin/env python3
"""What a dialogue cannot say: text that is pasted, lines longer than a terminal keeps, interrupts, and what a terminal
that is only half one is asked."""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
from dialogue import ROOT, Terminal, environment_for, make_workspace

PROGRAM = ROOT / "build/escalate"
OPEN = ("escalate open --policy wiltshire --child C-1042 --raising A --raising-kind health --receiving B "
        "--receiving-kind police --theme x --by Doctor --id WI-2026-K7QXM --now 2026-11-02T09:30")


class AtATerminal(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="escalate-")
        self.addCleanup(temporary.cleanup)
        home = pathlib.Path(temporary.name)
        self.environment, self.folder = environment_for(home, PROGRAM.resolve()), home / "workspace"
        self.folder.mkdir()
        make_workspace(self.folder)

    def at_first_question(self, command):
        terminal = Terminal(command, self.folder, self.environment)
        while not terminal.asks() and terminal.read():
            pass
        self.assertTrue(terminal.asks(), terminal.seen)
        return terminal

    def finish(self, terminal):
        while terminal.read():
            pass
        return terminal.end()

    def stored(self):
        return (self.folder / "cases/2026/WI-2026-K7QXM.yaml").read_text()

    def cases(self):
        return list((self.folder / "cases").rglob("*.yaml"))

    def test_a_pasted_text_is_kept_whole(self):
        terminal = self.at_first_question(OPEN)
        terminal.write("First paragraph – the café.\n\nSecond: \"quoted\", - a dash.\n- A list.\n.\n".encode())
        _, out, code = self.finish(terminal)
        self.assertEqual(code, 0, out)
        self.assertIn('  concern: |\n    First paragraph – the café.\n\n    Second: "quoted", - a dash.\n    - A list.\n',
                      self.stored())

    def test_a_line_longer_than_the_terminal_keeps_is_refused_not_cut_off(self):
        terminal = self.at_first_question(OPEN)
        terminal.write(b"x" * 6000 + b"\n.\n")
        while b"cut off" not in terminal.seen and terminal.read():
            pass
        self.assertIn(b"cut off by the terminal", terminal.seen)
        self.assertEqual(self.cases(), [])
        while not terminal.asks() and terminal.read():
            pass
        terminal.write(b"Short.\n.\n")
        _, _, code = self.finish(terminal)
        self.assertEqual(code, 0)
        self.assertIn('concern: "Short."', self.stored())

    def test_an_interrupt_leaves_nothing(self):
        terminal = self.at_first_question(OPEN)
        terminal.write(b"Half a text\n\x03")
        _, out, code = self.finish(terminal)
        self.assertEqual((out, code), ([], 130))
        self.assertEqual(self.cases(), [])
        self.assertEqual([path.name for path in (self.folder / "cases").iterdir()], [])

    def test_nothing_is_locked_while_it_asks(self):
        terminal = self.at_first_question(OPEN)
        done = subprocess.run(["escalate", "open", "--policy", "kent", "--child", "C-1", "--raising", "A", "--receiving",
                               "B", "--concern", "C", "--by", "J"], cwd=self.folder, env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=30,
                              executable=PROGRAM.resolve())
        self.assertEqual(done.returncode, 0, done.stderr)
        terminal.write(b"Text.\n.\n")
        self.assertEqual(self.finish(terminal)[2], 0)
        self.assertEqual(len(self.cases()), 2)

    def test_a_program_that_is_not_wholly_at_a_terminal_asks_nothing(self):
        for redirected in ("</dev/null", "2>errors", "--format json"):
            terminal = Terminal(f"{OPEN} {redirected}", self.folder, self.environment)
            shown, out, code = self.finish(terminal)
            self.assertEqual((out, code), ([], 2), redirected)
            self.assertNotIn("> ", "\n".join(shown))
        self.assertEqual(self.cases(), [])

    def test_output_to_a_file_holds_the_answer_alone(self):
        terminal = self.at_first_question(OPEN + " --dry-run")
        terminal.write(b"Text.\n.\n")
        _, out, code = self.finish(terminal)
        self.assertEqual(code, 0)
        self.assertFalse(any("--concern" in line for line in out), out)
        self.assertEqual(self.cases(), [])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=PROGRAM, type=pathlib.Path, help="default: build/escalate")
    options, others = parser.parse_known_args()
    PROGRAM = options.program.resolve()
    unittest.main(argv=sys.argv[:1] + others)
