"""What is written about a child stands in its case file and nowhere else: not in what is said of a faulty file, not in
the words of a program that is run, not in a file outside the workspace."""
import json
import os
import pathlib
import random
import re
import subprocess
import tempfile

from world import LONG, OPENED, HostileTest, main

SECRET = "Zephyrine"
FILE = f"cases/2026/{OPENED}.yaml"
TEXT = f"{SECRET} said: \"it's\" {{x}} [y] #{SECRET}, '{SECRET}'\nand {SECRET} - more"
LINE = f"{SECRET}'s house: \"{SECRET}\""
MARKS = [b'"', b"'", b":", b": ", b" #", b"{", b"}", b"[", b"]", b",", b"|", b"&a ", b"*a ", b"!x ", b"%", b"@", b"`",
         b"\t", b"\x01", b"\xff", b"\xe2\x80\xae", b"- ", b"? ", b"<<: "]
VALUES = [SECRET, f"{SECRET} {SECRET}", f"[{SECRET}, {{a: {SECRET} b}}]", f"\"'{SECRET} Bob' x '{SECRET}\"", f"|\n   {SECRET}"]


def spoilt(whole, chance):
    """Returns a case file with one line taken out, doubled, cut, marked, or given another key or value."""
    lines = whole.split(b"\n")
    number = chance.randrange(len(lines))
    line = lines[number]
    place = chance.randrange(len(line) + 1)
    value = chance.choice(VALUES).encode()
    kind = chance.choice(["out", "double", "cut", "mark", "mark", "before", "key", "value", "value"])
    if kind == "out":
        del lines[number]
    elif kind == "double":
        lines.insert(chance.randrange(len(lines)), line)
    elif kind == "cut":
        lines[number] = line[:place] + line[place + 1:]
    elif kind == "mark":
        lines[number] = line[:place] + chance.choice(MARKS) + line[place:]
    elif kind == "before":
        lines[number] = line.replace(b": ", b": " + value + b" ", 1)
    elif kind == "key":
        lines[number] = re.sub(rb"^( *(?:- )?)[a-z-]+:", rb"\1" + SECRET.encode() + b":", line)
    else:
        lines[number] = re.sub(rb": .*$", lambda _: b": " + value, line)
    return b"\n".join(lines)


class Privacy(HostileTest):
    def world_with_secrets(self):
        world = self.world(cases=False)
        for words in (["open", "--policy", "example", "--child", LINE, "--raising", LINE, "--receiving", LINE, "--theme", LINE,
                       "--concern", TEXT, "--sought", TEXT, "--mark", "disputed-decision=unknown", "--id", OPENED],
                      ["note", OPENED, TEXT], ["done", OPENED, "inform", "--note", TEXT],
                      ["extend", OPENED, "2026-12-30", "--for", "stage-1", "--because", TEXT, "--agreed-with", "manager"],
                      ["advance", OPENED, "--because", TEXT],
                      ["correct", OPENED, "opened", "--because", TEXT, "--set", f"concern={LINE}"]):
            done = world.run([*words, "--by", LINE], now="2026-11-02T09:00")
            self.assertEqual(done.code, 0, done)
        self.assertIn(SECRET, world.run(["status", OPENED]).out)  # so it would be found
        return world

    def test_messages_about_a_faulty_case_repeat_nothing_of_it(self):
        world = self.world_with_secrets()
        whole = (world.folder / FILE).read_bytes()
        chance = random.Random(26)
        for _ in range(1000 if LONG else 60):
            bad = spoilt(whole, chance)
            world.write(FILE, bad)
            told = [world.run(["check"]), world.run(["overdue"]), world.run(["check", "--format", "json"])]
            said = "".join(done.out + done.err for done in told)
            for words in (["status"], ["status", OPENED], ["explain", OPENED], ["history", OPENED],
                          ["note", OPENED, "x", "--dry-run"], ["advance", OPENED, "--because", "x", "--dry-run"],
                          ["correct", OPENED, "opened", "--because", "x", "--void", "--dry-run"]):
                said += world.run(words).err
            said += json.dumps(json.loads(world.run(["status", "--format", "json"]).out)["problems"])
            world.write("ours.yaml", bad)
            world.write("theirs.yaml", whole)
            said += world.run(["merge-driver", "/dev/null", "ours.yaml", "theirs.yaml", FILE]).err
            with self.subTest(bad.decode("utf-8", "replace")):
                self.assertNotIn(SECRET.lower(), said.lower())

    def test_neither_programs_nor_files_elsewhere_get_a_text(self):
        world = self.world_with_secrets()
        world.write("escalate.yaml", "escalate: settings/1\nby: Head teacher\ncommit: true\n")
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(world.folder.parent), "LC_ALL": "C.UTF-8"}
        for words in (["init", "-q"], ["config", "user.name", "A Name"], ["config", "user.email", "a@example.org"],
                      ["add", "-A"], ["commit", "-qm", "start"]):
            subprocess.run(["git", *words], cwd=world.folder, env=environment, check=True)
        with tempfile.TemporaryDirectory(prefix="escalate-") as folder:
            trace = pathlib.Path(folder) / "trace"
            tracing = ["strace", "-f", "-s", "100000", "-e", "trace=execve,open,openat,creat", "-o", str(trace)]
            if subprocess.run([*tracing, "true"], capture_output=True).returncode != 0:
                self.skipTest("strace may not trace here")
            for words in (["note", OPENED, "-"], ["advance", OPENED, "--because", "-"], ["check", "--history"]):
                subprocess.run([*tracing, world.program, *words], input=f"{SECRET} here.\n", text=True, cwd=world.folder,
                               env=environment, capture_output=True, timeout=60)
                calls = trace.read_text(errors="replace")
                self.assertNotIn(SECRET, calls)
                self.assertIn('"git"', calls)
                written = re.findall(r'(?:open|openat|creat)\((?:\S+, )?"([^"]*)", [^)]*O_(?:CREAT|WRONLY|RDWR)', calls)
                elsewhere = [path for path in written if os.path.isabs(path) and not path.startswith("/dev/")
                             and world.folder not in pathlib.Path(path).parents]
                self.assertEqual(elsewhere, [], words)
        log = subprocess.run(["git", "log", "--format=%B"], cwd=world.folder, env=environment, capture_output=True, text=True)
        self.assertEqual(log.stdout.split("\n\n")[:2], [f"{OPENED}: advanced", f"{OPENED}: noted"])
        self.assertIn(SECRET, (world.folder / FILE).read_text())


if __name__ == "__main__":
    main()
