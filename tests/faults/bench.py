"""The bench on which the fault tests run a program: workspaces, what may stand in one afterwards, what may be said.

A test makes a `Bench`, gives up the rights of root (`become_ordinary`), and runs each writing command of `commands.py` in
workspaces that are put back as they were between runs.
"""
import argparse
import contextlib
import dataclasses
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
NOBODY = 65534
SECONDS = 60  # for one run
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}  # cron's, and no HOME
LEFTOVER = re.compile(r"\.escalate-.*\.tmp$")
SKIPPED = 77  # ctest's SKIP_RETURN_CODE
LONG = os.environ.get("ESCALATE_LONG") == "1"


@dataclasses.dataclass(frozen=True)
class Entry:
    """One file or folder of a workspace; `bytes` is None for a folder, and the target for a symbolic link."""

    mode: int
    bytes: bytes | None


@dataclasses.dataclass
class Ran:
    """What a run did. `code` is negative for a signal, as in Python."""

    code: int
    out: bytes
    err: bytes


@dataclasses.dataclass
class Expected:
    """A command, the workspace before and after it, and what it says, all from a run without a fault."""

    command: object
    old: dict
    new: dict
    out: bytes


def snapshot(folder):
    """Returns {path: Entry} of everything below the folder but temporaries, and the paths of those."""
    entries, leftovers = {}, []
    for below, folders, files in os.walk(folder):
        for name in folders + files:
            path = os.path.join(below, name)
            relative = os.path.relpath(path, folder)
            if LEFTOVER.search(relative):
                leftovers.append(relative)
                continue
            entries[relative] = entry_of(path)
    return entries, leftovers


def entry_of(path):
    status = os.lstat(path)
    mode = stat.S_IMODE(status.st_mode)
    if stat.S_ISDIR(status.st_mode):
        return Entry(mode, None)
    if stat.S_ISLNK(status.st_mode):
        return Entry(mode, os.readlink(path).encode())
    return Entry(mode, pathlib.Path(path).read_bytes())


def put(folder, wanted):
    """Makes the folder hold exactly `wanted`, changing only what differs."""
    present, leftovers = snapshot(folder)
    for relative in leftovers + [path for path in present if path not in wanted]:
        path = folder / relative
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
    for relative, entry in sorted(wanted.items()):
        if present.get(relative) == entry:
            continue
        path = folder / relative
        if entry.bytes is None:
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(entry.bytes)
        os.chmod(path, entry.mode)


class Bench:
    """A scratch folder with a copy of the program, for whoever runs the test as an ordinary user."""

    def __init__(self, program):
        memory = pathlib.Path("/dev/shm")
        where = memory if os.access(memory, os.W_OK) else None
        self.temporary = tempfile.TemporaryDirectory(prefix="escalate-faults-", dir=where)
        self.folder = pathlib.Path(self.temporary.name).resolve()
        self.program = self.copy(program)
        shutil.copytree(ROOT / "policies", self.folder / "program/policies", symlinks=True)  # what `init` and `demo` copy
        self.policy = (HERE / "policy.yaml").read_bytes()
        self.calendars = {f"policies/calendars/{path.name}": path.read_bytes()
                          for path in (ROOT / "policies/calendars").glob("*.yaml")}
        self.count = 0
        self.where = self.folder  # of new workspaces
        self.mounted = 0  # how many disks were mounted there
        self.options = {}  # for subprocess, of every run
        if os.getuid() == 0:
            with contextlib.suppress(OSError):  # in a user namespace of our own there is nobody else
                for path in (self.folder, *self.folder.rglob("*")):
                    os.chown(path, NOBODY, NOBODY)

    def copy(self, program):
        place = self.folder / "program" / pathlib.Path(program).name  # a folder of its own: workspaces have none above them
        place.parent.mkdir(exist_ok=True)
        return pathlib.Path(shutil.copy(program, place))

    def workspace(self):
        """Makes a workspace with one policy, the calendars and no case."""
        self.count += 1
        folder = self.where / f"workspace-{self.count}"
        for path, content in {"policies/example-town.yaml": self.policy, **self.calendars}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        (folder / "cases").mkdir()
        return folder

    def run(self, folder, words, **more):
        """Runs the program in a workspace."""
        return run([self.program, *words], folder, **{**self.options, **more})

    def run_words(self, folder, words, environment=(), alone=True):
        return run(words, folder, environment, alone=alone, **self.options)

    def argv(self, expected):
        """Returns the words that run a command; a bench for planted writers has others."""
        return [self.program, *expected.command.words]

    def next_argv(self, expected):
        return [self.program, *expected.command.next()]

    def look(self, folder, now, when, below="."):
        """Returns what the commands that only look complain of: everything must be in order."""
        faults = []
        for words in (["status", "--all"], ["check"]):
            done = self.run(folder, ["-C", below, *words, "--now", now])
            if done.code != 0:
                faults.append(f"'{words[0]}' {when} gave {done.code}: {done.err.decode(errors='replace')}")
        return faults

    def must(self, folder, words, program=None):
        done = self.run_words(folder, [program or self.program, *words])
        if done.code != 0:
            raise SystemExit(f"the bench could not be set up: {words} gave {done.code}\n{done.err.decode()}")
        return done

    def expect(self, command):
        """Runs the command without a fault, in a workspace made for it."""
        folder = self.workspace()
        for words in command.before:
            self.must(folder, words)
        if command.made:
            command.made(folder, self.must)
        old, _ = snapshot(folder)
        done = self.must(folder, command.words)
        new, leftovers = snapshot(folder)
        if leftovers or new == old:
            raise SystemExit(f"'{command.name}' without a fault: {leftovers or 'changed nothing'}")
        put(folder, old)
        return folder, Expected(command, old, new, without_place(done.out, folder))


