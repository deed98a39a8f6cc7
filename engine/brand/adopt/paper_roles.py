"""Which style of a Word template plays which role: by Word's own name, then the name that people read, then the outline level, then use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.inspect.seen_paper import SeenPaper, SeenStyle

BUILT_IN: Mapping[str, str] = {
    "contents_title": "TOC Heading", "contents_1": "toc 1", "contents_2": "toc 2", "contents_figure": "toc 3",
    "heading_1": "heading 1", "heading_2": "heading 2", "heading_3": "heading 3", "heading_4": "heading 4",
    "body": "Body Text", "bullet": "List Bullet", "bullet_2": "List Bullet 2", "numbered": "List Number", "quote": "Quote",
    "caption": "caption", "header": "header", "footer": "footer",
}  # fmt: skip
"""Roles that Word has a style for."""
SHOWN: Mapping[str, tuple[str, ...]] = {
    "contents_title": ("目录标题", "目录", "Contents Heading", "Contents Title"),
    "body": (
        "正文文本",
        "报告正文",
        "正文内容",
        "正文首行缩进",
        "Body Content",
        "Body",
        "Text Body",
        "Main Text",
        "Fließtext",
        "Corps de texte",
    ),
    "bullet": ("项目符号", "项目符号列表", "要点列表", "Bullet", "Bullets", "Bullet List", "List Bullet 1", "Aufzählung", "Liste à puces"),
    "bullet_2": ("项目符号 2", "Bullet 2", "Bullets 2", "Bullet List 2", "Liste à puces 2"),
    "numbered": ("编号", "编号列表", "Numbered List", "Numbering", "List Number 1", "Nummerierung", "Liste numérotée"),
    "quote": ("引用", "引文", "Zitat", "Citation"),
    "lead": ("结论", "核心结论", "导语", "Key Message", "Lead"),
    "label": ("小标签", "小标题", "Label"),
    "caption_figure": ("图题", "图标题", "图名", "图片标题", "Figure Caption", "Figure Title"),
    "caption_table": ("表题", "表标题", "表名", "表格标题", "Table Caption", "Table Title"),
    "source": ("来源", "数据来源", "资料来源", "图表来源", "Source"),
    "note": ("表注", "注释", "图表注", "备注", "Note", "Table Note"),
    "table_header": ("表头", "表格表头", "表格标题行", "Table Header", "Table Heading", "Table Head"),
    "table_cell": (
        "表格文字",
        "表格正文",
        "表格内容",
        "表文",
        "Table Text",
        "Table Body",
        "Table Content",
        "Table Contents",
        "Table Paragraph",
    ),
    "callout": ("要点", "提示", "Callout", "Callout Text"),
    "callout_label": ("要点标签", "提示标题", "Callout Title", "Callout Label"),
}
"""Names that people give to styles of a role."""
MOST_TEXT, FEW = 0.4, 3
"""A style is that of running text when this part of the sample's text, in more paragraphs than these, is set in it."""
_NO_TEXT = ("toc ", "heading ", "header", "footer", "Title", "Subtitle", "TOC Heading", "caption", "List ")


@dataclass(frozen=True, slots=True)
class Taken:
    """The style of a role, and why."""

    role: str
    style: SeenStyle
    sure: bool
    reason: Phrase


def taken_styles(paper: SeenPaper, letters: Mapping[str, tuple[int, int]]) -> dict[str, Taken]:
    """Return a style by role where the template has one. `letters` are characters and paragraphs of the sample's running text by style id."""
    found: dict[str, Taken] = {}
    styles = [style for style in paper.styles if style.kind == "paragraph"]
    for role in dict.fromkeys((*BUILT_IN, *SHOWN)):
        taken = next(_of(role, styles, letters), None)
        if taken is not None and all(taken.style.id != other.style.id for other in found.values()):
            found[role] = taken
    return found


def _of(role: str, styles: Sequence[SeenStyle], letters: Mapping[str, tuple[int, int]]) -> Iterator[Taken]:
    wanted = BUILT_IN.get(role, "")
    if role == "body":
        yield from _most_used(styles, letters)
        if not any(style.used for style in styles if style.built_in == wanted):
            yield from _called(role, [style for style in styles if style.used > FEW])
    for style in styles:
        if wanted and style.built_in == wanted:
            by_name = style.found_by == "name"
            zh, en = (
                ("Word 内置样式", "Word's own style")
                if by_name
                else (f"显示名“{style.name}”就是内置的 {wanted}", f"its name {style.name!r} is what Word shows for {wanted}")
            )
            yield Taken(role, style, by_name, Phrase(zh, en))
    yield from _called(role, styles)
    if role.startswith("heading_"):
        level = int(role[-1])
        outlined = [
            style for style in styles if style.outline == level and style.built_in != "Title" and not style.built_in.startswith("TOC")
        ]
        if outlined:
            most = max(outlined, key=lambda style: style.used)
            yield Taken(role, most, sure=False, reason=Phrase(f"大纲级别 {level}", f"its outline level {level}"))


def _called(role: str, styles: Sequence[SeenStyle]) -> Iterator[Taken]:
    names = {name.replace(" ", "").casefold() for name in SHOWN.get(role, ())}
    for style in styles:
        if style.name.replace(" ", "").casefold() in names and not style.built_in:
            yield Taken(role, style, sure=False, reason=Phrase(f"名称“{style.name}”", f"its name {style.name!r}"))


def _most_used(styles: Sequence[SeenStyle], letters: Mapping[str, tuple[int, int]]) -> Iterator[Taken]:
    """Yield the style that most of the sample's running text is set in, unless that is Normal or one for another purpose."""
    total = sum(count for count, _ in letters.values())
    for style in sorted(styles, key=lambda style: -letters.get(style.id, (0, 0))[0]):
        count, paragraphs = letters.get(style.id, (0, 0))
        special = style.outline is not None or style.built_in.startswith(_NO_TEXT) or style.built_in == "Normal"
        if count >= MOST_TEXT * total and paragraphs > FEW and not special and style.built_in != "Body Text":
            zh = f"示例正文大多用它（{paragraphs} 段）"
            yield Taken("body", style, sure=False, reason=Phrase(zh, f"most of the sample's text is set in it ({paragraphs} paragraphs)"))
        if count:
            return
