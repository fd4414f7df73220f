"""Holds the source to the architecture: which module may include which, no cycles, nothing of the outside in the core.

Prints `FILE:LINE: what is wrong` for each fault and exits with 1 if there is any. Reads ROOT/src and ROOT/CMakeLists.txt.
"""
import pathlib
import re
import sys

# Which modules each may include directly; what those may include is allowed too.
EDGES = {
    "base": [],
    "time": ["base"],
    "policy": ["time"],
    "casefile": ["time"],
    "engine": ["policy", "casefile"],
    "yaml": ["policy", "casefile"],
    "render": ["engine"],
    "feed": ["time"],
    "store": ["base"],
    "cli": ["engine", "yaml", "feed", "render", "store"],
    "main": ["cli"],
}
CORE = {"base", "time", "policy", "casefile", "engine"}

# What the core must not say, outside comments and texts.
CORE_WORDS = {
    "the clock": r"\b(?:system|steady|high_resolution|utc|tai|gps|file)_clock\b"
                 r"|(?<![\w.>])(?:time|clock|mktime|timegm|gmtime|gmtime_r|localtime|localtime_r|gettimeofday|clock_gettime|sleep_for)\s*\(",
    "the environment": r"\b(?:getenv|secure_getenv|setenv|putenv|unsetenv|setlocale|environ|random_device|rand)\b",
    "files": r"\b(?:filesystem|[io]?fstream|filebuf|fopen|freopen|fdopen|tmpfile|remove_all)\b"
             r"|(?<![\w.>])(?:open|openat|read|write|fsync|flock|rename|unlink|mkdir|system|popen)\s*\((?!\s*\))"
             r"|(?<![\w.>])fork\s*\(",
    "the terminal": r"\b(?:cout|cerr|clog|cin|printf|fprintf|vprintf|puts|fputs|putchar|perror|isatty|ioctl|stdin|stdout|stderr)\b"
                    r"|\bfmt::print\b",
}
CORE_HEADERS = {
    "the clock": r"ctime|time\.h|thread",
    "the environment": r"clocale|locale|random",
    "files": r"filesystem|fstream|fcntl\.h|unistd\.h|sys/.*|dirent\.h",
    "the terminal": r"iostream|print|cstdio|stdio\.h|termios\.h|fmt/(?:os|ostream|color)\.h",
}
# Libraries that one place alone may use: the words, the headers, the place, its name.
LIBRARIES = [
    (r"\bYAML::|\byaml_\w+_t\b|\byaml_(?:parser|event|emitter|document)_\w+", r"yaml-cpp/.*|yaml\.h", r"yaml/", "yaml/"),
    (r"\bCLI::", r"CLI/.*", r"cli/command_line\.", "cli/command_line"),
    (r"\bnlohmann\b", r"nlohmann/.*", r"(?:render|feed)/", "render/ and feed/"),
]
TOKENS = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)"'
    r"""|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'""", re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>|(\S+))', re.MULTILINE)


def module_of(name):
    """Returns the module of a file, named from src/."""
    return "main" if name == "main.cpp" else name.split("/")[0]


class Source:
    """One file: its includes, each with its line, and its code without comments, texts and includes."""

    def __init__(self, root, path):
        self.name = path.relative_to(root).as_posix()
        self.module = module_of(self.name)
        text = blank(path.read_text(encoding="utf-8"), r"//[^\n]*|/\*.*?\*/")
        self.includes = [(text.count("\n", 0, found.start(0)) + 1, *found.groups()) for found in INCLUDE.finditer(text)]
        self.code = blank(INCLUDE.sub("", text)).split("\n")

    def unit(self):
        """A header and the source beside it are one unit."""
        return self.name.rsplit(".", 1)[0]


def blank(text, only=None):
    """Takes comments and texts out, keeping every line where it was; `only` what begins like that."""
    def keep_lines(found):
        token = found[0]
        if only and not re.match(only, token, re.DOTALL):
            return token
        return '""'[: 2 * token.endswith('"')] + "\n" * token.count("\n")
    return TOKENS.sub(keep_lines, text)


def below(module):
    """Returns the modules that lie below, directly or not, and the module itself."""
    return {module}.union(*(below(next_one) for next_one in EDGES[module]))


def include_faults(source, names):
    """An include that the edges do not allow, or that is not written from src/."""
    for line, quoted, angled, other in source.includes:
        if other:
            yield line, f"cannot tell what '{other}' includes"
            continue
        target = quoted or (angled if angled in names else None)
        if target is None:
            continue
        if target not in names:
            yield line, f"no file '{target}' in src/; includes are written from there"
        elif module_of(target) not in below(source.module):
            yield line, f"{source.module} may not include {module_of(target)} ('{target}')"


