"""The lists of an adopted Word template: headings, bullets and numbered items get one where the template has none."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.adopt.paper_styles import HEADINGS, Styles
from engine.brand.adopt.word_xml import PARAGRAPH, node, part_of, put, twips
from engine.brand.paper_template import W


@dataclass(frozen=True, slots=True)
class NewLevel:
    """A level of a list that is made: indents in points, `role` the style that is in it (empty: none), `color` RRGGBB of its sign."""

    format: str
    text: str
    role: str = ""
    suffix: str = "nothing"
    left: float = 0
    hanging: float = 0
    color: str = ""
    size: float = 0


SIGNS = "Arial"
"""The face of bullets."""
CHINESE = (
    NewLevel("chineseCountingThousand", "%1、", "heading_1"),
    NewLevel("chineseCountingThousand", "（%2）", "heading_2"),
    NewLevel("decimal", "%3.", "heading_3", "space"),
    NewLevel("decimal", "（%4）", "heading_4"),
)
ENGLISH = (
    NewLevel("decimal", "%1", suffix="space"),
    NewLevel("decimal", "%1.%2", suffix="space"),
    NewLevel("decimal", "%1.%2.%3", suffix="space"),
    NewLevel("decimal", "(%4)", suffix="space"),
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """`english` is the list (`w:numId`) that numbers headings of English reports; `told` says what was made or taken."""

    english: int
    told: tuple[Phrase, ...]


def complete_lists(styles: Styles, root: etree._Element) -> Numbered:
    """Give headings, bullets and numbered items a list each where they have none."""
    told: list[Phrase] = []
    first, second = (_list_of(styles, role) for role in HEADINGS[:2])
    if first is not None and second is not None:
        english = first
        _join_made_headings(styles, first)
        told.append(
            Phrase(
                f"标题沿用模板的多级编号（列表 {first}），中英文报告都用它",
                f"headings keep the template's numbering (list {first}), whatever the language",
            )
        )
    else:
        chinese = _add(styles, root, CHINESE)
        english = _add(styles, root, ENGLISH)
        for level, role in enumerate(HEADINGS):
            _number(styles, role, chinese, level)
        zh = "标题没有多级编号，新建：中文 一、（一）1.（1），英文 1 1.1"
        told.append(Phrase(zh, "headings had no numbering: made, 一、（一）1.（1） in Chinese, 1 1.1 in English"))
    signs = {"bullet": ("•", "primary"), "bullet_2": ("–", "ink3")}
    missing = [role for role in signs if _list_of(styles, role) is None]
    if missing:
        levels = []
        for role, (sign, color) in signs.items():
            style = styles.style(role)
            hanging = max(0.0, -style.first) or style.size
            levels.append(
                NewLevel(
                    "bullet", sign, role if role in missing else "", "tab", max(style.left, hanging), hanging, styles.look.colors[color]
                )
            )
        made = _add(styles, root, levels)
        for level, role in enumerate(signs):
            if role in missing:
                _number(styles, role, made, level, levels[level])
        told.append(Phrase("项目符号没有列表，新建", "bullets had no list: made"))
    if _list_of(styles, "numbered") is None:
        style = styles.style("numbered")
        hanging = max(0.0, -style.first) or 2.5 * style.size
        item = NewLevel("decimal", "（%1）", "numbered", "nothing", max(style.left, hanging), hanging)
        _number(styles, "numbered", _add(styles, root, (item,)), 0, item)
        told.append(Phrase("编号段落没有列表，新建：（1）（2）", "numbered items had no list: made, (1) (2)"))
    return Numbered(english, tuple(told))


def _list_of(styles: Styles, role: str) -> int | None:
    """Return the list of a role's style, None when it has none or its level prints nothing."""
    numbering = styles.style(role).numbering
    levels = styles.lists.get(numbering[0], ()) if numbering is not None else ()
    if numbering is None or numbering[1] >= len(levels):
        return None
    level = levels[numbering[1]]
    wanted = level.format == "bullet" if role.startswith("bullet") else level.format not in {"bullet", "none"}
    return numbering[0] if wanted and level.text else None


def _join_made_headings(styles: Styles, number: int) -> None:
    """Put headings that were made into the list of the template's own."""
    levels = styles.lists[number]
    for level, role in enumerate(HEADINGS):
        if role in styles.made and level < len(levels) and levels[level].text and levels[level].format not in {"bullet", "none"}:
            _number(styles, role, number, level)


def _number(styles: Styles, role: str, number: int, level: int, like: NewLevel | None = None) -> None:
    paragraph = part_of(styles.node(styles.ids[role]), "pPr", ("pPr", "rPr"))
    made = node("numPr")
    made.append(node("ilvl", val=level))
    made.append(node("numId", val=number))
    put(paragraph, made, PARAGRAPH)
    if like is not None:
        indent = node("ind", leftChars=0, left=twips(like.left), hangingChars=0, hanging=twips(like.hanging))
        put(paragraph, indent, PARAGRAPH)


def _add(styles: Styles, root: etree._Element, levels: Sequence[NewLevel]) -> int:
    """Add a list and return its number."""
    kinds = [int(each.get(f"{W}abstractNumId", "0")) for each in root.iterfind(f"{W}abstractNum")]
    numbers = [int(each.get(f"{W}numId", "0")) for each in root.iterfind(f"{W}num")]
    kind, number = max(kinds, default=0) + 1, max(numbers, default=0) + 1
    made = node("abstractNum", abstractNumId=kind)
    made.append(node("nsid", val=f"5DB{kind:05X}"))
    made.append(node("multiLevelType", val="multilevel"))
    made.append(node("tmpl", val=f"6DB{kind:05X}"))
    for depth, level in enumerate(levels):
        made.append(_level(level, depth, styles))
    first = root.find(f"{W}num")
    if first is None:
        ids = root.find(f"{W}numIdMacAtCleanup")
        root.append(made) if ids is None else ids.addprevious(made)
    else:
        first.addprevious(made)
    entry = node("num", numId=number)
    entry.append(node("abstractNumId", val=kind))
    last = (root.findall(f"{W}num") or root.findall(f"{W}abstractNum"))[-1]
    last.addnext(entry)
    return number


def _level(level: NewLevel, depth: int, styles: Styles) -> etree._Element:
    made = node("lvl", ilvl=depth)
    made.append(node("start", val=1))
    made.append(node("numFmt", val=level.format))
    if level.role:
        made.append(node("pStyle", val=styles.ids[level.role]))
    if level.suffix != "tab":
        made.append(node("suff", val=level.suffix))
    made.append(node("lvlText", val=level.text))
    made.append(node("lvlJc", val="left"))
    paragraph = node("pPr")
    paragraph.append(node("ind", left=twips(level.left), hanging=twips(level.hanging)))
    made.append(paragraph)
    if level.color:
        run = node("rPr")
        run.append(node("rFonts", ascii=SIGNS, hAnsi=SIGNS, cs=SIGNS, hint="default"))  # Chinese faces have a small dot in a wide place
        run.append(node("color", val=level.color))
        made.append(run)
    return made
