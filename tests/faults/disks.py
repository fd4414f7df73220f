#!/usr/bin/env python3
"""Disks that are full, out of inodes or can only be read: small ones of memory, mounted where nobody else sees them."""
import contextlib
import os
import subprocess
import sys

sys.dont_write_bytecode = True
import bench
from conditions import Condition, Tried, whole_or_not

PAGE = 4096
INSIDE = "ESCALATE_FAULTS_INSIDE"


def enter_own_mounts():
    """Starts this program again where mounting is allowed and seen by nobody else, or skips."""
    if INSIDE in os.environ:
        return
    for unshare in (["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]):
        if subprocess.run([*unshare, "true"], capture_output=True).returncode == 0:
            os.execvpe(unshare[0], [*unshare, sys.executable, "-B", *sys.argv], {**os.environ, INSIDE: unshare[1]})
    bench.skip("mounting a disk needs root, or the right to make a user namespace")


def ordinary_for_now(the_bench):
    """Acts as nobody, but for what `mounting` runs."""
    os.setgroups([])
    os.setegid(bench.NOBODY)
    os.seteuid(bench.NOBODY)
    the_bench.options = {"user": bench.NOBODY, "group": bench.NOBODY}


def mounting(*words):
    """Runs mount or umount, which take root."""
    user, group = os.geteuid(), os.getegid()
    os.seteuid(os.getuid())
    os.setegid(os.getgid())
    subprocess.run(words, check=True)
    os.setegid(group)
    os.seteuid(user)


@contextlib.contextmanager
def disk(the_bench, options):
    """Mounts a small disk, on which workspaces are made meanwhile."""
    place = the_bench.folder / "disk"
    place.mkdir(exist_ok=True)
    mounting("mount", "-t", "tmpfs", "-o", f"{options},mode=0777", "none", place)
    before, the_bench.where = the_bench.where, place
    the_bench.mounted += 1
    try:
        yield place
    finally:
        the_bench.where = before
        mounting("umount", "--lazy", place)


def full(pages):
    """The disk is full but for some pages."""
    @contextlib.contextmanager
    def made(folder):
        filler = folder.parent / "filler"
        with open(filler, "wb", buffering=0) as file:
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"x" * PAGE)
            file.truncate((filler.stat().st_size // PAGE - pages) * PAGE)
        yield
        filler.unlink()
    return made


def no_inodes(left):
    """There may be so many more files and no more."""
    @contextlib.contextmanager
    def made(folder):
        many = folder.parent / "many"
        many.mkdir()
        names = []
        with contextlib.suppress(OSError):
            while True:
                names.append(many / str(len(names)))
                names[-1].touch()
        for name in names[-1 - left:-1]:
            name.unlink()
        yield
        for name in many.iterdir():
            name.unlink()
        many.rmdir()
    return made


@contextlib.contextmanager
def read_only(folder):
    mounting("mount", "-o", "remount,bind,ro", folder.parent)
    yield
    mounting("mount", "-o", "remount,bind,rw", folder.parent)


def conditions():
    """Yields each condition with the disk it needs."""
    for command in whole_or_not():
        yield "size=400k", Condition("a full disk", command, 6, "the disk is full", full(0))
        yield "size=8m,nr_inodes=60", Condition("no inode left", command, 6, "the disk is full", no_inodes(0))
        yield "size=8m", Condition("a disk that can only be read", command, 6, "the disk can only be read", read_only)
    for pages in range(8):
        yield "size=400k", Condition(f"{pages} pages left", "note-long", (0, 6), "the disk is full", full(pages))
        yield "size=400k", Condition(f"{pages} pages left", "open", (0, 6), "the disk is full", full(pages))
    for left in range(1, 4):
        yield "size=8m,nr_inodes=60", Condition(f"{left} inodes left", "open", (0, 6), "the disk is full", no_inodes(left))


def of_several_files():
    """Yields the same for a command that writes several files; the bad writer writes one."""
    for pages in (0, 1, 2, 5, 20, 60):
        yield "size=2m", Condition(f"{pages} pages left", "init-new", (0, 6), "the disk is full", full(pages))
    for left in (0, 1, 3, 9):
        yield "size=8m,nr_inodes=60", Condition(f"{left} inodes left", "init-new", (0, 6), "the disk is full", no_inodes(left))
    yield "size=8m", Condition("a disk that can only be read", "init-new", 6, "the disk can only be read", read_only)


def main():
    enter_own_mounts()
    options = bench.arguments(__doc__)
    planted = options.planted
    the_bench = bench.BadBench(options.program, options.bad_writer, planted) if planted else bench.Bench(options.program)
    if os.environ[INSIDE] == "--mount":  # root outside too: the program is run by somebody else
        ordinary_for_now(the_bench)
    tried = Tried(the_bench)
    for mounted, condition in [*conditions(), *([] if planted else of_several_files())]:
        with disk(the_bench, mounted):
            tried.condition(condition)
    tried.finish()


if __name__ == "__main__":
    main()
