"""The schema test against spoilt files: each must be found, by its name."""
import contextlib
import io
import pathlib
import shutil
import tempfile
import unittest
from unittest import mock

import jsonschema
import validate

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Validate(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        shutil.copytree(ROOT / "policies/schema", self.root / "policies/schema")

    def run_on(self):
        with mock.patch("sys.argv", ["validate", str(self.root)]), contextlib.redirect_stdout(io.StringIO()) as out:
            with self.assertRaises(SystemExit) as stopped:
                validate.main()
        return stopped.exception.code, out.getvalue()

    def finds(self, name, text, *words):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        code, report = self.run_on()
        self.assertEqual(code, 1, report)
        for word in [name + ":", *words]:
            self.assertIn(word, report)
        path.unlink()

    def test_an_unknown_key_is_found_in_every_kind_of_file(self):
        for name, kind in (("policies/one.yaml", "policy"), ("policies/calendars/one.yaml", "calendar"),
                           ("cases/2026/one.yml", "case"), ("escalate.yaml", "settings")):
            self.finds(name, f"escalate: {kind}/1\nplanted: x\n", "planted")

    def test_a_file_that_is_no_yaml_or_of_no_kind_is_found(self):
        self.finds("policies/planted.yaml", "escalate: [\n")
        self.finds("policies/planted.yaml", "escalate: poem/1\n", "has no schema")
        self.finds("policies/planted.yaml", "- a\n", "has no schema")
        self.finds("cases/planted.yml", "escalate: policy/2\n", "has no schema")

    def test_a_schema_that_is_none_stops_the_test(self):
        (self.root / "policies/schema/planted.schema.json").write_text('{"type": "nonsense"}')
        with self.assertRaises(jsonschema.SchemaError):
            self.run_on()


if __name__ == "__main__":
    unittest.main()
