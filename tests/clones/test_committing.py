"""`commit: true`: each change is committed, that one file alone, as the user would do it."""
import json
import subprocess
import unittest

from clones import CASE, ID, PROGRAM, ClonesCase

NOTE = ("note", ID, "They rang.", "--by", "First", "--now", "2026-11-03T09:00")


class Committing(ClonesCase):
    git_set_up = False

    def setUp(self):
        super().setUp()
        self.first.put("escalate: settings/1\ncommit: true\n", "escalate.yaml")
        self.first.commit("settings")

    def hook(self, name, script):
        hook = self.first.folder / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\n" + script)
        hook.chmod(0o755)

    def assert_not_committed(self, done, *words):
        told = " ".join(done.stderr.split())
        for word in (f"{CASE}: error: written, but not committed to git", "commit --only -m", *words):
            self.assertIn(word, told)
        self.assertIn("note added", done.stdout)
        self.assertEqual(len(self.first.events()), 2)
        self.assertEqual(self.first.git("log", "--format=%s", "-1"), "settings\n")

    def test_a_note_is_committed_and_nothing_else(self):
        self.first.put("staged\n", "staged")
        self.first.git("add", "staged")
        self.first.put("not staged\n", "other")
        self.first.put("a comment\n", "policies/README")
        done = self.first.escalate(*NOTE)
        self.assertEqual(done.stderr, "")
        self.assertEqual(self.first.git("log", "-1", "--format=%s%n%b", "--name-only").split(),
                         [ID + ":", "noted", CASE])
        self.assertEqual(self.first.git("status", "--porcelain"), "A  staged\n?? other\n?? policies/README\n")

    def test_a_new_case_is_committed(self):
        done = self.first.escalate("open", "--policy", "wiltshire", "--child", "C-7", "--raising", "A", "--receiving",
                                   "B", "--concern", "C", "--by", "J", "--id", "WI-2026-A1B2C", "--now", "2026-11-03")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(self.first.git("log", "-1", "--format=%s", "--name-only").split(),
                         ["WI-2026-A1B2C:", "opened", "cases/2026/WI-2026-A1B2C.yaml"])

    def test_a_dry_run_commits_nothing(self):
        self.first.escalate(*NOTE, "--dry-run")
        self.assertEqual(self.first.git("log", "--format=%s", "-1"), "settings\n")

    def test_hooks_run_and_may_refuse(self):
        self.hook("pre-commit", "echo \"no $(printf '\\033')[31m today\" >&2; exit 1\n")
        done = self.first.escalate(*NOTE, code=6)
        self.assert_not_committed(done, "git says: no \\x1b[31m today")
        command = [line for line in done.stderr.splitlines() if line.strip().startswith("git -C")]
        self.hook("pre-commit", "exit 0\n")
        for line in command:
            subprocess.run(["sh", "-c", line], cwd=self.top, env=self.first.environment, check=True,
                           capture_output=True)
        self.assertEqual(self.first.git("log", "-1", "--format=%s"), f"{ID}: noted\n")

    def test_json_says_it_too(self):
        self.hook("pre-commit", "exit 1\n")
        problems = json.loads(self.first.escalate(*NOTE, "--format", "json", code=6).stdout)["problems"]
        self.assertIn("not committed", problems[0]["text"])

    def test_signing_is_asked_for(self):
        self.first.git("config", "commit.gpgSign", "true")
        self.first.git("config", "gpg.program", "false")
        self.assert_not_committed(self.first.escalate(*NOTE, code=6))

    def test_without_a_name_for_the_commit(self):
        (self.first.home / ".gitconfig").write_text("[user]\nuseConfigOnly = true\n")
        self.first.environment.update(EMAIL="")
        done = self.first.escalate(*NOTE, code=6)
        self.assertIn("written, but not committed", done.stderr)

    def test_outside_a_repository(self):
        self.first.run(["mv", ".git", "../elsewhere"])
        done = self.first.escalate(*NOTE, code=6)
        self.assertIn("not a git repository", done.stderr)
        self.assertEqual(len(self.first.events()), 2)

    def test_during_a_merge(self):
        self.first.git("branch", "other")
        self.first.escalate("note", ID, "One.", "--by", "First", "--now", "2026-11-03T08:00")
        self.first.git("checkout", "-q", "other")
        self.first.put("x\n", "other")
        self.first.commit("other")
        self.first.run(["git", "merge", "-q", "--no-commit", "main"])
        done = self.first.escalate(*NOTE, code=6)
        self.assertIn("git says: fatal: cannot do a partial commit during a merge", done.stderr)
        (command,) = [line for line in done.stderr.splitlines() if line.strip().startswith("git -C")]
        self.first.run(["sh", "-c", command])
        self.first.git("commit", "-qm", "merged")
        self.assertEqual(self.first.git("status", "--porcelain"), "")
        self.assertEqual(len(self.first.events()), 3)

    def test_on_no_branch_it_is_committed_and_said(self):
        self.first.git("checkout", "-q", "--detach")
        told = " ".join(self.first.escalate(*NOTE).stderr.split())
        self.assertIn(f"{CASE}: warning: committed, but to no branch of git", told)
        self.first.git("checkout", "-q", "main")
        self.assertEqual(len(self.first.events()), 1)
        told = self.first.escalate("check", "--history", "--now", "2026-11-04", code=1).stderr
        self.assertIn("is lost; commit", " ".join(told.split()))

    def test_a_rebase_that_is_given_up_is_found_by_check(self):
        self.first.git("checkout", "-qb", "other")
        self.first.put("ours\n", "file")
        self.first.commit("other")
        self.first.git("checkout", "-q", "main")
        self.first.put("theirs\n", "file")
        self.first.commit("main")
        self.first.git("checkout", "-q", "other")
        self.first.git("rebase", "-q", "main", code=1)
        self.assertIn("rebase --abort", self.first.escalate(*NOTE).stderr)
        self.first.git("rebase", "--abort")
        told = self.first.escalate("check", "--history", "--now", "2026-11-04", code=1).stderr
        self.assertIn("is lost; commit", " ".join(told.split()))

    def test_a_repository_that_somebody_holds(self):
        self.first.put("", ".git/index.lock")
        self.assert_not_committed(self.first.escalate(*NOTE, code=6), "index.lock")
        self.first.run(["rm", ".git/index.lock"])
        self.first.escalate("note", ID, "Again.", "--by", "First", "--now", "2026-11-03T09:01")
        self.assertEqual(self.first.git("show", "HEAD:" + CASE), self.first.text())

    def test_the_variables_of_an_outer_git_do_not_reach_it(self):
        done = self.first.escalate(*NOTE, GIT_DIR="/nowhere", GIT_INDEX_FILE="/nowhere/index", GIT_WORK_TREE="/",
                                   GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="core.bare", GIT_CONFIG_VALUE_0="true")
        self.assertEqual(done.stderr, "")

    def test_nothing_waits_for_somebody_to_type(self):
        self.hook("prepare-commit-msg", "git var GIT_EDITOR >&2; read line; exit 0\n")
        self.first.escalate(*NOTE)

    def test_what_a_hook_leaves_running_is_not_waited_for(self):
        self.hook("post-commit", "sleep 30 &\n")
        self.first.run([PROGRAM, *NOTE])

    def test_several_writers_at_once(self):
        writers = [subprocess.Popen([PROGRAM, "note", ID, f"Note {number}.", "--by", "J"], cwd=self.first.folder,
                                    env=self.first.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                   for number in range(4)]
        for writer in writers:
            self.assertEqual(writer.wait(60), 0, writer.stderr.read())
            writer.stderr.close()
        self.assertEqual(len(self.first.events()), 5)
        self.assertEqual(self.first.git("status", "--porcelain"), "")


if __name__ == "__main__":
    unittest.main()
