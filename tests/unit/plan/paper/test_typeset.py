from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.layout.breaks import break_table
from engine.model.inlines import text
from engine.plan.paper.typeset import LAST_RESORT, LOOSEST, TIGHTEST, Measure, justified, ragged
from tests.support.papers import harbor

SERIF = harbor()[1].serif
FULL = Measure(451.3, 10.5, 21.0)
WORDS = (
    "活动期间全渠道实现 GMV 4,147 万元，完成目标的 118.5%。其中直播间成交 1,534 万元，占 37.0%，首次超过自有商城成为第一大成交渠道；"
    "自有商城成交 1,327 万元，占 32.0%；私域社群成交 664 万元，占 16.0%。"
)


def edges(words: str, measure: Measure) -> list[tuple[str, float, float]]:
    """Return the words of each line, its width with the added space, and the room it had."""
    found = justified(text(words), measure, SERIF)
    starts = (0, *found.starts, len(words))
    lines = []
    for number, spacing in enumerate(found.spacing):
        line = words[starts[number] : starts[number + 1]].rstrip(" ")
        own = break_table(text(line), SERIF).width(0, len(line)) * measure.size + spacing * (len(line) - 1)
        lines.append((line, own, measure.width - (measure.first if number == 0 else 0)))
    return lines


def test_lines_end_flush_but_the_last() -> None:
    *full, (last, own, room) = edges(WORDS, FULL)
    assert [line for line, _, _ in full] == [
        "活动期间全渠道实现 GMV 4,147 万元，完成目标的 118.5%。其中直播间成交 1,534 万元，占",
        "37.0%，首次超过自有商城成为第一大成交渠道；自有商城成交 1,327 万元，占 32.0%；私域社群",
    ]
    assert all(abs(own - room) < 0.2 for _, own, room in full)
    assert (last, own < room) == ("成交 664 万元，占 16.0%。", True)


def test_ragged_lines_have_no_added_space() -> None:
    assert set(ragged(text(WORDS), FULL, SERIF).spacing) == {0.0}


def test_a_line_before_a_soft_return_is_not_stretched() -> None:
    assert justified(text("第一行\n第二行"), FULL, SERIF).spacing == (0.0, 0.0)


def test_a_word_wider_than_a_line_is_cut_and_left_ragged() -> None:
    found = justified(text("x" * 300), Measure(100, 10.5), SERIF)
    assert found.count > 3
    assert set(found.spacing) == {0.0}


def test_no_words_are_one_line() -> None:
    assert justified(text(""), FULL, SERIF).count == 1


@given(
    st.lists(
        st.sampled_from(("活动", "渠道投放", "，", "GMV 4,147 万元", "（二）", "占 37.0%", "。", "直播间与小程序")), min_size=1, max_size=80
    )
)
def test_no_line_leaves_its_measure_and_nothing_is_lost(parts: list[str]) -> None:
    words = "".join(parts)
    found = justified(text(words), FULL, SERIF)
    assert list(found.starts) == sorted(set(found.starts))
    assert all(TIGHTEST <= spacing <= max(LOOSEST, LAST_RESORT) for spacing in found.spacing)
    for _, own, room in edges(words, FULL):
        assert own <= room + 0.3


def test_ragged_lines_are_shorter_rather_than_leave_a_character() -> None:
    orphaned = ragged(text("西南茶馆先布点，公示批次检测报告。"), Measure(10.5 * 15, 10.5), SERIF)
    assert [orphaned.count, *orphaned.starts] == [2, 14]
    assert ragged(text("西南茶馆先布点，公示批次检测报告单。"), Measure(10.5 * 15, 10.5), SERIF).starts == (15,)
