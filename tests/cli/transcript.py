"""The format of transcripts: reading them, comparing them with what happened, writing them anew.

tests/README.md tells the format.
"""
import dataclasses
import re

ANY_TEXT, ANY_LINES = "[..]", "..."
HERE = re.compile(r"<<'(\w+)'$")  # a command that goes on with a file's text, to the line that is this word


@dataclasses.dataclass
class File:
    """A `<<< PATH` block: a file to write before the commands that follow."""

    path: str
    text: str


@dataclasses.dataclass
class Command:
    """A command and what it must print; lines [first, last) of the transcript hold the expectation."""

    text: str
    line: int
    first: int
    last: int
    out: list = dataclasses.field(default_factory=list)
    err: list = dataclasses.field(default_factory=list)
    code: int = 0


@dataclasses.dataclass
class Actual:
    """What a command did: the lines of its two streams, and its exit code."""

    out: list
    err: list
    code: int


class Malformed(Exception):
    """A transcript that does not follow its format."""


class Reader:
    """Reads the steps from one stretch of a transcript's lines."""

    def __init__(self, lines, stop):
        self.lines, self.stop = lines, stop
        self.steps, self.command = [], None

    def read(self, start):
        at = start
        while at < self.stop:
            at = self.step(at)
        return self.steps

    def step(self, at):
        line = self.lines[at]
        if line.startswith("$ "):
            return self.start_command(at)
        if line.startswith("<<< "):
            return self.read_file(at)
        if line.startswith("#"):
            self.command = None
        elif self.command:
            self.expect(line, at)
        elif line:
            raise Malformed(f"{at + 1}: output without a command before it")
        return at + 1

    def start_command(self, at):
        end = at
        while self.lines[end].endswith("\\") and end + 1 < self.stop:
            end += 1
        end = self.end_of_text(at, end)
        text = "\n".join(self.lines[at : end + 1])[2:]
        self.command = Command(text, at + 1, end + 1, end + 1)
        self.steps.append(self.command)
        return end + 1

    def end_of_text(self, at, end):
        here = HERE.search(self.lines[end])
        if not here:
            return end
        try:
            return self.lines.index(here[1], end + 1, self.stop)
        except ValueError:
            raise Malformed(f"{at + 1}: the text has no '{here[1]}' at its end") from None

    def read_file(self, at):
        self.command = None
        end = at + 1
        while end < self.stop and self.lines[end] != ">>>":
            end += 1
        path = self.lines[at][4:].strip()
        if end == self.stop:
            raise Malformed(f"{at + 1}: '<<< {path}' has no '>>>'")
        if path.startswith("/") or ".." in path.split("/"):
            raise Malformed(f"{at + 1}: '{path}' is not inside the workspace")
        self.steps.append(File(path, "".join(line + "\n" for line in self.lines[at + 1 : end])))
        return end + 1

    def expect(self, line, at):
        command = self.command
        if line.startswith("-> "):
            if not line[3:].isdigit():
                raise Malformed(f"{at + 1}: '->' wants an exit code")
            command.code = int(line[3:])
        elif line == "!" or line.startswith("! "):
            command.err.append(line[2:])
        else:
            command.out.append(line)
        command.last = at + 1


def drop_layout(command, lines):
    """Takes the empty lines at the end of the command's stretch for layout, not output."""
    while command.last > command.first and lines[command.last - 1] == "":
        command.last -= 1
        command.out.pop()


def stretches(path, lines):
    """Yields the parts of the file that are transcript: all of a .test, the console blocks of a .md."""
    if path.suffix != ".md":
        yield 0, len(lines)
        return
    start = None
    for at, line in enumerate(lines):
        if start is None and line.strip() == "```console":
            start = at + 1
        elif start is not None and line.strip() == "```":
            yield start, at
            start = None


def parse(path, lines):
    """Returns the steps of a transcript; raises Malformed."""
    steps = []
    for start, stop in stretches(path, lines):
        steps += Reader(lines, stop).read(start)
    commands = [step for step in steps if isinstance(step, Command)]
    for command in commands:
        drop_layout(command, lines)
    if not commands:
        raise Malformed("1: no command in it")
    return steps


def workspace_kind(path, lines):
    """Returns which workspace a transcript asks for."""
    if path.suffix == ".md":
        return "samples"
    kinds = [line.split(":", 1)[1].strip() for line in lines if line.startswith("# workspace:")]
    if len(kinds) > 1 or (kinds and kinds[0] not in ("samples", "none", "empty")):
        raise Malformed("1: '# workspace:' is said once: samples, none or empty")
    return kinds[0] if kinds else "empty"


def lines_of(output):
    """Returns the lines of what a program wrote, bytes that no terminal should get made visible."""
    text = output.decode("utf-8", "surrogateescape")
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\udc80-\udcff]", lambda c: f"[0x{ord(c[0]) & 0xff:02X}]", text)
    if not text:
        return []
    return text[:-1].split("\n") if text.endswith("\n") else (text + "[no newline]").split("\n")


def pattern(expected):
    """Returns the regular expression of one expected line, its line end included."""
    if expected == ANY_LINES:
        return r"(?:[^\n]*\n)*?"
    text = expected[1:] if expected.startswith("\\") else expected
    return "[^\n]*".join(re.escape(part) for part in text.split(ANY_TEXT)) + "\n"


def matches(expected, actual):
    """Returns whether the lines of a stream are the expected ones."""
    return re.fullmatch("".join(map(pattern, expected)), "".join(line + "\n" for line in actual)) is not None


def agrees(command, actual):
    """Returns whether a command did what its transcript says."""
    return matches(command.out, actual.out) and matches(command.err, actual.err) and command.code == actual.code


def written(line, expected):
    """Returns how an actual line is written in a transcript, keeping an expected line that it fits."""
    for known in expected:
        if known not in (ANY_LINES, ANY_TEXT) and re.fullmatch(pattern(known), line + "\n"):
            return known
    special = line.startswith(("$ ", "! ", "-> ", "#", "\\", "<<< ")) or line in ("!", ANY_LINES)
    return "\\" + line if special else line


def expectation(out, err, code):
    """Returns the transcript lines that say: these streams, this exit code."""
    lines = list(out) + ["! " + line if line else "!" for line in err] + ([f"-> {code}"] if code else [])
    if lines and not lines[-1]:
        lines[-1] = "\\"
    return lines


def observed(command, actual):
    """Returns the transcript lines for what happened, as close to the expected ones as they allow."""
    out = command.out if matches(command.out, actual.out) else [written(line, command.out) for line in actual.out]
    err = command.err if matches(command.err, actual.err) else [written(line, command.err) for line in actual.err]
    return expectation(out, err, actual.code)
