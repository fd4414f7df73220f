"""What is no plain file, where one is looked for: it is named, not opened, nothing hangs, and the rest is still there."""
import os
import pathlib
import re
import socket
import unittest

from world import CLOSED, OPENED, WRITING, HostileTest, main

ID = "EX-2026-EEEEE"  # of a case that is none


def fifo(path):
    os.mkfifo(path)


def device(path):
    os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5))  # /dev/zero: whoever reads it never ends


def folder(path):
    path.mkdir()


def sock(path):
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def link_out(path):
    target = path.parents[0] / "../../../outside.yaml"
    pathlib.Path(os.path.normpath(target)).write_text("outside: secret\n")
    path.symlink_to(os.path.normpath(target))


def loop(path):
    path.symlink_to(path.name)


def dangling(path):
    path.symlink_to("nowhere")


def sparse(path):
    path.touch()
    os.truncate(path, 3 << 30)


KINDS = {"a named pipe": fifo, "a device": device, "a folder": folder, "a socket": sock, "a symbolic link": link_out,
         "a symbolic link (loop)": loop, "a symbolic link (to nothing)": dangling, "larger than": sparse}
PLACES = {"case": f"cases/2026/{ID}.yaml", "policy": "policies/third.yaml", "settings": "escalate.yaml",
          "calendar": "policies/calendars/scotland.yaml"}
LISTINGS = {"case": [["status"], ["overdue"], ["status", "--format", "json"], ["overdue", "--format", "csv"]],
            "policy": [["policy", "list"], ["policy", "check"], ["policy", "list", "--format", "json"]],
            "calendar": [["policy", "check"], ["deadline", "2026-11-02", "5 working days", "--calendar", "scotland"]],
            "settings": [["note", OPENED, "A text"]]}


