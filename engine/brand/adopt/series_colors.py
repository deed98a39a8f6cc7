"""The colours of a chart's series: the accents of a company's theme where they can be told apart, shades of its main colour where not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.adopt.color_sight import blind_difference, difference, lightness
from engine.brand.adopt.palette import ACCENTS, Seen, Token
from engine.brand.adopt.shades import BLACK, READABLE, WHITE, is_colourful, is_dark, mixed, ratio
from engine.model.theme import Color

MOST = 6
"""Series with colours of their own: a chart of more parts is hard to read in any colours (CHART102)."""
APART, APART_BLIND, APART_GREY = 15.0, 10.0, 8.0
"""Least differences: CIEDE2000 to everybody, to colour-blind readers (11 is the least of Okabe and Ito's palette), and in L* without colour."""
SEEN = 2.0
"""Least contrast with the ground, for a line of two points."""
_ALARM = 12.0
"""A colour nearer to a bad verdict than this says something that it does not mean: it comes last."""
_DEEPER = (0.0, 0.25, 0.5)
"""An accent as it is, then further from the ground by these shares, as Office's own variants “darker 25 %” and “50 %”."""
_SHADES = ("p400", "p200", "line2", "muted", "ink3")
_PALE, _INKY = 1.5, 12.0
"""Least and most contrast of a shade with the ground: paler it is lost, darker it is taken for text."""
_VERDICTS = ("missed", "improve")
_RANKS = 3
_TOLD = 4
"""Pairs that are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class SeriesColors:
    """`colors` in the order that series take them, empty where no accent is fit: then they are shades; `remarks` are what was measured."""

    colors: tuple[Token, ...] = ()
    remarks: tuple[Phrase, ...] = ()


def series_colors(seen: Seen, tokens: Sequence[Token]) -> SeriesColors:
    """Return the series of a palette: the main colour, then every accent that is fit, in the theme's order, then shades up to six.

    Fit is what stands out from the ground, carries readable labels, and differs from all before it to everybody. Accents that must be
    changed for that come after those that need not; greys, and colours that look like the verdicts “missed” and “improve”, come last.
    """
    known = {token.name: token.color for token in tokens}
    main = known["primary"]
    chosen = [Token("series", main, Phrase("主色", "the main colour"))]
    others = {slot: seen.colors[slot] for slot in ACCENTS if slot in seen.colors and difference(seen.colors[slot], main.hex) >= APART}
    wanted = [(rank, share, slot) for rank in range(_RANKS) for share in _DEEPER for slot in others if _rank(others[slot], known) == rank]
    taken = set[str]()
    for _, share, slot in wanted:
        if slot not in taken and (found := _fit(slot, others[slot], share, known)) and _new(found, chosen):
            taken.add(slot)
            chosen.append(found)
    if len(chosen) == 1:
        return SeriesColors()
    del chosen[MOST:]
    accents = len(chosen)
    chosen += _shades(known, [each.color.hex for each in chosen])
    return SeriesColors(tuple(chosen), (*_measured(chosen, accents),))


def _rank(color: str, known: Mapping[str, Color]) -> int:
    if not is_colourful(color):
        return 2
    return int(any(difference(color, known[verdict].hex) < _ALARM for verdict in _VERDICTS))


def _fit(slot: str, accent: str, share: float, known: Mapping[str, Color]) -> Token | None:
    """Return the accent, further from the ground by a share, as a series; None if it hardly stands out, or carries no readable label."""
    end = WHITE if is_dark(known["bg"].hex) else BLACK
    color = mixed(accent, end, share)
    labels = max(ratio(known[ink].hex, color) for ink in ("ink", "ondeep"))
    if ratio(color, known["bg"].hex) < SEEN or labels < READABLE:
        return None
    why = Phrase(f"主题色 {slot}", f"the theme's {slot}")
    if not share:
        return Token("series", Color(color, slot), why)
    zh, en = ("加深", "darker") if end == BLACK else ("调亮", "lighter")
    return Token("series", Color(color), Phrase(f"{why.zh} #{accent} {zh} {share:.0%}", f"{why.en} #{accent}, {share:.0%} {en}"))


def _new(token: Token, chosen: Sequence[Token]) -> bool:
    """Tell whether everybody can tell a colour from all that were chosen."""
    return all(
        difference(token.color.hex, each.color.hex) >= APART and blind_difference(token.color.hex, each.color.hex) >= APART_BLIND
        for each in chosen
    )


def _shades(known: Mapping[str, Color], before: Sequence[str]) -> Iterator[Token]:
    """Yield what fills up the six: of the shades and greys of the palette always the one most unlike all before it."""
    ground = known["bg"].hex
    taken, left = list(before), [known[name] for name in _SHADES if _PALE <= ratio(known[name].hex, ground) <= _INKY]
    while len(taken) < MOST and left:
        best = max(left, key=lambda color: min(min(difference(color.hex, each), blind_difference(color.hex, each)) for each in taken))
        left.remove(best)
        taken.append(best.hex)
        yield Token(
            "series", best, Phrase("不够分的主题色之外，用主色的浅色和灰色", "no further accent is fit: a shade or grey of the palette")
        )


def _measured(chosen: Sequence[Token], accents: int) -> Iterator[Phrase]:
    colors = [token.color.hex for token in chosen[:accents]]
    pairs = list(combinations(colors, 2))
    all_see, blind = min(difference(*pair) for pair in pairs), min(blind_difference(*pair) for pair in pairs)
    yield Phrase(
        f"前 {accents} 色两两色差 ΔE2000 至少 {all_see:.0f}，色觉障碍者看至少 {blind:.0f}",
        f"the first {accents} differ by {all_see:.0f} (CIEDE2000) at least, to colour-blind readers by {blind:.0f}",
    )
    alike = [f"{one}/{other}" for one, other in pairs if abs(lightness(one) - lightness(other)) < APART_GREY]
    if alike:
        more_zh, more_en = (f" 等 {len(alike)} 对", f" and {len(alike) - _TOLD} more") if len(alike) > _TOLD else ("", "")
        yield Phrase(
            f"黑白打印时难分（明度差不到 {APART_GREY:.0f}）：{'、'.join(alike[:_TOLD])}{more_zh}",
            f"hard to tell apart in black and white (less than {APART_GREY:.0f} in lightness): {', '.join(alike[:_TOLD])}{more_en}",
        )
    else:
        yield Phrase(
            f"黑白打印也分得清（明度差都在 {APART_GREY:.0f} 以上）", f"told apart in black and white, too ({APART_GREY:.0f} in lightness)"
        )
