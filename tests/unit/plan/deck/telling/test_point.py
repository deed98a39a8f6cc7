from __future__ import annotations

from engine.model.blocks import BulletItem
from engine.model.inlines import Span, Text
from engine.plan.deck.telling.point import (
    FIGURE,
    FRAMING,
    PLAIN,
    card_of,
    entries_of,
    item_entry,
    item_saying,
    line_of,
    point_card,
    saying_of,
)
from tests.support.planning import t

PARAGRAPH = t(
    "秋茶是第二个采制季。往年以中秋礼盒为主，节前冲量、节后冷清。自饮用户习惯等到双 11，新茶反而要靠折扣清仓。谁能把新客带到第二泡，谁就能把平日撑起来。"
)


def test_every_sentence_is_a_point_that_weighs_what_it_says() -> None:
    saying = saying_of(PARAGRAPH)
    assert [(point.title.plain, point.weight) for point in saying.points] == [
        ("秋茶是第二个采制季", FRAMING),
        ("往年以中秋礼盒为主", PLAIN),
        ("自饮用户习惯等到双 11", FIGURE),
        ("谁能把新客带到第二泡", FRAMING),
    ]
    assert len(saying.weighing(FIGURE).points) == 1


def test_a_paragraph_is_a_card_under_its_first_statement() -> None:
    card = card_of(saying_of(PARAGRAPH))
    assert card is not None
    assert card.title.plain == "秋茶是第二个采制季"
    assert [bullet.plain for bullet in card.bullets] == [
        "往年以中秋礼盒为主，节前冲量、节后冷清。",
        "自饮用户习惯等到双 11，新茶反而要靠折扣清仓。",
        "谁能把新客带到第二泡，谁就能把平日撑起来。",
    ]
    assert [span.text for span in card.bullets[0].spans if span.bold] == ["往年以中秋礼盒为主"]


def test_the_authors_bold_beginning_is_the_title() -> None:
    item = Text((Span("茶馆试饮。", bold=True), Span("每桌两盏，同一款茶连泡两次，由顾客自己比较。")))
    card = card_of(item_saying(BulletItem(item)))
    assert card is not None
    assert (card.title.plain, card.body.plain) == ("茶馆试饮", "每桌两盏，同一款茶连泡两次，由顾客自己比较。")


def test_what_semicolons_part_is_bullets_below_a_colon() -> None:
    (point,) = saying_of(t("两处超支有原因：效果投放超出计划，七月用得最多；新品上市超出计划，用于首发。")).points
    card = point_card(point)
    assert card is not None
    assert [bullet.plain for bullet in card.bullets] == ["效果投放超出计划，七月用得最多", "新品上市超出计划，用于首发。"[:-1]]


def test_without_a_statement_there_is_no_card() -> None:
    words = t("按投入产出比分级，小程序商城、企微社群、线下茶馆与即时零售都列为最高一级。")
    assert card_of(saying_of(words)) is None
    assert point_card(saying_of(words).points[0]) is None


def test_entries_stand_under_what_announces_them() -> None:
    announced = saying_of(t("两处差异值得记下。桂花乌龙能现场喝到，先喝后买最直接。礼盒到货晚了，收礼人已经离家。"))
    (entry,) = entries_of(announced)
    assert (entry.title.plain, entry.body.plain) == (
        "两处差异值得记下",
        "桂花乌龙能现场喝到，先喝后买最直接。礼盒到货晚了，收礼人已经离家。",
    )
    assert [entry.title.plain for entry in entries_of(saying_of(PARAGRAPH).weighing(FIGURE))] == ["自饮用户习惯等到双 11"]


def test_a_fact_that_ends_a_statement_stands_above_it() -> None:
    sales = Text((Span("秋日袋泡组合销量 "), Span("6.1 万份", fact="m.sales"), Span("，比计划多出一成以上。")))
    entry = item_entry(item_saying(BulletItem(sales)))
    assert (entry.figure.plain, entry.title.plain, entry.body.plain) == ("6.1 万份", "秋日袋泡组合销量", "比计划多出一成以上")
    share = Text((Span("“茶师讲解”在称赞中占 "), Span("15.5%", fact="m.share"), Span("，去年问卷中没有这一项。")))
    entry = item_entry(item_saying(BulletItem(share)))
    assert (entry.figure.plain, entry.title.plain) == ("15.5%", "“茶师讲解”在称赞中占 15.5%")


def test_an_item_is_one_line_with_its_statement_stressed() -> None:
    item = Text((Span("看得早。", bold=True), Span("开放率已经低于计划，晚了两周才发现。")))
    assert line_of(item_saying(BulletItem(item))).plain == "看得早：开放率已经低于计划，晚了两周才发现"


def test_an_item_that_only_points_somewhere_stands_as_it_was_written() -> None:
    saying = item_saying(BulletItem(t("见下表。"), (t("按渠道"),)))
    assert [point.sentence.plain for point in saying.points] == ["见下表。"]
    assert card_of(saying) is None
    assert item_entry(saying).body.plain == "见下表。按渠道"
    assert line_of(saying).plain == "见下表"