class NoFiles(HostileTest):
    def put(self, world, place, kind):
        path = world.folder / place
        if path.exists():
            path.unlink()
        try:
            KINDS[kind](path)
        except PermissionError:
            raise unittest.SkipTest("only root makes devices") from None
        return path

    def each_kind(self):
        for kind in KINDS:
            if kind != "a device" or os.geteuid() == 0:
                yield kind

    def check_named(self, done, shown, kind):
        """The file is named with what it is; nothing is said of what it holds or leads to."""
        said = done.out + done.err
        self.assertIn(shown, said)
        self.assertIn(kind.split(" (")[0], said)
        self.assertNotIn("secret", said)
        self.assertNotIn("outside", said)

    def test_each_kind_in_each_place_is_named_and_hides_nothing(self):
        for place, listings in LISTINGS.items():
            for kind in self.each_kind():
                world = self.world()
                self.put(world, PLACES[place], kind)
                for words in listings:
                    with self.subTest(place=place, kind=kind, words=words):
                        done = world.run(words, timeout=10)
                        self.assertEqual(done.code, 3, done)
                        self.check_named(done, PLACES[place], kind)
                        if place == "case":
                            self.assertIn(OPENED, done.out)
                        if place == "policy":
                            self.assertIn("example", done.out)

    def test_each_command_ends_beside_them_all(self):
        kinds = [kind for kind in self.each_kind() if kind != "a device"]
        for command in self.commands.names:
            world = self.world()
            for number, kind in enumerate(kinds):
                self.put(world, f"cases/2026/EX-2026-EEEE{number}.yaml", kind)
                self.put(world, f"policies/p{number}.yaml", kind)
            with self.subTest(command):
                done = world.run(self.commands.words(command), timeout=10)
                self.assertIn(done.code, (0, 1, 3), done)
                if command in WRITING:
                    self.assertEqual(done.code, 0, done)

    def test_they_are_not_even_opened(self):
        """A device may act when it is opened, and who waits to write to a pipe would be woken."""
        world = self.world()
        path = self.put(world, PLACES["case"], "a named pipe")
        waiting = os.fork()
        if waiting == 0:
            os.close(os.open(path, os.O_WRONLY))
            os._exit(0)
        try:
            self.assertEqual(world.run(["status"]).code, 3)
            self.assertEqual(os.waitpid(waiting, os.WNOHANG), (0, 0), "somebody opened the pipe")
        finally:
            os.kill(waiting, 9)
            os.waitpid(waiting, 0)

    def test_a_folder_that_is_a_link_is_named_and_not_followed(self):
        for name in ("cases/2025", "policies/more"):
            world = self.world()
            outside = world.folder.parent / "outside"
            outside.mkdir()
            (outside / "EX-2025-EEEEE.yaml").write_text("secret\n")
            (world.folder / name).symlink_to(outside)
            done = world.run(["status"] if name.startswith("cases") else ["policy", "list"])
            with self.subTest(name):
                self.assertEqual(done.code, 3, done)
                self.assertIn(f"{name}: error: is a symbolic link to a folder, which is not followed", done.err)
                self.assertNotIn("secret", done.err + done.out)

    def test_cases_or_policies_that_are_no_folders_are_named(self):
        for name in ("cases", "policies"):
            for kind in self.each_kind():
                if kind == "a folder":
                    continue
                world = self.world()
                (world.folder / name).rename(world.folder / "aside")
                self.put(world, name, kind)
                for words in (["status"], ["policy", "list"], ["note", "AAAAA", "A text"], ["deadline", "2026-11-02",
                              "5 working days"]):
                    with self.subTest(name=name, kind=kind, words=words):
                        done = world.run(words, timeout=10)
                        self.assertEqual(done.code, 3, done)
                        expected = "no folder from" if kind == "a symbolic link (to nothing)" else f"/{name}'"
                        self.assertIn(expected, done.err)
                        self.assertNotIn("outside", done.err)

    def test_cases_or_policies_kept_elsewhere_may_be_linked_to(self):
        """Whoever makes a workspace may keep its folders on another disk; what lies in them is not followed."""
        for name in ("cases", "policies"):
            world = self.world()
            (world.folder / name).rename(world.folder.parent / "elsewhere")
            (world.folder / name).symlink_to("../elsewhere")
            self.assertEqual(world.run(["note", "AAAAA", "A text"]).code, 0)
            self.assertTrue((world.folder / name).is_symlink())

    def test_as_an_argument(self):
        for kind in self.each_kind():
            world = self.world()
            self.put(world, "odd.yaml", kind)
            lines = [["policy", "check", "odd.yaml"], ["policy", "check", "policies/example.yaml", "--against", "odd.yaml"],
                     ["-C", "odd.yaml", "status"], ["status", "-C", "odd.yaml/"]]
            for words in lines:
                with self.subTest(kind=kind, words=words):
                    done = world.run(words, timeout=10)
                    if kind == "a folder" and "-C" in words:
                        continue  # a folder in the workspace leads to it
                    self.assertIn(done.code, (2, 3, 4), done)
                    self.assertIn("odd.yaml", done.err)
                    self.assertEqual(done.out, "")

    def test_names_with_controls_are_shown_escaped(self):
        for name, shown in (("a\nb", r"a\nb"), ("a\x1b[31mb", r"a\x1b[31mb"), ("a\u202eb", r"a\u202eb"),
                            ("a\x9bb", r"a\u009bb"), ("-rf", "-rf"), ("x" * 240, "x" * 240)):
            for place in ("cases/2026/{}.yaml", "policies/{}.yaml", "policies/calendars/{}.yaml", "cases/{}/EX-2026-AAAAA.yaml"):
                world = self.world()
                path = world.write(place.format(name), "a: b\n")
                world.write(place.format(os.fsdecode(b"\xff\xfe")), "a: b\n")
                for words in (["status"], ["policy", "list"], ["policy", "check"], ["status", "--format", "json"]):
                    with self.subTest(name=name, place=place, words=words):
                        done = world.run(words)
                        about = (words[0] == "status") == place.startswith("cases")
                        if about:
                            self.assertEqual(done.code, 3, done)
                            self.assertIn(place.format(shown), (done.out + done.err).replace("\\\\", "\\"))
                        self.assertNotRegex(done.out + done.err, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\udcff]")
                self.assertTrue(path.exists())

    def test_as_an_argument_names_are_shown_escaped(self):
        world = self.world()
        for name in ("a\nb.yaml", "a\x1b[31mb.yaml", "a\u202eb.yaml", b"a\xffb.yaml"):
            for words in (["policy", "check", name], ["-C", name, "status"], ["policy", "check", "example", "--against", name],
                          ["status", name], ["policy", "show", name], ["note", name, "A text"]):
                with self.subTest(words=words):
                    done = world.run(words)
                    self.assertIn(done.code, (2, 3, 4), done)
                    self.assertNotRegex(done.err, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\udcff]")
                    self.assertNotRegex(done.err, r"(?m)^b\.yaml")


if __name__ == "__main__":
    main()
