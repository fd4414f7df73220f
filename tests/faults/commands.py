"""Every writing command, with what must have happened before it. To cover a new one, add an entry to COMMANDS."""
import dataclasses
import json
import shutil

YEAR_BEFORE, BEFORE, AT, LATER = "2025-11-03T11:00", "2026-05-06T11:00", "2026-05-07T10:00", "2026-05-08T10:00"
CASE, NEIGHBOUR = "ET-2026-M5TRW", "ET-2025-B4NKH"


def typed(text, now, *last):
    """Returns the words of a writing command: `text` split at spaces, a `_` standing for one within a word."""
    words = [word.replace("_", " ") for word in text.split()]
    return [*words, *last, "--by", "Designated safeguarding lead", "--now", now]


def opening(now, *last):
    return typed("open --policy example-town --child C-2002 --raising Example_Nursery --raising-kind early-years "
                 "--receiving Example_Housing_Association --receiving-kind housing", now,
                 "--concern", "Nobody has repaired the heating.\nThe café next door is warm.", *last)


@dataclasses.dataclass
class Command:
    """A writing command. `before` makes the workspace it needs, and then `made(folder, must)`, where `must` runs the
    program or, with `program=`, another; `draws`: it draws an id, so that names differ."""

    name: str
    words: list
    before: list
    draws: bool = False
    of: str = CASE  # the case it writes to
    made: object = None
    several: bool = False  # it writes several files, each whole or untouched
    grows: bool = False  # it writes a file more than once: its first events may be all that is there
    makes: str = ""  # the workspace it makes, below the folder; in that there is none before
    then: tuple = ()  # what may be typed afterwards; a note where nothing is said
    alone: bool = True  # it starts no other program
    every: bool = True  # each fault of each call; else one of each call that changes the disk
    commits: bool = False  # and then git has the case, or the exit code is 6

    def next(self):
        """What somebody may write next, whatever state the case is in."""
        return list(self.then) or typed(f"note {self.of} Spoke_again.", LATER)


NEIGHBOURS = [opening(YEAR_BEFORE, "--id", NEIGHBOUR)]
CASES = [*NEIGHBOURS, opening(BEFORE, "--id", CASE)]


def on_case(name, text, *before, name_as=None):
    """A command on an opened case, after others typed as text."""
    return Command(name_as or name, typed(f"{name} {CASE} {text}".strip(), AT),
                   [*CASES, *(typed(words.replace("CASE", CASE), BEFORE) for words in before)])


def two_clones(folder, run):
    """What git gives a merge driver: the case as both clones had it, and as each has it now."""
    case = folder / f"cases/2026/{CASE}.yaml"
    base = case.read_bytes()
    for name in ("theirs", "ours"):
        case.write_bytes(base)
        run(folder, typed(f"note {CASE} Said_by_{name}.", BEFORE))
        (folder / f".merge_file_{name}").write_bytes(case.read_bytes())
    (folder / ".merge_file_base").write_bytes(base)


def feed(folder, run):
    """The bank holidays as GOV.UK publishes them, with one more everywhere."""
    calendars = json.loads(run(folder, ["calendar", "show", "--format", "json"]).out)["calendars"]
    published = {}
    for calendar in calendars:
        if calendar["calendar"] == "uk-any":
            continue
        days = {day["day"]: day["name"] for day in calendar["holidays"] if "2019" <= day["day"][:4] <= "2028"}
        days["2026-06-15"] = "A proclaimed bank holiday"
        published[calendar["calendar"]] = {"division": calendar["calendar"], "events": [
            {"title": name.replace(" (substitute day)", ""), "date": day, "bunting": True,
             "notes": "Substitute day" if "(substitute" in name else ""} for day, name in sorted(days.items())]}
    (folder / "feed.json").write_text(json.dumps(published))


