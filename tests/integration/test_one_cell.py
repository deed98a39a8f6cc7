"""Change one cell of the sample: every number, verdict and chart that depends on it changes, and nothing else."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.load.source import load
from engine.model.deck import ChartBox, Deck, Slide, TableBox, TextBox, TextLine, fact_places
from engine.model.facts import Fact
from engine.model.tables import DataTable
from engine.pipeline import BuildRequest, build_report, check_report, plan_report
from engine.probe.chart_values import native_charts
from tests.support.builds import Built, facts_by_id, told, workspace_of
from tests.support.one_cell import Change, ChangedRow, apply, depends, holds

CHANGES = (
    Change("weekly.csv", "", "M2", "638,627"),  # GMV of one team, channel and week
    Change("weekly.csv", "", "F300", "1,000,000"),  # exposure
    Change("weekly.csv", "", "O625", "99,000"),  # cost, last row
    Change("weekly.csv", "", "J40", "9000"),  # payers: conversion, repurchase, the funnel
    Change("weekly-2024.csv", "", "M2", "530,544"),  # last year's GMV
    Change("weeks.csv", "", "E26", "12,000,000"),  # the peak week
    Change("kpi.xlsx", "年度目标", "E4", "1.1亿"),  # the target of GMV
    Change("kpi.xlsx", "分月分解", "F7", 4500),  # the goal of November
    Change("activities.xlsx", "战役总表", "F6", 6_900_000),  # a campaign that now exceeds
    Change("activities.xlsx", "战役总表", "E5", 22_400_000),  # a campaign's target: also the dashed lines over the weeks
    Change("activities.xlsx", "场次明细", "H3", 99_999),  # the greatest of a column
    Change("budget.xlsx", "累计进度", "C5", 1020),
    Change("budget.xlsx", "下半年分配", "B5", 540),
    Change("survey.csv", "", "F2", "2"),  # also enters a condition: three stars or fewer
    Change("segments.csv", "", "H2", "9000"),  # retention
    Change("effects.csv", "", "C5", "12"),
    Change("market.csv", "", "B3", "24.0"),
)
STEPS = re.compile(r"\b(max|min|count|case)\b", re.IGNORECASE)
"""Aggregates that may stay when a value moves."""

WORDS = {"verdict", "status", "rank"}


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The sample before and after a change."""

    change: Change
    row: ChangedRow
    old: Mapping[str, Fact]
    new: Mapping[str, Fact]
    before: Deck
    after: Deck

    @property
    def changed(self) -> frozenset[str]:
        """The ids of facts that print or mean something else now."""
        return frozenset(name for name in {*self.old, *self.new} if _value(self.old.get(name)) != _value(self.new.get(name)))


def _value(fact: Fact | None) -> tuple[float | None, str] | None:
    return None if fact is None else (fact.raw, fact.text)


@pytest.fixture(scope="module")
def tables(sample: Built) -> Mapping[str, DataTable]:
    source = load(sample.workspace, sample.folder).value
    assert source is not None
    return source.tables


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_exactly_what_depends_on_the_cell_changes(change: Change, sample: Built, tables: Mapping[str, DataTable], tmp_path: Path) -> None:
    one = rebuild(change, sample, tables, tmp_path)
    assert strangers(one) == [], "changed without depending on the cell"
    assert unmoved(one) == [], "depends on the cell and stayed"
    assert unnamed(one) == [] or "survey" in change.file, "changed, and the ledger does not name the cell"
    assert retold(one) == [], "typed words changed"
    assert disturbed(one) == [], "pages changed that tell no changed fact"
    assert misdrawn(one) == [], "charts that changed without their facts, or did not with them"
    assert one.changed


def rebuild(change: Change, sample: Built, tables: Mapping[str, DataTable], root: Path) -> Rebuilt:
    folder = changed_copy(change, sample, root)
    source = load(workspace_of(folder), folder).value
    assert source is not None
    planned = plan_report(workspace_of(folder), folder)
    old = {fact.id: fact for fact in sample.planned.report.ledger.facts}
    new = {fact.id: fact for fact in planned.report.ledger.facts}
    return Rebuilt(change, ChangedRow.of(change, tables, source.tables), old, new, sample.deck, planned.deck)


def changed_copy(change: Change, sample: Built, root: Path) -> Path:
    folder = root / "content" / sample.folder.name
    shutil.copytree(sample.folder, folder)
    apply(change, folder)
    return folder


def strangers(one: Rebuilt) -> list[str]:
    return [name for name in one.changed if not depends((one.old.get(name) or one.new[name]), one.row, one.change)]


