"""Every command where things around it are not as usual: its streams, its environment, the umask.

Nothing of this may change what is recorded, what is said or the exit code, but for what cannot be said any more: 6.
"""
import os
import re
import subprocess

from world import LONG, MAKING, WRITING, HostileTest, for_each_command, main

ENVIRONMENTS = {
    "nothing at all": {},
    "no HOME": {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm"},
    "no TERM": {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"},
    "plain C": {"LANG": "C", "LC_ALL": "C"},
    "20 columns": {"COLUMNS": "20"},
    "columns that are none": {"COLUMNS": "-1", "LINES": "x"},
    "nonsense for a time zone": {"TZ": "Not/AZone"},
    "a time zone that is a file": {"TZ": ":/etc/passwd"},
    "Auckland": {"TZ": "Pacific/Auckland"},
    "a language that is not there": {"LANG": "xx_YY.UTF-8", "LC_ALL": "tlh"},
    "colour forced": {"CLICOLOR_FORCE": "1", "FORCE_COLOR": "1"},
}


class Surroundings(HostileTest):
    @for_each_command
    def test_each_command_does_what_it_is_for(self, command, world, words):
        done = world.run(words)
        self.assertEqual((done.code, done.err), (0, ""), done)

    def written(self, command, world):
        """Returns whether cases changed exactly where the command is one that writes."""
        return world.unchanged() != (command in WRITING)

    @for_each_command
    def test_output_that_cannot_be_written_is_6_and_what_was_recorded_stays(self, command, world, words):
        with open("/dev/full", "wb") as full:
            done = world.run(words, stdout=full)
        self.assertEqual(done.code, 6 if self.prints(command) else 0, done)
        self.assertEqual("cannot write to standard output" in done.err, self.prints(command))
        self.assertTrue(self.written(command, world))

    def closed(self, world, words, redirection):
        """Runs the words with a redirection of the shell; returns exit code and what else was said."""
        script = f'exec "$@" {redirection}'
        return subprocess.run(["/bin/sh", "-c", script, "sh", world.program, "--now", "2026-11-16T09:00+00:00", *words],
                              cwd=world.folder, env={}, capture_output=True, timeout=20)

    @for_each_command
    def test_closed_output_is_6_and_what_was_recorded_stays(self, command, world, words):
        done = self.closed(world, words, ">&-")
        self.assertEqual(done.returncode, 6 if self.prints(command) else 0, done)
        self.assertTrue(self.written(command, world))

    @for_each_command
    def test_closed_input_or_error_changes_nothing(self, command, world, words):
        if command in MAKING:
            return  # the second time they say that it is there
        usual = world.run([*words, "--dry-run"] if command in WRITING else words).out
        done = self.closed(world, [*words, "--dry-run"] if command in WRITING else words, "<&- 2>&-")
        self.assertEqual((done.returncode, done.stdout.decode()), (0, usual), done)

    @for_each_command
    def test_all_three_closed_damages_no_file(self, command, world, words):
        done = self.closed(world, words, "<&- >&- 2>&-")
        self.assertEqual(done.returncode, 6 if self.prints(command) else 0, done)
        self.assertTrue(self.written(command, world))
        self.assertEqual(world.run(["status"]).code, 0)

    @for_each_command
    def test_a_reader_that_goes_away_ends_it_without_noise(self, command, world, words):
        reading, writing = os.pipe()
        os.close(reading)
        # subprocess gives SIGPIPE back its default in the child, as a shell has it.
        done = world.run(words, stdout=writing)
        os.close(writing)
        self.assertIn(done.code, (-13, 141) if self.prints(command) else (0,), done)
        self.assertEqual(done.err, "")
        self.assertTrue(self.written(command, world))

    @for_each_command
    def test_a_reader_that_goes_away_where_sigpipe_is_ignored(self, command, world, words):
        reading, writing = os.pipe()
        os.close(reading)
        done = world.run(words, stdout=writing, restore_signals=False)
        os.close(writing)
        self.assertIn(done.code, (-13, 141, 6) if self.prints(command) else (0,), done)
        self.assertLessEqual(done.err.count("\n"), 2)

    @for_each_command
    def test_the_environment_changes_not_a_byte(self, command, world, words):
        if command in MAKING:
            return  # the second time they say that it is there
        names = list(ENVIRONMENTS) if LONG else ["nothing at all", "plain C", "20 columns", "nonsense for a time zone"]
        words = [*words, "--dry-run"] if command in WRITING else words
        usual = world.run(words)
        for name in names:
            done = world.run(words, env=ENVIRONMENTS[name])
            self.assertEqual((done.code, done.out, done.err), (usual.code, usual.out, usual.err), name)

    def test_accents_survive_where_the_language_is_C(self):
        world = self.world()
        text = "The café owner’s account; naïve — 日本語"
        self.assertEqual(world.run(["note", "AAAAA", text], env={"LC_ALL": "C"}).code, 0)
        self.assertIn(text, world.run(["history", "AAAAA"], env={"LC_ALL": "C"}).out.replace("\n", " "))

    def test_the_umask_leaves_files_the_mode_of_their_folder(self):
        for mask in (0o077, 0o000):
            for folder_mode, file_mode in ((0o700, 0o600), (0o770, 0o660)):
                world = self.world(cases=False)
                (world.folder / "cases").chmod(folder_mode)
                for command in ["open", "note"]:
                    words = self.commands.words(command) if command == "open" else ["note", "ZZZZZ", "A text"]
                    done = world.run(words, umask=mask)
                    self.assertEqual(done.code, 0, done)
                modes = {oct(path.stat().st_mode & 0o7777) for path in (world.folder / "cases").rglob("*.yaml")}
                self.assertEqual(modes, {oct(file_mode)}, f"umask {mask:o}, folder {folder_mode:o}")

    @for_each_command
    def test_the_umask_changes_no_answer(self, command, world, words):
        if command in MAKING:
            return  # the second time they say that it is there
        words = [*words, "--dry-run"] if command in WRITING else words
        usual = world.run(words)
        for mask in (0o077, 0o777, 0o000):
            done = world.run(words, umask=mask)
            self.assertEqual((done.code, done.out, done.err), (usual.code, usual.out, usual.err))

    def test_the_help_of_each_command_is_there_without_a_workspace(self):
        world = self.world(cases=False)
        for command in self.commands.names:
            done = world.run([*command.split(), "--help"], now=None, cwd="/", env={})
            self.assertEqual((done.code, done.err), (0, ""), command)
            self.assertIsNone(re.search(r"^.{81}", done.out, re.M), command)


if __name__ == "__main__":
    main()
