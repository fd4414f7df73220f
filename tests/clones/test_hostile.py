"""No command that looks runs anything that a repository brings along."""
import os
import re
import shutil
import unittest

from clones import CASE, ID, PROGRAM, ClonesCase

NOW = ("--now", "2026-11-04T09:00")
# What each command is given. A command of the help that is in none of the three lists fails the test.
LOOKING = {
    "config": [], "completion": ["bash"],
    "policy list": [], "policy show": ["wiltshire"], "policy check": [],
    "policy timetable": ["wiltshire", "--from", "2026-11-02"], "policy compare": ["wiltshire", "wiltshire"],
    "policy graph": ["wiltshire"], "status": [], "overdue": [], "explain": [ID], "history": [ID], "report": [],
    "deadline": ["2026-11-02", "1", "day"], "calendar show": ["england-and-wales"], "export": ["json"], "form": [],
}
ASKING_GIT = {"check": [["check"], ["check", "--history"]]}
WRITING = {"init", "demo", "open", "note", "mark", "done", "agree", "extend", "advance", "halt", "resume", "assign",
           "resolve", "close", "reopen", "correct", "calendar import", "merge-driver", "help"}
HOOKS = ("applypatch-msg pre-applypatch post-applypatch pre-commit pre-merge-commit prepare-commit-msg commit-msg "
         "post-commit pre-rebase post-checkout post-merge pre-push reference-transaction push-to-checkout pre-auto-gc "
         "post-rewrite fsmonitor-watchman post-index-change").split()


