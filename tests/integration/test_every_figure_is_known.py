"""Every figure that a finished sample prints is a fact, a citation, or one of a few named classes: nothing is left over."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from engine.base.records import replace
from engine.metrics.numbers import NBSP
from engine.model.blocks import Table
from engine.model.facts import Fact
from engine.pipeline import build_report, plan_report
from engine.probe.carried import ledger_inside
from tests.support.builds import ROOT, request_of, told, workspace_of
from tests.support.printed_figures import leftovers, unexplained

SAMPLES = tuple(sorted(path.parent.name for path in ROOT.glob("content/*/report.yaml")))
FORMATS = ("pptx", "docx", "pdf")


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_is_left_over(sample: str) -> None:
    folder = ROOT / "content" / sample
    result = build_report(workspace_of(folder), folder, replace(request_of(folder), formats=FORMATS))
    assert told(result.diagnostics) == []
    for artifact in (each for each in result.artifacts if each.format in FORMATS):
        ledger = ledger_inside(artifact.format, artifact.blob)
        assert ledger is not None
        assert leftovers(artifact.format, artifact.blob, ledger) == [], artifact.format


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_appendix_lists_where_every_figure_comes_from(sample: str) -> None:
    """Metrics by name, citations by words, cells by file and row, figures that the content sets by file and line."""
    folder = ROOT / "content" / sample
    report = plan_report(workspace_of(folder), folder, replace(request_of(folder), overrides={"appendix": "sources"})).report
    tables = [block for topic in report.appendix for block in topic.blocks if isinstance(block, Table)]
    rows = [tuple(cell.text.plain.replace(NBSP, " ") for cell in row.cells) for table in tables for row in table.rows]
    listed = "\n".join(" | ".join(row) for row in rows)
    names = {note.id: note.label for note in report.ledger.metrics}
    for fact in report.ledger.facts:
        assert _listed(fact, names, rows, listed), fact


def _listed(fact: Fact, names: Mapping[str, str], rows: list[tuple[str, ...]], listed: str) -> bool:
    source = fact.source
    if fact.metric:
        return names[fact.metric].replace(NBSP, " ") in listed
    if source.citation:
        return any(row[-1] == source.citation.replace(NBSP, " ") for row in rows)
    if source.ranges:
        return all(any(row[0] == cells.file.rsplit("/", 1)[-1] for row in rows) for cells in source.ranges)
    place = source.defined_at
    if place is not None:
        return any(
            row[0] == place.file.rsplit("/", 1)[-1]
            and f"{fact.text}（{place.line}）".replace(NBSP, " ") in row[1].replace(" (", "（").replace(")", "）")
            for row in rows
        )
    return False


@pytest.mark.parametrize(
    "words",
    [
        "共 1204 单",
        "平均 6.8 分钟",
        "交易中台；日活目标 38.5 万人",
        "完成率 96.0%",
        "占比 35%",
        "成交 1,204 单",
        "客单价 186 元",
        "提高 1.8 个百分点",
        "储备金按 10%–15% 提取",
        "A ≥5.0，B 3.0–5.0",
        "320 家门店",
        "ROI 2.31",
        "Revenue rose 3.5x",
        "$186 a basket",
        "850 orders",
    ],
)
def test_a_figure_of_a_kpi_is_of_no_class(words: str) -> None:
    assert unexplained(words) != []


@pytest.mark.parametrize(
    "words",
    [
        "2025 年 7 月 8 日，第 1–26 周",
        "六个部分，约 30 分钟",
        "双 11 与 618",
        "会员运营 4 人、12 场小集",
        "图 3-1　流量单价",
        "（续 2/3）",
        "1080 × 1920 竖版，每条 8 字",
        "得分满分 100",
        "纵轴自 2,000 起",
        "Week 39 of 2025",
    ],
)
def test_what_nobody_would_trace_is_of_a_class(words: str) -> None:
    assert unexplained(words) == []
