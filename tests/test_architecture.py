"""The house rules of engine/, as tables and the tests that read them. A message says what to do; change a table only on purpose.

Down only; the front (text to report) and the back (report to files) meet only in base, model and pipeline; siblings are strangers.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.import_graph import Import, Module, Modules, cycles, loaded_with, parse_modules, read_modules

ROOT = Path(__file__).resolve().parents[1]

# ---- the tables

GROUND = {"base": 0, "model": 1}
FRONT = {"sources": 2, "metrics": 2, "load": 3, "blocks": 4, "kinds": 5, "compose": 6, "resolve": 7}
BACK = {"brand": 2, "charts": 2, "layout": 2, "plan": 3, "writers": 4, "probe": 5, "checks": 6}
ROOF = {
    "diff": 6,
    "baseline": 7,
    "pictures": 7,
    "heard": 7,
    "planned": 7,
    "results": 8,
    "verbs": 9,
    "finishing": 10,
    "pipeline": 11,
    "run_record": 11,
    "out_folder": 12,
    "batch": 13,
    "cluster": 14,
    "project": 14,
    "versions": 15,
    "preview": 16,
    "cli": 17,
}
RANK = GROUND | FRONT | BACK | ROOF

# Folders inside a package that know nothing of each other.
STRANGERS = (
    frozenset({"engine.writers.pptx", "engine.writers.pdf", "engine.writers.docx"}),
    frozenset({"engine.plan.deck", "engine.plan.paper"}),
)

# Packages that grow by plug-ins: one file ending in `DEFINITION = …`, one line in the table of `__init__.py`.
FAMILIES = ("blocks", "charts", "checks", "kinds", "sources", "writers")

# Third-party library: its distribution in pyproject.toml, and where it may be imported.
LIBRARIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "PIL": ("pillow", ("brand", "layout", "pictures", "probe", "writers")),
    "click": ("click", ("cli",)),
    "_duckdb": ("duckdb", ("metrics", "sources")),
    "distributed": ("distributed", ("cluster",)),
    "docx": ("python-docx", ("brand", "probe", "writers.docx")),
    "duckdb": ("duckdb", ("metrics", "sources")),
    "jinja2": ("jinja2", ("compose",)),
    "lxml": ("lxml", ("brand", "checks.package", "probe", "sources", "writers")),
    "markdown_it": ("markdown-it-py", ("load",)),
    "matplotlib": ("matplotlib", ("charts",)),
    "mdit_py_plugins": ("mdit-py-plugins", ("load",)),
    "numpy": ("numpy", ("load", "metrics", "sources")),
    "openxml_audit": ("openxml-audit", ("probe",)),
    "openpyxl": ("openpyxl", ("probe", "sources")),
    "page": ("page-validation", ("probe",)),
    "pandas": ("pandas", ("metrics", "sources")),
    "pptx": ("python-pptx", ("brand", "probe", "writers.ooxml", "writers.pptx")),
    "pydantic": ("pydantic", ("blocks", "brand", "compose", "kinds", "load", "metrics", "sources")),
    "pydantic_core": ("pydantic", ("blocks", "brand", "compose", "kinds", "load", "metrics", "sources")),
    "pydyf": ("weasyprint", ("writers.pdf",)),
    "pypdfium2": ("pypdfium2", ("probe",)),
    "python_calamine": ("python-calamine", ("sources",)),
    "rich": ("rich", ("cli",)),
    "sqlalchemy": ("sqlalchemy", ("sources",)),
    "typst": ("typst", ("writers.pdf",)),
    "uharfbuzz": ("uharfbuzz", ("layout", "writers.pdf")),
    "weasyprint": ("weasyprint", ("writers.pdf",)),
    "xlsxwriter": ("xlsxwriter", ("writers.ooxml",)),
    "yaml": ("pyyaml", ("brand", "load")),
}

# Take 0.08 s and more to import: a module that a light command loads imports them inside the one function that needs them.
HEAVY = frozenset(
    {
        "PIL",
        "_duckdb",
        "distributed",
        "docx",
        "duckdb",
        "markdown_it",
        "matplotlib",
        "numpy",
        "openpyxl",
        "openxml_audit",
        "page",
        "pandas",
        "pptx",
        "pypdfium2",
        "sqlalchemy",
        "typst",
        "weasyprint",
        "xlsxwriter",
    }
    | {"sqlite3"}  # 0.01 s, but few reports have a database
)
# Modules of ours that few reports need and a light command would notice: a door may hide them although they need nothing heavy.
RARE = frozenset(
    {
        "engine.batch.index_page",
        "engine.batch.slots",
        "engine.checks.package",
        "engine.checks.package.definition",
        "engine.cli.machines.writing",
        "engine.sources.contract",
        "engine.sources.parquet_reader",
        "engine.writers.docx.document",
    }
)
# `debrief check`, `debrief --help`: what they load may load nothing heavy.
LIGHT = ("engine.cli.main", "engine.cli.check", "engine.cli.doctor", "engine.cli.schema", "engine.pipeline")
API = "engine"
# The modules that may import a part of engine inside a function, because that part is rare or needs a heavy library, with the reason.
DOORS = {
    API: "`import engine.base` need not read the whole engine",
    "engine.checks": "what looks at finished files opens PDFs by a large library",
    "engine.load.includes": "what imports markdown-it at its top is loaded with the first Markdown file",
    "engine.metrics.database": "DuckDB takes 40 ms to load and open, and 36 MiB: plain aggregates do without it",
    "engine.out_folder": "what draws the pages of a PDF is loaded when there is one",
    "engine.sources.csv_file": "what splits long files by numpy is loaded with the first such file",
    "engine.sources.parquet_file": "what reads Parquet is loaded with the first such file",
    "engine.sources.read": "what judges contracts is loaded with the first table that has one",
    "engine.sources.sql_query": "what asks databases is loaded with the first report that has one",
    "engine.sources.sqlite_file": "what imports sqlite3 at its top is loaded with the first SQLite file",
    "engine.batch.run": "processes, executors and the page of a run are for builds: a check of one report starts none",
    "engine.cli.build": "what speaks to a cluster is loaded when one is named",
    "engine.pipeline": "what opens finished files again is loaded when some are finished",
    "engine.finishing": "what compares pictures is loaded when pages are to be compared",
    "engine.batch.approving": "what compares pictures is loaded when a report is approved",
    "engine.cli.verdict": "JSON, SARIF and the like are for machines: most runs are for people",
    "engine.cli.check": "what opens finished files is loaded when one is named",
    "engine.writers.docx.emit": "what writes documents is loaded with the first DOCX",
    "engine.writers.pptx.emit": "what imports python-pptx at its top is loaded with the first PPTX",
    "engine.writers.pdf.emit": "what imports WeasyPrint or Typst at its top is loaded with the first PDF that it draws",
}

# Modules with functions but without a twin test, with the reason. Empty is best.
WITHOUT_TWIN: dict[str, str] = {}


# ---- the rules: each yields one message per fault


def part_of(name: str) -> str:
    """Return the first name below engine: `plan` for engine.plan.deck.fit, empty for engine itself."""
    return name.split(".")[1] if "." in name else ""


def is_in(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def imports(modules: Modules) -> Iterator[tuple[Module, Import]]:
    for module in modules.values():
        for item in module.imports:
            yield module, item


def wrong_directions(modules: Modules) -> Iterator[str]:
    for module, item in imports(modules):
        here, there, place = part_of(module.name), part_of(item.target), f"{module.file}:{item.line}"
        if item.target.startswith("."):
            yield f"{place}: write the full name instead of a relative one"
        elif item.root != "engine" or here == there or not here:
            continue
        elif not there:
            yield f"{place}: `engine` itself is for users of the library; import the module that has the name"
        elif {here, there} - RANK.keys():
            strange = sorted({here, there} - RANK.keys())
            yield f"{place}: {strange} has no place in the house yet; give it one in the tables of tests/test_architecture.py"
        elif (here in FRONT and there in BACK) or (here in BACK and there in FRONT):
            yield f"{place}: {here} and {there} are front and back; put the type in engine/model, or let engine/pipeline.py pass it"
        elif RANK[there] > RANK[here]:
            yield f"{place}: {here} stands below {there}; move what is needed down, or pass it in as an argument"
        elif RANK[there] == RANK[here]:
            yield f"{place}: {here} and {there} are strangers; put what both need in a package below them"


def talking_strangers(modules: Modules) -> Iterator[str]:
    for module, item in imports(modules):
        for group in STRANGERS:
            here = [name for name in group if is_in(module.name, name)]
            there = [name for name in group if is_in(item.target, name)]
            if here and there and here != there:
                yield f"{module.file}:{item.line}: {here[0]} and {there[0]} are strangers; put what both need beside them"


def members(modules: Modules, family: str) -> dict[str, Module]:
    package = f"engine.{family}"
    return {n: m for n, m in modules.items() if is_in(n, package) and n != package and "DEFINITION" in m.top_names}


def members_that_know_each_other(modules: Modules) -> Iterator[str]:
    for family in FAMILIES:
        found = members(modules, family)
        for module in found.values():
            for item in module.imports:
                if item.target in found and item.target != module.name:
                    place = f"{module.file}:{item.line}"
                    yield f"{place}: one of {family} may not know another; put what both need in a third file without DEFINITION"


def members_without_a_line_in_the_table(modules: Modules) -> Iterator[str]:
    for family in FAMILIES:
        table = modules.get(f"engine.{family}")
        listed = {item.target for item in table.imports} if table else set()
        for name, module in members(modules, family).items():
            if name not in listed:
                yield f"{module.file}: has a DEFINITION that nobody will find; add it to the table in engine/{family}/__init__.py"


def libraries_out_of_their_home(modules: Modules) -> Iterator[str]:
    for module, item in imports(modules):
        if item.root == "engine" or item.target.startswith(".") or item.root in sys.stdlib_module_names:
            continue
        place = f"{module.file}:{item.line}"
        if item.root not in LIBRARIES:
            yield f"{place}: {item.root} is new here; declare it in pyproject.toml, and its home in LIBRARIES of this test"
            continue
        homes = LIBRARIES[item.root][1]
        if not any(is_in(module.name, f"engine.{home}") for home in homes):
            yield f"{place}: {item.root} is used in {', '.join(homes)} only; ask a module there for what you need"


def undeclared_libraries(declared: set[str]) -> Iterator[str]:
    for library, (distribution, _) in LIBRARIES.items():
        if distribution not in declared:
            yield f"{library} comes with {distribution}, which pyproject.toml does not declare"


def hidden_imports(modules: Modules) -> Iterator[str]:
    for module, item in imports(modules):
        if not item.function or item.root in HEAVY:
            continue
        place = f"{module.file}:{item.line}"
        if item.root != "engine":
            yield f"{place}: {item.root} is quick to import; do it at the top"
        elif module.name not in DOORS:
            yield f"{place}: import {item.target} at the top (DOORS has the exceptions); if that makes a ring, a type is in the wrong place"
        elif (
            module.name != API
            and item.target not in RARE
            and not HEAVY & {reached.partition(".")[0] for reached in loaded_with(item.target, modules)}
        ):
            yield f"{place}: {item.target} needs nothing heavy; import it at the top"


def unused_doors(modules: Modules) -> Iterator[str]:
    for name in DOORS:
        if name in modules and not any(item.function and item.root == "engine" for item in modules[name].imports):
            yield f"{modules[name].file}: hides no import any more; take it out of DOORS"


def imports_hidden_twice(modules: Modules) -> Iterator[str]:
    for module in modules.values():
        seen: dict[str, str] = {}
        for item in module.imports:
            if item.function and seen.setdefault(item.target, item.function) != item.function:
                yield f"{module.file}:{item.line}: {item.target} is imported inside {seen[item.target]} already; keep it in that one place"


def heavy_light_modules(modules: Modules) -> Iterator[str]:
    for start in LIGHT:
        for reached, way in loaded_with(start, modules).items():
            if reached.partition(".")[0] in HEAVY:
                yield f"{' > '.join(way)}: {start} must answer at once; import {reached} inside the function that needs it"


def prints(modules: Modules) -> Iterator[str]:
    for module in modules.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print" and part_of(module.name) != "cli":
                yield f"{module.file}:{node.lineno}: only engine/cli prints; return a Diagnostic"


def possessive_groups(modules: Modules) -> Iterator[str]:
    for module in modules.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"(?<![\\(])\)[*+?]\+", node.value):
                yield f"{module.file}:{node.lineno}: `(…)*+` never ends before Python 3.11.5, and Debian 12 has 3.11.2; write `(?>(…)*)`"


def twin_of(name: str) -> str:
    *folders, module = name.split(".")[1:]
    return "/".join(("tests/unit", *folders, f"test_{module}.py"))


def missing_twins(modules: Modules, tests: set[str]) -> Iterator[str]:
    for module in modules.values():
        if module.is_package or not module.has_functions or module.name in WITHOUT_TWIN:
            continue
        if (twin := twin_of(module.name)) not in tests:
            yield f"{module.file}: has no test; write {twin}"


def orphaned_tests(modules: Modules, tests: set[str]) -> Iterator[str]:
    folders = {twin_of(name).rpartition("/")[0] for name in modules if "." in name}
    for test in sorted(tests):
        if test.rpartition("/")[0] not in folders:
            yield f"{test}: tests a package that is gone; move it beside the twin of what it tests"


# ---- the house as it stands


@pytest.fixture(scope="module")
def house() -> Modules:
    return read_modules(ROOT, "engine")


@pytest.fixture(scope="module")
def unit_tests() -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests" / "unit").rglob("test_*.py")}


def clean(messages: Iterator[str]) -> None:
    found = list(messages)
    assert not found, "\n" + "\n".join(found)


def test_imports_point_down_and_front_and_back_are_apart(house: Modules) -> None:
    clean(wrong_directions(house))


def test_siblings_are_strangers(house: Modules) -> None:
    clean(talking_strangers(house))
    clean(members_that_know_each_other(house))


def test_no_import_rings(house: Modules) -> None:
    assert cycles(house) == ()


def test_every_plug_in_is_in_its_table(house: Modules) -> None:
    clean(members_without_a_line_in_the_table(house))


def test_every_library_stays_at_home(house: Modules) -> None:
    clean(libraries_out_of_their_home(house))


def test_every_library_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = [*project["dependencies"], *extras["sql"], *extras["typst"], *extras["cluster"], *extras["deep"]]
    clean(undeclared_libraries({requirement.partition(">")[0].partition("=")[0] for requirement in declared}))


def test_imports_stand_at_the_top_unless_heavy(house: Modules) -> None:
    clean(hidden_imports(house))
    clean(unused_doors(house))
    clean(imports_hidden_twice(house))


def test_light_commands_load_nothing_heavy(house: Modules) -> None:
    clean(heavy_light_modules(house))


def test_only_commands_print(house: Modules) -> None:
    clean(prints(house))


def test_patterns_work_on_the_oldest_python(house: Modules) -> None:
    clean(possessive_groups(house))


def test_every_module_has_its_twin_test(house: Modules, unit_tests: set[str]) -> None:
    clean(missing_twins(house, unit_tests))


def test_every_test_has_its_package(house: Modules, unit_tests: set[str]) -> None:
    clean(orphaned_tests(house, unit_tests))


# ---- the rules themselves: each finds its fault in a small house built wrong, and nothing in one built right


def small(files: dict[str, str]) -> Modules:
    """Return the modules of a house from their sources by name, such as `plan/deck/fit`."""
    return parse_modules({f"engine/{name}.py": source for name, source in files.items()})


@pytest.mark.parametrize(
    ("here", "source", "message"),
    [
        ("model/report", "from engine.load import source", "model stands below load; move what is needed down"),
        ("compose/composer", "from engine.plan import deck", "compose and plan are front and back; put the type in engine/model"),
        ("writers/pdf", "if x:\n    import engine.load.source", "engine/writers/pdf.py:2: writers and load are front and back"),
        ("sources/csv_file", "from engine.metrics import x", "sources and metrics are strangers"),
        ("sources/csv_file", "from . import x", "write the full name"),
        ("cli/main", "from engine import Project", "`engine` itself is for users"),
        ("cli/main", "from engine.misc import x", "['misc'] has no place in the house yet"),
    ],
)
def test_a_wrong_direction_is_found(here: str, source: str, message: str) -> None:
    (found,) = wrong_directions(small({here: source}))
    assert message in found


def test_the_right_directions_pass() -> None:
    right = small(
        {
            "base/units": "import math",
            "model/deck": "from engine.base.units import Length",
            "plan/deck": "from engine.layout import measure\nfrom engine.model import deck",
            "pipeline": "from engine.compose import composer\nfrom engine.writers import pptx",
            "cli/main": "from engine import pipeline",
        }
    )
    assert not list(wrong_directions(right))


def test_writers_that_know_each_other_are_found() -> None:
    (found,) = talking_strangers(small({"writers/pptx/text": "from engine.writers.pdf.page import x", "writers/pdf/page": ""}))
    assert "engine.writers.pptx and engine.writers.pdf are strangers" in found
    assert not list(talking_strangers(small({"writers/pptx/text": "from engine.writers.ooxml import x"})))


def test_a_plug_in_that_knows_another_or_is_not_in_the_table_is_found() -> None:
    charts = small(
        {
            "charts/__init__": "from engine.charts import bar\nCHARTS = (bar.DEFINITION,)",
            "charts/bar": "from engine.charts.line import x\nDEFINITION = 1",
            "charts/line": "from engine.charts.scale import x\nDEFINITION: int = 2",
            "charts/scale": "x = 1",
        }
    )
    (acquainted,) = members_that_know_each_other(charts)
    assert "engine/charts/bar.py:1: one of charts may not know another" in acquainted
    (unlisted,) = members_without_a_line_in_the_table(charts)
    assert "engine/charts/line.py: has a DEFINITION that nobody will find" in unlisted
    late = small(
        {
            "blocks/__init__": "from engine.base.registry import LateRegistry\nB = LateRegistry('block', 'engine.blocks', ('text',))",
            "blocks/text": "DEFINITION = 1",
            "blocks/table": "DEFINITION = 1",
        }
    )
    (unlisted,) = members_without_a_line_in_the_table(late)
    assert "engine/blocks/table.py" in unlisted


def test_a_ring_is_found_even_through_a_function() -> None:
    ring = small(
        {"plan/a": "from engine.plan import b", "plan/b": "def f():\n    from engine.plan import a", "plan/c": "from engine.plan import a"}
    )
    assert cycles(ring) == (("engine.plan.a", "engine.plan.b"),)


@pytest.mark.parametrize(
    ("here", "source", "message"),
    [
        ("plan/deck", "import pptx.util", "pptx is used in brand, probe, writers.ooxml, writers.pptx only"),
        ("base/units", "import scipy", "scipy is new here; declare it in pyproject.toml"),
    ],
)
def test_a_library_out_of_its_home_is_found(here: str, source: str, message: str) -> None:
    (found,) = libraries_out_of_their_home(small({here: source}))
    assert message in found


def test_a_library_at_home_passes_and_must_be_declared() -> None:
    assert not list(libraries_out_of_their_home(small({"writers/pptx/text": "import json\nimport pptx"})))
    assert "yaml comes with pyyaml, which pyproject.toml does not declare" in undeclared_libraries(set())


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let engine.cli.main hide imports in the small houses."""
    monkeypatch.setitem(DOORS, "engine.cli.main", "for the tests of the rules")


