#!/usr/bin/env python3
"""Runs dialogues (*.dialogue) on a pseudo-terminal: what the terminal shows and what standard output gets are compared
whole. tests/README.md tells the format.
"""
import argparse
import difflib
import fcntl
import os
import pathlib
import pty
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time

sys.dont_write_bytecode = True
from transcript import lines_of, matches

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECONDS = 60  # for one command
PROMPT = "> "


def typed(line):
    """Returns the bytes that a person types for a line of a dialogue: `^D` and `^C` are keys, `^[` is Escape."""
    if line in ("^D", "^C"):
        return {"^D": b"\x04", "^C": b"\x03"}[line]
    return line.replace("^[", "\x1b").encode() + b"\n"


def shown(line):
    """Returns how the terminal shows a line of a dialogue: it does not show `^D`."""
    return PROMPT if line == PROMPT + "^D" else line


class Command:
    """A command and the lines expected of it: of the terminal, after `= ` of standard output, after `-> ` its code."""

    def __init__(self, text, first):
        self.text, self.first, self.last = text, first, first
        self.terminal, self.out, self.code = [], [], 0

    def expect(self, line, at):
        if line.startswith("-> "):
            self.code = int(line[3:])
        elif line == "=" or line.startswith("= "):
            self.out.append(line[2:])
        else:
            self.terminal.append(line)
        self.last = at + 1

    def answers(self):
        return [line[len(PROMPT):] for line in self.terminal if line.startswith(PROMPT)]


def parse(lines):
    """Returns the files to write and the commands to give, in their order."""
    steps, command, at = [], None, 0
    while at < len(lines):
        line = lines[at]
        if line.startswith("$ "):
            text, at = [line[2:]], at + 1
            while text[-1].endswith("\\"):
                text.append(lines[at])
                at += 1
            command = Command("\n".join(text), at)
            steps.append(command)
            continue
        if line.startswith("<<< "):
            end = lines.index(">>>", at)
            steps.append((line[4:], "".join(each + "\n" for each in lines[at + 1 : end])))
            command, at = None, end
        elif line.startswith("#"):
            command = None
        elif command and line:
            command.expect(PROMPT if line == PROMPT.strip() else line, at)
        at += 1
    return steps


class Terminal:
    """A pseudo-terminal with a command on it: its input and standard error, not its output."""

    def __init__(self, command, folder, environment, columns=80):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.out = tempfile.TemporaryFile()

        def take_terminal():
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            os.umask(0o022)

        self.process = subprocess.Popen(["/bin/bash", "-c", "exec " + command], cwd=folder, env=environment, stdin=slave,
                                        stderr=slave, stdout=self.out, preexec_fn=take_terminal, close_fds=True)
        os.close(slave)
        self.seen = b""
        self.until = time.monotonic() + SECONDS

    def read(self):
        """Reads what is shown next; returns whether there was anything."""
        ready, _, _ = select.select([self.master], [], [], max(0, self.until - time.monotonic()))
        try:
            piece = os.read(self.master, 65536) if ready else b""
        except OSError:  # the other end was closed
            piece = b""
        self.seen += piece
        return bool(piece)

    def asks(self):
        return self.seen.endswith(PROMPT.encode()) and self.seen[: -len(PROMPT)][-1:] in (b"", b"\n")

    def write(self, data):
        while data:
            data = data[os.write(self.master, data[:1024]) :]

    def end(self):
        """Returns what was shown, the lines of standard output, and the exit code."""
        try:
            code = self.process.wait(max(0.1, self.until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
            self.seen += b"[killed]\n"
        os.close(self.master)
        self.out.seek(0)
        printed = self.out.read()
        self.out.close()
        return lines_of(self.seen.replace(b"\r\n", b"\n")), lines_of(printed), code if code >= 0 else 128 - code


def converse(command, folder, environment, columns):
    terminal, answers = Terminal(command.text, folder, environment, columns), command.answers()
    while terminal.read():
        if terminal.asks():
            terminal.write(typed(answers.pop(0)) if answers else b"\x04")
    shown_lines, out, code = terminal.end()
    return [line.removesuffix("[no newline]") for line in shown_lines], out, code


def written(terminal, out, code, answers):
    """Returns the lines of a dialogue that say: this was shown, this printed, this the exit code."""
    answers, lines = list(answers), []
    for line in terminal:
        if line.startswith(PROMPT):
            answer = answers.pop(0) if answers else ""
            lines.append(PROMPT + "^D" if answer == "^D" else line)
        else:
            lines.append(line)
    return lines + ["= " + line if line else "=" for line in out] + ([f"-> {code}"] if code else [])


def make_workspace(folder):
    shutil.copytree(ROOT / "policies", folder / "policies", copy_function=shutil.copyfile)
    (folder / "cases").mkdir()


def environment_for(home, program):
    (home / "bin").mkdir()
    (home / "bin" / "escalate").symlink_to(program)
    return {"PATH": f"{home}/bin:/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm"}


def check(path, program, update):
    """Returns what is wrong with one dialogue, nothing when all is well."""
    lines = path.read_text(encoding="utf-8").split("\n")
    columns = next((int(line.split(":")[1]) for line in lines if line.startswith("# columns:")), 80)
    reports, changes = [], []
    with tempfile.TemporaryDirectory(prefix="escalate-") as temporary:
        home = pathlib.Path(temporary)
        environment, folder = environment_for(home, program), home / "workspace"
        folder.mkdir()
        make_workspace(folder)
        for step in parse(lines):
            if isinstance(step, tuple):
                (folder / step[0]).write_text(step[1], encoding="utf-8")
                continue
            terminal, out, code = converse(step, folder, environment, columns)
            if matches([shown(line) for line in step.terminal], [line for line in terminal if line]) and \
                    matches(step.out, out) and step.code == code:
                continue
            actual = written([line for line in terminal if line], out, code, step.answers())
            expected = lines[step.first : step.last]
            changes.append((step, actual))
            diff = list(difflib.unified_diff(expected, actual, lineterm="", n=4))[3:]
            reports.append("\n".join([f"{path.name}:{step.first}: $ {step.text}", *("  " + line for line in diff)]))
    if update:
        for step, actual in reversed(changes):
            lines[step.first : step.last] = actual
        path.write_text("\n".join(lines), encoding="utf-8")
        return ""
    return "\n".join(reports)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=ROOT / "build/escalate", type=pathlib.Path, help="default: build/escalate")
    parser.add_argument("--update", action="store_true", help="write down what the program does now")
    parser.add_argument("paths", nargs="*", type=pathlib.Path, help="dialogues; default: all")
    options = parser.parse_args()
    paths = options.paths or sorted((ROOT / "tests/cli/dialogues").glob("*.dialogue"))
    failures = [report for path in paths if (report := check(path, options.program.resolve(), options.update))]
    print("\n\n".join(failures + [f"{len(paths)} dialogues, {len(failures)} failed"]))
    sys.exit(1 if failures or not paths else 0)


if __name__ == "__main__":
    main()
