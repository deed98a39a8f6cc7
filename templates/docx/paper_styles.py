"""What the delivered Word templates share: styles, numbering and page geometry. Scripts make_<theme>.py say what theirs has of its own.

Indents and spaces are in points; sizes, line pitches and colours come from the theme by role and token.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

SERIF, SANS, DISPLAY = FACES = "serif", "sans", "display"
HEADINGS, BULLETS, NUMBERED, ENGLISH_HEADINGS = 1, 2, 3, 4
"""Numbering definitions (`w:numId`)."""

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # A4 in twentieths of a point, as everything below
SIDE = 1440
TOP, BOTTOM = 1642, 1430
HEADER, FOOTER = 749, 772
COVER_TOP = 1325
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE
LANDSCAPE_WIDTH = PAGE_HEIGHT - 2 * SIDE


@dataclass(frozen=True)
class Rule:
    """A border of a paragraph: `width` in points, `space` between it and the text."""

    side: str
    color: str
    width: float
    space: int


@dataclass(frozen=True)
class Style:
    """A paragraph style. `role` is one of the theme's type scale; `face` is the theme's `serif` of body text, the `sans` of tables and captions
    (its body face), or the `display` face of titles (its heading face).

    `pitched` lines are exactly as far apart as the role says; others grow with what stands in them. `first` below zero is a hanging indent;
    `first_chars` is in characters. `outline` counts from 0. `numbering` is (numId, level).
    """

    id: str
    name: str
    role: str
    color: str = "ink"
    based: str = "Normal"
    following: str = ""
    face: str = SERIF
    align: str = ""
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    first: float = 0
    first_chars: float = 0
    keep_next: bool = False
    outline: int | None = None
    numbering: tuple[int, int] | None = None
    rules: tuple[Rule, ...] = ()
    tabs: tuple[tuple[str, int, str], ...] = ()
    pitched: bool = True
    builtin: bool = True
    quick: bool = True
    indented: bool = False


@dataclass(frozen=True)
class PaperDesign:
    """A template: the name of its theme; what its styles say otherwise than `STYLES`, by their id; where the words of its cover begin."""

    name: str
    changes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    cover_top: int = COVER_TOP

    def styles(self) -> tuple[Style, ...]:
        return tuple(replace(style, **self.changes.get(style.id, {})) for style in STYLES)


LIGHT_COVER: Mapping[str, Mapping[str, Any]] = {
    "CoverUnit": {"color": "ink2", "left": 0},
    "Title": {"color": "ink"},
    "Subtitle": {"color": "ink2"},
}
"""The words of a cover that stand on paper, flush with each other."""

RIGHT_TAB = (("right", TEXT_WIDTH, ""),)
LEADER_TAB = (("right", TEXT_WIDTH, "dot"),)
EM = 10.5

STYLES = (
    # cover
    Style("CoverUnit", "封面单位", "paper_cover_unit", "ondeep2", face=SANS, left=32, after=26, builtin=False),
    Style("Title", "Title", "paper_cover_title", "ondeep", face=DISPLAY, following="Subtitle"),
    Style("Subtitle", "Subtitle", "paper_cover_subtitle", "ondeep2", face=SANS, before=12, following="BodyText"),
    Style("CoverPeak", "封面峰值", "paper_cover_peak", "accent", face=SANS, builtin=False),
    Style("CoverPeakLabel", "封面峰值说明", "paper_cover_peak_label", "ondeep2", face=SANS, builtin=False),
    Style("CoverLabel", "封面项目", "paper_cover_label", "ink3", face=SANS, builtin=False),
    Style("CoverValue", "封面内容", "paper_cover_value", "ink", face=SANS, builtin=False),
    Style("CoverNote", "封面注释", "paper_cover_note", "ink3", face=SANS, builtin=False),
    # contents
    Style("TOCHeading", "TOC Heading", "paper_contents_title", "deep", face=DISPLAY, after=25, keep_next=True, following="BodyText"),
    Style("TOC1", "toc 1", "paper_contents_1", "ink", face=SANS, before=11.5, after=3, tabs=LEADER_TAB, following="TOC2", quick=False),
    Style("TOC2", "toc 2", "paper_contents_2", "ink2", left=26, after=2, tabs=LEADER_TAB, quick=False),
    Style("TOC3", "toc 3", "paper_contents_figure", "ink2", after=2, tabs=LEADER_TAB, quick=False),
    Style("ContentsLabel", "图表目录标题", "paper_contents_label", "deep", face=DISPLAY, before=26, after=6, keep_next=True, builtin=False),
    # headings
    Style("Heading1", "heading 1", "paper_heading_1", "deep", face=DISPLAY, before=24, after=12, keep_next=True, outline=0,
          numbering=(HEADINGS, 0), following="BodyText"),
    Style("Heading2", "heading 2", "paper_heading_2", "primary", face=DISPLAY, before=13, after=5, left=-5.5, keep_next=True, outline=1,
          numbering=(HEADINGS, 1), following="BodyText"),
    Style("Heading3", "heading 3", "paper_heading_3", "ink", face=DISPLAY, before=8, after=3, keep_next=True, outline=2,
          numbering=(HEADINGS, 2), following="BodyText"),
    Style("Heading4", "heading 4", "paper_heading_4", "ink", face=DISPLAY, before=6, after=2, left=-4.4, keep_next=True, outline=3,
          numbering=(HEADINGS, 3), following="BodyText"),
    # running text
    Style("BodyText", "Body Text", "paper_body", "ink", align="both", after=4, first=2 * EM, first_chars=2),
    Style("Lead", "结论", "paper_lead", "ink", face=SANS, after=5, following="BodyText", builtin=False),
    Style("ListBullet", "List Bullet", "paper_body", "ink", align="both", after=4, left=2 * EM, first=-EM, numbering=(BULLETS, 0)),
    Style("ListBullet2", "List Bullet 2", "paper_body", "ink2", align="both", after=3, left=3.2 * EM, first=-EM, numbering=(BULLETS, 1)),
    Style("ListNumber", "List Number", "paper_body", "ink", align="both", after=4, left=3.5 * EM, first=-2.5 * EM, numbering=(NUMBERED, 0)),
    Style("TextLabel", "小标签", "paper_label", "primary", face=SANS, before=5, after=2, keep_next=True, following="BodyText", builtin=False),
    Style("Quote", "Quote", "paper_quote", "ink2", left=2 * EM, right=2 * EM, before=9, after=4,
          rules=(Rule("left", "p200", 2.25, 10),)),
    # figures and tables
    Style("ChartTitle", "图表标题行", "paper_chart_title", "ink2", face=SANS, before=14, after=4, keep_next=True,
          rules=(Rule("top", "ink", 1, 6),), tabs=RIGHT_TAB, following="Figure", builtin=False),
    Style("Figure", "图", "paper_caption", "ink", face=SANS, align="center", before=6, keep_next=True,
          rules=(Rule("bottom", "line", 0.75, 4),), pitched=False, following="FigureCaption", builtin=False),
    Style("Caption", "caption", "paper_caption", "ink", face=SANS, following="BodyText"),
    Style("FigureCaption", "图题", "paper_caption", "ink", based="Caption", face=SANS, align="center", before=6, after=3,
          following="Source", builtin=False),
    Style("TableCaption", "表题", "paper_caption", "ink", based="Caption", face=SANS, before=12, after=5, keep_next=True, builtin=False),
    Style("Source", "来源", "paper_source", "ink3", face=SANS, align="center", after=12, following="BodyText", builtin=False),
    Style("Note", "表注", "paper_note", "ink3", face=SANS, before=4, after=10, following="BodyText", builtin=False),
    Style("TableHeader", "表头", "paper_table_header", "ink", face=SANS, builtin=False),
    Style("TableCell", "表格文字", "paper_table_cell", "ink", face=SANS, builtin=False),
    Style("CalloutLabel", "要点标签", "paper_callout_label", "primary", face=SANS, keep_next=True, following="Callout", builtin=False),
    Style("Callout", "要点", "paper_callout", "ink", after=2, builtin=False),
    Style("Gap", "间隔", "paper_note", "ink", builtin=False, quick=False),
    # headers and footers
    Style("Header", "header", "paper_running", "ink3", face=SANS, rules=(Rule("bottom", "line", 0.75, 8),), tabs=RIGHT_TAB, quick=False),
    Style("Footer", "footer", "paper_running", "ink3", face=SANS, rules=(Rule("top", "line", 0.75, 7),), tabs=RIGHT_TAB, quick=False),
)  # fmt: skip


@dataclass(frozen=True)
class Level:
    """A level of a list: its number format and text, the style it belongs to (empty: none), indents in points."""

    format: str
    text: str
    style: str = ""
    left: float = 0
    hanging: float = 0
    suffix: str = "nothing"
    color: str = ""
    size: float = 0


LISTS: dict[int, tuple[Level, ...]] = {
    HEADINGS: (
        Level("chineseCountingThousand", "%1、", "Heading1"),
        Level("chineseCountingThousand", "（%2）", "Heading2", left=-5.5),
        Level("decimal", "%3.", "Heading3", suffix="space"),
        Level("decimal", "（%4）", "Heading4", left=-4.4),
    ),
    BULLETS: (
        Level("bullet", "■", "ListBullet", left=2 * EM, hanging=EM, suffix="tab", color="primary", size=5),
        Level("bullet", "–", "ListBullet2", left=3.2 * EM, hanging=EM, suffix="tab", color="ink3"),
    ),
    NUMBERED: (Level("decimal", "（%1）", "ListNumber", left=3.5 * EM, hanging=2.5 * EM),),
    ENGLISH_HEADINGS: (
        Level("decimal", "%1", suffix="space"),
        Level("decimal", "%1.%2", suffix="space"),
        Level("decimal", "%1.%2.%3", suffix="space"),
        Level("decimal", "(%4)", suffix="space"),
    ),
}
