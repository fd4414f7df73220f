"""The architecture check against planted violations: each must be found, in its file and line."""
import pathlib
import shutil
import tempfile
import unittest

import check

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Check(unittest.TestCase):
    """A source folder with nothing in it but what is planted."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "src").mkdir()
        shutil.copy(ROOT / "CMakeLists.txt", self.root)

    def plant(self, name, text):
        path = self.root / "src" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)

    def finds(self, name, text, *expected):
        self.plant(name, text)
        found = check.faults(self.root)
        self.assertEqual([fault.split(" ")[0] for fault in found], [f"src/{name}:{line}:" for line in expected], found)
        (self.root / "src" / name).unlink()

    def test_an_include_against_the_edges(self):
        self.finds("engine/planted.cpp", '#include <string>\n#include "yaml/planted.hpp"\n', 2)
        self.plant("yaml/seen.hpp", "#pragma once\n")
        self.plant("cli/seen.hpp", "#pragma once\n")
        self.plant("base/seen.hpp", "#pragma once\n")
        self.finds("engine/planted.cpp", '#pragma once\n  # include "yaml/seen.hpp"\n', 2)
        self.finds("time/planted.hpp", "#include <yaml/seen.hpp>\n", 1)
        self.finds("yaml/planted.hpp", '/* above\n*/ #include "cli/seen.hpp"\n', 2)
        self.finds("store/planted.cpp", '#include "yaml/seen.hpp"\n', 1)
        self.finds("render/planted.cpp", '#include "yaml/seen.hpp"\n', 1)
        self.finds("cli/planted.cpp", '#include "base/seen.hpp"\n#include "yaml/seen.hpp"\n// #include "main.hpp"\n')

    def test_an_include_not_written_from_the_source_folder(self):
        self.plant("base/seen.hpp", "#pragma once\n")
        self.finds("base/planted.cpp", '#include "seen.hpp"\n#include "../base/seen.hpp"\n#include SEEN\n', 1, 2, 3)

    def test_a_file_outside_every_module(self):
        self.finds("util/planted.hpp", "#pragma once\n", 1)
        self.finds("planted.cpp", "int x;\n", 1)

    def test_a_cycle_between_headers(self):
        self.plant("base/one.hpp", '#pragma once\n#include "base/two.hpp"\n')
        self.finds("base/two.hpp", '#pragma once\n\n#include "base/one.hpp"\n', 3)

    def test_a_cycle_through_a_header_and_its_source(self):
        self.plant("base/one.hpp", "#pragma once\n")
        self.plant("base/two.hpp", '#pragma once\n#include "base/one.hpp"\n')
        self.plant("base/three.hpp", '#pragma once\n#include "base/two.hpp"\n')
        self.assertEqual(check.faults(self.root), [])
        self.plant("base/one.cpp", '#include "base/one.hpp"\n#include "base/three.hpp"\n')
        self.assertEqual(check.faults(self.root), [
            "src/base/two.hpp:2: a cycle: base/one -> base/three -> base/two -> base/one (a .hpp and its .cpp are one)"])

    def test_a_word_of_the_outside_in_the_core(self):
        for word in ("std::chrono::system_clock::now()", "std::chrono::steady_clock c;", "time(nullptr)", "std::time (0)",
                     "gmtime(&t)", "localtime_r(&t, &tm)", 'getenv("TZ")', "::setenv(a, b, 1)", "std::fopen(a, b)",
                     "std::ifstream in;", "std::ofstream out;", "std::fstream f;", "std::filesystem::path p;",
                     "std::cout << 1;", "std::cerr << 1;", "printf(a)", "fprintf(f, a)", "::open(a, 0)", "open(a)",
                     "read(0, b, 1)", "write(1, b, 1)", "isatty(1)", "YAML::Node n;", "yaml_parser_t p;", "CLI::App a;",
                     "nlohmann::json j;", "fmt::print(a)", "std::random_device d;"):
            for module in sorted(check.CORE):
                with self.subTest(word=word, module=module):
                    self.finds(f"{module}/planted.cpp", f"void f() {{\n  {word}\n}}\n", 2)

    def test_a_header_of_the_outside_in_the_core(self):
        for header in ("filesystem", "iostream", "fstream", "ctime", "cstdio", "unistd.h", "sys/stat.h", "fcntl.h",
                       "yaml-cpp/yaml.h", "yaml.h", "CLI/CLI.hpp", "nlohmann/json.hpp", "termios.h"):
            with self.subTest(header=header):
                self.finds("engine/planted.hpp", f"#pragma once\n#include <{header}>\n", 2)

    def test_comments_texts_and_words_inside_words_are_allowed(self):
        self.finds("engine/planted.cpp",
                   "// getenv(x), std::cout\n/* open(file)\n time(0) */ int a = 1'000'000;\n"
                   'auto s = "open(x) // time(0)"; auto r = R"(\nprintf("x") )"; char c = \'"\';\n'
                   "bool at_time(int); bool reopen(int); bool b = state.open(1) && state->open(2); bool open() const;\n"
                   "Instant timeline(int); int snprintf_like; auto x = kept.read(0); int m_clock;\n")
        self.finds("engine/planted.cpp", 'auto s = "a\\"b"; auto r = R"x(\n)" )x"; std::cout << s;\n', 2)

    def test_a_library_outside_its_place(self):
        self.finds("cli/planted.cpp", "#include <yaml-cpp/yaml.h>\n#include <CLI/CLI.hpp>\nYAML::Parser p;\n", 1, 2, 3)
        self.finds("cli/command_line_planted.cpp", "CLI::App a;\n", 1)
        self.finds("store/planted.cpp", "#include <yaml.h>\nyaml_event_t e;\n", 1, 2)
        self.finds("yaml/planted.cpp", "#include <nlohmann/json.hpp>\n#include <yaml.h>\nYAML::Parser p;\n", 1)
        self.finds("cli/command_line.planted.hpp", "#include <CLI/CLI.hpp>\nCLI::App a; nlohmann::json j;\n", 2)
        self.finds("render/planted.cpp", "#include <nlohmann/json.hpp>\nnlohmann::json j;\nCLI::App a;\n", 3)

    def test_a_try_inside_a_braced_list(self):
        for planted in ("std::vector<int> v{1, TRY(f())};", "return {a, TRY(f())};", "auto x = Thing{f(TRY(g()))};",
                        "std::vector<Body> v = {\n      TRY(f())};", "call(a, {b, TRY (c())});",
                        "Thing x{[&] { return 1; }(), TRY(f())};"):
            with self.subTest(planted=planted):
                line = 2 + planted[:planted.index("TRY")].count("\n")
                self.finds("engine/planted.cpp", f"Result<int> f() {{\n  {planted}\n}}\n", line)

    def test_a_try_in_a_body_is_allowed(self):
        self.finds("engine/planted.cpp",
                   "namespace a {\nstruct B { Result<int> f() const {\n return TRY(g()); } };\n"
                   "Result<int> f() {\n  if (a) { TRY(g()); } else { TRY(h()); }\n  do { TRY(g()); } while (b);\n"
                   "  change.decide = [&](int) -> Result<std::vector<int>> { return TRY(g()); };\n"
                   "  auto c = Change{1, [&] { return TRY(g()); }};\n  TRY(g({1, 2}));\n  switch (a) { case 1: { TRY(g()); } }\n}\n}\n")

    def test_a_module_linked_along_another_edge(self):
        path = self.root / "CMakeLists.txt"
        text = path.read_text()
        path.write_text(text.replace("escalate_module(engine USES policy casefile)", "escalate_module(engine USES yaml)"))
        self.assertRegex("\n".join(check.faults(self.root)), r"^CMakeLists.txt:\d+: engine is linked along other edges")
        path.write_text(text.replace("escalate_module(store", "escalate_modul(store"))
        self.assertEqual(check.faults(self.root), ["CMakeLists.txt:1: no module store"])


if __name__ == "__main__":
    unittest.main()
