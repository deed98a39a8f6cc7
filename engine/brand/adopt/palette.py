"""A palette for debrief from the colours of an Office theme: every token of `COLOR_TOKENS`, its text colours readable on their real grounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.adopt.shades import BLACK, READABLE, WHITE, faded, is_colourful, is_dark, least_ratio, mixed, ratio, readable
from engine.model.theme import Color

ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_STRONG, _ROOM, _NEARLY_INK = 7.0, 9.0, 14.0
_RANK = 1.2
"""What a later colour of the theme must need less changing than the one before it, as contrast, to be the main one."""
_VERDICTS = {"exceed": "0B6B63", "met": "2A5FA8", "improve": "92590A", "missed": "AE3636"}
"""Green, blue, amber, red: what verdicts look like in every theme, made lighter or darker for their ground."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the template shows: its twelve colours by slot, the ground of content, and other grounds that words stand on.

    `ground`, `dark_grounds` and `light_grounds` are RRGGBB, `panels` the dark grounds that are one even colour; `title` is the colour of
    titles on the ground of content, empty if it can't be told.
    """

    colors: Mapping[str, str]
    ground: str
    dark_grounds: tuple[str, ...] = ()
    panels: tuple[str, ...] = ()
    light_grounds: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A colour of the new theme; `why` says where it is from, None when that goes without saying."""

    name: str
    color: Color
    why: Phrase | None = None


def palette(seen: Seen) -> tuple[Token, ...]:
    """Return all tokens in the order of `COLOR_TOKENS`. On a dark ground inks are light, and deep panels are light with dark words."""
    named = _Slots(seen.colors)
    return tuple(_tokens(seen, named))


@dataclass(frozen=True, slots=True)
class _Slots:
    colors: Mapping[str, str]

    def token(self, name: str, value: str, why: Phrase | None = None) -> Token:
        """Return a token that claims the slot of its value, if one has it."""
        slot = next((slot for slot, color in self.colors.items() if color == value), "")
        return Token(name, Color(value, slot), why)


def _tokens(seen: Seen, slots: _Slots) -> Iterator[Token]:
    bg = seen.ground
    base = _first_readable((seen.colors.get("tx1"), seen.colors.get("tx2")), bg)
    below = BLACK if is_dark(bg) and ratio(bg, WHITE) < _ROOM else base  # a ground of middling darkness has no room for lighter cards
    surface, surface2 = mixed(bg, below, 0.05 if below == base else 0.14), mixed(bg, below, 0.10 if below == base else 0.24)
    near = (bg, surface, surface2)
    own = near if is_dark(bg) else (*near, *seen.light_grounds)
    ink = readable(base, own, READABLE)
    yield slots.token("bg", bg, Phrase("内容区的底色", "the ground under the content"))
    yield slots.token("surface", surface)
    yield slots.token("surface2", surface2)
    yield slots.token("line", mixed(bg, base, 0.17))
    yield slots.token("line2", mixed(bg, base, 0.40))
    yield slots.token("ink", ink, _changed(ink, seen.colors.get("tx1", ""), "tx1"))
    yield slots.token("ink2", faded(ink, bg, 0.20, own))
    yield slots.token("ink3", faded(ink, bg, 0.40, own))
    raw, source = _main_color(seen)
    primary = readable(raw, (bg, surface))
    deep, deep_why = _deep(seen, primary)
    ondeep, near_deep = _on_deep(deep, primary)
    primary = _for_both(raw, (bg, surface), ondeep)
    dark = near_deep if is_dark(bg) else (*near_deep, *seen.dark_grounds)
    yield slots.token("deep", deep, deep_why)
    yield slots.token("deep2", near_deep[1])
    yield slots.token("deep3", mixed(deep, ondeep, 0.25))
    yield slots.token("ondeep", ondeep)
    yield slots.token("ondeep2", faded(ondeep, deep, 0.25, dark))
    yield slots.token("ondeep3", faded(ondeep, deep, 0.40, dark))
    yield from _shades(primary, ink, bg, slots, _changed(primary, raw, source))
    yield slots.token("muted", mixed(bg, base, 0.28))
    accent = _spot(seen, deep, raw)
    yield slots.token("accent", accent, Phrase("深色底上的强调", "the one spot on deep ground"))
    for name, color in _VERDICTS.items():
        tint = mixed(bg, color, 0.14)
        yield slots.token(name, readable(color, (bg, surface, tint)))
        yield slots.token(f"{name}_tint", tint)
    yield from _sky(deep, mixed(primary, WHITE, 0.4) if is_dark(deep) else primary, accent, slots)


def _first_readable(colors: Sequence[str | None], ground: str) -> str:
    return next((color for color in colors if color and ratio(color, ground) >= _STRONG), WHITE if is_dark(ground) else BLACK)