def word_faults(source):
    """A word of the outside in the core, or of a library outside its place."""
    rules = [(words, headers, f"a library of {name}") for words, headers, place, name in LIBRARIES
             if not re.match(place, source.name)]
    if source.module in CORE:
        rules += [(CORE_WORDS[what], CORE_HEADERS[what], f"{what}, which the core must not know") for what in CORE_WORDS]
    for words, headers, what in rules:
        for line, quoted, angled, _ in source.includes:
            if re.fullmatch(headers, angled or quoted or ""):
                yield line, f"'{angled or quoted}' is {what}"
        for line, code in enumerate(source.code, 1):
            for found in re.finditer(words, code):
                yield line, f"'{found[0].strip()}' is {what}"


BLOCK_WORDS = {"const", "else", "do", "try", "noexcept", "override", "final", "mutable"}


def opens_list(before):
    """Tells from the code before a `{` whether a list of values follows, and not a body."""
    before = before.rstrip()
    if not before or before[-1] in ");{}:]" or re.search(r"->\s*[\w:<>,&*\s]+$", before):
        return False
    word = re.search(r"\w+$", before)
    return word is None or word[0] not in BLOCK_WORDS


def try_faults(source):
    """A TRY inside a braced list: what the list has built before the return is never destroyed by g++ 12."""
    code, open_ones = "\n".join(source.code), []
    for found in re.finditer(r"[{}]|\bTRY\s*\(", code):
        if found[0] == "{":
            open_ones.append(opens_list(code[max(0, found.start() - 200):found.start()]))
        elif found[0] == "}":
            del open_ones[-1:]
        elif open_ones and open_ones[-1]:
            yield code.count("\n", 0, found.start()) + 1, "TRY inside a braced list leaks; give it a statement of its own"


def cycle_faults(sources):
    """Every include that closes a cycle between units."""
    units = {source.name: source.unit() for source in sources}
    edges = {}
    for source in sources:
        for line, quoted, angled, _ in source.includes:
            target = units.get(quoted or angled)
            if target and target != source.unit():
                edges.setdefault(source.unit(), {}).setdefault(target, (source, line))
    finished, path = set(), []

    def visit(unit):
        path.append(unit)
        for target, (source, line) in sorted(edges.get(unit, {}).items()):
            if target in path:
                yield source, line, f"a cycle: {' -> '.join(path[path.index(target):] + [target])} (a .hpp and its .cpp are one)"
            elif target not in finished:
                yield from visit(target)
        finished.add(path.pop())

    for unit in sorted(edges):
        if unit not in finished:
            yield from visit(unit)


def place_faults(sources):
    """A file that belongs to no module."""
    for source in sources:
        if source.module not in EDGES:
            yield source, 1, f"'{source.name}' belongs to no module ({', '.join(EDGES)})"


def link_faults(root):
    """A module that CMake links along other edges than these."""
    path = root / "CMakeLists.txt"
    linked = {}
    for at, line in enumerate(path.read_text().split("\n") if path.exists() else [], 1):
        found = re.match(r"escalate_module\((\w+)(?: USES ([\w ]*?))?(?: LIBRARIES .*)?\)", line)
        if not found:
            continue
        linked[found[1]] = at
        if (found[2] or "").split() != EDGES.get(found[1]):
            yield f"CMakeLists.txt:{at}: {found[1]} is linked along other edges than {EDGES.get(found[1])}"
    for module in EDGES:
        if module not in linked and module != "main":
            yield f"CMakeLists.txt:1: no module {module}"


def faults(root):
    """Returns every fault below `root`, as lines to print."""
    folder = root / "src"
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in (".hpp", ".cpp", ".h", ".cc", ".ipp", ".inc")]
    sources = [Source(folder, path) for path in paths]
    names = {source.name for source in sources}
    found = [*place_faults(sources), *cycle_faults(sources)]
    for source in sources:
        if source.module in EDGES:
            found += [(source, line, text) for line, text in
                      [*include_faults(source, names), *word_faults(source), *try_faults(source)]]
    found.sort(key=lambda fault: (fault[0].name, fault[1]))
    return [f"src/{source.name}:{line}: {text}" for source, line, text in found] + list(link_faults(root))


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
    found = faults(root)
    print("\n".join(found), end="\n" if found else "")
    if not (root / "src").is_dir():
        sys.exit(f"{root} has no src/")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
