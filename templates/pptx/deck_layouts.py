"""What the delivered deck templates share: the records of a design, and layouts whose placeholders stand on one grid, in inches.

A script `make_<theme>.py` says what its design has of its own; deck_parts.py writes it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # makes `engine` known to a plain checkout

from engine.base.units import Rect

LEFT, WIDTH = 2 / 3, 12.0


@dataclass(frozen=True)
class Look:
    """How a placeholder sets its text: a type role of the theme and a colour token."""

    role: str
    color: str
    align: str = "l"
    anchor: str = "t"
    heading: bool = False


@dataclass(frozen=True)
class Holder:
    """A placeholder. `kind` is its `type` attribute, empty for a content placeholder; `index` 0 writes no `idx`; `look` None inherits."""

    name: str
    kind: str
    index: int
    box: Rect
    look: Look | None
    prompt: str


@dataclass(frozen=True)
class Decor:
    """A solid rectangle, or a hairline when it has no height."""

    name: str
    box: Rect
    color: str


@dataclass(frozen=True)
class Layout:
    """`kind` is the layout's `type` attribute; `ground` None is that of the master, `master_shapes` shows its decor."""

    name: str
    kind: str
    holders: tuple[Holder, ...]
    decor: tuple[Decor, ...] = ()
    ground: str | None = None
    master_shapes: bool = False


@dataclass(frozen=True)
class Design:
    """A template: the name of its theme, the decor of its master, and its six layouts."""

    name: str
    master_decor: tuple[Decor, ...]
    layouts: tuple[Layout, ...]


@dataclass(frozen=True)
class Inks:
    """Colour tokens of text by weight, on the ground that a layout has; `ghost` is that of a number large enough to be pale."""

    strong: str
    middle: str
    quiet: str
    ghost: str


ON_DEEP = Inks("ondeep", "ondeep2", "ondeep3", "deep3")
ON_LIGHT = Inks("ink", "ink2", "ink3", "p200")


def box(x: float, y: float, width: float, height: float) -> Rect:
    return Rect.inches(x, y, width, height)


def page_number(color: str) -> Holder:
    return Holder("页码 Page number", "sldNum", 12, box(12.247, 7.04, 0.42, 0.22), Look("page_number", color, "r", "ctr"), "‹#›")


SOURCE = Holder("来源 Source", "body", 15, box(LEFT, 7.04, 8.6, 0.22), Look("source", "ink3", anchor="ctr"), "来源：数据来源；口径")
TITLE = Holder(
    "标题 Title", "title", 0, box(LEFT, 0.68, WIDTH, 0.50), Look("page_title", "ink", anchor="ctr", heading=True), "用一句结论作标题"
)
BODY = Holder("正文 Body", "", 1, box(LEFT, 1.68, WIDTH, 5.12), None, "单击编辑正文")
EYEBROW = box(0.867, 0.39, 8.0, 0.24)
FOOTER_LINE = Decor("页脚线 Footer line", box(LEFT, 6.96, WIDTH, 0), "line")
ACCENT_DASH = Decor("点亮短线 Accent dash", box(LEFT, 0.62, 0.28, 0.045), "accent")


@dataclass(frozen=True)
class CoverFrames:
    """Where the words of a cover stand."""

    title: Rect = field(default_factory=lambda: box(LEFT, 1.22, 10.6, 1.78))
    subtitle: Rect = field(default_factory=lambda: box(LEFT, 3.20, 10.6, 0.36))
    unit: Rect = field(default_factory=lambda: box(1.087, 0.50, 8.0, 0.28))
    meta: Rect = field(default_factory=lambda: box(LEFT, 3.86, 10.6, 0.28))
    note: Rect = field(default_factory=lambda: box(LEFT, 7.10, 9.0, 0.20))


