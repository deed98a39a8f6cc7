from __future__ import annotations

from lxml import etree

from engine.brand.ground import Ground, GroundKind
from engine.probe.drawn import DrawnBox
from engine.probe.slide_grounds import Drawn, Thing, both, fills_its_frame, known, says_fill

WORDS = DrawnBox(100, 100, 200, 20)
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


def shape(inside: str) -> etree._Element:
    return etree.fromstring(f"<p:sp {NAMESPACES}>{inside}</p:sp>")


def test_words_stand_on_the_background_where_nothing_is_below_them() -> None:
    drawn = Drawn(("FFFFFF",))
    drawn.add(Thing(DrawnBox(0, 0, 50, 50), ("000000",), whole=True))
    assert drawn.under(WORDS) == ("FFFFFF",)


def test_the_last_thing_that_holds_them_counts() -> None:
    drawn = Drawn(())
    drawn.add(Thing(DrawnBox(0, 0, 960, 540), ("FF0000",), whole=True))
    drawn.add(Thing(DrawnBox(90, 90, 300, 50), ("1F3A5F",), whole=True))
    assert drawn.under(WORDS) == ("1F3A5F",)


def test_a_thing_that_holds_a_part_of_them_adds_its_colour() -> None:
    drawn = Drawn(("FFFFFF",))
    drawn.add(Thing(DrawnBox(90, 90, 50, 50), ("1F3A5F",), whole=True))
    drawn.add(Thing(DrawnBox(0, 0, 400, 400), ("00FF00",), whole=False))
    assert drawn.under(WORDS) == ("FFFFFF", "1F3A5F", "00FF00")


def test_what_is_not_known_makes_all_unknown() -> None:
    drawn = Drawn(("FFFFFF",))
    drawn.add(Thing(DrawnBox(90, 90, 50, 50), (), whole=True))
    assert drawn.under(WORDS) == ()
    assert both(("FFFFFF",), ()) == ()


def test_things_drawn_later_hide_words() -> None:
    drawn = Drawn(("FFFFFF",))
    drawn.add(Thing(DrawnBox(90, 90, 300, 50), ("1F3A5F",), whole=True))
    assert drawn.is_hidden(WORDS, 0)
    assert not drawn.is_hidden(WORDS, len(drawn))


def test_flat_grounds_and_gradients_have_known_colours() -> None:
    assert known(Ground(GroundKind.GRADIENT, ("000000", "FFFFFF"))) == ("000000", "FFFFFF")
    assert known(Ground(GroundKind.PICTURE)) == ()


def test_which_shapes_fill_their_frame_and_say_how() -> None:
    assert fills_its_frame(shape('<p:spPr><a:prstGeom prst="rect"/></p:spPr>'))
    assert not fills_its_frame(shape('<p:spPr><a:prstGeom prst="ellipse"/></p:spPr>'))
    assert not fills_its_frame(shape('<p:spPr><a:xfrm rot="60000"/><a:prstGeom prst="rect"/></p:spPr>'))
    assert says_fill(shape("<p:spPr><a:noFill/></p:spPr>"))
    assert not says_fill(shape("<p:spPr/>"))
