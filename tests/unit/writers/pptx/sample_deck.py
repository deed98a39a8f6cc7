"""A deck made by hand: every kind of element and every layout, so that each has been through the validators and before somebody's eyes."""

from __future__ import annotations

import datetime as dt
import struct
import zlib
from dataclasses import replace
from functools import cache

from engine.base.units import Length, Point, Rect, inch
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.brand.deck_layout import DeckBrand
from engine.model.blocks import Align
from engine.model.deck import (
    Anchor,
    BulletMark,
    CellBox,
    ChartBox,
    Deck,
    DeckMeta,
    Element,
    Geometry,
    Line,
    Picture,
    Polygon,
    RowBox,
    Run,
    Shape,
    Slide,
    Stroke,
    TableBox,
    TextBox,
    TextLine,
)
from engine.model.figure import (
    CategoryAxis,
    ChartFigure,
    FigureSeries,
    GroupKind,
    Pen,
    PlotArea,
    PointLabel,
    SeriesGroup,
    ValueAxis,
)
from engine.model.inlines import text
from engine.model.theme import Theme

WORKSPACE = Workspace(BUILTIN_ROOT, BUILTIN_ROOT / "out", dt.date(2025, 7, 8))
META = DeckMeta(
    title="2025 年上半年活动运营述职报告",
    author="林知远",
    organisation="澜屿生活",
    subject="年中述职",
    keywords="述职,复盘",
    language="zh-CN",
    created=dt.datetime(2025, 7, 8, 9, 0, tzinfo=dt.UTC),
)


@cache
def harbor() -> DeckBrand:
    return load_deck_brand(WORKSPACE, "harbor").expect_clean()


def styled(theme: Theme, role: str, text: str, color: str = "ink", align: Align = Align.LEFT) -> TextLine:
    style = theme.role(role)
    return TextLine((Run(text, style.size, theme.color(color), style.bold),), style.pitch, align)


def slot_text(layout: str, slot: str, role: str, text: str, color: str = "ink") -> TextBox:
    """Return the text of a slot, in the frame that the layout gives it."""
    brand = harbor()
    align = Align.RIGHT if slot == "page_number" else Align.LEFT
    anchor = Anchor.TOP if layout == "cover" and slot == "title" else Anchor.MIDDLE
    lines = (styled(brand.theme, role, text, color, align),)
    return TextBox(slot, brand.layout(layout).slot(slot).frame, lines, anchor, slot)


def free_text(name: str, frame: Rect, *lines: TextLine, anchor: Anchor = Anchor.TOP) -> TextBox:
    return TextBox(name, frame, lines, anchor)


