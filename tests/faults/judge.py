"""What may be true after a fault: the rules every run is held to."""
import os
import re
import threading

from bench import put, run, snapshot, without_place
from commands import LATER

CODES = {0, 3, 5, 6, -9, -15}  # a fault of the machine is never the user's mistake (2, 4), nor a bug (70)
UNTOUCHED = re.compile(rb"nothing was (changed|written|done|recorded)")
WRITTEN = re.compile(rb"(was|error:) written, but")
DRAWN = re.compile(rb"ET-2026-[0-9A-Z]{5}")
SEAL = re.compile(rb'id: "[0-9a-f]{16}"')


class Judge:
    """Judges what a fault left of one command. What is checked of a state is checked once for each state."""

    def __init__(self, bench, expected):
        self.bench, self.expected, self.known = bench, expected, {}
        self.lock = threading.Lock()

    def wrong(self, folder, done, mute=False):
        """Returns what is wrong, as a list of sentences, and puts the workspace back. `mute`: it could say nothing."""
        entries, leftovers = snapshot(folder)
        state, half = self.state(entries, done)
        faults = ([half] if half else []) + self.said_untrue(folder, state, done, mute)
        contents = tuple(sorted((os.path.dirname(path), self.content(folder / path)) for path in leftovers))
        if self.expected.command.commits:
            faults += self.uncommitted(folder) if done.code == 0 and not half else []
            contents += (self.in_git(folder), os.path.exists(folder / ".git/index.lock"))
        key = (state, done.code == 3 and state == "new", self.masked(repr(contents).encode()), tuple(sorted(self.plain(entries))))
        with self.lock:
            known = None if half else self.known.get(key)
        if known is None and not half:
            known = self.after(folder, state)
            with self.lock:
                self.known[key] = known
        put(folder, self.expected.old)
        return faults + (known or [])

    def in_git(self, folder):
        """Returns the case as the newest commit has it, and what git says of the folder."""
        path = f"cases/2026/{self.expected.command.of}.yaml"
        words = (["cat-file", "blob", f"HEAD:{path}"], ["status", "--porcelain"])
        return tuple(run(["git", *word], folder, **self.bench.options).out for word in words)

    def uncommitted(self, folder):
        case = folder / f"cases/2026/{self.expected.command.of}.yaml"
        committed, status = self.in_git(folder)
        faults = [] if case.read_bytes() == committed else ["exit 0, and it is not committed"]
        return faults + ([f"git status says {status}"] if status else [])

    @staticmethod
    def content(path):
        return b"a folder" if path.is_dir() else path.read_bytes()

    def state(self, entries, done):
        """Returns "old" or "new", or "part" where some of several files are new; else None and what stands there."""
        old, new, known = self.plain(self.expected.old), self.plain(self.expected.new), self.plain(entries)
        without_empty = {path: entry for path, entry in known.items()
                         if path in old or entry.bytes is not None or new.get(path) != entry}
        if without_empty == old:  # a new year's folder may be there without its case
            return "old", None
        if known == new or (done.code == 3 and self.whole_otherwise(known, old, new)):
            return "new", None
        differing = sorted(path for path in {*known, *old, *new}
                           if known.get(path) not in (old.get(path), new.get(path))
                           and not self.younger(known.get(path), new.get(path)))
        if self.expected.command.several and not differing:
            return "part", None
        return None, f"neither old nor new: {', '.join(differing) or 'some files are old, some new'}"

    def younger(self, known, new):
        """Says whether a file that grows has its first events and none of the others."""
        return (self.expected.command.grows and known is not None and new is not None and known.mode == new.mode
                and bool(known.bytes) and new.bytes.startswith(known.bytes + b"- event: "))

    def plain(self, entries):
        """Replaces what is drawn at random, in names and contents; what git keeps is git's own."""
        if self.expected.command.commits:
            entries = {path: entry for path, entry in entries.items() if path.split("/")[0] != ".git"}
        if not self.expected.command.draws:
            return entries
        return {path if path in self.expected.old else DRAWN.sub(b"DRAWN", path.encode()).decode():
                entry if path in self.expected.old or entry.bytes is None else
                type(entry)(entry.mode, self.masked(entry.bytes)) for path, entry in entries.items()}

    def masked(self, text):
        return SEAL.sub(b"SEAL", DRAWN.sub(b"DRAWN", text))

    @staticmethod
    def whole_otherwise(known, old, new):
        """Says whether the events were added whole, but without a due: the calendar could not be read (exit 3)."""
        changed = [path for path in new if new[path] != old.get(path)]
        if set(known) != set(new) or any(known[path] != new[path] for path in new if path not in changed):
            return False
        for path in changed:
            before = old[path].bytes if path in old else b""
            added = known[path].bytes[len(before):]
            same_events = added.count(b"- event: ") == new[path].bytes[len(before):].count(b"- event: ")
            if not (known[path].bytes.startswith(before) and SEAL.search(added) and same_events):
                return False
        return True

    def said_untrue(self, folder, state, done, mute):
        faults = []
        expected = self.expected.out
        out = without_place(done.out, folder)  # where it stands could not be told, so it gave whole paths
        if self.expected.command.makes and (str(folder).encode() in out or out.startswith(b"Made the workspace .:")):
            out = expected  # so does its first line
        refused_as_unread = done.code == 4 and b": error: " in done.err  # it says which file could not be read
        not_started = b"error while loading shared libraries" in done.err
        if done.code not in CODES and not refused_as_unread and not not_started:
            faults.append(f"exit code {done.code}")
        if done.code == 0 and state in ("old", "part"):
            faults.append("exit 0, and nothing was written")
        first = self.begins_alike(out.split(b"\n")[0], expected.split(b"\n")[0])
        whole = out.count(b"\n") == expected.count(b"\n") if self.expected.command.draws else out == expected
        if done.code != 3 and not self.expected.command.draws and not expected.startswith(out):
            faults.append("standard output says something else")
        if done.code == 0 and not whole:
            faults.append("exit 0, and not all was said")
        if out and not first:
            faults.append("standard output begins with something else")
        if out and state != "new":
            faults.append("it said that it was done, and it was not")
        if UNTOUCHED.search(done.err) and state != "old":
            faults.append("it said that nothing was changed, and something was")
        if WRITTEN.search(done.err) and state not in ("new", "part"):
            faults.append("it said that it was written, and it was not")
        if done.code > 0 and not done.err and not mute:
            faults.append(f"exit {done.code} without a word")
        return faults

    def begins_alike(self, said, expected):
        """Compares a first line, which may have been cut short, but for an id that is drawn."""
        drawn = DRAWN.search(expected) if self.expected.command.draws else None
        first, last = drawn.span() if drawn else (len(expected), len(expected))
        return expected[:first].startswith(said[:first]) and expected[last:].startswith(said[last:])

    def after(self, folder, state):
        """Runs what somebody would do next: look, then write again what was not written, or something else."""
        command = self.expected.command
        below = command.makes or "."
        again = state in ("old", "part")
        faults = [] if command.makes and again else self.bench.look(folder, LATER, "after the fault", below)
        words = self.bench.argv(self.expected) if again else self.bench.next_argv(self.expected)
        done = self.bench.run_words(folder, words)
        if done.code != 0:
            faults.append(f"the next command failed with {done.code}: {done.err.decode(errors='replace')}")
        entries, leftovers = snapshot(folder)
        if leftovers:
            faults.append(f"the next command left {', '.join(leftovers)}")
        if again and self.plain(entries) != self.plain(self.expected.new):
            faults.append("the command, run again, did not write what it should")
        if command.commits:
            faults += self.uncommitted(folder)
        return faults + self.bench.look(folder, LATER, "after the next command", below)
