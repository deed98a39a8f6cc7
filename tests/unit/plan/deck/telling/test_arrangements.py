from __future__ import annotations

from engine.model.blocks import Block, BulletItem, Bullets, Cards, CardStyle, Columns, Panel, Paragraph
from engine.model.inlines import EMPTY, Span, Text
from engine.plan.deck.telling.arrangements import Arrangement, arrangements, facts_in, said_in
from engine.plan.deck.telling.passages import Listing, Showing
from tests.support.every_block import EVERY_BLOCK
from tests.support.planning import t

CHART = EVERY_BLOCK["waterfall"]
TWO = Paragraph(t("最高的一天在国庆假期，单日成交创下三年来的新高。今年的峰更宽更平，节后三周每周仍有成交。"))
ONE = Paragraph(t("今年的峰更宽，节后三周仍有成交。"))
STEPS = Bullets(
    tuple(
        BulletItem(t(words))
        for words in ("试饮一律连泡两次，由顾客自己比较第一泡与第二泡。", "扫码入会即得一泡茶样，入会页只填手机号与口味。")
    ),
    ordered=True,
)


def drawn(blocks: tuple[Block, ...]) -> str:
    names = []
    for block in blocks:
        if isinstance(block, Columns):
            names.append(" | ".join(f"{item.weight}:{drawn(item.blocks)}" for item in block.items))
        elif isinstance(block, Cards):
            names.append(f"{block.style.value} {len(block.items)}")
        elif isinstance(block, Panel):
            names.append(f"panel {len(block.entries) + len(block.bullets)}")
        else:
            names.append(type(block).__name__.lower())
    return " / ".join(names)


def ways(showing: Showing, label: Text = EMPTY) -> list[Arrangement]:
    return list(arrangements(showing.blocks, said_in(showing, label)))


def all_of(showing: Showing) -> list[str]:
    return [drawn(way.blocks) for way in ways(showing) if not way.least]


def test_points_stand_beside_a_chart_below_it_or_on_the_next_slide() -> None:
    assert all_of(Showing((TWO,), (CHART,))) == [
        "8:chart | 4:panel 2",
        "7:chart | 5:panel 2",
        "9:chart | 3:panel 2",
        "chart / topped 2",
        "chart / panel 2",
        "chart / pagebreak / topped 2",
        "chart / pagebreak / panel 2",
    ]


def test_one_point_stands_below() -> None:
    assert all_of(Showing((ONE,), (CHART,)))[0] == "chart / panel 0"
    assert all_of(Showing((), (CHART,))) == ["chart"]


def test_two_labelled_lists_stand_side_by_side_the_second_on_dark_ground() -> None:
    lists = (Listing(t("具体做法"), STEPS), Listing(t("效果体现"), STEPS))
    first, *_ = ways(Showing(lists))
    assert drawn(first.blocks) == "8:paragraph / numbered 2 | 4:panel 2"
    (columns,) = first.blocks
    assert isinstance(columns, Columns)
    (panel,) = columns.items[1].blocks
    assert isinstance(panel, Panel) and panel.dark and panel.title.plain == "效果体现"


def test_a_list_is_cards_and_paragraphs_are_cards() -> None:
    assert all_of(Showing((Listing(EMPTY, STEPS),)))[0] == f"{CardStyle.NUMBERED.value} 2"
    assert all_of(Showing((TWO, TWO)))[0] == f"{CardStyle.TOPPED.value} 2"


def test_a_list_that_has_no_statements_stays_a_list() -> None:
    long = Bullets(tuple(BulletItem(t("按投入产出比分级，小程序商城、企微社群、线下茶馆与即时零售都列为最高一级。")) for _ in range(2)))
    assert all_of(Showing((Listing(EMPTY, long),)))[0] == "bullets"


def test_sentences_without_figures_may_be_left_to_the_notes_and_are_named() -> None:
    words = Paragraph(t("预热期成交 327 万元，略低于计划。这两周不做折扣。先把人请进来。货架上只有茶样，首单 12 元起。"))
    left = {way.least: [sentence.plain for sentence in way.left] for way in ways(Showing((words,), (CHART,)))}
    assert left[0] == []
    assert left[1] == left[2] == ["这两周不做折扣。", "先把人请进来。"]


def test_facts_that_the_table_prints_are_in_sight() -> None:
    fact = Text((Span("成交 "), Span("4,918 万元", fact="m.gmv")))
    assert list(facts_in((Paragraph(fact),))) == ["m.gmv"]
    showing = Showing((Paragraph(Text((*fact.spans, Span("，完成目标。")))), TWO), (Paragraph(fact),))
    assert said_in(showing).points[0].weight < 2
