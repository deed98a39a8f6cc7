from __future__ import annotations

import pytest

from engine.checks.drawn.fit021_picture import CHECK
from engine.probe.drawn import DrawnFile, DrawnPicture
from tests.support.shown import picture, told


def test_what_is_wrong_is_told() -> None:
    drawn = DrawnFile("pptx", pictures=(picture(576, 324, (480, 270)), picture(360, 225, (1600, 900))))
    assert told(CHECK, drawn) == [
        "plan.file FIT021 the picture “Picture 1” on slide 1 has only 60 pixels to the inch and is blurred",
        "plan.file FIT021 the picture “Picture 1” on slide 1 is stretched 11% taller",
    ]


@pytest.mark.parametrize("each", [picture(576, 324, (1600, 900)), picture(576, 324, None), picture(20, 20, (16, 16))])
def test_sharp_pictures_drawings_and_icons_pass(each: DrawnPicture) -> None:
    assert told(CHECK, DrawnFile("pptx", pictures=(each,))) == []