@pytest.mark.parametrize(
    ("here", "source", "message"),
    [
        ("load/source", "def f():\n    import json", "json is quick to import"),
        ("load/source", "def f():\n    from engine.writers import page", "import engine.writers.page at the top"),
        ("cli/main", "def f():\n    from engine.writers import light", "engine.writers.light needs nothing heavy"),
    ],
)
@pytest.mark.usefixtures("door")
def test_an_import_hidden_in_a_function_is_found(here: str, source: str, message: str) -> None:
    (found,) = hidden_imports(small({here: source, "writers/page": "import weasyprint", "writers/light": ""}))
    assert message in found


@pytest.mark.usefixtures("door")
def test_a_door_that_leads_nowhere_is_found() -> None:
    (found,) = unused_doors(small({"cli/main": "def f():\n    import pandas"}))
    assert found == "engine/cli/main.py: hides no import any more; take it out of DOORS"


@pytest.mark.usefixtures("door")
def test_a_heavy_import_may_be_hidden_once() -> None:
    lazy = small({"cli/main": "def f():\n    from engine.writers import page", "writers/page": "import weasyprint"})
    assert not list(hidden_imports(lazy))
    assert not list(heavy_light_modules(lazy))
    (twice,) = imports_hidden_twice(small({"sources/x": "def f():\n    import pandas\ndef g():\n    import pandas"}))
    assert "pandas is imported inside f already" in twice


