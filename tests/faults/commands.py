"""Every writing command, with what must have happened before it. To cover a new one, add an entry to COMMANDS."""
import dataclasses
import json

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
    """A writing command. `before` makes the workspace it needs, and then `made(folder, run)`; `draws`: it draws an id, so
    that names differ."""

    name: str
    words: list
    before: list
    draws: bool = False
    of: str = CASE  # the case it writes to
    made: object = None
    several: bool = False  # it writes several files, each whole or untouched

    def next(self):
        """What somebody may write next, whatever state the case is in."""
        return typed(f"note {self.of} Spoke_again.", LATER)


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
]