class BadBench(Bench):
    """A bench on which `bad_writer` writes, with the bytes and the words of the program."""

    def __init__(self, program, writer, fault):
        super().__init__(program)
        self.writer, self.fault = self.copy(writer), fault

    def expect(self, command):
        folder, expected = super().expect(command)
        changed = [path for path, entry in expected.new.items()
                   if entry != expected.old.get(path) and entry.bytes and not path.startswith(".git/")]
        self.target, = changed  # the bad writer writes one file
        self.new, self.says = self.folder / "new", self.folder / "says"
        new, old = expected.new[self.target].bytes, expected.old.get(self.target)
        self.new.write_bytes(b"+" + new.removeprefix(old.bytes) if old else new)
        self.says.write_bytes(expected.out)
        return folder, expected

    def argv(self, _):
        return [self.writer, self.fault, self.target, self.new, self.says]

    next_argv = argv


def arguments(description):
    """Reads the options that every fault test takes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--program", required=True, help="escalate")
    parser.add_argument("--bad-writer", help="the writer with faults planted in it")
    parser.add_argument("--planted", help="let the bad writer write, with this fault")
    parser.add_argument("--short-calls", help="the library that makes reads and writes short")
    parser.add_argument("--command", action="append", help="only these")
    parser.add_argument("--long", action="store_true", default=LONG)
    return parser.parse_args()


def run(words, folder, environment=(), given=b"", seconds=SECONDS, alone=True, **more):
    """Runs a program; one that is not `alone` starts others, and they are waited for even where it was killed."""
    process = subprocess.Popen(words, cwd=folder, env={**ENVIRONMENT, **dict(environment)}, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=not alone, **more)
    try:
        out, err = process.communicate(given, seconds)
    except subprocess.TimeoutExpired as late:
        process.kill()
        process.communicate()
        return Ran(-99, late.stdout or b"", (late.stderr or b"") + b"[it hung]")
    if not alone:
        wait_for_group(process.pid)
    return Ran(process.returncode, out, err)


def wait_for_group(leader):
    """Waits until nobody of a process group is left, some seconds at most."""
    for _ in range(2000):
        try:
            os.killpg(leader, 0)
        except ProcessLookupError:
            return
        time.sleep(0.005)


def without_place(text, folder):
    """Leaves out where the workspace happens to stand."""
    return text.replace(f"{folder}/".encode(), b"")


def become_ordinary(_=None):
    """Gives up root's rights for good: nothing below may depend on them."""
    if os.getuid() != 0:
        return
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)