def tiny_png(red: int, green: int, blue: int) -> bytes:
    """Return a picture of one pixel."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(bytes((0, red, green, blue)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def cover() -> Slide:
    theme = harbor().theme
    bars: list[Element] = []
    heights = (0.9, 1.2, 1.5, 0.7, 1.1, 1.9, 2.95)
    for number, height in enumerate(heights):
        token = "accent" if height == max(heights) else "sky"
        frame = Rect.inches(1.0 + number * 1.7, 6.36 - height, 1.43, height)
        bars.append(Shape(f"skyline-{number + 1}", frame, fill=theme.color(token)))
    horizon = Line("horizon", Point(Length(0), inch(6.36)), Point(harbor().size.width, inch(6.36)), Stroke(theme.color("horizon"), 1.0))
    return Slide(
        "cover",
        "cover",
        "2025 年上半年\n活动运营述职报告",
        (
            slot_text("cover", "unit", "cover_unit", "澜屿生活 活动运营部", "ondeep"),
            slot_text("cover", "title", "cover_title", "2025 年上半年\n活动运营述职报告", "ondeep"),
            slot_text("cover", "subtitle", "cover_subtitle", "六场活动、26 周：从大促驱动走向全周期经营", "ondeep2"),
            slot_text("cover", "meta", "cover_meta", "汇报人 林知远 ｜ 2025 年 7 月 8 日", "ondeep2"),
            *bars,
            horizon,
            slot_text("cover", "note", "cover_note", "封面图形由活动 GMV 数据生成", "ondeep3"),
        ),
        notes=text("开场先讲结论。\n再讲口径。"),
        section="开场",
    )


def agenda() -> Slide:
    theme = harbor().theme
    rows: list[Element] = []
    for number, title in enumerate(("开场与概述", "上半年业绩回顾", "关键活动案例分析"), 1):
        y = 0.62 + (number - 1) * 1.04
        rows += [
            Line(f"rule-{number}", Point(inch(4.92), inch(y)), Point(inch(12.667), inch(y)), Stroke(theme.color("line"), 0.75)),
            free_text(f"number-{number}", Rect.inches(4.92, y + 0.3, 0.9, 0.5), styled(theme, "agenda_number", f"{number:02d}", "primary")),
            free_text(f"item-{number}", Rect.inches(5.94, y + 0.21, 5.0, 0.36), styled(theme, "agenda_item", title)),
        ]
    heading = slot_text("agenda", "title", "agenda_title", "目录", "ondeep")
    return Slide(
        "agenda", "agenda", "目录", (heading, *rows, slot_text("agenda", "page_number", "page_number", "2", "ink2")), section="开场"
    )


def divider() -> Slide:
    theme = harbor().theme
    return Slide(
        "section-2",
        "divider",
        "上半年业绩回顾",
        (
            slot_text("divider", "number", "divider_number", "02", "deep3"),
            slot_text("divider", "title", "divider_title", "上半年业绩回顾", "ondeep"),
            slot_text("divider", "lead", "divider_lead", "总量超额完成，但增长仍集中在大促节点；\n拉新与留存是必须补上的短板。", "ondeep2"),
            free_text("question-1", Rect.inches(7.807, 1.62, 4.86, 0.4), styled(theme, "question", "目标完成得怎么样？", "ondeep")),
            free_text("answer-1", Rect.inches(7.807, 2.05, 4.86, 0.3), styled(theme, "question_answer", "六项核心指标四项达标", "ondeep2")),
            slot_text("divider", "page_number", "page_number", "3", "ondeep2"),
        ),
        section="上半年业绩回顾",
    )


def figure() -> ChartFigure:
    theme = harbor().theme
    values = (2268.0, 1044.0, 2090.0, 1455.0)
    labels = tuple(PointLabel(index, theme.color("ink"), 11) for index in range(len(values)))
    series = FigureSeries("实际", values, theme.color("muted"), format="#,##0", labels=labels)
    return ChartFigure(
        name="column",
        categories=("年货节", "开年焕新", "春日焕新节", "会员月"),
        groups=(SeriesGroup(GroupKind.COLUMN, (series,)),),
        plot=PlotArea(0.08, 0.05, 0.9, 0.8),
        value_axis=ValueAxis(0, 3000, 1000, "#,##0", grid=Pen(theme.color("line"), 0.5), color=theme.color("ink3")),
        category_axis=CategoryAxis(line=Pen(theme.color("line2"), 1), color=theme.color("ink2")),
        face=theme.body,
        text_color=theme.color("ink"),
        unit="万元",
        header="活动",
    )


def table() -> TableBox:
    theme = harbor().theme
    rule, hairline, end = Stroke(theme.color("ink"), 1), Stroke(theme.color("line"), 0.75), Stroke(theme.color("line2"), 0.75)

    def cell(text: str, bottom: Stroke, role: str = "table_body", color: str = "ink", align: Align = Align.LEFT) -> CellBox:
        return CellBox((styled(theme, role, text, color, align),), bottom=bottom)

    right = Align.RIGHT
    spanning = replace(cell("目标与实际，万元", rule, "table_header", "ink2"), span=2)
    missed = replace(cell("▼ 1,044", end, color="missed", align=right), fill=theme.color("missed_tint"))
    rows = (
        RowBox(inch(0.38), (cell("活动", rule, "table_header", "ink2"), spanning, None)),
        RowBox(inch(0.4), (cell("年货节", hairline), cell("2,100", hairline, align=right), cell("2,268", hairline, align=right))),
        RowBox(inch(0.4), (cell("开年焕新", end), cell("1,200", end, align=right), missed)),
    )
    frame = Rect.inches(7.807, 2.1, 4.86, 1.18)
    return TableBox("targets", frame, (inch(2.06), inch(1.4), inch(1.4)), rows, inch(0.08), alt="两场活动的目标与实际")


def chrome(layout: str, number: int, title: str) -> tuple[Element, ...]:
    theme = harbor().theme
    eyebrow = slot_text(layout, "eyebrow", "eyebrow", "", "ink3")
    runs = (Run("02 上半年业绩回顾", 11, theme.color("primary"), bold=True), Run(" ／ 目标与实际", 11, theme.color("ink3")))
    return (
        replace(eyebrow, paragraphs=(TextLine(runs, 17),)),
        slot_text(layout, "title", "page_title", title),
        slot_text(layout, "takeaway", "takeaway", "六场活动三场超额、一场达成、两场低于目标。", "ink2"),
        slot_text(layout, "source", "source", "来源：交易中台；GMV 按支付口径，剔除取消订单", "ink3"),
        slot_text(layout, "page_number", "page_number", str(number), "ink2"),
    )


def content() -> Slide:
    theme = harbor().theme
    chart = ChartBox("gmv", Rect.inches(0.667, 2.0, 6.9, 3.4), figure(), "四场活动的 GMV 柱形图，最高为年货节 2,268 万元")
    card = Shape("card", Rect.inches(7.807, 3.6, 4.86, 3.0), Geometry.ROUND_RECT, theme.color("surface"), radius=theme.card_radius)
    bullet = BulletMark(theme.color("primary"), inch(0.19))
    points = tuple(
        TextLine((Run(text, 14, theme.color("ink2")),), 22.5, after=6, bullet=bullet)
        for text in (
            "GMV 12,840 万元，完成率 107.0%",
            "投入产出比 4.46，同比提高 10.1%",
            "支付体验是最便宜的增长来源，流失 21.4 万单值得再查一遍",
        )
    )
    link = TextLine(
        (Run("明细见", 12, theme.color("ink3")), Run("数据平台", 12, theme.color("primary"), link="https://example.com/报表?周=26")), 18
    )
    return Slide(
        "topic-2-1",
        "content",
        "上半年净超额 840 万元，其中 77% 来自 618",
        (
            *chrome("content", 4, "上半年净超额 840 万元，其中 77% 来自 618"),
            chart,
            table(),
            card,
            free_text("points", Rect.inches(8.047, 3.84, 4.38, 2.0), *points),
            free_text("link", Rect.inches(8.047, 6.1, 4.38, 0.3), link),
        ),
        notes=text("先讲核心目标，再讲预算。"),
        section="上半年业绩回顾",
    )


def shapes() -> Slide:
    """Return a slide without a visible title, with every geometry."""
    theme = harbor().theme
    items: list[Element] = []
    for number, geometry in enumerate(Geometry):
        frame = Rect.inches(0.667 + number % 5 * 2.4, 0.6 + number // 5 * 1.5, 2.0, 0.9)
        radius = (
            inch(0.16) if geometry in {Geometry.ROUND_RECT, Geometry.CHEVRON, Geometry.HOME_PLATE, Geometry.PARALLELOGRAM} else Length(0)
        )
        stroke = Stroke(theme.color("missed"), 1.25, dashed=True) if number % 3 == 2 else None
        fill = theme.color(("primary", "p400", "exceed_tint")[number % 3])
        items.append(Shape(geometry.value, frame, geometry, fill, stroke, radius))
    corners = ((1.0, 4.0), (4.0, 4.0), (3.4, 4.8), (1.6, 4.8))
    items.append(Polygon("funnel-1", tuple(Point(inch(x), inch(y)) for x, y in corners), theme.color("surface2")))
    items.append(Line("falling", Point(inch(5), inch(4)), Point(inch(8), inch(5)), Stroke(theme.color("ink"), 2.25)))
    items.append(Line("rising", Point(inch(5), inch(5)), Point(inch(8), inch(4)), Stroke(theme.color("ink3"), 1.25, dashed=True)))
    red, blue = tiny_png(174, 54, 54), tiny_png(42, 95, 168)
    for number, blob in enumerate((red, blue, red), 1):
        items.append(Picture("photo", Rect.inches(8 + number, 4, 0.8, 0.8), f"images/{number}.png", blob, f"色块 {number}"))
    items.append(slot_text("blank", "page_number", "page_number", "5", "ink2"))
    return Slide("topic-2-2", "blank", "形状一览", tuple(items), section="上半年业绩回顾")


def closing() -> Slide:
    theme = harbor().theme
    band = Shape("band", Rect.inches(0.667, 4.94, 12, 1.86), Geometry.ROUND_RECT, theme.color("deep"), radius=theme.card_radius)
    result = free_text(
        "result", Rect.inches(0.907, 5.3, 11.5, 0.6), styled(theme, "result_value", "29,840 ÷ 29,000 = 102.9%", "accent", Align.CENTER)
    )
    title = "以全周期经营为主线，下半年冲刺 17,000 万元"
    return Slide("closing", "closing", title, (*chrome("closing", 6, title), band, result), section="总结")


def sample_deck() -> Deck:
    slides = (cover(), agenda(), divider(), content(), shapes(), closing())
    sections = (("开场", 0), ("上半年业绩回顾", 2), ("总结", 5))
    return Deck(META, harbor().size, slides, sections, "templates/pptx/harbor.pptx", harbor().theme)