def no_workspace(folder, _):
    """A folder with some files of somebody's own, two of which have the names of files that `init` makes."""
    nothing(folder)
    (folder / "policies").mkdir()
    for name in ("README.md", "notes.txt"):
        (folder / name).write_text("Somebody's own.\n")
    kent = folder.parent / "program/policies/kent.yaml"
    (folder / "policies/kent.yaml").write_text(kent.read_text() + "# Changed here.\n")


def shared_folder(folder, _):
    """A folder that is shared with a group on purpose."""
    nothing(folder)
    (folder / "shared").mkdir()
    (folder / "shared").chmod(0o2770)


def nothing(folder, _=None):
    for name in ("cases", "policies"):
        shutil.rmtree(folder / name)


def repository(folder, must):
    """The workspace is in git, and each change is to be committed."""
    (folder / "escalate.yaml").write_text("escalate: settings/1\ncommit: true\n")
    (folder / ".gitignore").write_text(".escalate-*.tmp\n")  # as `init` writes it
    for words in (["init", "-q", "--template="], ["config", "user.name", "A job"], ["config", "user.email", "job@example.org"],
                  ["config", "gc.auto", "0"], ["add", "-A"], ["commit", "-q", "-m", "As it was"]):
        must(folder, words, program="git")


MADE_UP = "made-up"
INIT = ["--policy", "kent", "--by", "Designated safeguarding lead", "--now", AT]
AFTER_INIT = ["open", "--policy", "kent", "--child", "C-1", "--raising", "Example Nursery", "--receiving", "Example Council",
              "--concern", "Nobody came.", "--by", "Head teacher", "--now", LATER]
MERGE = ["merge-driver", ".merge_file_base", ".merge_file_ours", ".merge_file_theirs", f"cases/2026/{CASE}.yaml"]
RESOLVED = ("advance CASE --because No_agreement.", "resolve CASE --outcome Repaired.")

COMMANDS = [
    Command("open", opening(AT, "--id", CASE), NEIGHBOURS),  # and the folder of the year
    Command("open-drawn", opening(AT), CASES, draws=True),
    on_case("note", "Spoke_to_the_landlord."),
    on_case("note", "Spoke_to_the_landlord. --format json", name_as="note-json"),
    on_case("mark", "imminent-risk"),
    on_case("done", "tell-manager"),
    on_case("agree", "2 working days"),
    on_case("extend", "2026-05-20 --because Illness. --agreed-with receiving-lead"),
    on_case("advance", "--because No_agreement."),
    on_case("halt", "--because The_court_decides."),
    on_case("resume", "", "halt CASE --because The_court_decides."),
    on_case("assign", "manager --to Deputy_manager"),
    on_case("resolve", "--outcome Repaired."),
    on_case("close", "--because Moved_away.", *RESOLVED),
    on_case("reopen", "--because Cold_again.", *RESOLVED, "close CASE --because Moved_away."),
    on_case("correct", "opened --because Mistyped. --set child=C-2003"),
    Command("merge-driver", MERGE, CASES, made=two_clones),
    Command("calendar", ["calendar", "import", "feed.json", "--yes", "--now", AT], CASES, made=feed, several=True),
    Command("init", ["init", ".", *INIT], [], made=no_workspace, several=True, makes=".", then=(*AFTER_INIT,)),
    Command("init-new", ["init", "new", *INIT], [], made=nothing, several=True, makes="new", then=("-C", "new", *AFTER_INIT)),
    Command("init-shared", ["init", "shared", *INIT], [], made=shared_folder, several=True, makes="shared", every=False,
            then=("-C", "shared", *AFTER_INIT)),
    Command("demo", ["demo", MADE_UP, "--now", AT], [], made=nothing, several=True, grows=True, makes=MADE_UP, every=False,
            then=("-C", MADE_UP, *AFTER_INIT)),
    Command("note-commit", typed(f"note {CASE} Spoke_to_the_landlord.", AT), CASES, made=repository, alone=False, commits=True),
    Command("open-commit", opening(AT, "--id", CASE), NEIGHBOURS, made=repository, alone=False, commits=True),
]
IN_A_WORKSPACE = [command for command in COMMANDS if command.alone and not command.makes]
