"""FIT021: a picture is blurred or stretched.

What it does: divides the pixels of the part that is seen by the size at which it is placed: less than 110 to the inch are too few, and width and
height may differ by 2 %.
Why it matters: a blurred screenshot cannot be read on a projector, and a stretched logo is the first thing that a company notices.

Fails: a picture of 480 × 270 pixels over 8 inches (60 to the inch); one of 1600 × 900 in a frame of 8 × 5 inches.
Passes: 1600 × 900 pixels over 8 × 4.5 inches (200 to the inch).
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.calling import called, place_of
from engine.checks.definition import DeckCheck
from engine.model.deck import Deck, Picture
from engine.probe.raster import pixels_of

LEAST_DPI = 110
MOST_STRETCH = 0.02
SMALL = 36.0
"""Points: what is smaller on both sides is an icon, whose few pixels nobody counts."""
POINTS = 72.0

MEND = Phrase("换一张更大的图，并锁定纵横比", "take a larger picture, and keep its proportions")


def faults(width: float, height: float, pixels: tuple[float, float]) -> tuple[Phrase, ...]:
    """Return what is wrong with a picture of so many pixels in a frame of so many points."""
    wide, high = pixels
    if min(width, height, wide, high) <= 0 or max(width, height) < SMALL:
        return ()
    found = []
    dpi = min(wide / width, high / height) * POINTS
    if round(dpi) < LEAST_DPI:
        found.append(Phrase(f"每英寸只有 {dpi:.0f} 个像素，会发糊", f"has only {dpi:.0f} pixels to the inch and is blurred"))
    stretch = (width / height) / (wide / high) - 1
    # a frame is rounded to whole points by some programs: a point more or less is no stretching
    if abs(stretch) > MOST_STRETCH and abs(width - height * wide / high) > 1:
        zh, en = ("横向拉宽", "wider") if stretch > 0 else ("纵向拉长", "taller")
        by = abs(stretch) if stretch > 0 else 1 / (1 + stretch) - 1
        found.append(Phrase(f"{zh}了 {by:.0%}", f"is stretched {by:.0%} {en}"))
    return tuple(found)


def run(deck: Deck) -> Iterator[Diagnostic]:
    for number, slide in enumerate(deck.slides, 1):
        for element in slide.elements:
            if isinstance(element, Picture) and (pixels := pixels_of(element.blob)) is not None:
                name = called(element)
                for fault in faults(element.frame.width.points, element.frame.height.points, pixels):
                    yield warning(
                        "FIT021",
                        f"第 {number} 页的{name.zh}{fault.zh}",
                        f"{name.en} on page {number} {fault.en}",
                        place_of(slide, element),
                        MEND,
                    )


DEFINITION = DeckCheck("FIT021", run)
