from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from engine.base.errors import TemplateError
from engine.base.units import Rect, pt
from engine.model.decor import Flat, Gradient, Outline, Path, Pen, PlacedPicture, Stop
from engine.model.theme import Color
from engine.writers.pdf.typst_scene import scene_svg

RED, BLUE = Color("FF0000"), Color("0000FF")
FRAME = Rect(pt(0), pt(0), pt(10), pt(10))
DOT: Outline = (("m", (1.0, 2.0)),)
CLIP: Outline = (("m", (3.0, 4.0)),)
MATRIX = (10.0, 0.0, 0.0, 10.0, 1.0, 2.0)


def drawn(*marks: Path | PlacedPicture) -> str:
    svg = scene_svg(marks, 100, 50)
    start = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50">'
    assert svg.startswith(start) and svg.endswith("</svg>")
    return re.sub(r"base64,[^\"]+", "base64,…", svg.removeprefix(start).removesuffix("</svg>"))


def test_a_flat_path_with_a_line() -> None:
    assert drawn(Path("bar", (DOT,), FRAME, Flat(RED, 0.5), Pen(BLUE, 2, (4, 1), "round", "butt", 0.5))) == (
        '<path d="M 1 2" fill-rule="evenodd" fill="#FF0000" fill-opacity="0.5" stroke="#0000FF" stroke-width="2" stroke-linejoin="round" '
        'stroke-linecap="butt" stroke-dasharray="4 1" stroke-opacity="0.5"/>'
    )
    assert drawn(Path("bar", (DOT,), FRAME, winding=True)) == '<path d="M 1 2" fill-rule="nonzero" fill="none"/>'
    assert drawn(Path("bar", (DOT,), FRAME)) == '<path d="M 1 2" fill-rule="evenodd" fill="none"/>'


def test_a_gradient_is_defined_once() -> None:
    path = Path("bar", (DOT,), FRAME, Gradient((Stop(0.0, RED, 0.0), Stop(1.0, BLUE)), MATRIX))
    assert drawn(path, path) == (
        '<defs><linearGradient id="d0" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="1" y2="0" gradientTransform="matrix(10 0 0 10 1 2)">'
        '<stop offset="0" stop-color="#FF0000" stop-opacity="0"/><stop offset="1" stop-color="#0000FF"/></linearGradient></defs>'
        + '<path d="M 1 2" fill-rule="evenodd" fill="url(#d0)"/>'
        * 2
    )


def test_a_round_gradient() -> None:
    assert '<radialGradient id="d0" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1"' in drawn(
        Path("bar", (DOT,), FRAME, Gradient((Stop(0.0, RED), Stop(1.0, BLUE)), MATRIX, radial=True))
    )


def test_a_picture_within_its_clip() -> None:
    out = io.BytesIO()
    Image.new("RGB", (1, 1)).save(out, "PNG")
    assert drawn(PlacedPicture("logo", out.getvalue(), MATRIX, (CLIP,), FRAME, 0.5)) == (
        '<defs><clipPath id="d0"><path clip-rule="evenodd" d="M 3 4"/></clipPath></defs><g clip-path="url(#d0)"><image opacity="0.5" '
        'width="1" height="1" preserveAspectRatio="none" transform="matrix(10 0 0 10 1 2)" href="data:image/png;base64,…"/></g>'
    )


def test_a_picture_that_cannot_be_read() -> None:
    with pytest.raises(TemplateError, match="a picture cannot be read"):
        scene_svg((PlacedPicture("logo", b"?", MATRIX, (), FRAME),), 1, 1)
