from __future__ import annotations

from engine.base.units import Point, Rect, inch
from engine.brand.deck_layout import DeckLayout, Slot
from engine.brand.ground import Cover, Ground, GroundKind, beneath
from engine.model.deck import Element, Line, Run, Shape, Stroke, TextBox, TextLine
from engine.model.theme import Color, contrast
from engine.plan.deck.backing import with_panels
from tests.support.planning import sheet

PAGE = Rect.inches(0, 0, 13.333, 7.5)
PHOTO = Ground(GroundKind.GRADIENT, ("203040", "C0C8D0"))
WHITE = Color("FFFFFF")
TITLE = Slot("Title", 0, "", Rect.inches(2, 3, 8, 1))


def box(name: str, frame: Rect, words: str, size: float = 20.0, slot: str | None = None) -> TextBox:
    return TextBox(f"cover/{name}", frame, (TextLine((Run(words, size, WHITE),), size * 1.4),), slot=slot)


def shown(
    *elements: Element, ground: Ground = PHOTO, covers: tuple[Cover, ...] = (), slots: dict[str, Slot] | None = None
) -> list[Element]:
    layout = DeckLayout("cover", "Cover", "layout1", {"title": TITLE, **(slots or {})}, (), WHITE, beneath(ground, covers, PAGE))
    return list(with_panels(elements, layout, PAGE, sheet()))


def panels(elements: list[Element]) -> list[tuple[float, ...]]:
    frames = [each.frame for each in elements if isinstance(each, Shape)]
    return [tuple(round(value.inches, 2) for value in (frame.x, frame.y, frame.right, frame.bottom)) for frame in frames]


def test_words_that_can_be_read_stand_as_they_did() -> None:
    title = box("title", Rect.inches(2, 3, 8, 1), "年中述职")
    assert shown(title, ground=Ground(GroundKind.FLAT, ("203040",))) == [title]


def test_words_on_a_photograph_get_a_panel_which_they_can_be_read_on() -> None:
    found = shown(box("title", Rect.inches(2, 3, 8, 1), "年中述职"), box("subtitle", Rect.inches(2, 3.6, 8, 0.5), "七个战役", 14.0))
    panel = found[0]
    assert isinstance(panel, Shape) and panel.fill is not None and panel.name == "cover/panel"
    assert panels(found) == [(1.74, 2.74, 3.37, 4.13)]
    runs = [run for each in found if isinstance(each, TextBox) for line in each.paragraphs for run in line.runs]
    assert all(contrast(run.color, panel.fill) >= 4.5 for run in runs)


def test_a_panel_near_the_edge_of_the_page_goes_over_it_and_ends_where_the_photograph_does() -> None:
    photo = Cover(Rect.inches(0, 0, 13.333, 4.1), PHOTO)
    found = shown(box("title", Rect.inches(0.6, 3.3, 8, 0.5), "年中述职"), ground=Ground(GroundKind.FLAT, ("FFFFFF",)), covers=(photo,))
    assert panels(found) == [(0.0, 3.04, 1.97, 4.1)]


def test_a_panel_keeps_clear_of_the_logo() -> None:
    logo = Cover(Rect.inches(2, 2.2, 2, 0.7), Ground(GroundKind.PICTURE))
    assert panels(shown(box("title", Rect.inches(2, 3, 8, 1), "年中述职"), covers=(logo,)))[0][1] == 2.95
    far = Cover(Rect.inches(2, 1.9, 2, 0.8), Ground(GroundKind.PICTURE))
    assert panels(shown(box("title", Rect.inches(2, 3, 8, 1), "年中述职"), covers=(far,)))[0][1] == 2.8


def test_a_panel_meets_a_band_across_the_page() -> None:
    band = Cover(Rect.inches(0, 2.2, 13.333, 0.7), Ground(GroundKind.FLAT, ("203040",)))
    assert panels(shown(box("title", Rect.inches(2, 3, 8, 1), "年中述职"), covers=(band,)))[0][1] == 2.9


def test_a_list_stands_on_one_panel_and_its_rules_are_seen() -> None:
    area = Slot("list", 0, "", Rect.inches(6, 1, 5, 4))
    rule = Line("cover/rule", Point(inch(6), inch(2)), Point(inch(11), inch(2)), Stroke(Color("203040"), 0.75))
    rows = [box("question", Rect.inches(6, y, 5, 0.4), "为什么", 14.0) for y in (1.2, 2.2, 3.2)]
    found = shown(*rows, rule, slots={"body_area": area})
    assert len(panels(found)) == 1
    assert isinstance(found[-1], Line) and found[-1].stroke.color != rule.stroke.color


def test_words_on_things_of_our_own_are_left_alone() -> None:
    beam = Shape("cover/beam", Rect.inches(1, 2, 9, 3), fill=Color("203040"))
    title = box("title", Rect.inches(2, 3, 8, 1), "年中述职")
    assert shown(beam, title) == [beam, title]
