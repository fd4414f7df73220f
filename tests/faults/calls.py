"""The system calls of a program, recorded by strace, and the faults each can have."""
import dataclasses
import errno
import os
import re

from bench import run

CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*?)\)? += (-?\d+|\?)")
MAIN = ("fcntl", "0<")  # the first call of main: it looks whether standard input is open
DISK = ("ENOSPC", "EDQUOT", "EIO", "EROFS")

# Each fault that can be met in life, by the name of the call.
FAULTS = {
    "openat": ("EACCES", "EMFILE", "ENFILE", "EIO", "EINTR", "ENOMEM"),
    "read": ("EIO", "EINTR"),
    "write": ("ENOSPC", "EDQUOT", "EIO", "EINTR", "EFBIG"),
    "fsync": ("EIO", "ENOSPC", "EDQUOT", "EINTR", "EINVAL"),
    "close": ("EIO", "ENOSPC", "EDQUOT", "EINTR"),
    "renameat": (*DISK, "EACCES", "EPERM", "EBUSY"),
    "renameat2": (*DISK, "EACCES", "EPERM", "EINVAL"),
    "linkat": (*DISK, "EACCES", "EPERM", "EMLINK", "EEXIST"),
    "unlinkat": ("EIO", "EROFS", "EACCES", "EBUSY"),
    "mkdirat": (*DISK, "EACCES", "EMLINK", "EEXIST"),
    "flock": ("ENOLCK", "EINTR", "EAGAIN", "EIO", "EOPNOTSUPP"),
    "fchmod": ("EPERM", "EIO", "EROFS", "EINTR"),
    "pipe2": ("EMFILE", "ENFILE"),
    "poll": ("EINTR", "ENOMEM"),
    "wait4": ("EINTR",),
    "clone3": ("EAGAIN", "ENOMEM"),
    "fchown": ("EPERM", "EIO", "EROFS", "EINTR"),
    "fgetxattr": ("EIO", "EACCES", "EOPNOTSUPP"),
    "fsetxattr": ("EIO", "EACCES", "ENOSPC", "EOPNOTSUPP"),
    "fremovexattr": ("EIO", "EACCES", "EOPNOTSUPP"),
    "newfstatat": ("EIO", "EACCES", "ENOMEM"),
    "fstat": ("EIO", "ENOMEM"),
    "statx": ("EIO", "EACCES", "ENOMEM"),
    "getdents64": ("EIO", "ENOMEM"),
    "readlink": ("EIO", "EACCES"),
    "getcwd": ("ENOENT", "EACCES"),
    "getrandom": ("EINTR", "ENOSYS"),
    "mmap": ("ENOMEM",),
    "ioctl": ("EIO",),  # is it a terminal?
}
ALSO = {"open": "openat", "rename": "renameat", "link": "linkat", "unlink": "unlinkat", "mkdir": "mkdirat",
        "chmod": "fchmod", "clone": "clone3", "vfork": "clone3", "access": "newfstatat", "faccessat2": "newfstatat", "lstat": "newfstatat", "stat": "newfstatat"}
FAULTS |= {name: FAULTS[like] for name, like in ALSO.items()}
CREATING = ("ENOSPC", "EDQUOT", "EROFS", "EEXIST")  # openat with O_CREAT, beside its other faults
OF_FCNTL = {"F_GETFD": ("EBADF",), "F_DUPFD_CLOEXEC": ("EMFILE", "EBADF")}
# They can have none here; the program is only killed there.
WITHOUT = {"rt_sigaction", "rt_sigprocmask", "futex", "munmap", "mprotect", "exit_group", "geteuid", "getpid", "lseek",
           "prlimit64",
           "brk"}  # it answers a failure with the old end, which strace cannot; `ulimit -v` in `surroundings` does
# How often memory grows depends on where the loader puts things, so a run may have one such call less.
VARYING = {"brk", "mmap", "munmap"}
# How often it looks whether another program has ended, and reads what that says, is up to that program.
WAITING = {"poll", "wait4", "read", "close", "fcntl"}
# What changes the disk: a disk that fails once may fail from then on.
CHANGING = ("write", "fsync", "renameat", "renameat2", "rename", "linkat", "link", "unlinkat", "unlink", "mkdirat", "mkdir",
            "fchmod", "chmod", "close")


@dataclasses.dataclass(frozen=True)
class Call:
    """A call of a recorded run, the `number`-th of its name. `later`: for one that changes the disk, the number that the
    next call of each such name has."""

    name: str
    text: str
    number: int
    result: int = 0
    later: tuple = ()

    def errors(self):
        if self.name == "fcntl":
            return next((errors for what, errors in OF_FCNTL.items() if what in self.text), ())
        creating = CREATING if self.name in ("open", "openat") and "O_CREAT" in self.text else ()
        return FAULTS[self.name] + creating if self.name in FAULTS else ()


