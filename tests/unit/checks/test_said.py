from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Location
from engine.checks.said import Said, texts_of, typed_figures
from engine.model.inlines import Span, Text, text
from tests.support.findings import reading


def test_every_text_is_said_once_in_reading_order(tmp_path: Path) -> None:
    blocks = "- text: 一段话\n- points: [{title: 点, body: 句}]\n- table: {header: [列头], rows: [[格]], note: 注}"
    read = reading(tmp_path, blocks)
    said = [(each.plain, each.cell) for each in texts_of(read.report)]
    assert said == [
        ("甲", False),
        ("丙", False),
        ("乙", False),
        ("一段话", False),
        ("点", False),
        ("句", False),
        ("格", True),
        ("注", False),
    ]


def test_a_topic_has_its_name(tmp_path: Path) -> None:
    read = reading(tmp_path, "- text: 一段话")
    assert {each.plain: each.topic for each in read.texts} == {"甲": "", "丙": "topic-1-1", "乙": "topic-1-1", "一段话": "topic-1-1"}


def test_only_what_is_typed_in_the_file_is_a_typed_figure() -> None:
    here = Location("r.yaml", 3, 1)
    sentence = Text((Span("约 85% 与 "), Span("85%", fact="x"), Span(" 与 85%")), here)
    asked: list[tuple[str, int]] = []

    def find(where: Location, word: str, nth: int = 0) -> Location | None:
        asked.append((word, nth))
        return where if nth == 0 else None

    figures = list(typed_figures(Said(sentence, sentence.plain, "t"), find))
    assert [(figure.shown, figure.where) for figure in figures] == [("85%", here)]
    assert asked == [("85", 0), ("85", 1)]
    assert list(typed_figures(Said(text("没有"), "没有", "t"), find)) == []
