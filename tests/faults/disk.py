"""A model of what a disk may hold after a power cut, fed with the system calls of a recorded run.

What POSIX promises, and no more: a file's bytes and mode are there once fsync of it has returned, a folder's names once
fsync of the folder has. Until then each change may be there or not, in any combination: a name without its file's bytes,
a file shorter than it was written or full of zeros, a later change without an earlier one. A rename is one change.
"""
import dataclasses
import itertools
import re

from bench import Entry

CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+)", re.S)
WORD = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?|([^,"]+)')
MOST_CHANGES = 12  # of folders at once: 4096 combinations

# They change nothing on a disk.
HARMLESS = set("""access read pread64 lseek newfstatat fstat stat lstat statx access faccessat2 readlink readlinkat getdents64
getcwd fcntl ioctl flock fgetxattr mmap munmap mprotect brk futex getrandom rt_sigaction rt_sigprocmask poll
clock_nanosleep arch_prctl set_tid_address set_robust_list rseq prlimit64 execve geteuid sysinfo umask sched_yield
getpid getuid getgid getegid uname
pipe2 vfork clone3 clone wait4""".split())


@dataclasses.dataclass(eq=False)
class Node:
    """A file or folder, as it was on the disk at the beginning."""

    folder: bool
    mode: int
    bytes: bytes = b""
    names: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(eq=False)
class Change:
    """A change of one node. `what`: bytes (offset, text), length, mode, or names ([(folder, name, node or None)])."""

    node: Node
    what: str
    value: object
    safe: bool = False  # it is on the disk


@dataclasses.dataclass
class Open:
    node: Node
    at: int = 0
    append: bool = False


def folder_tree(entries):
    """Makes the nodes of a snapshot; returns the root."""
    root = Node(True, 0o755)
    for path, entry in sorted(entries.items()):
        *above, name = path.split("/")
        node = root
        for part in above:
            node = node.names[part]
        node.names[name] = Node(entry.bytes is None, entry.mode, entry.bytes or b"")
    return root


def written(text, value):
    """Returns `text` with a write applied to it."""
    at, more = value
    return text[:at].ljust(at, b"\0") + more + text[at + len(more):]


class Disk:
    """The changes made so far, and which of them are safe."""

    def __init__(self, entries, path):
        self.root, self.path = folder_tree(entries), path
        self.changes, self.opened, self.umask = [], {}, 0o022
        self.now = {}  # what a running program sees: node -> (bytes, mode) or names
        self.said = False

    # What the program sees

    def names(self, node):
        return self.now.setdefault(node, dict(node.names))

    def content(self, node):
        return self.now.setdefault(node, node.bytes)

    def find(self, folder, path):
        """Returns the folder above, the last name and what stands there; (None, None, None) outside the workspace."""
        if path.startswith("/"):
            if path != self.path and not path.startswith(self.path + "/"):
                return None, None, None
            folder, path = self.root, path[len(self.path):]
        parts = [part for part in path.split("/") if part not in ("", ".")]
        if folder is None:
            return None, None, None
        if not parts:
            return None, ".", folder
        for part in parts[:-1]:
            folder = self.names(folder).get(part)
            if folder is None or not folder.folder:
                return None, None, None
        return folder, parts[-1], self.names(folder).get(parts[-1])

    def at(self, words, first):
        """Finds the place that two words, a folder's descriptor and a path, name."""
        folder, path = words[first], words[first + 1]
        opened = self.opened.get(number(folder))
        start = self.root if folder.startswith("AT_FDCWD") else opened.node if opened else None
        return self.find(start, path)

    # Changes

    def rename_in(self, *changes):
        for folder, name, node in changes:
            if node is None:
                self.names(folder).pop(name, None)
            else:
                self.names(folder)[name] = node
        self.changes.append(Change(changes[-1][0], "names", changes))

    def feed(self, line):
        """Takes one line of strace's; raises ValueError for a call that may change a disk and is not known here."""
        found = CALL.match(line)
        if not found or found[3].startswith("-"):
            return
        name, words, result = found[1], words_of(found[2]), int(found[3])
        handler = getattr(self, "on_" + name, None)
        if handler:
            handler(words, result)
        elif name not in HARMLESS:
            raise ValueError(f"disk.py does not know the call {name}: {line[:100]}")

    def on_openat(self, words, result):
        self.opened.pop(result, None)
        folder, name, node = self.at(words, 0)
        if name is None:
            return
        flags = words[2]
        if node is None:
            node = Node(False, int(words[3], 8) & ~self.umask)
            self.rename_in((folder, name, node))
        elif "O_TRUNC" in flags:
            self.set_length(node, 0)
        self.opened[result] = Open(node, 0, "O_APPEND" in flags)

    def on_close(self, words, _):
        self.opened.pop(number(words[0]), None)

    def on_dup(self, words, result):
        if number(words[0]) in self.opened:
            self.opened[result] = self.opened[number(words[0])]

    def on_write(self, words, result):
        opened = self.opened.get(number(words[0]))
        if number(words[0]) == 1 and result > 0:
            self.said = True
        if not opened:
            return
        start = len(self.content(opened.node)) if opened.append else opened.at
        self.put(opened.node, (start, words[1].encode("latin-1")[:result]))
        opened.at = start + result

    def on_pwrite64(self, words, result):
        opened = self.opened.get(number(words[0]))
        if opened:
            self.put(opened.node, (int(words[3]), words[1].encode("latin-1")[:result]))

    def put(self, node, value):
        self.now[node] = written(self.content(node), value)
        self.changes.append(Change(node, "bytes", value))

    def set_length(self, node, length):
        self.now[node] = self.content(node)[:length].ljust(length, b"\0")
        self.changes.append(Change(node, "length", length))

    def on_ftruncate(self, words, _):
        opened = self.opened.get(number(words[0]))
        if opened:
            self.set_length(opened.node, int(words[1]))

    def on_fchmod(self, words, _):
        opened = self.opened.get(number(words[0]))
        if opened:
            self.changes.append(Change(opened.node, "mode", int(words[1], 8)))

    def on_chmod(self, words, _):
        _, _, node = self.at(["AT_FDCWD", words[0]], 0)
        if node:
            self.changes.append(Change(node, "mode", int(words[1], 8)))

    def on_fchown(self, words, _):
        """The model has no owners."""

    def on_fsync(self, words, _):
        opened = self.opened.get(number(words[0]))
        for change in self.changes:
            change.safe = change.safe or (opened is not None and change.node is opened.node)

    on_fdatasync = on_fsync

    def on_mkdirat(self, words, _):
        folder, name, _ = self.at(words, 0)
        if folder:
            self.rename_in((folder, name, Node(True, int(words[2], 8) & ~self.umask)))

    def on_renameat(self, words, _):
        (source, old, node), (target, new, _) = self.at(words, 0), self.at(words, 2)
        if (source is None) != (target is None):
            raise ValueError("a rename into or out of the workspace")
        if source:
            self.rename_in((source, old, None), (target, new, node))

    def on_renameat2(self, words, result):
        if "EXCHANGE" in words[4]:
            raise ValueError("disk.py does not know RENAME_EXCHANGE")
        self.on_renameat(words, result)

    def on_linkat(self, words, _):
        (_, _, node), (target, new, _) = self.at(words, 0), self.at(words, 2)
        if target:
            self.rename_in((target, new, node))

    def on_unlinkat(self, words, _):
        folder, name, _ = self.at(words, 0)
        if folder:
            self.rename_in((folder, name, None))

    # The same with paths alone

    def on_open(self, words, result):
        self.on_openat(["AT_FDCWD", *words], result)

    def on_mkdir(self, words, result):
        self.on_mkdirat(["AT_FDCWD", *words], result)

    def on_rename(self, words, result):
        self.on_renameat(["AT_FDCWD", words[0], "AT_FDCWD", words[1]], result)

    def on_link(self, words, result):
        self.on_linkat(["AT_FDCWD", words[0], "AT_FDCWD", words[1]], result)

    def on_unlink(self, words, result):
        self.on_unlinkat(["AT_FDCWD", *words], result)

    def on_exit_group(self, words, _):
        """Exit 0 says that it was done."""

    # After the program has ended, without a cut

    def ended(self):
        """Forgets what the program had open; another may run."""
        self.opened, self.said = {}, False

    def seen(self):
        """Returns what anybody sees now, as {path: (node, Entry)}."""
        def entry(node):
            modes = [change.value for change in self.changes if change.node is node and change.what == "mode"]
            return Entry((modes or [node.mode])[-1], None if node.folder else self.content(node))

        tree = self.tree([change for change in self.changes if change.what == "names"])
        return {path: (node, entry(node)) for path, node in tree.items()}

    # After the cut

    def after_cut(self):
        """Yields every tree the disk may hold now, as {path: (node, Entry)}."""
        names = [change for change in self.changes if change.what == "names"]
        pending = [change for change in names if not change.safe]
        if len(pending) > MOST_CHANGES:
            raise ValueError(f"{len(pending)} changes of folders at once are too many to try")
        for kept in itertools.product((False, True), repeat=len(pending)):
            lost = {id(change) for change, keep in zip(pending, kept) if not keep}
            tree = self.tree([change for change in names if id(change) not in lost])
            nodes = sorted({id(node): node for node in tree.values()}.values(), key=id)
            for contents in itertools.product(*(self.contents(node) for node in nodes)):
                entries = {id(node): entry for node, entry in zip(nodes, contents)}
                yield {path: (node, entries[id(node)]) for path, node in tree.items()}

    def tree(self, changes):
        """Returns {path: node} with these changes of folders."""
        names = {}

        def of(folder):
            return names.setdefault(folder, dict(folder.names))

        for change in changes:
            for folder, name, node in change.value:
                of(folder).pop(name, None)
                if node is not None:
                    of(folder)[name] = node
        paths, waiting = {}, [("", self.root)]
        while waiting:
            above, folder = waiting.pop()
            for name, node in of(folder).items():
                paths[above + name] = node
                if node.folder:
                    waiting.append((above + name + "/", node))
        return paths

    def contents(self, node):
        """Returns what a file or folder may be by itself: every Entry."""
        own = [change for change in self.changes if change.node is node]
        modes = self.modes(node, own)
        if node.folder:
            return [Entry(mode, None) for mode in modes]
        return [Entry(mode, text) for text in self.texts(node, own) for mode in modes]

    @staticmethod
    def modes(node, own):
        modes = {node.mode}
        for change in own:
            if change.what == "mode":
                modes = {change.value} if change.safe else modes | {change.value}
        return sorted(modes)

    @staticmethod
    def texts(node, own):
        texts, whole = {node.bytes}, node.bytes
        for change in own:
            if change.what == "length":
                whole = whole[:change.value].ljust(change.value, b"\0")
                some = {text[:change.value].ljust(change.value, b"\0") for text in texts}
            elif change.what == "bytes":
                at, text = change.value
                half = len(text) // 2
                whole = written(whole, change.value)
                some = {whole, whole[:at + half], whole[:at], whole[:at].ljust(len(whole), b"\0"),
                        whole[:at + half].ljust(len(whole), b"\0")}
            else:
                continue
            texts = {whole} if change.safe else texts | some
        return sorted(texts)


def number(word):
    """Returns the number of a descriptor; None for AT_FDCWD."""
    return int(word) if word.isdigit() else None


def words_of(arguments):
    """Splits a call's arguments; texts are Latin-1 of their bytes. Raises ValueError for a text cut short."""
    words = []
    for text, cut, plain in WORD.findall(arguments):
        if cut:
            raise ValueError("strace cut a text short")
        if plain:
            if plain.strip():
                words.append(plain.strip())
        else:
            words.append(bytes.fromhex(text.replace("\\x", "")).decode("latin-1"))
    return words