def test_a_heavy_import_is_found_along_its_way_through_package_tables() -> None:
    (found,) = heavy_light_modules(
        small(
            {
                "pipeline": "from engine.charts.names import x",
                "charts/__init__": "from engine.charts import bar",
                "charts/bar": "import matplotlib",
            }
        )
    )
    assert found.startswith("engine.pipeline > engine.charts > engine.charts.bar > matplotlib: engine.pipeline must answer at once")


def test_types_may_come_from_a_heavy_library() -> None:
    assert not list(heavy_light_modules(small({"pipeline": "if TYPE_CHECKING:\n    import pandas"})))


def test_a_print_is_found() -> None:
    (found,) = prints(small({"load/source": "print(1)", "cli/main": "print(1)"}))
    assert found == "engine/load/source.py:1: only engine/cli prints; return a Diagnostic"


def test_a_possessive_group_is_found() -> None:
    (found,) = possessive_groups(small({"layout/kinsoku": "A = rf'(?:{B}|x.)*+'\nC = r'[0-9]++ (a\\)?+ (?>(b)*)'"}))
    assert found.startswith("engine/layout/kinsoku.py:1: `(…)*+` never ends before Python 3.11.5")


def test_a_module_without_a_twin_and_a_test_without_a_package_are_found() -> None:
    modules = small({"plan/deck/fit": "def f(): ...", "model/facts": "x = 1", "load/__init__": "def f(): ..."})
    (found,) = missing_twins(modules, set())
    assert found == "engine/plan/deck/fit.py: has no test; write tests/unit/plan/deck/test_fit.py"
    (orphan,) = orphaned_tests(modules, {"tests/unit/plan/deck/test_fit.py", "tests/unit/gone/test_x.py"})
    assert "tests/unit/gone/test_x.py: tests a package that is gone" in orphan
