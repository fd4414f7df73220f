"""Reads the pages of the manual, as far as its tests need it: sections, examples, and what a macro marks."""
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Page:
    """A page of the manual, in mdoc."""

    def __init__(self, name, text=None):
        self.path = ROOT / "man" / name
        self.lines = (text or self.path.read_text(encoding="utf-8")).splitlines()

    def part(self, *titles):
        """Returns the lines of a section, or of a subsection in it; fails where there is none."""
        lines = self.lines
        for macro, title in zip((".Sh", ".Ss"), titles):
            start = lines.index(f"{macro} {title}") + 1
            ends = [at for at in range(start, len(lines)) if lines[at].startswith((".Sh ", macro + " "))]
            lines = lines[start : ends[0] if ends else len(lines)]
        return lines

    def titles(self, section):
        return [line[4:] for line in self.part(section) if line.startswith(".Ss ")]

    def blocks(self, lines=None):
        """Returns the literal blocks of the page, or of some of its lines, as a reader sees them."""
        blocks, block = [], None
        for line in self.lines if lines is None else lines:
            if line.startswith(".Bd -literal"):
                block = []
            elif line == ".Ed":
                blocks.append(block)
                block = None
            elif block is not None:
                block.append(line.replace(r"\&", "").replace(r"\e", "\\"))
        return blocks

    def rendered(self):
        page = subprocess.run(["mandoc", "-Tutf8", self.path], capture_output=True, check=True, text=True).stdout
        return re.sub(".\b", "", page).split("\n")


def marked(lines, macro):
    """Returns the words that the lines give to `macro`: `.Ic from , until` gives two."""
    words = []
    for line in lines:
        tokens = line.lstrip(".").split() if line.startswith(".") else []
        given = False
        for token in tokens:
            if re.fullmatch("[A-Z][a-z]", token):
                given = token == macro
            elif given and token not in ",.;|":
                words.append(token)
    return words


def heads(lines, macro):
    """Returns the words that `macro` marks in the heads of list items."""
    return marked([line for line in lines if line.startswith(".It ")], macro)


def as_read(item):
    """Returns how `Fl -mark Ar MARK Ns = Ns Ar TIME` is printed."""
    text, glued, dash = "", True, False
    for token in item.split():
        if token == "Ns":
            glued = True
        elif token == "Fl":
            dash = True
        elif token in ("Ar", "Cm"):
            continue
        else:
            word = {"Oo": "[", "Oc": "]"}.get(token, "-" * dash + token)
            text += ("" if glued or word in "],;" else " ") + word
            glued, dash = token == "Oo", False
    return text


def options_in(lines):
    return {as_read(line[4:]) for line in lines if line.startswith(".It Fl ")}


def id_of(policy):
    return re.search("^id: (.*)$", policy, re.M)[1]


def example_policies():
    blocks = Page("escalate-policy.5").blocks()
    return ["\n".join(block) + "\n" for block in blocks if block[0] == "escalate: policy/1"]


def example_cases():
    blocks = ["\n".join(block) + "\n" for block in Page("escalate-case.5").blocks()]
    return [block for block in blocks if re.search("^escalate: case/1$", block, re.M)]


def file_of(case):
    name = re.search('^case: "(.*)"$', case, re.M)[1]
    return f"cases/{name.split('-')[1]}/{name}.yaml"
