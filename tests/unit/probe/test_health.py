from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.base.errors import EnvironmentFault
from engine.probe.environment import Environment, FontFound, Library, Package, System, Tools, real_tools
from engine.probe.health import Line, State, examine, is_fit, require_pdf_libraries

HEALTHY = Environment(
    system=System.APT,
    python="3.11.2",
    packages=(Package("click", "8.1.8", "8.5.1"),),
    libraries=frozenset(Library),
    sans=FontFound("Noto Sans CJK SC", has_bold=True),
    serif=FontFound("Noto Serif CJK SC", has_bold=True),
    listed_families=frozenset({"Noto Sans CJK SC"}),
    matplotlib_families=frozenset({"Noto Sans CJK SC"}),
    matplotlib_cache=Path("cache"),
    office="soffice",
    typst="0.15.2",
    out=Path("out"),
    out_is_writable=True,
)


def ailing(machine: Environment) -> list[Line]:
    return [line for line in examine(machine) if line.state is not State.GOOD]


def english(line: Line) -> str:
    return f"{line.state.value}: {line.subject.en}: {line.finding.en} -> {line.mend.en if line.mend else '-'}"


def test_a_healthy_machine_has_only_good_lines() -> None:
    assert ailing(HEALTHY) == []
    assert len(examine(HEALTHY)) == 11
    assert is_fit(examine(HEALTHY))


FOLDER = "or put the font files into assets/fonts/ of the workspace"


@pytest.mark.parametrize(
    ("machine", "expected"),
    [
        (replace(HEALTHY, python="3.10.9"), "fault: Python: 3.10.9 is too old -> install Python 3.11 or newer"),
        (
            replace(HEALTHY, packages=(Package("weasyprint", "70", None),)),
            'fault: weasyprint: not installed -> pip install "weasyprint>=70"',
        ),
        (
            replace(HEALTHY, packages=(Package("click", "8.1.8", "8.1"),)),
            'fault: click: 8.1, needs 8.1.8 or newer -> pip install "click>=8.1.8"',
        ),
        (
            replace(HEALTHY, packages=None),
            "warning: Python packages: debrief is not installed, merely found -> pip install -e .",
        ),
        (
            replace(HEALTHY, libraries=frozenset({Library.PANGO, Library.HARFBUZZ_SUBSET})),
            "fault: Pango (sets the PDF): does not load: no PDF -> apt install libpango-1.0-0 libpangoft2-1.0-0",
        ),
        (
            replace(HEALTHY, libraries=frozenset({Library.PANGO, Library.PANGO_FT2}), system=System.MACOS),
            "warning: harfbuzz-subset (font subsets): missing: PDF takes about 60 times as long -> brew install harfbuzz",
        ),
        (
            replace(HEALTHY, sans=None),
            "fault: Chinese sans-serif font: missing: Chinese can be neither measured nor drawn -> apt install fonts-noto-cjk, " + FOLDER,
        ),
        (
            replace(HEALTHY, sans=FontFound("Noto Sans CJK SC", has_bold=False)),
            "warning: Chinese sans-serif font: Noto Sans CJK SC, without a bold face -> apt install fonts-noto-cjk, " + FOLDER,
        ),
        (
            replace(HEALTHY, serif=None),
            "optional: Chinese serif font (quotation marks): missing: the sans-serif font stands in -> apt install fonts-noto-cjk, "
            + FOLDER,
        ),
        (
            replace(HEALTHY, listed_families=frozenset({"DejaVu Sans"})),
            "warning: system font list: does not list Noto Sans CJK SC -> fc-cache -f",
        ),
        (
            replace(HEALTHY, matplotlib_families=frozenset()),
            "warning: matplotlib font cache: is older than Noto Sans CJK SC -> delete the folder cache",
        ),
        (
            replace(HEALTHY, out_is_writable=False),
            "fault: output folder: out cannot be written -> take another: debrief build --out FOLDER",
        ),
        (
            replace(HEALTHY, typst=None),
            'optional: Typst (faster PDF): not installed; only reports with pdf: {engine: typst} need it -> pip install "debrief[typst]"',
        ),
        (replace(HEALTHY, typst="0.16.0"), 'warning: Typst (faster PDF): 0.16.0, needs 0.15 -> pip install "debrief[typst]"'),
        (replace(HEALTHY, office=None), "optional: LibreOffice: not installed; reports do not need it, `./dev gate` does -> -"),
    ],
)
def test_each_trouble_is_one_line_with_its_mend(machine: Environment, expected: str) -> None:
    (line,) = ailing(machine)
    assert english(line) == expected
    assert is_fit(examine(machine)) is (line.state is not State.FAULT)


def test_without_lists_there_is_nothing_to_be_stale() -> None:
    assert ailing(replace(HEALTHY, listed_families=None, matplotlib_families=None)) == []


@pytest.mark.parametrize("system", System)
def test_every_system_has_its_mends_in_both_languages(system: System) -> None:
    lines = ailing(replace(HEALTHY, system=system, libraries=frozenset(), sans=None, serif=None))
    assert len(lines) == 4
    for line in lines:
        assert line.mend is not None
        assert line.mend.zh
        assert line.mend.en


def no_library(name: str) -> object:
    raise OSError(name)


def test_a_pdf_needs_pango_and_says_so_before_the_import_fails() -> None:
    tools: Tools = real_tools()
    require_pdf_libraries(tools)
    with pytest.raises(EnvironmentFault, match="Pango is missing") as caught:
        require_pdf_libraries(replace(tools, load=no_library, system="Darwin"))
    assert caught.value.hint is not None
    assert caught.value.hint.en == "brew install pango"
