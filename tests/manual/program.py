"""Runs the program, and reads what its help and its JSON say."""
import json
import pathlib
import re
import shutil
import subprocess
import tempfile

from page import ROOT, example_policies, id_of

NOW = "2026-11-05T16:40+00:00"  # for examples that do not say when


class Help:
    """What the program says of its commands and options."""

    def __init__(self, program):
        self.program = program

    def text(self, command=""):
        words = [self.program, *command.split(), "--help"]
        return subprocess.run(words, capture_output=True, check=True, text=True).stdout

    def commands(self):
        return re.findall(r"^  ([a-z]+(?:[ -][a-z]+)?) {2,}\S", self.text(), re.M)

    def usage(self, command):
        return " ".join(self.text(command).split("\n\n")[1].split())

    def options(self, command):
        """Returns the options in a command's usage, with what they take."""
        value = r"(?: (?![-|\[])[^\s\[\]]+(?:\[=[^\]]*\])?)?"
        return set(re.findall(rf"(?<!\S)\[?(--[a-z-]+{value})", self.usage(command)))

    def listed_options(self, command, heading):
        """Returns the options that a command's help lists under a heading; none without it."""
        found = [each for each in self.text(command).split("\n\n") if each.startswith(heading)]
        return set(re.findall(r"^  (-.*?)(?: {2,}.*)?$", found[0], re.M)) if found else set()


def keys_in(value):
    """Returns every key of a JSON value, at any depth."""
    if isinstance(value, list):
        return set().union(*map(keys_in, value))
    return set(value).union(*map(keys_in, value.values())) if isinstance(value, dict) else set()


class Workspace:
    """A folder with the repository's policies, the examples of escalate-policy.5 and no case."""

    def __init__(self, test, program):
        temporary = tempfile.TemporaryDirectory(prefix="escalate-")
        test.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name) / "workspace"
        shutil.copytree(ROOT / "policies", self.folder / "policies")
        (self.folder / "cases").mkdir()
        for text in example_policies():
            self.write(f"policies/{id_of(text)}.yaml", text)
        script = self.folder.parent / "escalate"
        script.write_text(f'#!/bin/sh\ncase " $* " in *" --now "*) ;; *) set -- --now {NOW} "$@" ;; esac\n'
                          f'exec "{program}" "$@"\n')
        script.chmod(0o755)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def run(self, command, folder="."):
        """Runs a line of the shell, or a list of words."""
        words = ["/bin/bash", "-c", command] if isinstance(command, str) else ["escalate", *command]
        path = f"{self.folder.parent}:/usr/bin:/bin"
        return subprocess.run(words, cwd=self.folder / folder, env={"PATH": path, "LC_ALL": "C.UTF-8"}, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
                              executable=self.folder.parent / "escalate" if words[0] == "escalate" else None)

    def json(self, *words):
        return json.loads(self.run([*words, "--format", "json"]).stdout)
