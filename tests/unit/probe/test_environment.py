from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from engine.base.workspace import Workspace
from engine.probe.environment import (
    Environment,
    Library,
    Package,
    System,
    Tools,
    inspect_environment,
    loadable_libraries,
    real_tools,
    system_of,
    version_key,
)

REQUIREMENTS = ("click>=8.1.8", "markdown-it-py<5,>=3.0", "pytest>=8.3; extra == 'dev'", "weasyprint>=70")
VERSIONS = {"click": "8.5.1", "markdown-it-py": "2.9"}


def load_only(*names: str) -> Callable[[str], object]:
    def load(name: str) -> object:
        if name not in names:
            raise OSError(name)
        return name

    return load


def bare(home: Path, **programs: str) -> Tools:
    """A Linux machine that has nothing but the named programs."""
    return Tools(
        requirements=lambda: REQUIREMENTS,
        version=VERSIONS.get,
        load=load_only(),
        which=programs.get,
        run=lambda _: "",
        is_writable=lambda _: True,
        system="Linux",
        python="3.11.2",
        variables={},
        home=home,
    )


def look(workspace: Workspace, tools: Tools) -> Environment:
    return inspect_environment(workspace, tools, folders=())


def test_a_bare_machine_has_nothing(workspace: Workspace) -> None:
    found = look(workspace, bare(workspace.root))
    assert found == Environment(
        system=System.LINUX,
        python="3.11.2",
        packages=(Package("click", "8.1.8", "8.5.1"), Package("markdown-it-py", "3.0", "2.9"), Package("weasyprint", "70", None)),
        libraries=frozenset(),
        sans=None,
        serif=None,
        listed_families=None,
        matplotlib_families=None,
        matplotlib_cache=workspace.root / ".cache" / "matplotlib",
        office=None,
        typst=None,
        out=workspace.out,
        out_is_writable=True,
    )


def test_a_package_is_current_when_it_is_recent_enough() -> None:
    assert Package("click", "8.1.8", "8.5.1").is_current
    assert Package("click", "8.1.8", "8.1.8").is_current
    assert not Package("click", "8.1.8", "8.1.7").is_current
    assert not Package("click", "8.1.8", None).is_current


@pytest.mark.parametrize(
    ("version", "key"),
    [("3.10.0", (3, 10)), ("3.9", (3, 9)), ("70", (70,)), ("4.0.0rc1", (4,)), ("2.9.0.post0", (2, 9)), ("unknown", ()), ("0", ())],
)
def test_versions_compare_by_number(version: str, key: tuple[int, ...]) -> None:
    assert version_key(version) == key


def test_typst_is_known_by_its_version(workspace: Workspace) -> None:
    tools = replace(bare(workspace.root), version={"typst": "0.15.2"}.get)
    assert look(workspace, tools).typst == "0.15.2"


def test_without_an_installation_there_are_no_requirements(workspace: Workspace) -> None:
    assert look(workspace, replace(bare(workspace.root), requirements=lambda: None)).packages is None


def test_a_library_may_have_the_name_of_any_system(workspace: Workspace) -> None:
    tools = replace(bare(workspace.root), load=load_only("libpango-1.0.dylib", "libharfbuzz-subset.so.0"))
    assert loadable_libraries(tools) == {Library.PANGO, Library.HARFBUZZ_SUBSET}


@pytest.mark.parametrize(
    ("system", "programs", "expected"),
    [
        ("Linux", {"apt-get": "/usr/bin/apt-get"}, System.APT),
        ("Linux", {}, System.LINUX),
        ("Darwin", {"apt-get": "/usr/bin/apt-get"}, System.MACOS),
        ("Windows", {}, System.WINDOWS),
    ],
)
def test_mends_are_for_the_system_at_hand(workspace: Workspace, system: str, programs: dict[str, str], expected: System) -> None:
    assert system_of(replace(bare(workspace.root, **programs), system=system)) is expected


def test_the_system_font_list_is_read_by_family(workspace: Workspace) -> None:
    listing = "Noto Sans CJK SC,Noto Sans CJK SC Bold\nDejaVu Sans\n"
    tools = replace(bare(workspace.root, **{"fc-list": "/usr/bin/fc-list"}), run=lambda _: listing)
    assert look(workspace, tools).listed_families == frozenset({"Noto Sans CJK SC", "Noto Sans CJK SC Bold", "DejaVu Sans"})


@pytest.mark.parametrize(
    ("system", "variables", "folder"),
    [
        ("Linux", {"MPLCONFIGDIR": "own"}, "own"),
        ("Linux", {"XDG_CACHE_HOME": "caches"}, "caches/matplotlib"),
        ("Linux", {}, "home/.cache/matplotlib"),
        ("Darwin", {}, "home/.matplotlib"),
        ("Windows", {}, "home/.matplotlib"),
    ],
)
def test_the_font_cache_is_where_matplotlib_keeps_it(workspace: Workspace, system: str, variables: Mapping[str, str], folder: str) -> None:
    tools = replace(bare(Path("home")), system=system, variables=variables)
    assert look(workspace, tools).matplotlib_cache == Path(folder)


@pytest.mark.parametrize(
    ("content", "families"),
    [
        (json.dumps({"ttflist": [{"name": "DejaVu Sans"}, {"name": "Noto Sans CJK SC"}]}), {"DejaVu Sans", "Noto Sans CJK SC"}),
        ("{", set()),
        ("[]", set()),
    ],
)
def test_the_font_cache_is_read_and_a_damaged_one_knows_nothing(workspace: Workspace, content: str, families: set[str]) -> None:
    (workspace.root / "fontlist-v390.json").write_text(content, encoding="utf-8")
    tools = replace(bare(workspace.root), variables={"MPLCONFIGDIR": str(workspace.root)})
    assert look(workspace, tools).matplotlib_families == frozenset(families)


def test_a_folder_that_does_not_exist_yet_is_writable_if_the_one_above_is(workspace: Workspace) -> None:
    asked: list[Path] = []

    def refuse(folder: Path) -> bool:
        asked.append(folder)
        return False

    assert not look(workspace, replace(bare(workspace.root), is_writable=refuse)).out_is_writable
    assert asked == [workspace.root]


def test_office_goes_by_two_names(workspace: Workspace) -> None:
    assert look(workspace, bare(workspace.root, libreoffice="/usr/bin/libreoffice")).office == "/usr/bin/libreoffice"
    assert look(workspace, bare(workspace.root, soffice="/usr/bin/soffice")).office == "/usr/bin/soffice"


def test_the_real_tools_answer_on_the_machine_that_runs_the_tests(workspace: Workspace) -> None:
    found = inspect_environment(workspace, real_tools())
    assert set(Library) == found.libraries
    assert found.sans is not None
    assert found.sans.has_bold
    assert found.listed_families is None or found.sans.family in found.listed_families
    assert found.out_is_writable


def test_a_font_list_that_fails_lists_nothing(tmp_path: Path) -> None:
    assert real_tools().run(str(tmp_path / "no-such-program")) == ""