@dataclasses.dataclass(frozen=True)
class Fault:
    """One fault at one call. `kind`: error, or a signal, which KILL sends before the call and TERM after it."""

    call: Call
    kind: str
    on: bool = False  # it goes on: every later call that changes the disk has it too

    def __str__(self):
        on = " from here on" if self.on else ""
        return f"{self.kind}{on} at {self.call.name} number {self.call.number}: {self.call.text[:100]}"

    def options(self, log, alone=True):
        """strace's options; without signals only the calls that matter stop the program, which is much faster, but
        reaches those it starts: where it is not `alone` they are left in peace."""
        what = f"error={self.kind}" if self.kind.startswith("E") else f"signal={self.kind}"
        fast = ["-f", "--seccomp-bpf"] if self.kind.startswith("E") and alone else []
        # strace counts each name by itself
        places = [(name, f"{number}+") for name, number in self.call.later] if self.on else []
        places = places or [(self.call.name, self.call.number)]
        injections = [word for name, when in places for word in ("-e", f"inject={name}:{what}:when={when}")]
        return ["strace", *fast, "-o", str(log), "-e", "trace=" + ",".join(name for name, _ in places), *injections]

    def environment(self, _):
        return {}

    def happened(self, code, log):
        """Says whether the run met it."""
        if self.kind in ("KILL", "TERM"):
            return code == {"KILL": -9, "TERM": -15}[self.kind]
        return "(INJECTED)" in log.read_text(errors="replace")

    def possible(self):
        """Nothing comes after the last call, from which the program does not return."""
        return not (self.kind == "TERM" and self.call.name == "exit_group")


@dataclasses.dataclass(frozen=True)
class Short:
    """A read or write that takes only a part, by `short_calls`; `number` counts from main. `then` is an errno: the disk
    is full after the part."""

    call: Call
    number: int
    bytes: int
    library: str
    then: int = 0
    kind = "SHORT"
    on = False

    def __str__(self):
        then = f", then {os.strerror(self.then)}," if self.then else ""
        return f"{self.bytes or 'half'} of the bytes{then} at {self.call.name} number {self.number} of main: {self.call.text[:100]}"

    def options(self, *_):
        return []

    def environment(self, log):
        log.unlink(missing_ok=True)
        plan = f"{self.call.name} {self.number} {self.bytes} {self.then} {log}"
        return {"LD_PRELOAD": self.library, "ESCALATE_SHORT": plan}

    def happened(self, _, log):
        return log.exists()


def short_calls(calls, library):
    """Returns each way in which a read or write of more than one byte may be short."""
    faults, seen = [], {}
    for call in calls:
        if call.name not in ("read", "write"):
            continue
        seen[call.name] = seen.get(call.name, 0) + 1
        if call.result < 2:
            continue
        thens = (0, errno.ENOSPC, errno.EIO) if call.name == "write" else (0, errno.EIO)
        faults += [Short(call, seen[call.name], size, str(library), then) for size in (0, 1) for then in thens]
    return faults


def record(words, folder, log):
    """Runs a program under strace; returns what it did and its calls from the beginning of main."""
    done = run(["strace", "-y", "-s", "64", "-o", str(log), *words], folder)
    calls, seen, main = [], {}, False
    for line in log.read_text(errors="replace").splitlines():
        found = CALL.match(line)
        if not found:
            continue
        name, arguments = found[1], found[2]
        seen[name] = seen.get(name, 0) + 1
        main = main or (name == MAIN[0] and arguments.startswith(MAIN[1]))
        if main:
            result = int(found[3]) if found[3] != "?" else 0
            later = tuple((one, seen.get(one, 0) + (one != name)) for one in CHANGING) if name in CHANGING else ()
            calls.append(Call(name, arguments, seen[name], result, later))
    return done, calls


def unknown(calls):
    """Returns the names of calls nobody has thought about."""
    return sorted({call.name for call in calls} - set(FAULTS) - WITHOUT - {"fcntl"})


def one_each(faults):
    """Returns for each call that changes the disk one error, in turn, and the killing before it."""
    changing = [fault for fault in faults if fault.call.later and not fault.on and fault.call.name != "close"]
    of_call = {}
    for fault in changing:
        of_call.setdefault(fault.call, {}).setdefault("KILL" if fault.kind == "KILL" else "error", []).append(fault)
    chosen = []
    for number, kinds in enumerate(of_call.values()):
        errors = [fault for fault in kinds["error"] if fault.kind not in ("TERM", "SHORT")]
        chosen += [errors[number % len(errors)], *kinds["KILL"]]
    return chosen


def faults_of(calls):
    """Returns every fault of every call, the killings last."""
    errors = [Fault(call, error) for call in calls for error in call.errors()]
    lasting = [Fault(call, error, True) for call in calls if call.later for error in DISK]
    signals = [Fault(call, signal) for signal in ("KILL", "TERM") for call in calls]
    return [fault for fault in errors + lasting + signals if fault.possible()]
