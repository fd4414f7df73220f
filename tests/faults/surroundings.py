#!/usr/bin/env python3
"""Everything around a writer: rights, limits, clocks, what killed writers left, who holds the lock, an editor beside it."""
import contextlib
import fcntl
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True
import bench
import calls
from commands import CASE, LATER, NEIGHBOUR, typed
from conditions import BY_NAME, Condition, Tried, whole_or_not
from judge import Judge

CASE_FILE = f"cases/2026/{CASE}.yaml"
NEIGHBOUR_FILE = f"cases/2025/{NEIGHBOUR}.yaml"
LEFT = ".escalate-0123456789abcdef.tmp"
CLOCK = re.compile(r"system_clock::now|steady_clock::now|clock_gettime|gettimeofday|\btime\(nullptr\)|localtime|getdate")
WRITTEN_IN = {"open": "cases", "calendar": "policies/calendars", "merge-driver": "."}  # the others: beside the case
LOADER = 127  # the program was not even started


def mode(path, bits):
    """A file or folder has other rights meanwhile."""
    @contextlib.contextmanager
    def made(folder):
        before = os.stat(folder / path).st_mode
        os.chmod(folder / path, bits)
        yield
        os.chmod(folder / path, before & 0o7777)
    return made


def limited(**limits):
    return ("prlimit", *(f"--{name}={value}" for name, value in limits.items()))


def rights():
    """Yields what happens where something may not be written or read."""
    denied = "permission denied"
    for name in whole_or_not():
        new = name.startswith("open")
        yield Condition("a folder that can only be read", name, 6, denied, mode(WRITTEN_IN.get(name, "cases/2026"), 0o555))
        if name == "merge-driver":  # it is given files, and looks at nothing else
            yield Condition("a file that cannot be read", name, 3, ".merge_file_theirs", mode(".merge_file_theirs", 0o000))
            continue
        yield Condition("a file that cannot be read", name, 0 if new else 3, "" if new else CASE_FILE,
                        mode(NEIGHBOUR_FILE if new else CASE_FILE, 0o000))
        yield Condition("a year that cannot be looked into", name, 3 if name == "calendar" else 0, "cases/2025",
                        mode("cases/2025", 0o000))  # its cases may move by another calendar
        yield Condition("a year that may hold another case with that ending", "short-id", 3, "type the whole id", mode("cases/2025", 0))
        yield Condition("cases/ that cannot be read", name, (3, 6), "cases", mode("cases", 0o000))
        yield Condition("policies/ that cannot be read", name, 3, "policies", mode("policies", 0))
        yield Condition("a policy that cannot be read", name, 3, "example-town.yaml", mode("policies/example-town.yaml", 0))
        yield Condition("a calendar that cannot be read", name, (3, 4), "england-and-wales.yaml",
                        mode("policies/calendars/england-and-wales.yaml", 0o000))


def limits():
    """Yields what happens under `ulimit`."""
    everything = bench.LONG
    for name in whole_or_not():
        for size in (0, 1, 100, 512) if everything else (0, 512):  # ulimit -f 0 and on
            yield Condition(f"files of at most {size} bytes", name, 6, "limit on the size of files", prefix=limited(fsize=size))
        for files in range(3, 12, 1 if everything else 3):
            yield Condition(f"at most {files} open files", name, (0, 3, 4, 6, LOADER), prefix=limited(nofile=files))


