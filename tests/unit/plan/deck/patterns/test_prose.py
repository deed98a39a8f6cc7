from __future__ import annotations

from engine.model.blocks import BulletItem, Bullets, Heading, Paragraph
from engine.plan.deck.patterns.prose import paragraphs
from tests.support.planning import AT, assert_reads, canvas, drawn, pages, t

LIST = Bullets((BulletItem(t("先看结论"), (t("数字可追溯"), t("口径一致"))), BulletItem(t("最后看动作"))), where=AT)


def test_a_heading_a_paragraph_and_a_list() -> None:
    assert_reads(
        drawn(Heading(t("阅读约定")), 6, 0.4),
        """
        heading 0 0 6×0.4 16 阅读约定
        """,
    )
    assert_reads(
        drawn(Paragraph(t("每一部分只回答一个问题，数字均可追溯到数据表。")), 3, 1),
        """
        text 0 0 3×1 14 每一部分只回答一个问题，数字均|可追溯到数据表。
        """,
    )
    assert_reads(
        drawn(LIST, 6, 2),
        """
        bullets 0 0 6×2 14 先看结论 ¶ 12 数字可追溯 ¶ 12 口径一致 ¶ 14 最后看动作
        """,
    )


def test_children_stand_under_the_words_of_their_item() -> None:
    made = canvas()
    assert [para.level for para in paragraphs(LIST, made.sheet, 0)] == [0, 1, 1, 0]


def test_ordered_items_are_numbered_and_continued_ones_are_not() -> None:
    ordered = Bullets((BulletItem(t("的后半句"), continued=True), BulletItem(t("第八条"))), ordered=True, first=7)
    assert_reads(
        drawn(ordered, 6, 2),
        """
        bullets 0 0 6×2 14 的后半句 ¶ 14 8. 第八条
        """,
    )


def test_a_list_is_divided_evenly_between_items() -> None:
    assert_reads(
        pages(Bullets(tuple(BulletItem(t(f"第{n}条")) for n in range(1, 26)))),
        """
        Bullets 13 @2
        Bullets 12 @2
        """,
    )


def test_a_long_paragraph_is_divided_after_sentences() -> None:
    assert_reads(
        pages(Paragraph(t("数字均可追溯到数据表。" * 120))),
        """
        Paragraph 704 @0
        Paragraph 616 @0
        """,
    )


def test_a_single_item_is_divided_between_its_children_or_in_its_words() -> None:
    children = Bullets((BulletItem(t("甲"), tuple(t(f"乙{n}") for n in range(40))),))
    assert_reads(
        pages(children),
        """
        Bullets 13 @0
        Bullets 14 @0
        Bullets 14 @0
        """,
    )
    long = Bullets((BulletItem(t("数字均可追溯到数据表。" * 120), (t("乙"),)),))
    assert_reads(
        pages(long),
        """
        Bullets 1 @0
        Bullets 2 @0
        """,
    )


def test_a_heading_is_never_cut() -> None:
    assert_reads(
        pages(Heading(t("标题" * 600), where=AT)),
        """
        Heading 1200 @3
        FIT002 content/h1/report.yaml:12:5
        """,
    )
