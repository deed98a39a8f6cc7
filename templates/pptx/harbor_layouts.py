"""What harbor.pptx looks like: its layouts, their placeholders and static shapes, in inches. make_harbor.py writes them."""

from __future__ import annotations

from dataclasses import dataclass

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


def box(x: float, y: float, width: float, height: float) -> Rect:
    return Rect.inches(x, y, width, height)


def page_number(color: str) -> Holder:
    return Holder("页码 Page number", "sldNum", 12, box(12.247, 7.04, 0.42, 0.22), Look("page_number", color, "r", "ctr"), "‹#›")


SOURCE = Holder("来源 Source", "body", 15, box(LEFT, 7.04, 8.6, 0.22), Look("source", "ink3", anchor="ctr"), "来源：数据来源；口径")
TITLE = Holder(
    "标题 Title", "title", 0, box(LEFT, 0.68, WIDTH, 0.50), Look("page_title", "ink", anchor="ctr", heading=True), "用一句结论作标题"
)
BODY = Holder("正文 Body", "", 1, box(LEFT, 1.68, WIDTH, 5.12), None, "单击编辑正文")
EYEBROW_SQUARE = Decor("眉标方块 Eyebrow square", box(LEFT, 0.455, 0.11, 0.11), "primary")
FOOTER_LINE = Decor("页脚线 Footer line", box(LEFT, 6.96, WIDTH, 0), "line")

COVER = Layout(
    "封面 Cover",
    "title",
    (
        Holder(
            "标题 Title",
            "ctrTitle",
            0,
            box(LEFT, 1.22, 10.6, 1.78),
            Look("cover_title", "ondeep", heading=True),
            "报告标题，\n可分两行",
        ),
        Holder(
            "副标题 Subtitle", "subTitle", 1, box(LEFT, 3.20, 10.6, 0.36), Look("cover_subtitle", "ondeep2", anchor="ctr"), "一句话概括"
        ),
        Holder("单位 Unit", "body", 13, box(1.087, 0.50, 8.0, 0.28), Look("cover_unit", "ondeep", anchor="ctr"), "单位 部门"),
        Holder("信息 Meta", "body", 14, box(LEFT, 3.86, 10.6, 0.28), Look("cover_meta", "ondeep2", anchor="ctr"), "汇报人 ｜ 日期"),
        Holder("注释 Note", "body", 15, box(LEFT, 7.10, 9.0, 0.20), Look("cover_note", "ondeep3", anchor="ctr"), "图形说明"),
    ),
    (Decor("点亮短线 Accent dash", box(LEFT, 0.62, 0.28, 0.045), "accent"),),
    ground="deep",
)
AGENDA = Layout(
    "目录 Agenda",
    "obj",
    (
        Holder("标题 Title", "title", 0, box(LEFT, 0.86, 3.0, 0.68), Look("agenda_title", "ondeep", anchor="ctr", heading=True), "目录"),
        Holder(
            "副标题 Subtitle", "body", 13, box(LEFT, 1.58, 3.2, 0.28), Look("agenda_summary", "ondeep2", anchor="ctr"), "几个部分，约几分钟"
        ),
        Holder("条目 Items", "", 1, box(4.92, 0.62, 7.747, 6.24), None, "章节条目"),
        page_number("ink2"),
    ),
    (
        Decor("深色侧栏 Deep panel", box(0, 0, 4.20, 7.5), "deep"),
        Decor("点亮短线 Accent dash", box(LEFT, 0.62, 0.28, 0.045), "accent"),
    ),
)
DIVIDER = Layout(
    "章节 Divider",
    "secHead",
    (
        Holder(
            "标题 Title", "title", 0, box(LEFT, 3.74, 6.6, 0.76), Look("divider_title", "ondeep", anchor="ctr", heading=True), "章节标题"
        ),
        Holder("编号 Number", "body", 14, box(0.607, 1.02, 6.4, 2.40), Look("divider_number", "deep3", heading=True), "01"),
        Holder("导语 Lead", "body", 13, box(LEFT, 4.56, 6.4, 0.72), Look("divider_lead", "ondeep2"), "本章结论，两行以内"),
        Holder("问题 Questions", "", 1, box(7.807, 1.22, 4.86, 4.90), Look("question", "ondeep"), "本章回答的问题"),
        page_number("ondeep2"),
    ),
    (Decor("点亮短线 Accent dash", box(LEFT, 3.56, 0.56, 0.06), "accent"),),
    ground="deep",
)


def content(name: str, kind: str) -> Layout:
    takeaway = Holder(
        "论据 Takeaway", "body", 13, box(LEFT, 1.20, WIDTH, 0.28), Look("takeaway", "ink2", anchor="ctr"), "一句论据，以句号结束。"
    )
    eyebrow = Holder("眉标 Eyebrow", "body", 14, box(0.867, 0.39, 8.0, 0.24), Look("eyebrow", "ink3", anchor="ctr"), "章节 ／ 主题")
    return Layout(name, kind, (TITLE, takeaway, eyebrow, BODY, SOURCE, page_number("ink2")), master_shapes=True)


# A page without a visible title still has one, above its upper edge: outlines and screen readers go by it.
HIDDEN_TITLE = Holder("标题 Title", "title", 0, box(LEFT, -0.62, WIDTH, 0.50), TITLE.look, "（页外标题，供大纲与读屏使用）")
BLANK = Layout("空白 Blank", "titleOnly", (HIDDEN_TITLE, SOURCE, page_number("ink2")), (FOOTER_LINE,))
LAYOUTS = (COVER, AGENDA, DIVIDER, content("内容 Content", "obj"), content("总结 Closing", "obj"), BLANK)

MASTER_HOLDERS = (
    TITLE,
    Holder("正文 Body", "body", 1, BODY.box, None, "单击编辑正文"),
    Holder("页码 Page number", "sldNum", 4, box(12.247, 7.04, 0.42, 0.22), Look("page_number", "ink2", "r", "ctr"), "‹#›"),
)

MASTER_DECOR = (EYEBROW_SQUARE, FOOTER_LINE)
