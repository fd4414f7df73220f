#!/usr/bin/env python3
"""Every fault at every call: runs each writing command once for each system call it makes and each fault that can have.

Afterwards the workspace holds the old bytes or the new; exit 0 means the new ones; nothing untrue was said; looking, and
writing again, work; and no temporary file outlives the next command that writes.
"""
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
import bench
import calls
from commands import COMMANDS
from judge import Judge


class Runner:
    """Runs one command's faults, each worker in a workspace of its own."""

    def __init__(self, the_bench, command):
        self.bench = the_bench
        folder, self.expected = the_bench.expect(command)
        self.judge = Judge(the_bench, self.expected)
        self.free = [folder]
        self.not_met = 0
        done, self.calls = calls.record(the_bench.argv(self.expected), folder, the_bench.folder / "recording")
        self.wrong = [f"{command.name} without a fault: {text}" for text in self.judge.wrong(folder, done)]
        self.wrong += [f"{command.name}: say in calls.py which faults {name} can have" for name in calls.unknown(self.calls)]

    def try_out(self, fault):
        """Returns what is wrong after one fault."""
        folder = self.free.pop() if self.free else self.another()
        log = folder.with_suffix(".log")
        alone = self.expected.command.alone
        done = self.bench.run_words(folder, [*fault.options(log, alone), *self.bench.argv(self.expected)],
                                    fault.environment(log), alone)
        wrong = self.judge.wrong(folder, done, mute=fault.on or fault.call.text.startswith("2<"))
        if not fault.happened(done.code, log):
            if done.code == 0 and (fault.call.name in calls.VARYING or not alone and fault.call.name in calls.WAITING):
                self.not_met += 1
            else:
                wrong.append("the fault did not happen")
        self.free.append(folder)
        return [f"{self.expected.command.name}: {fault}\n  {text}\n  exit {done.code}: "
                f"{done.err.decode(errors='replace').strip()}" for text in wrong]

    def another(self):
        folder = self.bench.workspace()
        bench.put(folder, self.expected.old)
        return folder


def truly(fault, command):
    """Leaves out what would be no fault: a name given by hand that is in use already is in use."""
    return command.draws or (fault.call.name, fault.kind) != ("linkat", "EEXIST")


def short(faults, command):
    """Returns what the short form runs: each change of the disk, in the commands that write in different ways; of the
    rest some."""
    def whole(fault):
        if command.name in ("open", "note"):
            return fault.call.later and not fault.on or fault.kind == "SHORT"
        return fault.call.name in ("write", "renameat") and fault.kind in ("ENOSPC", "KILL", "TERM") and not fault.on

    return [fault for index, fault in enumerate(faults) if whole(fault) or index % 17 == 0]


def run_command(the_bench, command, choose, library=None):
    """Returns the line to print, how many runs there were, and what was wrong."""
    began = time.monotonic()
    runner = Runner(the_bench, command)
    wrong = list(runner.wrong)
    faults = calls.faults_of(runner.calls)
    if library and command.alone:  # those it starts would have the library too
        faults += calls.short_calls(runner.calls, library)
    if not command.every:
        faults = calls.one_each(faults)
    chosen = choose([fault for fault in faults if truly(fault, command)], command)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for texts in pool.map(runner.try_out, chosen):
            wrong += texts
    line = (f"{command.name:12} {len(runner.calls):4} calls {len(chosen):5} runs {len(runner.judge.known):3} states "
            f"{time.monotonic() - began:6.1f} s{f'  {runner.not_met} not met' if runner.not_met else ''}"
            f"{f'  {len(wrong)} WRONG' if wrong else ''}")
    return line, len(chosen), wrong


def main():
    options = bench.arguments(__doc__)
    the_bench = bench.Bench(options.program)
    library = the_bench.copy(options.short_calls) if options.short_calls else None
    bench.become_ordinary()
    choose = (lambda faults, _: faults) if options.long else short
    chosen = [command for command in COMMANDS if not options.command or command.name in options.command]
    runs, wrong = 0, []
    for command in chosen:
        line, more, faults = run_command(the_bench, command, choose, library)
        print(line, flush=True)
        runs, wrong = runs + more, wrong + faults
    print("\n".join(wrong))
    print(f"{runs} runs of {len(chosen)} commands, from the first call of main (the loader's before it are left out"
          f"{'' if library else '; no short reads and writes'}): {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
