"""Clones of one workspace, with real git: what the tests in this folder share."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("ESCALATE_PROGRAM", ROOT / "build/escalate"))
CASE = "cases/2026/WI-2026-K7QXM.yaml"
ID = "WI-2026-K7QXM"


class Clone:
    """A folder with a workspace in it, and whoever works there."""

    def __init__(self, folder, home, name):
        self.folder, self.home, self.name = folder, home, name
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8",
                            "GIT_CONFIG_NOSYSTEM": "1"}
        self.minute = 0

    def run(self, words, code=0, **changes):
        """Runs a program here; its exit code must be `code`, or one of several."""
        done = subprocess.run([str(word) for word in words], cwd=self.folder, env={**self.environment, **changes},
                              capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
        codes = code if isinstance(code, tuple) else (code,)
        if done.returncode not in codes:
            raise AssertionError(f"{words} ended with {done.returncode}, not {codes}:\n{done.stdout}{done.stderr}")
        return done

    def git(self, *words, code=0):
        return self.run(["git", *words], code).stdout

    def escalate(self, *words, code=0, **changes):
        return self.run([PROGRAM, *words], code, **changes)

    def write(self, *words, hour=9, code=0):
        """Runs a command that writes, at a minute of its own, and commits."""
        self.minute += 1
        done = self.escalate(*words, "--by", self.name, "--now", f"2026-11-03T{hour:02}:{self.minute:02}", code=code)
        self.commit(words[0])
        return done

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-qm", message)

    def text(self, path=CASE):
        return (self.folder / path).read_text()

    def put(self, text, path=CASE):
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text)

    def events(self, path=CASE):
        """Returns the ids of the events in a case file, in their order."""
        return [line.split('"')[1] for line in self.text(path).splitlines() if line.startswith("  id: ")]

    def head(self):
        return self.git("rev-parse", "HEAD").strip()


class ClonesCase(unittest.TestCase):
    """Tests with a workspace `first`, one case in it, from which others are cloned."""
    git_set_up = True

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="escalate clones ")  # a blank in every path
        self.addCleanup(temporary.cleanup)
        self.top = pathlib.Path(temporary.name)
        home = self.top / "home"
        home.mkdir()
        (home / ".gitconfig").write_text("[user]\nname = A Clone\nemail = clone@example.org\n"
                                         "[init]\ndefaultBranch = main\n[advice]\ndetachedHead = false\n")
        self.first = Clone(self.top / "first", home, "First")
        (self.first.folder / "policies").mkdir(parents=True)
        (self.first.folder / "cases").mkdir(mode=0o700)
        shutil.copytree(ROOT / "policies/calendars", self.first.folder / "policies/calendars")
        shutil.copy(ROOT / "policies/wiltshire.yaml", self.first.folder / "policies")
        self.first.git("init", "-q")
        if self.git_set_up:
            self.set_up(self.first)
        self.first.write("open", "--policy", "wiltshire", "--child", "C-1042", "--raising", "Example Primary School",
                         "--receiving", "Example Police", "--concern", "Nobody came.", "--id", ID, hour=8)

    @staticmethod
    def set_up(clone):
        return clone.escalate("init", "--git", "--policy", "wiltshire")

    def clone(self, name, of=None, *options):
        """Clones `first`, or another; set up with `init --git` like the first."""
        of = of or self.first
        of.git("clone", "-q", *options, str(of.folder) if not options else f"file://{of.folder}",
               str(self.top / name))
        clone = Clone(self.top / name, of.home, name.capitalize())
        (clone.folder / "cases").chmod(0o700)
        if self.git_set_up:
            self.set_up(clone)
        return clone

    def merge(self, clone, other, code=0, *words):
        return clone.run(["git", "pull", "-q", "--no-rebase", "--no-edit", *words, other.folder, "main"], code)
