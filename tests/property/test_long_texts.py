"""A text made ten times longer, in any place where one can be written: it fits, whole and apart, or is an error that says where."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine.model.blocks import Block, Chart, Paragraph, Stat
from engine.model.report import Meta, Question, Report, Skyline
from tests.property.judging import judge, words_in
from tests.support.every_block import EVERY_BLOCK
from tests.support.planning import AT, plan, planned, report, t, topic
from tests.support.stretch import SENTENCES, Path, all_texts, chart_words, long_words, text_paths, with_text

LEAST = 12
"""A label of two characters is stretched as if it had twelve: ten times “目标” is nothing that would not fit."""


def places() -> list[tuple[str, str]]:
    """Return (block, field) for every field that holds a text."""
    return [(name, field) for name, block in EVERY_BLOCK.items() for field in dict.fromkeys(found for found, _ in text_paths(block))]


def paths_of(block: Block, field: str) -> list[Path]:
    return [path for found, path in text_paths(block) if found == field]


@pytest.mark.parametrize(("name", "field"), places())
@settings(max_examples=10, phases=(Phase.explicit, Phase.generate))
@given(data=st.data())
def test_a_text_ten_times_longer_fits_or_is_an_error_with_its_place(name: str, field: str, data: st.DataObject) -> None:
    block = EVERY_BLOCK[name]
    path = data.draw(st.sampled_from(paths_of(block, field)), label="where")
    kind = data.draw(st.sampled_from(sorted(SENTENCES)), label="writing")
    times = data.draw(st.sampled_from((10, 10, 3, 30)), label="times")
    length = times * max(LEAST, min(40, len(next(iter(all_texts(block))).plain)))
    stretched = with_text(block, path, long_words(kind, length))
    judge(plan(stretched), words_in(stretched))


def charts() -> list[tuple[str, str]]:
    named = ((name, block) for name, block in EVERY_BLOCK.items() if isinstance(block, Chart))
    return [(name, field) for name, block in named for field, _ in chart_words(block.data, "")]


@pytest.mark.parametrize(("name", "field"), charts())
@pytest.mark.parametrize("kind", ["chinese", "word", "address"])
def test_long_words_in_a_chart_fit_or_are_an_error_with_its_place(name: str, field: str, kind: str) -> None:
    block = EVERY_BLOCK[name]
    assert isinstance(block, Chart)
    stretched = dict(chart_words(block.data, long_words(kind, 120)))[field]
    judge(plan(replace(block, data=replace(stretched, where=AT))), [])


def report_places() -> list[tuple[str, Path]]:
    return [(field, path) for field, path in text_paths(whole_report()) if field != "Paragraph.text"]


def whole_report() -> Report:
    """Return a report with every text that stands outside blocks."""
    made = report(topic(Paragraph(t("一段话。"))), replace(topic(Paragraph(t("又一段。")), title="另一个结论"), id="topic-1-2"))
    (section,) = made.sections
    questions = (Question(t("做得怎么样？"), t("超额完成"), ("topic-1-1",)),)
    skyline = Skyline((1.0, 3.0, 2.0), 1, t("3 万元"), t("五月"), note=t("每根柱一个月"))
    second = replace(section, id="section-2", number=2, questions=questions, topics=())
    closing = replace(topic(Paragraph(t("完。")), title="总结一句"), id="closing", notes=t("讲三分钟"))
    facts = (Stat(t("期间"), t("上半年")), Stat(t("口径"), t("支付")))
    return replace(made, sections=(section, second), skyline=skyline, agenda_note=t("两个部分"), agenda_facts=facts, closing=closing)


@pytest.mark.parametrize(("field", "path"), report_places())
@settings(max_examples=6, phases=(Phase.explicit, Phase.generate))
@given(kind=st.sampled_from(sorted(SENTENCES)), times=st.sampled_from((3, 10, 30)))
def test_a_long_title_note_or_label_fits_or_is_an_error_with_its_place(field: str, path: Path, kind: str, times: int) -> None:
    stretched = with_text(whole_report(), path, long_words(kind, times * LEAST))
    judge(planned(stretched), words_in(stretched))


LONG = long_words("chinese", 200)


@pytest.mark.parametrize(
    "told",
    [
        replace(whole_report().meta, title=LONG),
        replace(whole_report().meta, author=LONG),
        replace(whole_report().meta, organisation=LONG),
        replace(whole_report().meta, department=LONG),
        replace(whole_report().meta, classification=LONG),
    ],
    ids=["title", "author", "organisation", "department", "classification"],
)
def test_a_long_word_on_the_cover_fits_or_is_an_error_with_its_place(told: Meta) -> None:
    judge(planned(replace(whole_report(), meta=told)), [LONG])
