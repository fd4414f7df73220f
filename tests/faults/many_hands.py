#!/usr/bin/env python3
"""Many hands: writers at once on one case, new cases at once, and readers beside them who never see half of anything."""
import re
import sys
import threading
import time

sys.dont_write_bytecode = True
import bench
from commands import AT, CASE, LATER, opening, typed
from conditions import BY_NAME

WRITERS = 8
NOTES = 50 if bench.LONG else 15  # of each
EVENT = re.compile(rb'- event: (\w+)\n(.*?)  after: \[(.*?)\]\n  id: "(\w+)"\n', re.S)
BUSY = 5


class Reader(threading.Thread):
    """Looks, over and over, as a program and at the bare file, until it is told to stop."""

    def __init__(self, the_bench, folder, path):
        super().__init__()
        self.bench, self.folder, self.path = the_bench, folder, path
        self.stop, self.looks, self.wrong, self.most = threading.Event(), 0, [], 0

    def run(self):
        words = [["status", "--all"], ["status", CASE], ["history", CASE], ["overdue"]]
        while not self.stop.is_set():
            self.look_at_file()
            done = self.bench.run(self.folder, [*words[self.looks % len(words)], "--now", LATER])
            if done.code != 0:
                self.wrong.append(f"a reader got {done.code}: {done.err.decode(errors='replace')}")
            self.looks += 1

    def look_at_file(self):
        for _ in range(20):
            content = self.path.read_bytes()
            whole = content.endswith(b'"\n') and content.count(b"- event: ") == len(EVENT.findall(content))
            if not whole or content.count(b"\n") < self.most:
                self.wrong.append("a reader saw a part of the file, or an older one after a newer")
            self.most = max(self.most, content.count(b"\n"))


def write(the_bench, folder, all_words, codes):
    """Runs one command after another, again where somebody else was writing for too long."""
    for words in all_words:
        code = BUSY
        while code == BUSY:
            done = the_bench.run_words(folder, words)
            code = done.code
            codes.append(code)
        if code != 0:
            codes.append(done.err.decode(errors="replace"))


def at_once(the_bench, folder, words_of_each):
    """Runs each list of commands in a writer of its own; returns the exit codes, and what the failed ones said."""
    codes = []
    writers = [threading.Thread(target=write, args=(the_bench, folder, words, codes)) for words in words_of_each]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    return codes


def failures(codes):
    return [f"a writer failed: {code}" for code in codes if code not in (0, BUSY)]


def notes(the_bench, writers, each, words):
    """Writes notes on one case from many writers; `words(writer, number)` is a command. Returns what is wrong."""
    folder, expected = the_bench.expect(BY_NAME["note"])
    path = folder / f"cases/2026/{CASE}.yaml"
    reader = Reader(the_bench, folder, path)
    reader.start()
    began = time.monotonic()
    codes = at_once(the_bench, folder, [[words(expected, writer, number) for number in range(each)]
                                        for writer in range(writers)])
    reader.stop.set()
    reader.join()
    content = path.read_bytes()
    print(f"notes of {writers} writers: {codes.count(0)} written, {codes.count(BUSY)} times busy, {reader.looks} looks, "
          f"{time.monotonic() - began:.1f} s", flush=True)
    missing = [f"note {writer}-{number} is not there" for writer in range(writers) for number in range(each)
               if content.count(b"Note %d-%d." % (writer, number)) != 1]
    return failures(codes) + reader.wrong + missing + the_bench.look(folder, LATER, "afterwards")


def chain(the_bench):
    """The notes are there, and each follows the one before it."""
    def words(_, writer, number):
        return [the_bench.program, *typed(f"note {CASE} Note_{writer}-{number}.", AT)]

    wrong = notes(the_bench, WRITERS, NOTES, words)
    content = (the_bench.where / f"workspace-{the_bench.count}" / f"cases/2026/{CASE}.yaml").read_bytes()
    events = [(after, identity) for _, _, after, identity in EVENT.findall(content)]
    for (_, before), (after, identity) in zip(events, events[1:]):
        if after != b'"' + before + b'"':
            wrong.append(f"event {identity.decode()} does not follow the one before it")
    if len(events) != WRITERS * NOTES + 1:
        wrong.append(f"{len(events)} events")
    return wrong


def openings(the_bench):
    """New cases in a new year, at once: each is there under a name of its own; of one name there is one."""
    folder = the_bench.workspace()
    each = 10 if bench.LONG else 4
    drawn = at_once(the_bench, folder, [[[the_bench.program, *opening(AT)]] * each] * WRITERS)
    files = list((folder / "cases/2026").glob("*.yaml"))
    wrong = failures(drawn) + the_bench.look(folder, LATER, "afterwards")
    if len(files) != each * WRITERS:
        wrong.append(f"{len(files)} cases of {each * WRITERS}")
    folder = the_bench.workspace()
    same = at_once(the_bench, folder, [[[the_bench.program, *opening(AT, "--id", CASE)]]] * WRITERS)
    if same.count(0) != 1 or same.count(4) != WRITERS - 1:
        wrong.append(f"one id for {WRITERS} openings: {same}")
    print(f"openings: {len(files)} cases, and one of {WRITERS} under one id", flush=True)
    return wrong


def main():
    options = bench.arguments(__doc__)
    the_bench = bench.Bench(options.program)
    bench.become_ordinary()
    wrong = chain(the_bench) + openings(the_bench)
    print("\n".join(wrong))
    print(f"{len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
