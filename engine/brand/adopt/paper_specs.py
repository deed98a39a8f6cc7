"""The styles of a report that a template may lack, in sizes that follow its body text and colours of its palette."""

from __future__ import annotations

from collections.abc import Mapping

from engine.base.records import dataclass


@dataclass(frozen=True, slots=True)
class Edge:
    """A border of a paragraph: its side, the token of its colour, width and distance in points."""

    side: str
    color: str
    width: float
    space: int


@dataclass(frozen=True, slots=True)
class StyleSpec:
    """A style as it is made when the template has none for a role.

    `zh` and `en` are its names; Word's own styles have one name. `based` is a role, or `Normal`. `size` is in parts of that of body text, or in
    points when above 5; `pitch` in parts of the size, None for lines as high as what stands in them, 0 for that of body text. `before` and
    `after` in points, `left` and `first` in em.
    """

    role: str
    zh: str
    en: str
    size: float = 1.0
    pitch: float | None = 1.45
    based: str = "Normal"
    color: str = "ink"
    bold: bool = False
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    first: float = 0
    align: str = ""
    keep_next: bool = False
    outline: int | None = None
    edges: tuple[Edge, ...] = ()
    tabs: str = ""
    heading: bool = False
    custom: bool = True


def _own(role: str, name: str, size: float = 1.0, **more: object) -> StyleSpec:
    return StyleSpec(role, name, name, size, custom=False, **more)  # type: ignore[arg-type]


COVER_COLORS: Mapping[str, tuple[str, str]] = {
    "cover_unit": ("ondeep2", "ink3"),
    "cover_title": ("ondeep", "ink"),
    "cover_subtitle": ("ondeep2", "ink2"),
    "cover_peak": ("accent", "primary"),
    "cover_peak_label": ("ondeep2", "ink3"),
}
"""Their colours on a dark cover, and on a light one."""

SPECS: tuple[StyleSpec, ...] = (
    StyleSpec("cover_unit", "封面单位", "Cover Unit", 12, 1.4, heading=True, left=2.7, after=26),
    StyleSpec("cover_title", "封面标题", "Cover Title", 30, 1.42, bold=True, heading=True),
    StyleSpec("cover_subtitle", "封面副标题", "Cover Subtitle", 14, 1.5, heading=True, before=12),
    StyleSpec("cover_peak", "封面峰值", "Cover Peak", 10.5, 1.43, bold=True),
    StyleSpec("cover_peak_label", "封面峰值说明", "Cover Peak Label", 10, 1.5),
    StyleSpec("cover_label", "封面项目", "Cover Label", 10, 1.4, color="ink3"),
    StyleSpec("cover_value", "封面内容", "Cover Value", 10.5, 1.43),
    StyleSpec("cover_note", "封面注释", "Cover Note", 9, 1.33, color="ink3"),
    _own("heading_1", "heading 1", 1.6, pitch=1.4, color="deep", bold=True, before=22, after=12, keep_next=True, outline=0, heading=True),
    _own("heading_2", "heading 2", 1.24, pitch=1.45, color="primary", bold=True, before=13, after=5, keep_next=True, outline=1, heading=True),
    _own("heading_3", "heading 3", 1.05, pitch=1.5, bold=True, before=8, after=3, keep_next=True, outline=2, heading=True),
    _own("heading_4", "heading 4", 1.0, pitch=1.5, bold=True, before=6, after=2, keep_next=True, outline=3, heading=True),
    _own("contents_title", "TOC Heading", 2.0, pitch=1.36, color="deep", bold=True, after=22, keep_next=True, heading=True),
    _own("contents_1", "toc 1", 1.1, pitch=1.5, bold=True, before=10, after=3, tabs="leader"),
    _own("contents_2", "toc 2", 1.0, pitch=1.7, color="ink2", left=2.4, after=2, tabs="leader"),
    _own("contents_figure", "toc 3", 1.0, pitch=1.7, color="ink2", after=2, tabs="leader"),
    StyleSpec("contents_label", "图表目录标题", "Figures Heading", 1.14, 1.5, color="deep", bold=True, before=24, after=6, keep_next=True),
    _own("body", "Body Text", 1.0, pitch=0, align="both", after=4, first=2),
    StyleSpec("lead", "结论", "Key Message", 1.0, 0, "body", bold=True, after=5),
    _own("bullet", "List Bullet", 1.0, pitch=0, based="body", after=4, left=2, first=-1),
    _own("bullet_2", "List Bullet 2", 1.0, pitch=0, based="body", color="ink2", after=3, left=3.2, first=-1),
    _own("numbered", "List Number", 1.0, pitch=0, based="body", after=4, left=3.5, first=-2.5),
    StyleSpec("label", "小标签", "Small Label", 1.0, 1.6, color="primary", bold=True, before=5, after=2, keep_next=True),
    _own("quote", "Quote", 1.0, pitch=0, based="body", color="ink2", left=2, right=2, before=4, after=6,
         edges=(Edge("left", "p200", 2.25, 10),)),
    StyleSpec("chart_title", "图表标题行", "Chart Title", 0.905, 1.47, color="ink2", before=14, after=4, keep_next=True,
              edges=(Edge("top", "ink", 1, 6),), tabs="right"),
    StyleSpec("figure", "图", "Figure", 0.95, None, align="center", before=6, keep_next=True, edges=(Edge("bottom", "line", 0.75, 4),)),
    _own("caption", "caption", 0.95, pitch=1.4),
    StyleSpec("caption_figure", "图题", "Figure Caption", 0.95, 1.4, "caption", align="center", before=6, after=3),
    StyleSpec("caption_table", "表题", "Table Caption", 0.95, 1.4, "caption", before=12, after=5, keep_next=True),
    StyleSpec("source", "来源", "Source", 0.857, 1.44, color="ink3", align="center", after=12),
    StyleSpec("note", "表注", "Table Note", 0.857, 1.44, color="ink3", before=4, after=10),
    StyleSpec("table_header", "表头", "Table Header", 0.905, 1.49, bold=True),
    StyleSpec("table_cell", "表格文字", "Table Text", 0.905, 1.49),
    StyleSpec("callout_label", "要点标签", "Callout Label", 1.14, 1.54, color="primary", bold=True, keep_next=True),
    StyleSpec("callout", "要点", "Callout", 1.0, 0, "body", after=2),
    StyleSpec("gap", "间隔", "Gap", 9, 1.44),
    StyleSpec("header", "报告页眉", "Report Header", 9, 1.33, color="ink3", edges=(Edge("bottom", "line", 0.75, 8),), tabs="right"),
    StyleSpec("footer", "报告页脚", "Report Footer", 9, 1.33, color="ink3", edges=(Edge("top", "line", 0.75, 7),), tabs="right"),
)  # fmt: skip
"""In the order in which they are made: what others are based on stands before them."""
SPEC = {spec.role: spec for spec in SPECS}
RUNNING_TEXT = frozenset({"body", "lead", "bullet", "bullet_2", "numbered", "quote", "callout"})
"""Roles that are as far apart as body text."""
