#!/usr/bin/env python3
"""A power cut at every moment: replays the recorded system calls of each writing command on a model of a disk.

After each call every state is tried that the standards allow a disk to come back with. What had been said by then, on
standard output or by exit 0, must be there, whole; before that the workspace holds the old bytes or the new. Each state
is put on a real disk too, and looked at and written in again. A command that completes what was cut off is also killed after
each of its changes and run again: what the second run says was done is there after a power cut, too.
"""
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
import bench
from commands import COMMANDS
from disk import Disk
from judge import Judge

FOLLOWED = ["strace", "-xx", "-s", "20000000"]  # whole texts, in hexadecimal
SHORT = ("open", "open-drawn", "note", "calendar", "init-new")  # each way of writing; the rest write as `note` does


class Replay:
    """One command, cut off after each of its calls."""

    def __init__(self, the_bench, command):
        self.bench = the_bench
        self.folder, self.expected = the_bench.expect(command)
        self.judge = Judge(the_bench, self.expected)
        self.log = self.folder.with_suffix(".log")
        self.cuts, self.states, self.again, self.wrong = 0, {}, 0, []

    def run(self):
        done = self.bench.run_words(self.folder, [*FOLLOWED, "-o", str(self.log), *self.bench.argv(self.expected)])
        wrong = self.judge.wrong(self.folder, done)
        if done.code != 0 or wrong:
            return [f"the recording failed: {done} {wrong}"]
        disk = Disk(self.expected.old, str(self.folder))
        lines = self.log.read_text().splitlines()
        for line in lines:
            before = len(disk.changes)
            try:
                disk.feed(line)
            except ValueError as unknown:
                return [str(unknown)]
            if len(disk.changes) > before or "fsync(" in line or line.startswith(("write(", "exit_group(0)")):
                disk.said = disk.said or line.startswith("exit_group(0)")
                self.cut(disk, line)
        if self.expected.command.several:
            self.killed_and_run_again(lines)
        return self.wrong

    def killed_and_run_again(self, lines):
        """Kills it after each change, runs it again, and cuts the power when that has said that it is done."""
        disk = Disk(self.expected.old, str(self.folder))
        killed = []
        for number, line in enumerate(lines):
            before = len(disk.changes)
            disk.feed(line)
            if len(disk.changes) > before:
                killed.append(number)
        step = 1 if self.expected.command.every else len(killed) // 20
        for number in killed[::step]:
            self.kill(lines[:number + 1])

    def kill(self, lines):
        disk = Disk(self.expected.old, str(self.folder))
        for line in lines:
            disk.feed(line)
        disk.ended()
        self.put_on_disk(disk.seen())
        done = self.bench.run_words(self.folder, [*FOLLOWED, "-o", str(self.log), *self.bench.argv(self.expected)])
        for line in self.log.read_text().splitlines():
            disk.feed(line)
        wrong = [] if done.code == 0 else [f"the second run gave {done.code}: {done.err.decode(errors='replace')}"]
        states = [{path: entry for path, (_, entry) in tree.items() if not bench.LEFTOVER.search(path)}
                  for tree in disk.after_cut()]
        self.again += len(states)
        if any(self.judge.state(entries, bench.Ran(0, b"", b""))[0] != "new" for entries in states):
            wrong.append("run again, it had said that it was done, and it is not there after a power cut")
        self.wrong += [f"killed after {lines[-1][:90]}\n  {text}" for text in wrong]
        bench.put(self.folder, self.expected.old)

    def cut(self, disk, line):
        """Tries every state the disk may be in now."""
        self.cuts += 1
        for tree in disk.after_cut():
            key = frozenset((path, id(node) if not node.folder else 0, entry) for path, (node, entry) in tree.items())
            if (key, disk.said) in self.states:
                continue
            self.states[key, disk.said] = True
            for text in self.wrong_in(tree, disk.said):
                self.wrong.append(f"a power cut after {line[:90]}\n  {text}")

    def wrong_in(self, tree, said):
        entries = {path: entry for path, (_, entry) in tree.items() if not bench.LEFTOVER.search(path)}
        state, half = self.judge.state(entries, bench.Ran(0, b"", b""))
        if half:
            return [half]
        if said and state != "new":
            return ["it had said that it was done, and it is not there"]
        self.put_on_disk(tree)
        faults = self.judge.after(self.folder, state)
        bench.put(self.folder, self.expected.old)
        return faults

    def put_on_disk(self, tree):
        bench.put(self.folder, {path: entry for path, (_, entry) in tree.items()})
        first = {}
        for path, (node, _) in tree.items():  # a file under two names
            if not node.folder and first.setdefault(id(node), path) != path:
                (self.folder / path).unlink()
                (self.folder / path).hardlink_to(self.folder / first[id(node)])


def run_command(the_bench, command):
    """Returns the line to print, how many states were tried, and what was wrong."""
    began = time.monotonic()
    replay = Replay(the_bench, command)
    wrong = [f"{command.name}: {text}" for text in replay.run()]
    return (f"{command.name:12} {replay.cuts:3} moments {len(replay.states):5} states "
            f"{f'{replay.again} run again ' if replay.again else ''}{time.monotonic() - began:6.1f} s"
            f"{f'  {len(wrong)} WRONG' if wrong else ''}", len(replay.states) + replay.again, wrong)


def main():
    options = bench.arguments(__doc__)
    the_bench = bench.Bench(options.program)
    bench.become_ordinary()
    names = options.command or ([command.name for command in COMMANDS] if options.long else SHORT)
    chosen = [command for command in COMMANDS if command.name in names]
    states, wrong = 0, []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for text, more, faults in pool.map(lambda command: run_command(the_bench, command), chosen):
            print(text, flush=True)
            states, wrong = states + more, wrong + faults
    print("\n".join(wrong))
    print(f"{states} states of {len(chosen)} commands: {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
