"""Validates every policy, calendar, case and settings file against policies/schema/*.schema.json.

`escalate: policy/1` in a file asks for policy.schema.json. Every value is read as text, as the program reads it.
Prints `FILE: PATH: what is wrong` for each fault and exits with 1 if there is any.
"""
import json
import pathlib
import sys

import jsonschema
import yaml

FOLDERS = ["policies/*.y*ml", "policies/calendars/*.y*ml", "cases/**/*.y*ml", "escalate.yaml"]


def load_schemas(folder):
    """Returns a validator for each kind of file; raises when a schema is none."""
    validators = {}
    for path in sorted(folder.glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
        kind.check_schema(schema)
        validators[path.name.split(".")[0]] = kind(schema, format_checker=jsonschema.FormatChecker())
    return validators


def file_faults(path, validators):
    """Yields what is wrong with one file."""
    try:
        document = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeError) as reason:
        yield str(reason)
        return
    name = document.get("escalate", "") if isinstance(document, dict) else ""
    kind, _, version = name.partition("/")
    if kind not in validators or version != "1":
        yield f"'escalate: {name}' has no schema ({', '.join(validators)})"
        return
    for error in sorted(validators[kind].iter_errors(document), key=lambda error: list(map(str, error.absolute_path))):
        place = "/".join(map(str, error.absolute_path)) or "the whole"
        yield f"{place}: {jsonschema.exceptions.best_match([error]).message}"


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
    validators = load_schemas(root / "policies/schema")
    paths = [path for pattern in FOLDERS for path in sorted(root.glob(pattern))]
    faults = [f"{path.relative_to(root)}: {fault}" for path in paths for fault in file_faults(path, validators)]
    print("\n".join([*faults, f"{len(paths)} files, {len(faults)} faults"]))
    sys.exit(1 if faults or not paths else 0)


if __name__ == "__main__":
    main()
