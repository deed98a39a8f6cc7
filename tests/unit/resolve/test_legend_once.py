from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.model.blocks import Block, ColumnItem, Columns, Paragraph, Tiles
from engine.model.inlines import Tone, text
from engine.model.report import Report, Topic
from engine.resolve.legend_once import with_one_legend
from tests.support.content import HEAD, compose_report

LEGEND = ((Tone.MET, text("达成")),)
TILES = Tiles((), LEGEND)


def report_of(root: Path, *topics: tuple[Block, ...]) -> Report:
    content = f"{HEAD}sections: [{{title: 甲, topics: [{{label: 乙, title: 丙, blocks: [{{text: 好}}]}}]}}]\n"
    report = compose_report(root, content).expect_clean()
    (section,) = report.sections
    several = tuple(replace(section.topics[0], blocks=blocks) for blocks in topics)
    return replace(report, sections=(replace(section, topics=several),), closing=replace(several[0], blocks=(TILES,)))


def legends(topic: Topic | None) -> str:
    return "" if topic is None else str(topic.blocks).count("达成") * "L"


def test_only_the_first_legend_stays(tmp_path: Path) -> None:
    columns = Columns((ColumnItem(6, (Paragraph(text("x")), TILES)), ColumnItem(6, (TILES,))))
    report = with_one_legend(report_of(tmp_path, (Tiles(()), Paragraph(text("y"))), (columns,), (TILES,)))
    assert [legends(topic) for topic in report.sections[0].topics] == ["", "L", ""]
    assert legends(report.closing) == ""


def test_a_report_without_legends_is_unchanged(tmp_path: Path) -> None:
    report = replace(report_of(tmp_path, (Tiles(()),)), closing=None)
    assert with_one_legend(report) == report
