"""Which layout of a deck would play which role of a contract, guessed from names, types, placeholders, geometry and sample slides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.base.units import Size
from engine.brand.inspect.deck_problems import BODY_TYPES, body_areas
from engine.brand.inspect.seen_deck import SeenDeck, SeenLayout, SeenMaster, SeenPlaceholder

ROLES = ("cover", "agenda", "divider", "content", "closing")
_ENOUGH = 3
"""Sample slides from which it says something that none uses a layout."""
_WIDE = 0.5
"""Share of the page's width from which a title in mid-page stands for itself, and not beside something."""
SURE = 6
"""Points from which a guess stands on more than one sign, or on one that says it all."""

_NAMES: Mapping[str, str] = {
    "cover": r"封面|首页|标题幻灯片|\bcover\b|title ?slide|^title(?!.*(only|and|content|caption|text|body|picture))|^front",
    "agenda": r"目录|议程|提纲|agenda|\btoc\b|contents\b|outline",
    "divider": r"章节|节标题|过渡|分隔|转场|section|divider|chapter|breaker",
    "content": r"标题和内容|内容|正文|title ?(and|&|,|_and_)? ?_?(content|text|body|bullets)|^content|bullet|generic",
    "closing": r"总结|小结|结束|封底|尾页|致谢|谢谢|感谢|summary|closing|conclusion|thank|\bend\b|\bback ?cover|contact",
}
_NOT_CONTENT = r"two|2[x_ ]|comparison|column|caption|quote|vertical|picture|image|table|chart|split|cover|两栏|双栏|比较|图片|竖排|题注|引言|表格|图表"
_TYPES = {"title": "cover", "secHead": "divider", "obj": "content", "tx": "content"}


@dataclass(frozen=True, slots=True)
class Guess:
    """The layout that would play a role, None when the deck has no layout at all; `reasons` say why, the strongest first."""

    role: str
    layout: SeenLayout | None
    points: int
    reasons: tuple[Phrase, ...]

    @property
    def is_sure(self) -> bool:
        return self.points >= SURE


@dataclass(frozen=True, slots=True)
class _Clue:
    role: str
    points: int
    reason: Phrase


def guessed_roles(deck: SeenDeck) -> tuple[Guess, ...]:
    """Return one guess a role, in the order of ROLES, all from one master where that has any.

    Agenda, closing and cover fall back on the layout of the content, a divider on the cover.
    """
    clues = {layout.part: tuple(_clues(layout, deck)) for layout in deck.layouts}
    main = main_master(deck)
    best = {role: _best(role, main.layouts, clues) for role in ROLES}
    for role in ("cover", "content"):
        best[role] = best[role] or _best(role, tuple(deck.layouts), clues)
    taken = [guess.layout for role in ("cover", "content") if (guess := best[role]) is not None]
    best["divider"] = _best("divider", [layout for layout in main.layouts if layout not in taken], clues)
    for role in ("cover", "agenda", "closing"):
        if best[role] is None:
            reason = Phrase("没有合适的专用版式，用内容版式", "no layout of its own fits: that of the content")
            best[role] = _instead(role, best["content"], reason)
    if best["divider"] is None:
        best["divider"] = _instead("divider", best["cover"], Phrase("没有章节版式，用封面版式", "no section layout: that of the cover"))
    none = Phrase("没有合适的版式", "no layout fits")
    return tuple(best[role] or Guess(role, None, 0, (none,)) for role in ROLES)


def main_master(deck: SeenDeck) -> SeenMaster:
    """Return the master that most sample slides are on, the first without such: in real decks the first is not always the brand's."""
    return max(deck.masters, key=lambda master: len(master.slides))


def _instead(role: str, other: Guess | None, reason: Phrase) -> Guess | None:
    return None if other is None else Guess(role, other.layout, 0, (reason,))


def _best(role: str, layouts: Sequence[SeenLayout], clues: Mapping[str, tuple[_Clue, ...]]) -> Guess | None:
    """Return the layout with most points for a role; of equals the one that more slides use, then the first. None: no layout has any."""
    found: list[tuple[int, int, SeenLayout, list[_Clue]]] = []
    for layout in layouts:
        mine = [clue for clue in clues[layout.part] if clue.role == role]
        points = sum(clue.points for clue in mine)
        if points > _least(role):
            found.append((points, len(layout.slides), layout, mine))
    if not found:
        return None
    points, _, layout, mine = max(found, key=lambda each: (each[0], each[1]))  # the first of equals
    reasons = sorted((clue for clue in mine if clue.points > 0), key=lambda clue: -clue.points)
    return Guess(role, layout, points, tuple(clue.reason for clue in reasons))


def _least(role: str) -> int:
    """Return what a layout must have more of: without a name that says so, none is an agenda or an end."""
    return {"cover": 1, "content": 0, "divider": 1}.get(role, 3)


def _clues(layout: SeenLayout, deck: SeenDeck) -> Iterator[_Clue]:
    yield from _said(layout)
    yield from _of_placeholders(layout, deck.size)
    yield from _of_samples(layout, deck)


