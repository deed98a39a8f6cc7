"""FIT021: a picture is blurred or stretched.

What it does: divides the pixels of the part that is seen by the size at which it is placed: less than 110 to the inch are too few, and width and
height may differ by 2 %. Drawings (SVG, EMF, WMF) have no pixels and always pass.
Why it matters: a blurred screenshot cannot be read on a projector, and a stretched logo is the first thing that a company notices.

Fails: a logo pulled wider by its side handle; a picture of the web, 320 pixels wide, across half a slide.
Passes: a cropped photograph whose visible part keeps its proportions.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.checks.fit021_picture import MEND, faults
from engine.probe.drawn import DrawnFile


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    for picture in drawn.pictures:
        if picture.pixels is not None:
            at, called = on_page(drawn, picture.page), quoted(picture.name, Phrase("", ""))
            for fault in faults(picture.width, picture.height, picture.pixels):
                yield warning(
                    "FIT021",
                    f"{at.zh}的图片{called.zh}{fault.zh}",
                    f"the picture {called.en} {at.en} {fault.en}".replace("  ", " "),
                    where,
                    MEND,
                )


CHECK = DrawnCheck("FIT021", ("pptx", "docx", "pdf"), run)
