from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.diagnostics import Location, Phrase
from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.batch.digests import ABSENT, digest_of_file, digest_of_files, digest_of_table, made_of, settings_digest
from engine.batch.job import Site
from engine.model.tables import Cell, Column, ColumnType, DataTable, StrayCell
from engine.out_folder import Pages
from engine.pipeline import Inputs

WORDS = st.text("ab\u4e07,\"' ", max_size=3)
VALUES: dict[ColumnType, st.SearchStrategy[Cell]] = {
    ColumnType.TEXT: WORDS,
    ColumnType.NUMBER: st.floats(allow_nan=False).map(lambda number: number + 0.0),  # no -0.0, which equals 0.0
    ColumnType.DATE: st.dates(dt.date(2025, 1, 1), dt.date(2025, 1, 3)),
}


@st.composite
def columns(draw: st.DrawFn, rows: int) -> Column:
    kind = draw(st.sampled_from(ColumnType))
    values = draw(st.lists(st.none() | VALUES[kind], min_size=rows, max_size=rows))
    return Column(draw(WORDS), kind, tuple(values), draw(st.sampled_from("AB")), draw(st.booleans()))


@st.composite
def tables(draw: st.DrawFn) -> DataTable:
    rows = draw(st.lists(st.integers(2, 9), max_size=3))
    several = draw(st.lists(columns(len(rows)), max_size=3))
    header, where = draw(st.integers(0, 1)), draw(st.sampled_from(["", "a = 1"]))
    return DataTable("t", draw(WORDS), draw(WORDS), tuple(several), tuple(rows), header=header, where=where)


TABLE = DataTable("t", "t.csv", "", (Column("件", ColumnType.NUMBER, (1.0, None), "A"),), (2, 3), "utf-8")


@given(tables(), tables())
def test_digests_of_tables_are_equal_where_the_tables_are(one: DataTable, other: DataTable) -> None:
    assert (digest_of_table(one) == digest_of_table(other)) is (one == other)


@given(tables(), st.data())
def test_a_change_of_any_cell_changes_the_digest(table: DataTable, data: st.DataObject) -> None:
    filled = [index for index, column in enumerate(table.columns) if column.values]
    if not filled:
        return
    place = data.draw(st.sampled_from(filled))
    column = table.columns[place]
    row = data.draw(st.integers(0, len(column.values) - 1))
    value = data.draw((st.none() | VALUES[column.type]).filter(lambda value: value != column.values[row]))
    changed = replace(column, values=(*column.values[:row], value, *column.values[row + 1 :]))
    other = replace(table, columns=(*table.columns[:place], changed, *table.columns[place + 1 :]))
    assert digest_of_table(other) != digest_of_table(table)


@pytest.mark.parametrize(
    "other",
    [
        replace(TABLE, notes=(Phrase("去掉合计行", "a total was dropped"),)),
        replace(TABLE, encoding="gb18030"),
        replace(TABLE, name="u"),
        replace(TABLE, columns=(replace(TABLE.columns[0], stray=StrayCell("n/a", Location("t.csv", 2))),)),
        replace(TABLE, rows=(2, 4)),
        replace(TABLE, sql="SELECT 1"),
    ],
    ids=["notes", "encoding", "name", "stray cell", "rows", "query"],
)
def test_what_was_noticed_of_a_table_belongs_to_it(other: DataTable) -> None:
    assert digest_of_table(other) != digest_of_table(TABLE)


