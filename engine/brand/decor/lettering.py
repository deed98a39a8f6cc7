"""Static text of masters and layouts: what it says and how it looks, for those who measure and set it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from engine.base.records import replace
from engine.base.units import EMU_PER_POINT
from engine.brand.decor.fills import name_of
from engine.brand.decor.geometry import adjustments
from engine.brand.decor.placement import TURN, Placed, about, at, then
from engine.brand.decor.preset_box import Box
from engine.brand.decor.sheet import Sheet
from engine.brand.drawing_colors import DrawnColor, drawn_color, share
from engine.brand.office_theme import child
from engine.brand.template_package import NS, A, P
from engine.model.blocks import Align
from engine.model.decor import LetteredLine, Lettering, Letters
from engine.model.theme import Color

_ALIGNS = {"ctr": Align.CENTER, "r": Align.RIGHT}
_ALONG = {"ctr": 0.5, "b": 1.0}
_TURNS = {"vert": 90.0, "eaVert": 90.0, "vert270": 270.0, "horz": 0.0}
_SIDE, _TOP = 91_440, 45_720
_DEFAULT_SIZE = 18.0
_SIZES = (1.0, 4_000.0)
"""Points that text may have (ECMA-376-1, 20.1.10.72)."""
_BULLETS = (f"{A}buChar", f"{A}buNone", f"{A}buAutoNum", f"{A}buBlip")
_ROUND = 1 - 0.5**0.5
"""How far the text of a round corner or circle stands in, as a part of its radius."""


def lettering(node: etree._Element, placed: Placed, sheet: Sheet) -> Lettering | None:
    """Return the text of a shape that is no placeholder, None when it has none."""
    body = node.find(f"{P}txBody")
    if body is None or not any((text.text or "").strip() for text in body.iter(f"{A}t")):
        return None
    box = child(body, "bodyPr")
    said = box if box is not None else etree.Element("none")
    name = name_of(node)
    turn = _TURNS.get(said.get("vert", "horz"))
    if turn is None:
        sheet.skip(name, f"文字方向 {said.get('vert')}", f"text in the direction {said.get('vert')}")
        return None
    lines = tuple(_Reader(node, body, said, sheet).lines())
    left, top, right, bottom = (
        int(said.get(key, str(default))) / EMU_PER_POINT
        for key, default in (("lIns", _SIDE), ("tIns", _TOP), ("rIns", _SIDE), ("bIns", _TOP))
    )
    across, down = _rounding(node, placed)
    left, top, right, bottom = left + across, top + down, right + across, bottom + down
    wide, high = (placed.height, placed.width) if turn in {90.0, 270.0} else (placed.width, placed.height)
    turn += int(said.get("rot", "0")) / TURN
    inset = (1.0, 0.0, 0.0, 1.0, left, top)
    return Lettering(
        name,
        lines,
        then(inset, _upright(placed, wide, high, turn)),
        max(wide - left - right, 1.0),
        high - top - bottom,
        _ALONG.get(said.get("anchor", "t"), 0.0),
        said.get("wrap", "square") != "none",
    )


def _rounding(node: etree._Element, placed: Placed) -> tuple[float, float]:
    """Return how far the text of a shape stands in from its sides, besides its insets, because of its form."""
    preset = node.find("p:spPr/a:prstGeom", NS)
    kind = preset.get("prst", "") if preset is not None else ""
    if preset is None or kind not in {"roundRect", "ellipse"}:
        return 0.0, 0.0
    if kind == "ellipse":
        return placed.width / 2 * _ROUND, placed.height / 2 * _ROUND
    radius = Box(placed.width, placed.height, adjustments(preset)).share("adj", 16_667, 0.5) * min(placed.width, placed.height)
    return radius * _ROUND, radius * _ROUND


def _upright(placed: Placed, wide: float, high: float, turn: float) -> tuple[float, float, float, float, float, float]:
    """Return the matrix of a text box about the middle of its shape, turned with it but never mirrored."""
    x, y = at(placed.matrix, placed.width / 2, placed.height / 2)
    return then((1.0, 0.0, 0.0, 1.0, x - wide / 2, y - high / 2), about(x, y, placed.degrees + turn, across=False, down=False))


class _Reader:
    """Reads the paragraphs of one text body; a property is that of the run, the list style, the style of the shape, the presentation."""

    def __init__(self, node: etree._Element, body: etree._Element, box: etree._Element, sheet: Sheet) -> None:
        self._body, self._sheet, self._name = body, sheet, name_of(node)
        shrunk = child(box, "normAutofit")
        self._scale = share(shrunk.get("fontScale", "100000")) if shrunk is not None else 1.0
        self._pitch = 1 - share(shrunk.get("lnSpcReduction", "0")) if shrunk is not None else 1.0
        self._styled = drawn_color(node.find("p:style/a:fontRef", NS), sheet.colors)

    def lines(self) -> Iterator[LetteredLine]:
        for paragraph in self._body.iterfind(f"{A}p"):
            own = child(paragraph, "pPr")
            level = int(own.get("lvl", "0")) + 1 if own is not None else 1
            chain = [
                each
                for each in (own, self._level(child(self._body, "lstStyle"), level), self._level(self._sheet.text_styles, level))
                if each is not None
            ]
            letters = tuple(self._letters(paragraph, chain))
            mark = self._mark(chain, letters)
            pitch, exact = self._spacing(chain, letters)
            yield LetteredLine(
                letters,
                _ALIGNS.get(_said(chain, "algn"), Align.LEFT),
                pitch,
                exact,
                self._room(chain, "spcBef", letters),
                self._room(chain, "spcAft", letters),
                int(_said(chain, "marL") or 0) / EMU_PER_POINT,
                int(_said(chain, "indent") or 0) / EMU_PER_POINT,
                mark,
            )

    @staticmethod
    def _level(style: etree._Element | None, level: int) -> etree._Element | None:
        return child(style, f"lvl{level}pPr")

    def _mark(self, chain: Sequence[etree._Element], letters: Sequence[Letters]) -> Letters | None:
        """Return the bullet of a paragraph: a sign only, numbers are not counted."""
        said = next((each for one in chain for each in one if each.tag in _BULLETS), None)
        if said is None or said.tag != f"{A}buChar" or not letters:
            return None
        color = next((found for each in chain if (found := drawn_color(child(each, "buClr"), self._sheet.colors)) is not None), None)
        shown = letters[0].color if color is None else Color(color.hex, color.slot)
        return replace(letters[0], text=said.get("char", "•"), color=shown, number=False)

    def _letters(self, paragraph: etree._Element, chain: Sequence[etree._Element]) -> Iterator[Letters]:
        inherited = [found for each in chain if (found := child(each, "defRPr")) is not None]
        for node in paragraph:
            kind = node.tag.removeprefix(A)
            if kind == "br":
                yield self._look("\n", [*_own(node), *inherited])
            elif kind in {"r", "fld"}:
                text = "".join(each.text or "" for each in node.iterfind(f"{A}t"))
                if kind == "fld" and node.get("type", "").startswith("datetime"):
                    self._sheet.skip(self._name, "随日期变化的字段", "a field with the date of the day")
                elif text:
                    yield self._look(text, [*_own(node), *inherited], number=kind == "fld" and node.get("type") == "slidenum")

    def _look(self, text: str, chain: Sequence[etree._Element], *, number: bool = False) -> Letters:
        size = min(max(float(_said(chain, "sz") or _DEFAULT_SIZE * 100) / 100, _SIZES[0]), _SIZES[1])
        color = next((found for each in chain if (found := drawn_color(child(each, "solidFill"), self._sheet.colors)) is not None), None)
        own_color = drawn_color(child(chain[0], "solidFill"), self._sheet.colors) if chain else None
        shown = own_color or self._styled or color or DrawnColor(self._sheet.colors.get("tx1", "000000"), "tx1")
        face = next((each.get("typeface", "") for one in chain if (each := child(one, "latin")) is not None), "")
        capital = _said(chain, "cap") == "all"
        return Letters(
            text.upper() if capital else text,
            round(size * self._scale, 2),
            Color(shown.hex, shown.slot),
            _said(chain, "b") in {"1", "true"},
            face.startswith("+mj"),
            shown.opacity,
            number,
        )

    def _spacing(self, chain: Sequence[etree._Element], letters: Sequence[Letters]) -> tuple[float, bool]:
        spacing = next((found for each in chain if (found := child(each, "lnSpc")) is not None), None)
        percent, points = child(spacing, "spcPct"), child(spacing, "spcPts")
        if points is not None and letters:
            return int(points.get("val", "0")) / 100, True
        return (_percent(percent) if percent is not None else 1.0) * self._pitch, False

    @staticmethod
    def _room(chain: Sequence[etree._Element], name: str, letters: Sequence[Letters]) -> float:
        spacing = next((found for each in chain if (found := child(each, name)) is not None), None)
        percent, points = child(spacing, "spcPct"), child(spacing, "spcPts")
        if points is not None:
            return int(points.get("val", "0")) / 100
        return _percent(percent) * max((each.size for each in letters), default=_DEFAULT_SIZE) * 1.2 if percent is not None else 0.0


def _own(node: etree._Element) -> list[etree._Element]:
    properties = child(node, "rPr")
    return [properties] if properties is not None else []


def _said(chain: Sequence[etree._Element], attribute: str) -> str:
    return next((value for each in chain if (value := each.get(attribute)) is not None), "")


def _percent(node: etree._Element) -> float:
    return share(node.get("val", "100000"))