def least(enough, low, high):
    """Returns the least number for which `enough` holds, to a page's size; it holds for `high`."""
    while high - low > 4096:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def memory(tried):
    """Memory that runs out somewhere between having started and being done."""
    for name in whole_or_not():
        folder, expected = tried.bench.expect(BY_NAME[name])

        def code(words, size):
            return tried.bench.run_words(folder, [*limited(**{"as": size}), *words]).code

        def done(size):
            ended = code(tried.bench.argv(expected), size) == 0
            bench.put(folder, expected.old)
            return ended

        most = 1 << 28
        first = least(lambda size: code([tried.bench.program, "--version"], size) == 0, 0, most)
        last = least(done, first, most)
        step = max(4096, (last - first) // (200 if bench.LONG else 20))
        for size in range(first, last, step):
            tried.condition(Condition(f"{size} bytes of memory", name, (0, 3, 4, 6), prefix=limited(**{"as": size})))


def clocks(tried):
    """A clock that is wrong: what is written is written, whole."""
    for now in ("1999-12-31T23:00", "2026-05-06T10:59", "2099-01-01T09:00"):
        folder, expected = tried.bench.expect(BY_NAME["note"])
        done = tried.bench.run(folder, typed(f"note {CASE} A_wrong_clock.", now))
        looked = tried.bench.run(folder, ["status", "--all", "--now", now])
        again = tried.bench.run(folder, typed(f"note {CASE} A_clock_put_right.", LATER))
        events = (folder / CASE_FILE).read_bytes().count(b"- event: ") - 1
        old = expected.old[CASE_FILE].bytes.count(b"- event: ")
        wrong = []
        if done.code not in (0, 3) or events != old + 1:
            wrong.append(f"exit {done.code}, {events - old} events more: {done.err.decode()}")
        if b"bug" in looked.err or CASE.encode() not in looked.out:
            wrong.append(f"looking gave {looked.code}: {looked.err.decode()}")
        if again.code != 0:
            wrong.append(f"once the clock was right again: {again.code} {again.err.decode()}")
        tried.check(f"the clock at {now}", wrong)


def readers_of_the_clock():
    """Returns the sources that read the clock, which main alone may; the rest get `--now`."""
    return [path for path in sorted((bench.ROOT / "src").rglob("*.?pp"))
            if path.name != "main.cpp" and CLOCK.search(path.read_text())]


def leftovers(tried):
    """What killed writers left is no harm to who looks, and gone after the next write."""
    folder, expected = tried.bench.expect(BY_NAME["note"])
    for place in ("", "cases/", "cases/2025/", "cases/2026/", "policies/"):
        (folder / f"{place}{LEFT}").write_bytes(b"escalate: case/1\nhalf a")
    (folder / f"cases/.escalate-fedcba9876543210.tmp").mkdir()
    wrong = tried.bench.look(folder, LATER, "beside what was left")
    done = tried.bench.run_words(folder, tried.bench.argv(expected))
    left = bench.snapshot(folder)[1]
    wrong += [f"exit {done.code}"] if done.code else []
    tried.check("what killed writers left", wrong + [f"{name} is there after the next write" for name in left])


@contextlib.contextmanager
def holder(folder):
    """Another writer that holds the lock: killed at the end."""
    process = subprocess.Popen(["flock", "cases", "sleep", "60"], cwd=folder, start_new_session=True)
    cases = os.open(folder / "cases", os.O_RDONLY)
    with contextlib.suppress(BlockingIOError):  # until it holds it
        for _ in range(500):
            fcntl.flock(cases, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.flock(cases, fcntl.LOCK_UN)
            time.sleep(0.01)
    os.close(cases)
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def locks(tried):
    """A lock that is held, and one whose holder was killed."""
    began = time.monotonic()
    tried.condition(Condition("a lock that is held", "note", 5, "nothing was changed", holder))
    if not 4.5 < time.monotonic() - began < 30:
        tried.check("a lock that is held", ["it did not wait about five seconds"])
    folder, expected = tried.bench.expect(BY_NAME["note"])
    with holder(folder):
        looking = tried.bench.look(folder, LATER, "beside who writes")
    began = time.monotonic()
    done = tried.bench.run_words(folder, tried.bench.argv(expected))
    wrong = looking + Judge(tried.bench, expected).wrong(folder, done) + ([f"exit {done.code}"] if done.code else [])
    slow = time.monotonic() - began > 4
    tried.check("a killed holder of the lock", wrong + (["it waited for who was killed"] if slow else []))


def stopped_at(call, the_bench, folder, words):
    """Starts a program that stops after the call; returns its process, and its own id, or None if it went on to its end."""
    log = folder.with_suffix(".log")
    log.write_bytes(b"")
    options = calls.Fault(call, "STOP").options(log)
    process = subprocess.Popen([*options, *words], cwd=folder, env=bench.ENVIRONMENT, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, **the_bench.options)
    while process.poll() is None:
        if b"stopped by SIGSTOP" in log.read_bytes():
            children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            return process, int(children[0])
        time.sleep(0.002)
    return process, None


def editor(tried):
    """An editor saves the case while the command is at each of its calls: what it saved is never lost."""
    folder, expected = tried.bench.expect(BY_NAME["note"])
    _, recorded = calls.record(tried.bench.argv(expected), folder, folder.with_suffix(".log"))
    bench.put(folder, expected.old)
    saved = expected.old[CASE_FILE].bytes.replace(b"events:\n", b"# A comment by hand.\nevents:\n")
    # Between the last look at the file and the rename there is no call: that moment cannot be closed to an editor.
    last = max(index for index, call in enumerate(recorded) if call.name.startswith("rename")) - 1
    for call in [call for call in recorded[:last] if call.name not in calls.WITHOUT][:: 1 if bench.LONG else 6]:
        process, child = stopped_at(call, tried.bench, folder, tried.bench.argv(expected))
        if child:
            (folder / "cases/2026/save").write_bytes(saved)
            (folder / "cases/2026/save").rename(folder / CASE_FILE)
            os.kill(child, signal.SIGCONT)
        out, err = process.communicate(timeout=bench.SECONDS)
        now = (folder / CASE_FILE).read_bytes()
        wrong = [] if child else ["it did not stop"]
        if process.returncode == 5:
            wrong += [] if now == saved else ["exit 5, and what the editor saved is not there as it was"]
        elif process.returncode != 0 or not now.startswith(saved) or now.count(b"- event: noted") != 1:
            wrong.append(f"exit {process.returncode}, and not both are there: {err.decode()}")
        tried.check(f"an editor saves after {call.name} {call.number}: {call.text[:80]}",
                    wrong + tried.bench.look(folder, LATER, "afterwards"))
        bench.put(folder, expected.old)


def main():
    options = bench.arguments(__doc__)
    the_bench = bench.Bench(options.program)
    readers = readers_of_the_clock()  # an ordinary user may not look into the checkout
    bench.become_ordinary()
    tried = Tried(the_bench)
    for path in readers:
        tried.check(path, ["reads the clock; only main may"])
    for condition in [*rights(), *limits()]:
        tried.condition(condition)
    for part in (memory, clocks, leftovers, locks, editor):
        part(tried)
    tried.finish()


if __name__ == "__main__":
    main()
