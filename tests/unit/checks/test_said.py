from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Location
from engine.checks.said import Role, Said, texts_of, typed_figures
from engine.model.inlines import Span, Text, text
from tests.support.findings import reading


def test_every_text_is_said_once_in_reading_order(tmp_path: Path) -> None:
    blocks = "- text: 一段话\n- points: [{title: 点, body: 句}]\n- table: {header: [列头], rows: [[格]], note: 注}"
    read = reading(tmp_path, blocks)
    said = [(each.plain, each.role.value) for each in texts_of(read.report)]
    assert said == [
        ("上半年述职", "label"),
        ("甲", "sentence"),
        ("丙", "sentence"),
        ("乙", "sentence"),
        ("一段话", "sentence"),
        ("点", "sentence"),
        ("句", "sentence"),
        ("列头", "label"),
        ("格", "cell"),
        ("注", "sentence"),
    ]
    assert [each.plain for each in read.texts] == ["甲", "丙", "乙", "一段话", "点", "句", "格", "注"]


def test_charts_and_sources_are_read_too(tmp_path: Path) -> None:
    blocks = """
- chart:
    kind: column
    title: 题
    rows: [[W1, 3], [W2, 4]]
    series: [{name: 系列 85%}]
    notes: [{at: W1, label: "峰值 3,200 单"}]
    source: 出处
"""
    read = reading(tmp_path, blocks)
    said = [(each.plain, each.role.value) for each in texts_of(read.report)][4:]
    words = [("题", "sentence"), ("W1", "label"), ("W2", "label"), ("系列 85%", "label"), ("峰值 3,200 单", "label"), ("出处", "source")]
    assert said == words
    assert [figure.typed.shown for figure in read.figures] == ["85%", "3,200 单"]


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


def shown(words: str, role: Role) -> list[str]:
    def find(where: Location, word: str, nth: int = 0) -> Location:
        return where

    return [figure.shown for figure in typed_figures(Said(text(words), words, "t", role), find)]


def test_a_source_may_give_the_size_of_its_sample() -> None:
    for words in (
        "用户问卷，n=1,204",
        "有效问卷 1,286 份",
        "样本 13.1 万人",
        "1,204 份问卷",
        "survey of 1,204 customers",
        "1,204 respondents",
    ):
        assert shown(words, Role.SOURCE) == [], words
    assert shown("年度目标责任书；日活目标 38.5 万人", Role.SOURCE) == ["38.5 万人"]
    assert shown("有效问卷 1,286 份", Role.SENTENCE) == ["1,286 份"]


def test_a_label_may_name_the_bounds_of_a_group() -> None:
    for words in ("100–200 元", "500 元以上", "不足 100 元", "≥5,000 元", "$100 or more", "10%–15%"):
        assert shown(words, Role.LABEL) == [], words
    assert shown("峰值 3,200 万元", Role.LABEL) == ["3,200 万元"]


def test_a_scenario_is_named_by_its_assumption() -> None:
    for words in ("预算 +10%", "+10% budget", "−20% spend", "情景：+10%".replace("：", " "), "±5% 价格"):
        assert shown(words, Role.CELL) == shown(words, Role.SENTENCE) == [], words
    assert shown("+10%", Role.LABEL) == []
    assert shown("+10%", Role.CELL) == ["10%"]
    assert shown("同比 +18.2%", Role.CELL) == ["18.2%"]
    assert shown("预算 +10%，ROI 降到 1.9", Role.SENTENCE) == ["10%", "1.9"]
