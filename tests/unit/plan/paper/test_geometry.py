from __future__ import annotations

from tests.support.papers import frame
from tests.support.planning import in_inches


def test_the_body_stands_between_header_and_footer() -> None:
    assert in_inches(frame().body) == "1 1.14 6.27×9.56"


def test_a_landscape_page_has_the_same_margins() -> None:
    turned = frame().turned()
    assert in_inches(turned.body) == "1 1.14 9.69×6.13"
    assert turned.turned() == frame()
    assert turned.width > frame().width
