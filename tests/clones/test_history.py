"""`escalate check --history`: every event that any commit ever held, and the working copy has not."""
import time
import unittest

from clones import CASE, ID, Clone, ClonesCase

NOW = ("--now", "2026-11-04T09:00")


class History(ClonesCase):
    git_set_up = False

    def check(self, clone, code):
        done = clone.escalate("check", "--history", *NOW, code=code)
        return " ".join((done.stdout + done.stderr).split())

    def assert_lost(self, clone, count, *words):
        told = self.check(clone, 1)
        for word in (("lost",) + words):
            self.assertIn(word, told)
        self.assertEqual(sum(told.count(event) > 0 for event in self.lost), count, told)
        return told

    def note(self, clone, text, hour):
        clone.write("note", ID, text, hour=hour)
        self.lost = [clone.events()[-1][:8]]

    def test_a_whole_history_is_found_whole(self):
        self.note(self.first, "They rang.", 9)
        told = self.check(self.first, 0)
        self.assertIn("2 commits", told)
        self.assertIn(": no errors", told)

    def test_an_event_that_was_struck_out_is_not_lost(self):
        self.note(self.first, "They rang.", 9)
        self.first.write("correct", ID, self.first.events()[-1], "--because", "It was not so.", hour=10)
        self.check(self.first, 0)

    def test_a_merge_that_took_our_side_alone(self):
        second = self.clone("second")
        self.note(second, "They rang.", 9)
        self.first.write("note", ID, "They wrote.", hour=10)
        self.merge(self.first, second, 0, "-s", "ours")
        told = self.assert_lost(self.first, 1, f"git show {second.head()[:12]}:./{CASE} > old",
                                f"escalate merge-driver /dev/null {CASE} old")
        self.assertNotIn("no branch", told)
        self.first.put(self.first.git("show", f"{second.head()[:12]}:./{CASE}"), "old")
        self.first.escalate("merge-driver", "/dev/null", CASE, "old")
        self.check(self.first, 0)
        self.assertEqual(len(self.first.events()), 3)

    def test_a_reset(self):
        self.note(self.first, "They rang.", 9)
        self.first.git("reset", "-q", "--hard", "HEAD~1")
        self.assert_lost(self.first, 1, "which no branch holds any more")

    def test_a_reset_whose_reflog_is_gone(self):
        self.note(self.first, "They rang.", 9)
        self.first.git("reset", "-q", "--hard", "HEAD~1")
        self.first.git("reflog", "expire", "--expire=now", "--all")
        self.assert_lost(self.first, 1, "which no branch holds any more")

    def test_an_event_taken_out_of_the_file(self):
        self.note(self.first, "They rang.", 9)
        text = self.first.text()
        self.first.put(text[:text.index("- event: noted")])
        self.assert_lost(self.first, 1)
        self.first.commit("without it")
        self.assert_lost(self.first, 1)

    def test_an_edited_event(self):
        self.note(self.first, "They rang.", 9)
        self.first.put(self.first.text().replace("They rang.", "They wrote."))
        self.assertIn("says something else than in commit", self.check(self.first, 1))
        self.first.commit("edited")
        told = self.check(self.first, 1)
        self.assertIn("says something else than in commit " + self.first.git("rev-parse", "HEAD~1")[:12], told)

    def test_an_erased_text_that_a_correction_names_is_not_told(self):
        self.note(self.first, "A name.", 9)
        self.first.put(self.first.text().replace("A name.", "erased"))
        self.first.commit("erased")
        self.first.write("correct", ID, self.first.events()[-1], "--because", "A name.", "--set", "text=erased",
                         hour=10)
        self.check(self.first, 0)

    def test_a_forced_push(self):
        hub = Clone(self.top / "hub.git", self.first.home, "Hub")
        self.first.git("clone", "-q", "--bare", str(self.first.folder), str(hub.folder))
        self.first.git("remote", "add", "origin", str(hub.folder))
        second = self.clone("second", hub)
        self.note(second, "They rang.", 9)
        second.git("push", "-q", "origin", "main")
        self.first.write("note", ID, "They wrote.", hour=10)
        self.first.git("push", "-q", "--force", "origin", "main")
        second.git("fetch", "-q", "origin")
        second.git("reset", "-q", "--hard", "origin/main")
        self.assert_lost(second, 1, "which no branch holds any more")

    def test_what_only_another_branch_holds_is_a_warning(self):
        second = self.clone("second")
        self.first.write("note", ID, "They rang.", hour=9)
        second.git("fetch", "-q")
        told = self.check(second, 0)
        self.assertIn("which is not merged here", told)

    def test_what_lies_in_a_stash_is_a_warning(self):
        self.first.escalate("note", ID, "They rang.", "--by", "First", "--now", "2026-11-03T09:00")
        self.first.git("stash", "-q")
        self.assertIn("from a stash, which no branch contains: git stash pop", self.check(self.first, 0))
        self.first.git("stash", "pop", "-q")
        self.assertNotIn("stash", self.check(self.first, 0))

    def test_a_deleted_case(self):
        self.first.put(".", "cases/.gitkeep")
        self.first.commit("the folder stays")
        commit = self.first.head()
        self.first.git("rm", "-q", CASE)
        self.first.commit("gone")
        told = self.check(self.first, 1)
        self.assertIn(f"case {ID} is lost", told)
        self.assertIn(f"git checkout {commit[:12]} -- {CASE}", told)

    def test_a_renamed_case_is_not_lost(self):
        self.first.git("mv", CASE, "cases/2026/WI-2026-00000.yaml")
        self.first.commit("renamed")
        told = self.check(self.first, 1)
        self.assertIn("unlike the name of its file", told)
        self.assertNotIn("lost", told)

    def test_a_commit_with_markers_in_it_hides_nothing(self):
        self.note(self.first, "They rang.", 9)
        text = self.first.text()
        self.first.put(text + "<<<<<<< ours\n")
        self.first.commit("unfinished")
        self.first.put(text[:text.index("- event: noted")])
        self.first.commit("finished badly")
        self.assert_lost(self.first, 1)

    def test_a_workspace_below_the_top_of_its_repository(self):
        inner = Clone(self.first.folder / "inner one", self.first.home, "Inner")
        inner.folder.mkdir()
        self.first.git("mv", "policies", "cases", "inner one/")
        self.first.commit("moved")
        inner.write("note", ID, "They rang.", hour=9)
        self.lost = [inner.events()[-1][:8]]
        self.assertIn(": no errors", self.check(inner, 0))
        inner.git("reset", "-q", "--hard", "HEAD~1")
        self.assert_lost(inner, 1)

    def test_a_repository_that_others_can_read_is_told(self):
        def told():
            return " ".join(self.first.escalate("check", *NOW, code=(0, 1)).stderr.split())
        warning = ".git: warning: every user of this computer can read in it each version"
        self.first.folder.chmod(0o755)
        (self.first.folder / ".git").chmod(0o755)
        self.assertNotIn(warning, told())  # the folder above lets nobody in
        self.top.chmod(0o755)
        if not all(folder.stat().st_mode & 0o001 for folder in self.top.parents):
            self.skipTest("the folder for temporary files is closed to others")
        self.assertIn(warning + " of each case that git keeps to keep others out: chmod -R o-rwx .git", told())
        self.first.git("worktree", "add", "-q", "../linked")
        linked = Clone(self.top / "linked", self.first.home, "Linked")
        self.assertIn("chmod -R o-rwx ../first/.git", linked.escalate("check", *NOW).stderr)
        self.assertIn("chmod -R o-rwx ../first/.git", linked.escalate("init", "--git").stderr)
        self.first.run(["chmod", "-R", "o-rwx", ".git"])
        self.assertNotIn(warning, told())

    def test_a_linked_worktree_and_a_submodule(self):
        self.note(self.first, "They rang.", 9)
        self.first.git("worktree", "add", "-q", "../linked")
        self.first.git("init", "-q", "../above")
        above = Clone(self.top / "above", self.first.home, "Above")
        above.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(self.first.folder), "below")
        for folder in (self.top / "linked", above.folder / "below"):
            there = Clone(folder, self.first.home, "There")
            self.check(there, 0)
            there.git("reset", "-q", "--hard", "HEAD~1")
            self.assertIn(self.lost[0], self.check(there, 0))  # another branch holds it, here or where it was cloned

    def test_a_shallow_clone_says_that_it_is_one(self):
        self.note(self.first, "They rang.", 9)
        shallow = self.clone("shallow", None, "--depth", "1")
        self.assertIn("this clone is shallow", self.check(shallow, 0))

    def test_replacements_hide_nothing(self):
        self.note(self.first, "They rang.", 9)
        before, noted = self.first.git("rev-parse", "HEAD~1").strip(), self.first.head()
        self.first.git("reset", "-q", "--hard", before)
        self.first.git("replace", noted, before)
        self.assert_lost(self.first, 1)

    def test_a_missing_object_is_said(self):
        self.note(self.first, "They rang.", 9)
        blob = self.first.git("rev-parse", f"HEAD~1:{CASE}").strip()
        (self.first.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
        self.assertIn("parts of the history are missing", self.check(self.first, 0))

    def test_outside_a_repository_it_says_so(self):
        self.first.run(["mv", ".git", "../elsewhere"])
        self.assertIn("git does not keep this folder", self.check(self.first, 1))

    def test_before_the_first_commit(self):
        self.first.run(["rm", "-rf", ".git"])
        self.first.git("init", "-q")
        self.check(self.first, 0)

    def test_thousands_of_commits_are_read_in_seconds(self):
        stream = []
        text = self.first.text()
        for number in range(3000):
            data = text + f"# {number}\n"
            stream.append(f"commit refs/heads/many\ncommitter A <a@example.org> {1700000000 + number} +0000\n"
                          f"data 1\nx\nM 100644 inline {CASE}\ndata {len(data.encode())}\n{data}\n")
        self.first.put("".join(stream), "../stream")
        with open(self.top / "stream", "rb") as stream_file:
            import subprocess
            subprocess.run(["git", "fast-import", "--quiet"], cwd=self.first.folder, env=self.first.environment,
                           stdin=stream_file, check=True)
        begin = time.monotonic()
        self.assertIn("3001 commits", self.check(self.first, 0))
        self.assertLess(time.monotonic() - begin, 60)  # about 2 s where nothing else runs


if __name__ == "__main__":
    unittest.main()