def _main_color(seen: Seen) -> tuple[str, str]:
    """Return the colour of the brand and where it is from: of titles and accents the first that need not be changed much to be read."""
    wanted = [("title", seen.title), *((slot, seen.colors.get(slot, "")) for slot in (*ACCENTS, "tx2"))]
    colourful = [(source, color) for source, color in wanted if color and is_colourful(color) and not _is_ink(color, seen)]
    if not colourful:
        return seen.colors.get("accent1", mixed(seen.ground, BLACK, 0.6)), "accent1"
    costs = [max(0.0, READABLE - ratio(color, seen.ground)) + _RANK * at for at, (_, color) in enumerate(colourful)]
    source, color = colourful[costs.index(min(costs))]
    return color, source


def _is_ink(color: str, seen: Seen) -> bool:
    """Tell whether a colour is that of the body text, or so near to black or white that it says nothing beside it."""
    return color == seen.colors.get("tx1") or max(ratio(color, WHITE), ratio(color, BLACK)) > _NEARLY_INK


def _for_both(color: str, grounds: Sequence[str], ondeep: str) -> str:
    """Return a shade that can be read on the grounds, and on which `ondeep` can be read: it is a text colour and a fill."""
    shade = readable(color, (*grounds, ondeep))
    return shade if least_ratio(shade, (*grounds, ondeep)) >= READABLE else readable(color, grounds)


def _deep(seen: Seen, primary: str) -> tuple[str, Phrase]:
    """Return the ground of panels that stand out: of a light template a dark one that it uses itself, of a dark one a light tint."""
    if is_dark(seen.ground):
        return mixed(primary, WHITE, 0.72), Phrase("深色模板：突出的面板用浅色", "dark template: panels that stand out are light")
    for ground in seen.panels:
        if ratio(ground, WHITE) >= _STRONG:
            return ground, Phrase("模板自己的深色底", "a dark ground of the template itself")
    for slot in ("tx2", "tx1", *ACCENTS):
        color = seen.colors.get(slot, "")
        if color and is_colourful(color) and ratio(color, WHITE) >= (_NEARLY_INK - 2 if slot in ACCENTS else _STRONG):
            return color, Phrase(f"主题色 {slot}", f"the theme's {slot}")
    return readable(mixed(primary, BLACK, 0.45), (WHITE,), _STRONG), Phrase("主色加深", "the main colour, darker")


def _on_deep(deep: str, primary: str) -> tuple[str, tuple[str, str]]:
    """Return the ink of deep panels, and their two grounds."""
    if is_dark(deep):
        return WHITE, (deep, mixed(deep, WHITE, 0.07))
    return readable(mixed(primary, BLACK, 0.86), (deep, primary)), (deep, mixed(deep, BLACK, 0.05))


def _shades(primary: str, ink: str, bg: str, slots: _Slots, why: Phrase | None) -> Iterator[Token]:
    """Yield the main colour and three paler ones: the series of charts, and fills that carry words in `ink`."""
    yield slots.token("primary", primary, why)
    for name, share in (("p400", 0.40), ("p200", 0.68), ("p100", 0.86)):
        paler = (mixed(primary, bg, share + (1 - share) * step / 20) for step in range(21))
        yield slots.token(name, next((shade for shade in paler if ratio(ink, shade) >= READABLE), bg))


def _spot(seen: Seen, deep: str, main: str) -> str:
    """Return a colour that stands out on deep panels, not the main one if there is another."""
    others = [color for slot in ACCENTS if is_colourful(color := seen.colors.get(slot, BLACK)) and color != main]
    lit = [color for color in others if ratio(color, deep) >= READABLE]
    return lit[0] if lit else readable(others[0] if others else main, (deep,))


def _sky(deep: str, tint: str, accent: str, slots: _Slots) -> Iterator[Token]:
    """Yield the colours of the skyline of covers: shades between the deep ground and the main colour."""
    for name, share in (("sky", 0.30), ("sky_current", 0.55), ("sky_reflect", 0.12), ("sky_reflect_current", 0.20)):
        yield slots.token(name, mixed(deep, tint, share))
    yield slots.token("sky_reflect_peak", mixed(deep, accent, 0.40))
    yield slots.token("horizon", mixed(deep, tint, 0.62))


def _changed(value: str, was: str, source: str) -> Phrase | None:
    """Return how a colour came from another: as it is, or made readable."""
    if not was:
        return None
    zh_source, en_source = ("标题的颜色", "the colour of titles") if source == "title" else (f"主题色 {source}", f"the theme's {source}")
    if value == was:
        return Phrase(zh_source, en_source)
    return Phrase(f"{zh_source} #{was} 调到对比度够 4.5:1", f"{en_source} #{was}, made readable (4.5:1)")