def _said(layout: SeenLayout) -> Iterator[_Clue]:
    name = " ".join(layout.name.replace("_", " ").split()).casefold()
    for role, pattern in _NAMES.items():
        if re.search(pattern, name):
            yield _Clue(role, 4, Phrase(f"名称“{layout.name}”", f"its name {layout.name!r}"))
    if re.search(_NOT_CONTENT, name):
        for role in ("content", "divider"):
            yield _Clue(role, -3, Phrase("名称指的是特殊版面", "its name tells of a special page"))
    if layout.type in _TYPES:
        yield _Clue(_TYPES[layout.type], 4, Phrase(f"类型 {layout.type}", f"its type {layout.type}"))
    elif layout.type:
        yield _Clue("content", -2, Phrase(f"类型 {layout.type}", f"its type {layout.type}"))


def _of_placeholders(layout: SeenLayout, size: Size) -> Iterator[_Clue]:
    title, bodies = layout.title, body_areas(layout, size)
    texts = [each for each in layout.of_types(*BODY_TYPES, "subTitle") if each.frame is not None]
    if title is not None and title.type == "ctrTitle" and not bodies:
        yield _Clue("cover", 2, Phrase("居中标题占位符", "a centred title"))
    if layout.of_types("subTitle") and not bodies:
        yield _Clue("cover", 1, Phrase("副标题占位符", "a subtitle"))
    middle = _middle(title, size)
    wide = title is not None and title.frame is not None and float(title.frame.width) >= _WIDE * float(size.width)
    standing = wide and not bodies and middle is not None and 0.25 <= middle <= 0.8
    if standing:
        for role, points in (("cover", 1), ("divider", 2)):
            yield _Clue(role, points, Phrase("标题在页面中部，没有内容区", "the title in mid-page, no room for content"))
    if title is None and texts and not bodies:
        yield _Clue("cover", 1, Phrase("只有短文字，没有标题和内容区", "only short texts, neither title nor room for content"))
    if bodies:
        for role in ("cover", "divider"):
            yield _Clue(role, -4, Phrase("有大内容区", "a large body area"))
    if standing and layout.of_types("body", "obj", "subTitle"):
        yield _Clue("divider", 1, Phrase("标题加一段短文字", "a title and a short text"))
    yield from _room(layout, bodies, texts, middle)


def _room(layout: SeenLayout, bodies: tuple[SeenPlaceholder, ...], texts: list[SeenPlaceholder], middle: float | None) -> Iterator[_Clue]:
    """Yield what speaks for and against content: a title on top, one large body, nothing else."""
    top = middle is not None and middle < 0.25
    if top:
        yield _Clue("content", 2, Phrase("标题在页面上方", "the title on top"))
    if layout.title is not None and len(bodies) == 1 and len(texts) == 1:
        yield _Clue("content", 4, Phrase("标题和一个大内容区", "a title and one large body area"))
    elif layout.title is not None and bodies:
        others = len(texts) - 1
        yield _Clue("content", 2, Phrase(f"大内容区和另外 {others} 个占位符", f"a large body area and {others} more"))
    elif top and not texts:
        yield _Clue("content", 1, Phrase("标题以下留空", "nothing below the title"))
    if not bodies:
        for role in ("agenda", "closing"):
            yield _Clue(role, -4 if not top else -1, Phrase("没有内容区", "no room for content"))
    if layout.title is None:
        yield _Clue("content", -4, Phrase("没有标题", "no title"))


def _middle(title: SeenPlaceholder | None, size: Size) -> float | None:
    if title is None or title.frame is None or not size.height:
        return None
    return (float(title.frame.y) + float(title.frame.height) / 2) / float(size.height)


def _of_samples(layout: SeenLayout, deck: SeenDeck) -> Iterator[_Clue]:
    """Yield what the sample slides tell: who opens the deck, and what most slides use."""
    if not deck.slides:
        return
    if 1 in layout.slides:
        yield _Clue("cover", 5, Phrase("第 1 张示例页用它", "the first sample slide uses it"))
        if len(layout.slides) == 1:
            yield _Clue("content", -2, Phrase("只用于第 1 张示例页", "only the first sample slide uses it"))
    if len(deck.slides) >= _ENOUGH and not layout.slides:
        for role in ("cover", "agenda", "content", "closing"):  # short decks have no sections
            yield _Clue(role, -3, Phrase("没有示例页用它", "no sample slide uses it"))
    most = max((len(each.slides) for each in deck.layouts), default=0)
    if len(layout.slides) > 1 and len(layout.slides) == most:
        reason = Phrase(f"示例页用得最多（{most} 张）", f"most sample slides use it ({most})")
        yield _Clue("content", 5, reason)
        yield _Clue("cover", -3, reason)
    elif layout.slides and 1 not in layout.slides:
        reason = Phrase("有示例页用它", "sample slides use it")
        for role in ROLES[1:]:
            yield _Clue(role, 1, reason)
