from __future__ import annotations

from engine.model.blocks import Step, Steps
from tests.support.planning import AT, assert_reads, drawn, pages, t

THREE = Steps(
    (Step(t("目标"), t("先对齐标准。"), t("PART 01")), Step(t("成果"), t("拆解缺口。")), Step(t("计划"), bullets=(t("措施"), t("责任人"))))
)
BARE = Steps(tuple(Step(t(name)) for name in ("触达", "进场", "成交")))


def steps(count: int, words: str = "对齐标准再谈成绩。") -> Steps:
    return Steps(tuple(Step(t(f"第{n}步"), t(words)) for n in range(1, count + 1)), AT)


def test_arrows_with_words_below() -> None:
    assert_reads(
        drawn(THREE, 9, 2.2),
        """
        arrow 0 0 3.06×0.66
        title 0.22 0 2.5×0.66 14 目标
        label 0.2 0.98 2.6×0.3 11 PART 01
        body 0.2 1.28 2.6×0.72 14 先对齐标准。
        arrow-2 3 0 3.06×0.66
        title-2 3.32 0 2.5×0.66 14 成果
        divider 3 0.98 0×1.02
        body-2 3.2 1.28 2.6×0.72 14 拆解缺口。
        arrow-3 6 0 3×0.66
        title-3 6.32 0 2.44×0.66 14 计划
        divider-2 6 0.98 0×1.02
        body-3 6.2 1.28 2.6×0.72 14 措施 ¶ 14 责任人
        """,
    )


def test_arrows_without_words_are_arrows_only() -> None:
    assert_reads(
        drawn(BARE, 9, 0.66),
        """
        arrow 0 0 3.06×0.66
        title 0.22 0 2.5×0.66 14 触达
        arrow-2 3 0 3.06×0.66
        title-2 3.32 0 2.5×0.66 14 进场
        arrow-3 6 0 3×0.66
        title-3 6.32 0 2.44×0.66 14 成交
        """,
    )


def test_many_steps_stand_in_rows() -> None:
    """Eight in four and four; the colours go on darkening."""
    lines = [line for line in drawn(steps(8), 12, 4).splitlines() if line.startswith(("arrow", "title"))]
    assert_reads(
        "\n".join(lines),
        """
        arrow 0 0 3.06×0.66
        title 0.22 0 2.5×0.66 14 第1步
        arrow-2 3 0 3.06×0.66
        title-2 3.32 0 2.5×0.66 14 第2步
        arrow-3 6 0 3.06×0.66
        title-3 6.32 0 2.5×0.66 14 第3步
        arrow-4 9 0 3×0.66
        title-4 9.32 0 2.44×0.66 14 第4步
        arrow-5 0 2.1 3.06×0.66
        title-5 0.22 2.1 2.5×0.66 14 第5步
        arrow-6 3 2.1 3.06×0.66
        title-6 3.32 2.1 2.5×0.66 14 第6步
        arrow-7 6 2.1 3.06×0.66
        title-7 6.32 2.1 2.5×0.66 14 第7步
        arrow-8 9 2.1 3×0.66
        title-8 9.32 2.1 2.44×0.66 14 第8步
        """,
    )


def test_steps_are_divided_over_pages_and_a_long_one_in_its_words() -> None:
    assert_reads(
        pages(steps(40)),
        """
        Steps 15 @0
        Steps 13 @0
        Steps 12 @0
        """,
    )
    assert_reads(
        pages(steps(2, "对齐标准再谈成绩。" * 90)),
        """
        Steps 1 @2
        Steps 1 @2
        """,
    )