def test_a_file_that_is_not_there_has_a_digest_too(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert digest_of_file(path) == ABSENT
    path.write_bytes(b"")
    assert digest_of_file(path) not in {ABSENT, ""}


def test_files_are_their_names_and_their_bytes(workspace: Workspace) -> None:
    def digest(**files: str) -> str:
        paths = [workspace.root / name for name in files]
        for path in paths:
            path.write_text(files[path.name], encoding="utf-8")
        return digest_of_files(paths, workspace)

    assert digest(a="1", b="2") == digest(a="1", b="2")
    assert len({digest(a="1", b="2"), digest(a="12", b=""), digest(a="1", c="2"), digest(b="2", a="1"), digest(a="1")}) == 5


@pytest.fixture
def small(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace whose settings are quickly digested: our own code and look are elsewhere."""
    from engine.batch import digests

    for name in ("PACKAGE", "BUILTIN_ROOT"):
        monkeypatch.setattr(digests, name, workspace.root / name.lower())
    return workspace


def test_what_is_asked_for_is_part_of_the_settings(small: Workspace) -> None:
    several = [
        Site(small),
        Site(small, ("pptx",)),
        Site(small, ("pptx", "pdf")),
        Site(small, overrides={"author": "林晓"}),
        Site(small, overrides={"author": "林"}),
        Site(small, pages=Pages.NONE),
        Site(small, pages=Pages.COVER),
    ]
    assert len({settings_digest(site) for site in several}) == len(several)


def test_what_changes_no_file_is_no_part_of_the_settings(small: Workspace) -> None:
    plain = Site(small, overrides={"author": "林晓", "department": "华东"})
    same = Site(small, overrides={"department": "华东", "author": "林晓"}, strict=True, started=7)
    assert settings_digest(plain) == settings_digest(same)


@pytest.mark.parametrize(
    "path",
    [
        "assets/themes/own.yaml",
        "templates/pptx/own.pptx",
        "builtin_root/assets/logo.svg",
        "package/cli/main.py",
        "package/writers/pages.typ",
    ],
)
def test_every_file_of_the_look_and_of_our_code_is_part_of_the_settings(path: str, small: Workspace) -> None:
    file = small.root / path
    seen = [settings_digest(Site(small))]
    for text in ("1", "2"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        seen.append(settings_digest(Site(small)))
    assert len(set(seen)) == 3
    file.unlink()
    assert settings_digest(Site(small)) == seen[0]


@pytest.fixture
def site(workspace: Workspace) -> Site:
    """A site whose run began after the files of its content were written."""
    (workspace.root / "content").mkdir()
    (workspace.root / "content" / "report.yaml").write_text("kind: …", encoding="utf-8")
    time.sleep(0.02)
    probe = workspace.root / "probe"
    probe.touch()
    return Site(workspace, settings="s", started=probe.stat().st_mtime_ns)


def inputs(site: Site, *names: str) -> Inputs:
    return Inputs(tuple(site.workspace.root / name for name in names), {"t": TABLE})


def test_a_report_is_made_of_its_files_its_tables_its_row_and_the_settings_of_all(site: Site) -> None:
    made = made_of(site, inputs(site, "content/report.yaml"), TABLE)
    assert made is not None
    assert made.settings == "s"
    assert made.files == {
        "content/report.yaml": digest_of_file(site.workspace.root / "content" / "report.yaml"),
        "content/settings.yaml": ABSENT,
    }
    assert made.tables == {"t": digest_of_table(TABLE)}
    assert made.member == digest_of_table(TABLE)


def test_a_report_of_no_batch_has_no_row(site: Site) -> None:
    made = made_of(site, inputs(site), None)
    assert made is not None
    assert made.member == ""


@pytest.mark.parametrize("name", ["content/report.yaml", "content/settings.yaml"])
def test_a_file_that_changes_while_it_is_read_is_not_trusted(name: str, site: Site) -> None:
    (site.workspace.root / name).write_text("later", encoding="utf-8")
    assert made_of(site, inputs(site, "content/report.yaml"), None) is None


def test_a_file_put_in_place_meanwhile_is_not_trusted_however_old_it_says_it_is(site: Site) -> None:
    import os

    old = site.workspace.root / "old"
    old.write_text("other", encoding="utf-8")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    old.replace(site.workspace.root / "content" / "report.yaml")
    assert made_of(site, inputs(site, "content/report.yaml"), None) is None


def test_a_file_from_the_future_is_trusted(workspace: Workspace) -> None:
    import os

    file = workspace.root / "report.yaml"
    file.touch()
    os.utime(file, (3_000_000_000, 3_000_000_000))
    time.sleep(0.02)
    probe = workspace.root / "probe"
    probe.touch()
    assert made_of(Site(workspace, started=probe.stat().st_mtime_ns), Inputs((file,)), None) is not None


@pytest.mark.parametrize("path", ["package/__pycache__/main.cpython-311.pyc", "package/_builtin/content/sample/report.yaml"])
def test_what_is_not_at_work_is_no_part_of_the_settings(path: str, small: Workspace) -> None:
    before = settings_digest(Site(small))
    (small.root / path).parent.mkdir(parents=True)
    (small.root / path).touch()
    assert settings_digest(Site(small)) == before
