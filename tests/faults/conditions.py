"""Commands under a condition that lasts: it is made, a command runs, it is taken away, and the judge says what is wrong."""
import contextlib
import dataclasses
import sys

import bench
from commands import CASES, COMMANDS, IN_A_WORKSPACE, Command, typed, AT, CASE
from judge import Judge

LONG_TEXT = Command("note-long", typed(f"note {CASE}", AT, "A long account. " * 1500), CASES)
SHORT_ID = Command("short-id", typed(f"note {CASE[-5:]} Spoke.", AT), CASES)
BY_NAME = {command.name: command for command in [*COMMANDS, LONG_TEXT, SHORT_ID]}


@dataclasses.dataclass
class Condition:
    """What is wrong with the world. `made(folder)` is a context manager; `prefix` are words before the program's."""

    name: str
    command: str
    code: object  # the exit code, or several that may be
    says: str = ""  # in what it says on standard error
    made: object = contextlib.nullcontext
    prefix: tuple = ()


class Tried:
    """Counts what was tried, and prints a line for each thing that is wrong."""

    def __init__(self, the_bench):
        self.bench, self.count, self.wrong, self.made = the_bench, 0, 0, {}

    def workspace(self, command):
        """Returns a workspace for a command and its judge, made once for each place."""
        key = (command, self.bench.where, self.bench.mounted)
        if key not in self.made:
            folder, expected = self.bench.expect(BY_NAME[command])
            self.made[key] = folder, Judge(self.bench, expected)
        return self.made[key]

    def check(self, name, faults):
        self.count += 1
        self.wrong += bool(faults)
        for text in faults:
            print(f"{name}: {text}", flush=True)

    def condition(self, one, options=()):
        folder, judge = self.workspace(one.command)
        expected = judge.expected
        with one.made(folder):
            done = self.bench.run_words(folder, [*one.prefix, *self.bench.argv(expected), *options])
        faults = judge.wrong(folder, done)
        codes = one.code if isinstance(one.code, tuple) else (one.code,)
        said = f"it gave {done.code} and said: {done.err.decode(errors='replace').strip()}"
        if done.code not in codes:
            faults.append(f"exit {one.code} was expected; {said}")
        elif one.says not in done.err.decode(errors="replace") and done.code != 0:
            faults.append(f"it should say '{one.says}'; {said}")
        self.check(f"{one.name}, {one.command}", faults)
        return done

    def finish(self):
        print(f"{self.count} tried: {self.wrong} wrong")
        sys.exit(1 if self.wrong else 0)


def whole_or_not():
    """Returns the commands to try: in the short form one of each way of writing."""
    return [command.name for command in IN_A_WORKSPACE] if bench.LONG else ["open", "note"]