def unmoved(one: Rebuilt) -> list[str]:
    """Return the facts that answer the changed row, are smooth in it, and are what they were."""
    followers = [fact for fact in one.old.values() if depends(fact, one.row, one.change)]
    assert followers
    return [
        fact.id for fact in followers if fact.aspect not in WORDS and not STEPS.search(fact.source.query) and fact.id not in one.changed
    ]


def unnamed(one: Rebuilt) -> list[str]:
    return [name for name in one.changed if name in one.old and not holds(one.old[name], one.change)]


def retold(one: Rebuilt) -> list[str]:
    assert [slide.id for slide in one.after.slides] == [slide.id for slide in one.before.slides]
    pairs = zip(one.before.slides, one.after.slides, strict=True)
    return [before.id for before, after in pairs if typed_words(after) != typed_words(before)]


def disturbed(one: Rebuilt) -> list[str]:
    """Return the slides that look different though no fact on them changed; the cover's bars are drawn from the weeks."""
    found = []
    for before, after in zip(one.before.slides, one.after.slides, strict=True):
        here = {fact for slide in (before, after) for _, fact in fact_places(slide)}
        drawn_from_weeks = before.layout == "cover" and one.change.file == "weekly.csv"
        if not here & one.changed and not drawn_from_weeks and after.elements != before.elements:
            found.append(before.id)
    return found


def misdrawn(one: Rebuilt) -> list[str]:
    pairs = zip(charts(one.before), charts(one.after), strict=True)
    return [old.name for old, new in pairs if (plot(old) != plot(new)) != bool({*old.facts, *new.facts} & one.changed)]


def typed_words(slide: Slide) -> list[str]:
    """Return the paragraphs of a slide with facts by their id, without line ends."""
    return ["".join(f"{{{run.fact}}}" if run.fact else run.text.replace("\n", "") for run in line.runs) for line in lines(slide)]


def lines(slide: Slide) -> Iterator[TextLine]:
    for element in slide.elements:
        if isinstance(element, TextBox):
            yield from element.paragraphs
        elif isinstance(element, TableBox):
            yield from (line for row in element.rows for cell in row.cells if cell for line in cell.paragraphs)


def charts(deck: Deck) -> list[ChartBox]:
    return [element for slide in deck.slides for element in slide.elements if isinstance(element, ChartBox)]


def plot(chart: ChartBox) -> list[tuple[object, ...]]:
    return [chart.figure.categories, *((series.name, series.values, series.x, series.sizes) for series in chart.figure.series)]


@pytest.mark.parametrize("change", [CHANGES[0], CHANGES[8]], ids=str)
def test_the_files_change_where_the_plan_does(change: Change, sample: Built, tmp_path: Path) -> None:
    folder = changed_copy(change, sample, tmp_path)
    result = build_report(workspace_of(folder), folder, BuildRequest(formats=("pptx",)))
    assert told(result.diagnostics) == []
    blobs = {artifact.format: artifact.blob for artifact in result.artifacts}
    facts = facts_by_id(blobs["facts"])
    changed = {
        name for name, fact in facts.items() if (fact["raw"], fact["text"]) != (sample.facts[name]["raw"], sample.facts[name]["text"])
    }
    assert changed
    before, after = native_charts(sample.blob("pptx")), native_charts(blobs["pptx"])
    expected = {f"ppt/charts/chart{number}.xml" for number, chart in enumerate(charts(sample.deck), 1) if set(chart.facts) & changed}
    assert {old.part for old, new in zip(before, after, strict=True) if old.ranges != new.ranges} == expected


def test_a_claim_that_counts_verdicts_follows_them(small: Built, tmp_path: Path) -> None:
    folder = changed_copy(Change("kpi.xlsx", "目标", "D3", "700万"), small, tmp_path)
    planned = plan_report(workspace_of(folder), folder)
    counted = [deck.report.ledger.get("reached(gmv, cost, weight)") for deck in (small.planned, planned)]
    assert [fact.text if fact else None for fact in counted] == ["2", "1"]


def test_a_table_made_to_contradict_itself_is_refused_with_the_place(sample: Built, tmp_path: Path) -> None:
    """The plan, what was spent and the differences stand in three columns; a waterfall adds them up."""
    folder = changed_copy(Change("budget.xlsx", "上半年执行", "C4", 900), sample, tmp_path)
    result = check_report(workspace_of(folder), folder)
    (error,) = (item for item in result.diagnostics if item.is_error)
    assert error.code == "FACT013" and error.where.file.endswith("05-plan.yaml") and error.where.line
    assert "2,164" in error.message.zh and "2,190" in error.message.zh