def cover(decor: tuple[Decor, ...], inks: Inks, *, ground: str | None = None, frames: CoverFrames | None = None) -> Layout:
    frames = frames or CoverFrames()
    middle, quiet = Look("cover_subtitle", inks.middle, anchor="ctr"), Look("cover_note", inks.quiet, anchor="ctr")
    holders = (
        Holder("标题 Title", "ctrTitle", 0, frames.title, Look("cover_title", inks.strong, heading=True), "报告标题，\n可分两行"),
        Holder("副标题 Subtitle", "subTitle", 1, frames.subtitle, middle, "一句话概括"),
        Holder("单位 Unit", "body", 13, frames.unit, Look("cover_unit", inks.strong, anchor="ctr"), "单位 部门"),
        Holder("信息 Meta", "body", 14, frames.meta, Look("cover_meta", inks.middle, anchor="ctr"), "汇报人 ｜ 日期"),
        Holder("注释 Note", "body", 15, frames.note, quiet, "图形说明"),
    )
    return Layout("封面 Cover", "title", holders, decor, ground=ground)


def agenda(decor: tuple[Decor, ...], inks: Inks) -> Layout:
    """`inks` are those of the left column."""
    title = Look("agenda_title", inks.strong, anchor="ctr", heading=True)
    holders = (
        Holder("标题 Title", "title", 0, box(LEFT, 0.86, 3.0, 0.68), title, "目录"),
        Holder(
            "副标题 Subtitle",
            "body",
            13,
            box(LEFT, 1.58, 3.2, 0.28),
            Look("agenda_summary", inks.middle, anchor="ctr"),
            "几个部分，约几分钟",
        ),
        Holder("条目 Items", "", 1, box(4.92, 0.62, 7.747, 6.24), None, "章节条目"),
        page_number("ink2"),
    )
    return Layout("目录 Agenda", "obj", holders, decor)


def divider(decor: tuple[Decor, ...], inks: Inks, *, ground: str | None = None) -> Layout:
    title = Look("divider_title", inks.strong, anchor="ctr", heading=True)
    holders = (
        Holder("标题 Title", "title", 0, box(LEFT, 3.74, 6.6, 0.76), title, "章节标题"),
        Holder("编号 Number", "body", 14, box(0.607, 1.02, 6.4, 2.40), Look("divider_number", inks.ghost, heading=True), "01"),
        Holder("导语 Lead", "body", 13, box(LEFT, 4.56, 6.4, 0.72), Look("divider_lead", inks.middle), "本章结论，两行以内"),
        Holder("问题 Questions", "", 1, box(7.807, 1.22, 4.86, 4.90), Look("question", inks.strong), "本章回答的问题"),
        page_number(inks.middle),
    )
    return Layout("章节 Divider", "secHead", holders, decor, ground=ground)


def content(name: str, kind: str, eyebrow: Rect = EYEBROW) -> Layout:
    takeaway = Holder(
        "论据 Takeaway", "body", 13, box(LEFT, 1.20, WIDTH, 0.28), Look("takeaway", "ink2", anchor="ctr"), "一句论据，以句号结束。"
    )
    line = Holder("眉标 Eyebrow", "body", 14, eyebrow, Look("eyebrow", "ink3", anchor="ctr"), "章节 ／ 主题")
    return Layout(name, kind, (TITLE, takeaway, line, BODY, SOURCE, page_number("ink2")), master_shapes=True)


def pages(decor: tuple[Decor, ...], eyebrow: Rect = EYEBROW) -> tuple[Layout, ...]:
    """Return the layouts of content, closing and blank pages; `decor` is that of a blank page, which shows nothing of the master."""
    # A page without a visible title still has one, above its upper edge: outlines and screen readers go by it.
    unseen = replace(TITLE, box=box(LEFT, -0.62, WIDTH, 0.50), prompt="（页外标题，供大纲与读屏使用）")
    blank = Layout("空白 Blank", "titleOnly", (unseen, SOURCE, page_number("ink2")), decor)
    return content("内容 Content", "obj", eyebrow), content("总结 Closing", "obj", eyebrow), blank


MASTER_HOLDERS = (
    TITLE,
    Holder("正文 Body", "body", 1, BODY.box, None, "单击编辑正文"),
    Holder("页码 Page number", "sldNum", 4, box(12.247, 7.04, 0.42, 0.22), Look("page_number", "ink2", "r", "ctr"), "‹#›"),
)
