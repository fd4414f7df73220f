#!/usr/bin/env python3
"""promises.py BUILD [README]: each promise of README.md names tests, and each of those is run by ctest."""
import pathlib
import re
import subprocess
import sys

README = pathlib.Path(__file__).resolve().parents[2] / "README.md"


def rows_of(text):
    """Returns what each row of the table of promises promises, and the names of its tests."""
    table = re.search(r"^\| promise \| test \|\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.M)
    cells = [row.strip("|").rsplit("|", 1) for row in table.group(1).splitlines()] if table else []
    return [(promise.strip(), re.findall(r"`([^`]+)`", tests)) for promise, tests in cells]


def faults_of(rows, tests):
    """Returns what is wrong, a sentence each."""
    if not rows:
        return ["there is no table of promises"]
    faults = [f"no test is named for: {promise}" for promise, names in rows if not names]
    return faults + [f"there is no test '{name}', named for: {promise}"
                     for promise, names in rows for name in names if name not in tests]


def main():
    listed = subprocess.run(["ctest", "--test-dir", sys.argv[1], "-N"], capture_output=True, text=True, check=True).stdout
    tests = re.findall(r"^ *Test +#\d+: (\S+)", listed, re.M)
    assert faults_of([("p", [])], tests) and faults_of([("p", ["no-such"])], tests) and faults_of([], tests)
    faults = faults_of(rows_of(pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else README).read_text()), tests)
    print("\n".join(faults) if faults else f"{len(rows_of(README.read_text()))} promises, each with a test")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
