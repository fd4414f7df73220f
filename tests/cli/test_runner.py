"""The transcript runner against a small program: what agrees passes, what differs fails and is shown."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

RUNNER = pathlib.Path(__file__).with_name("runner")
PROGRAM = """#!/bin/sh
case $1 in
  say) shift; printf '%s\\n' "$@" ;;
  complain) echo "$2" >&2; exit 3 ;;
  raw) printf 'a\\033[31m\\tb\\377' ;;
  list) ls -A ;;
  environment) env | cut -d= -f1 | sort | tr '\\n' ' '; echo ;;
  input) wc -c ;;
esac
"""


class Runner(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.program = self.folder / "program"
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)

    def run_on(self, text, *options, name="one.test"):
        self.transcript = self.folder / name
        self.transcript.write_text(text)
        done = subprocess.run(
            [sys.executable, RUNNER, "--program", self.program, *options, self.transcript], capture_output=True, text=True)
        self.report = done.stdout + done.stderr
        return done.returncode

    def passes(self, text, **more):
        self.assertEqual(self.run_on(text, **more), 0, self.report)

    def fails(self, text, *shown, **more):
        self.assertEqual(self.run_on(text, **more), 1, self.report)
        for words in shown:
            self.assertIn(words, self.report)

    def updates(self, before, after):
        self.assertEqual(self.run_on(before, "--update"), 0, self.report)
        self.assertEqual(self.transcript.read_text(), after)
        self.passes(after)

    def test_both_streams_and_the_code_are_compared(self):
        self.passes("$ escalate say one two\none\ntwo\n\n$ escalate complain no\n! no\n-> 3\n")
        self.fails("$ escalate say one\n", "one.test:1: $ escalate say one", "+one")
        self.fails("$ escalate say one\none\ntwo\n", "-two")
        self.fails("$ escalate complain no\n-> 3\n", "+! no")
        self.fails("$ escalate complain no\n! no\n", "+-> 3")
        self.fails("$ escalate say one\none\n-> 3\n", "--> 3")

    def test_empty_lines_after_the_last_line_are_layout(self):
        self.passes("$ escalate say one '' two\none\n\ntwo\n\n\n$ escalate say x\nx\n")
        self.fails("$ escalate say one ''\none\n\n", "+\\")
        self.passes("$ escalate say one ''\none\n\\\n")

    def test_lines_that_look_like_the_format_are_escaped(self):
        self.passes("$ escalate say '$ a' '! b' '-> 1' '#c' '\\d' '...'\n\\$ a\n\\! b\n\\-> 1\n\\#c\n\\\\d\n\\...\n")

    def test_wildcards_stand_for_text_and_for_lines(self):
        self.passes("$ escalate say 'id 5f1d, kept' b c d\nid [..], kept\n...\nd\n")
        self.passes("$ escalate say d\n...\nd\n...\n")
        self.fails("$ escalate say 'id 5f1d' d\nid [..], kept\nd\n", "-id [..], kept", "+id 5f1d")
        self.fails("$ escalate say a b\n[..]\n", "+a")

    def test_files_and_commands_share_a_workspace(self):
        self.passes("# workspace: none\n<<< cases/a b.yaml\n# kept\n$ kept\n>>>\n"
                    "$ cat 'cases/a b.yaml'\n\\# kept\n\\$ kept\n# a remark\n$ touch x\n$ escalate list\ncases\nx\n")
        self.fails("<<< x\n", "one.test:1: '<<< x' has no '>>>'")
        self.fails("<<< ../x\n>>>\n$ true\n", "not inside the workspace")

    def test_a_command_may_go_on_in_the_next_line(self):
        self.passes("$ escalate say one \\\n    two\none\ntwo\n")

    def test_a_command_may_bring_a_text_with_it(self):
        self.passes("$ cat >a.yaml <<'EOF'\nescalate: x\n\n$ not a command\nEOF\n$ cat a.yaml\nescalate: x\n\n\\$ not a command\n")
        self.fails("$ cat <<'EOF'\na\nEOF\nb\n", "one.test:1: $ cat <<'EOF'", "-b", "+a")
        self.fails("$ cat <<'EOF'\na\n", "one.test:1: the text has no 'EOF' at its end")
        self.updates("$ cat <<'EOF'\na\nEOF\n\n$ true\n", "$ cat <<'EOF'\na\nEOF\na\n\n$ true\n")

    def test_the_environment_is_cleared_and_the_input_empty(self):
        self.passes("$ escalate environment\nLC_ALL PATH PWD[..]\n$ escalate input\n0\n$ TZ=Asia/Tokyo escalate say $HOME.\n.\n")

    def test_a_signal_gives_the_code_of_the_shell(self):
        self.passes("$ kill -PIPE $$\n-> 141\n")

    def test_bytes_that_no_terminal_should_get_are_made_visible(self):
        self.passes("$ escalate raw\na[0x1B][31m\tb[0xFF][no newline]\n")

    def test_the_workspace_is_the_one_asked_for(self):
        self.passes("$ escalate list\ncases\npolicies\n$ ls cases\n")
        self.passes("# workspace: none\n$ escalate list\n")
        self.fails("# workspace: other\n$ true\n", "is said once")

    def test_console_blocks_of_a_text_are_run(self):
        text = "Words.\n\n```console\n$ ./escalate say a\na\n```\n\n```sh\n$ false\n```\n```console\n$ test -e cases\n```\n"
        self.passes(text, name="README.md")
        self.fails(text.replace("\na\n", "\nb\n"), "README.md:4:", "-b", "+a", name="README.md")

    def test_a_transcript_without_a_command_fails(self):
        self.fails("# nothing\n", "no command")
        self.fails("lost\n$ true\n", "one.test:1: output without a command")

    def test_update_rewrites_what_differs_and_nothing_else(self):
        self.updates("# head\n\n$ escalate say new 'id 77'\nold\nid [..]\n\n$ escalate complain no\n\n# end\n$ escalate say a\n[..]\n",
                     "# head\n\n$ escalate say new 'id 77'\nnew\nid [..]\n\n$ escalate complain no\n! no\n-> 3\n\n# end\n$ escalate say a\n[..]\n")
        self.updates("$ escalate say '$ x' ''\n$ true", "$ escalate say '$ x' ''\n\\$ x\n\\\n$ true")


if __name__ == "__main__":
    unittest.main()
