from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.baseline.page_texts import first_lines, from_text, plain, to_text
from engine.model.outline import OutlineChart, OutlinePage, OutlineSeries, OutlineTable

WORDS = st.text(max_size=20)
CHART = OutlineChart(("一月", "二月", "三月"), (OutlineSeries("GMV（万元）", (12.3, None, 14.0)),))
PAGE = OutlinePage(
    "2025 秋茶\n总结", ("成交 252 万元。", "目标 . . . . . . 3", " . . . . . ", ""), (OutlineTable((("渠道", "GMV"), ("抖音", "12"))),), (CHART,)
)  # fmt: skip


def test_a_page_is_lines_that_read_well() -> None:
    assert to_text((plain(PAGE), OutlinePage("", ("# 一",)))).split("\n")[1:] == [
        "",
        "# 2025 秋茶 ⏎ 总结",
        "  成交 252 万元。",
        "  目标 … 3",
        "  渠道 | GMV",
        "  抖音 | 12",
        "  ~ GMV（万元）: 一月 12.3 | 三月 14",
        "",
        "#",
        "  # 一",
        "",
    ]


@given(st.lists(st.builds(OutlinePage, WORDS, st.lists(WORDS, max_size=4).map(tuple)), max_size=5).map(tuple))
def test_what_is_written_is_read_as_it_was(pages: tuple[OutlinePage, ...]) -> None:
    shown = tuple(map(plain, pages))
    assert from_text(to_text(shown)) == shown
    lines = to_text(shown).split("\n")
    assert all(lines[start - 1].startswith("#") for start in first_lines(shown))


def test_lines_of_another_system_are_read() -> None:
    assert from_text(to_text((plain(PAGE),)).replace("\n", "\r\n")) == (plain(PAGE),)


@pytest.mark.parametrize(
    ("text", "line"), [("", 1), ("# 页\n", 1), ("debrief baseline 1\n\n# 页\n<<<<<<< HEAD\n", 4), ("debrief baseline 1\n  字\n", 2)]
)
def test_a_damaged_file_names_its_line(text: str, line: int) -> None:
    with pytest.raises(ValueError, match=str(line)):
        from_text(text)
