"""A third reader, written in another language: what our reader accepts PyYAML's own scanner reads alike."""
import pathlib
import subprocess
import sys

import yaml

NULL_WORDS = ("~", "null", "Null", "NULL")


def said(event):
    """Writes down an event as tests/fuzz/oracle.hpp does."""
    if isinstance(event, yaml.DocumentStartEvent):
        return "document "
    if isinstance(event, yaml.AliasEvent):
        return "alias "
    if isinstance(event, yaml.ScalarEvent):
        nothing = event.value in NULL_WORDS or (event.style is None and not event.value)
        return "nothing " if nothing else f"'{event.value}' "
    marks = {yaml.SequenceStartEvent: "[ ", yaml.SequenceEndEvent: "] ", yaml.MappingStartEvent: "{ ",
             yaml.MappingEndEvent: "} "}
    return marks.get(type(event), "")


def account(text):
    return "".join(said(event) for event in yaml.parse(text, Loader=yaml.BaseLoader))


def main():
    replay, *paths = sys.argv[1:]
    lines = subprocess.run([replay, "--accounts", *paths], capture_output=True, check=True, text=True).stdout.split("\n")
    accepted = differing = 0
    for file, ours in zip(lines[0::2], lines[1::2]):
        if not ours:
            continue
        accepted += 1
        text = pathlib.Path(file).read_bytes().decode("utf-8-sig")
        try:
            theirs = account(text)
        except yaml.YAMLError as error:
            if "\t" in text:  # PyYAML takes no tab inside a plain text
                continue
            theirs = f"cannot read: {error}"
        if bytes.fromhex(ours).decode() != theirs:
            differing += 1
            print(f"{file}\n  ours   {bytes.fromhex(ours).decode()!r}\n  theirs {theirs!r}")
    print(f"{accepted} files accepted, {differing} read differently")
    return 0 if accepted and not differing else 1


if __name__ == "__main__":
    sys.exit(main())
