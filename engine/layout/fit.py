"""The fit ladder: spacing, then font steps down to the floor of the role, then a verdict. Nothing is clipped and nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

from engine.base.diagnostics import Diagnostic, Location, Phrase, error
from engine.base.units import ZERO, Length, Size, pt
from engine.layout.fonts import FontBook
from engine.layout.lines import Line, break_lines, break_safely, count_safely, is_orphaned, tightened
from engine.model.inlines import Text
from engine.model.theme import TypeRole


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph to be set.

    `hanging` is how far its lines stand in from the box (a bullet's text), `first_indent` how much further its first line does; `after` is
    the space in points to the next passage at full spacing.
    """

    text: Text
    hanging: Length = ZERO
    first_indent: Length = ZERO
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Setting:
    """One rung of the ladder: size and exact line pitch in points, and the part of the space between passages that is kept."""

    size: float
    pitch: float
    spacing: float = 1.0


# The spacing rungs at one size: space between passages and leading give way together, down to a leading that still reads well.
_SPACING_RUNGS = ((1.0, 1.0), (0.75, 0.97), (0.5, 0.94))
_LEAST_LEADING = 1.25
_LARGE = 18.0  # points; above it sizes step by a whole point


@dataclass(frozen=True, slots=True)
class Fitted:
    """Passages set in a box.

    `lines` are drawn as they are in PDF; `measure` is the box width to write, which orphan control may have tightened. `height` leaves room
    for every program's own line breaks, `drawn_height` is that of `lines`.
    """

    setting: Setting
    lines: tuple[tuple[Line, ...], ...]
    measure: Length
    height: Length
    drawn_height: Length

    @property
    def line_count(self) -> int:
        return sum(map(len, self.lines))


@dataclass(frozen=True, slots=True)
class Overflow:
    """What does not fit even at the smallest setting: the height it needs there, and how many characters are too many."""

    setting: Setting
    needed: Length
    available: Length
    excess: int


Fit = Fitted | Overflow


def ladder(role: TypeRole) -> Iterator[Setting]:
    """Yield the settings of a role from the best to the last: spacing gives way first at each size, sizes never pass the minimum."""
    size = role.size
    while True:
        for spacing, tightness in _SPACING_RUNGS:
            leading = max(role.leading * tightness, min(role.leading, _LEAST_LEADING))
            yield Setting(size, floor(size * leading * 10 + 1e-6) / 10, spacing)
        if size <= role.minimum:
            return
        size = max(role.minimum, size - (1.0 if size > _LARGE else 0.5))


def fit_text(passages: Sequence[Passage], box: Size, role: TypeRole, fonts: FontBook) -> Fit:
    """Set passages in a box at the first setting of the role's ladder that leaves room for every program's line breaks."""
    return fit_together([passages], [box], role, fonts)[0]


def fit_together(groups: Sequence[Sequence[Passage]], boxes: Sequence[Size], role: TypeRole, fonts: FontBook) -> tuple[Fit, ...]:
    """Set sibling boxes at one setting, the first at which all fit; at the last one those that do not fit are Overflow."""
    setting = Setting(role.size, role.pitch)
    for setting in ladder(role):
        if all(needed_height(group, box.width, setting, fonts) <= box.height for group, box in zip(groups, boxes, strict=True)):
            break
    return tuple(fit_at(group, box, setting, fonts) for group, box in zip(groups, boxes, strict=True))


def fit_at(passages: Sequence[Passage], box: Size, setting: Setting, fonts: FontBook) -> Fit:
    """Set passages in a box at exactly this setting."""
    height = needed_height(passages, box.width, setting, fonts)
    if height > box.height:
        return Overflow(setting, height, box.height, _excess(passages, box, setting, fonts))
    measure, lines = _without_orphans(passages, box, setting, fonts)
    return Fitted(setting, lines, measure, height, _height(passages, [len(each) for each in lines], setting))


def needed_height(passages: Sequence[Passage], width: Length, setting: Setting, fonts: FontBook) -> Length:
    """Return the height to leave for passages set in `width`, whichever program breaks their lines."""
    return _height(passages, [_count(passage, width, setting, fonts) for passage in passages], setting)


def _count(passage: Passage, width: Length, setting: Setting, fonts: FontBook) -> int:
    measure = width - passage.hanging
    return count_safely(passage.text, size=setting.size, measure=measure, fonts=fonts, first_indent=passage.first_indent)


def _height(passages: Sequence[Passage], counts: Sequence[int], setting: Setting) -> Length:
    between = sum(passage.after for passage in passages[:-1]) * setting.spacing
    return pt(sum(counts) * setting.pitch + between)


def _broken(passages: Sequence[Passage], width: Length, setting: Setting, fonts: FontBook) -> tuple[tuple[Line, ...], ...]:
    return tuple(
        break_lines(p.text, size=setting.size, measure=width - p.hanging, fonts=fonts, first_indent=p.first_indent) for p in passages
    )


def _without_orphans(
    passages: Sequence[Passage], box: Size, setting: Setting, fonts: FontBook
) -> tuple[Length, tuple[tuple[Line, ...], ...]]:
    """Return the measure, as given or a little tighter, with the fewest orphans among those that still fit and take no line more."""
    best = _broken(passages, box.width, setting, fonts)
    measure, orphans, count = box.width, sum(map(is_orphaned, best)), sum(map(len, best))
    for width in tightened(box.width)[1:]:
        if not orphans or needed_height(passages, width, setting, fonts) > box.height:
            break
        lines = _broken(passages, width, setting, fonts)
        if sum(map(len, lines)) <= count and sum(map(is_orphaned, lines)) < orphans:
            best, measure, orphans = lines, width, sum(map(is_orphaned, lines))
    return measure, best


def _excess(passages: Sequence[Passage], box: Size, setting: Setting, fonts: FontBook) -> int:
    """Return how many characters stand in lines below the box."""
    top, excess = 0.0, 0
    for passage in passages:
        measure = box.width - passage.hanging
        bounds = break_safely(passage.text, size=setting.size, measure=measure, fonts=fonts, first_indent=passage.first_indent)
        for start, end in bounds:
            top += setting.pitch
            excess += end - start if pt(top) > box.height else 0
        top += passage.after * setting.spacing
    return excess


def overflow_error(overflow: Overflow, subject: Phrase, where: Location) -> Diagnostic:
    """Return the error FIT001 about a text (`subject` names it: 卡片正文, card text) that fits in no way."""
    size, excess = overflow.setting.size, overflow.excess
    return error(
        "FIT001",
        f"{subject.zh}放不下：缩到最小字号 {size:g} 磅仍多出约 {excess} 个字",
        f"{subject.en} does not fit: about {excess} characters too many at the smallest size, {size:g} pt",
        where,
        Phrase("删减文字，拆成两个主题，或换一个版面", "shorten it, split the topic, or choose another layout"),
    )