class Hostile(ClonesCase):
    git_set_up = False

    def setUp(self):
        super().setUp()
        self.first.write("note", ID, "They rang.")
        self.canary = self.top / "canary"
        self.trap = self.top / "trap"
        self.trap.write_text(f'#!/bin/sh\necho "$0 $*" >> "{self.canary}"\nexit 0\n')
        self.trap.chmod(0o755)

    def config(self, text, path=".git/config"):
        with open(self.first.folder / path, "a") as config:
            config.write(text)

    def commands(self):
        for command in re.findall(r"^  ([a-z]+(?:[ -][a-z]+)?) {2,}\S", self.first.escalate("--help").stdout, re.M):
            if command in ASKING_GIT:
                yield from ASKING_GIT[command]
            elif command not in WRITING:
                yield command.split() + LOOKING[command]

    def assert_nothing_runs(self):
        for command in self.commands():
            self.first.escalate(*command, *NOW, code=(0, 1, 2, 3))
            self.assertFalse(self.canary.exists(), f"{command}: {self.canary.exists() and self.canary.read_text()}")

    def trapped(self):
        """Returns settings that have git run the trap wherever it runs anything."""
        trap = f'"\\"{self.trap}\\""'
        return "".join(f"[{section}]\n{key} = {trap}\n" for section, key in [
            ("core", "fsmonitor"), ("core", "pager"), ("core", "editor"), ("core", "sshCommand"), ("core", "askPass"),
            ("core", "alternateRefsCommand"), ("core", "gitProxy"), ("diff", "external"), ("gpg", "program"),
            ("credential", "helper"), ('filter "x"', "clean"), ('filter "x"', "smudge"), ('filter "x"', "process"),
            ('diff "x"', "textconv"), ('diff "x"', "command"), ('merge "x"', "driver"), ("pager", "config"),
            ("pager", "log"), ("uploadpack", "packObjectsHook"), ('remote "origin"', "uploadpack"),
            ('trailer "x"', "command"), ("interactive", "diffFilter"), ("sequence", "editor"),
        ]) + "".join(f"[alias]\n{name} = !{self.trap}\n" for name in ("rev-parse", "cat-file", "rev-list", "status"))

    def test_settings_hooks_filters_and_aliases(self):
        self.config(self.trapped() + '[core]\nfsmonitorHookVersion = 1\n[log]\nshowSignature = true\n')
        self.first.put("* filter=x diff=x merge=x\n", ".gitattributes")
        for name in HOOKS:
            shutil.copy(self.trap, self.first.folder / ".git/hooks" / name)
        self.first.put(self.first.text() + "# changed, so that git would look at it\n")
        self.assert_nothing_runs()

    def test_the_traps_can_be_sprung(self):
        self.config(self.trapped())
        self.first.git("status")
        self.assertTrue(self.canary.exists())

    def test_hooks_in_another_folder_and_included_settings(self):
        hooks = self.top / "hooks"
        hooks.mkdir()
        for name in HOOKS:
            shutil.copy(self.trap, hooks / name)
        (self.top / "included").write_text(self.trapped() + f'[core]\nhooksPath = "{hooks}"\n')
        self.config(f'[include]\npath = "{self.top}/included"\n[includeIf "gitdir:**"]\npath = "{self.top}/included"\n')
        self.assert_nothing_runs()

    def test_a_bare_repository_in_the_place_of_the_workspace(self):
        self.first.run(["mv", ".git", "../elsewhere"])
        for name in ("HEAD", "config", "objects", "refs"):
            self.first.run(["cp", "-r", f"../elsewhere/{name}", name])
        self.config(self.trapped() + "[core]\nbare = false\nworktree = .\n", "config")
        self.assert_nothing_runs()

    def test_a_bare_repository_inside(self):
        self.first.run(["git", "init", "-q", "--bare", "cases/2026/inside.git"])
        self.config(self.trapped(), "cases/2026/inside.git/config")
        self.assert_nothing_runs()

    def test_objects_that_another_computer_is_to_give(self):
        blob = self.first.git("rev-parse", f"HEAD~1:{CASE}").strip()
        (self.first.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
        self.config(self.trapped() + "[core]\nrepositoryformatversion = 1\n[extensions]\npartialClone = origin\n"
                    f'[remote "origin"]\nurl = ext::{str(self.trap).replace(" ", "% ")}\npromisor = true\n'
                    "partialclonefilter = blob:none\n[protocol]\nallow = always\n[protocol \"ext\"]\nallow = always\n")
        self.assert_nothing_runs()

    def test_looking_runs_no_git_at_all(self):
        folder = self.top / "bin"
        folder.mkdir()
        shutil.copy(self.trap, folder / "git")
        self.first.environment["PATH"] = f"{folder}:{os.environ['PATH']}"
        for command in self.commands():
            if command[0] != "check":
                self.first.escalate(*command, *NOW, code=(0, 1, 2, 3))
                self.assertFalse(self.canary.exists(), command)

    def test_a_git_that_lies_in_the_workspace_is_not_run(self):
        shutil.copy(self.trap, self.first.folder / "git")
        usual = os.environ["PATH"]
        for path in (":" + usual, ".:" + usual, "cases/..:" + usual, "."):
            for command in (["check"], ["check", "--history"]):
                self.first.escalate(*command, *NOW, code=(0, 1), PATH=path)
                self.assertFalse(self.canary.exists(), path)

    def test_a_repository_of_somebody_else_is_not_read(self):
        if os.getuid() != 0:
            self.skipTest("only root can give a folder to somebody else")
        self.first.run(["chown", "-R", "65534", "."])
        told = self.first.escalate("check", "--history", *NOW, code=1)
        self.assertIn("dubious ownership", told.stderr)

    def test_the_variables_of_an_outer_git_do_not_reach_it(self):
        self.first.environment.update(
            GIT_DIR="/nowhere", GIT_EXTERNAL_DIFF=str(self.trap), GIT_SSH_COMMAND=str(self.trap), GIT_CONFIG_COUNT="1",
            GIT_CONFIG_KEY_0="core.fsmonitor", GIT_CONFIG_VALUE_0=str(self.trap), GIT_TRACE=str(self.canary))
        told = self.first.escalate("check", "--history", *NOW)
        self.assertIn("2 commits", told.stdout)
        self.assertFalse(self.canary.exists())


if __name__ == "__main__":
    unittest.main()
