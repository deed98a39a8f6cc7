from __future__ import annotations

import io

import pytest
from PIL import Image

from engine.base.units import Rect
from engine.checks.fit021_picture import DEFINITION, faults
from engine.model.deck import Picture
from tests.support.checks import deck_of


def pixels(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


def found(frame: Rect, blob: bytes) -> list[str]:
    deck = deck_of(Picture("s/picture", frame, "a.png", blob, "结算页"))
    return [f"{item.where} {item.message.en}" for item in DEFINITION.run(deck)]


def test_a_blurred_picture_is_told_where_it_was_written() -> None:
    assert found(Rect.inches(1, 1, 8, 4.5), pixels(480, 270)) == [
        "content/h1/report.yaml:9:5 “结算页” on page 1 has only 60 pixels to the inch and is blurred"
    ]


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ((576, 360, 1600, 900), ["is stretched 11% taller"]),
        ((576, 300, 1600, 900), ["is stretched 8% wider"]),
        ((576, 324, 800, 450), ["has only 100 pixels to the inch and is blurred"]),
        ((576, 360, 800, 450), ["has only 90 pixels to the inch and is blurred", "is stretched 11% taller"]),
    ],
)
def test_faults(frame: tuple[float, float, float, float], said: list[str]) -> None:
    assert [each.en for each in faults(*frame[:2], frame[2:])] == said


@pytest.mark.parametrize(
    "frame", [(576, 324, 1600, 900), (576, 324, 880, 495), (576, 330, 1600, 900), (20, 30, 16, 16), (576, 0, 16, 16), (100, 57, 1600, 900)]
)
def test_what_passes(frame: tuple[float, float, float, float]) -> None:
    assert faults(*frame[:2], frame[2:]) == ()


def test_a_drawing_has_no_pixels() -> None:
    assert found(Rect.inches(1, 1, 8, 4.5), b"<svg/>") == []
