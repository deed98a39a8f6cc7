"""Whether two small pictures of a page differ beyond what anti-aliasing does, and a picture of where.

The rule, in four steps on pictures of one size (others differ as a whole):

1. Both are blurred by a box of 3 × 3 pixels: a stroke that lies between two pixels then weighs the same as one that lies on one.
2. A pixel exceeds by as much as it is lighter than the lightest, or darker than the darkest, of the nine pixels around its place in the other
   picture, in either direction, in the channel where that is most. What moved by less than a pixel exceeds little: its shades stand next door.
3. STRONG: at least FEW pixels exceed by more than STRONG levels (of 255). Text that moved by half a pixel reaches 40 at its sharpest corners.
4. TINT: or a whole square of 5 × 5 pixels exceeds by TINT levels: a fill that changed its shade, which no anti-aliasing does.

So hairlines paler than STRONG may move unseen. Words and numbers are not judged here: they are compared as texts, exactly.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from engine.base.records import dataclass

STRONG, FINE, FEW = 48, 20, 8
TINT, SQUARE = 6, 5
_RED = (208, 32, 48)
_FADED = 0.72

Shares = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PictureChange:
    """`pixels` is how many differ; `picture` a PNG of the new page, faded, with what differs in red and framed."""

    pixels: int
    picture: bytes


def picture_change(before: bytes, after: bytes, hidden: Sequence[Shares] = (), levels: int = STRONG) -> PictureChange | None:
    """Return how two PNG differ, None when they are alike. `hidden` are parts (left, top, right, bottom as shares) that may differ.
    `levels` in place of STRONG: FINE shows where words changed on a page that is known to read differently.

    Raises OSError when one is no picture.
    """
    if before == after:
        return None
    new = _opened(after)
    assert new is not None, "any size will do"
    old = _opened(before, new.size)
    if old is None:
        return PictureChange(new.width * new.height, _png(_marked(new, Image.new("L", new.size, 255))))
    for box in hidden:
        old, new = _without(old, box), _without(new, box)
    mask = differing(old, new, levels)
    return None if mask is None else PictureChange(mask.histogram()[255], _png(_marked(new, mask)))


def differing(old: Image.Image, new: Image.Image, levels: int = STRONG) -> Image.Image | None:
    """Return a mask (255 where they differ) of two pictures of one size, None when they are alike by the rule above."""
    excess = _excess(old.filter(ImageFilter.BoxBlur(1)), new.filter(ImageFilter.BoxBlur(1)))
    strong = excess.point([0] * (levels + 1) + [255] * (255 - levels))
    tint = excess.filter(ImageFilter.MinFilter(SQUARE)).point([0] * TINT + [255] * (256 - TINT))
    if tint.getbbox() is not None:
        strong = ImageChops.lighter(strong, tint.filter(ImageFilter.MaxFilter(SQUARE)))
    elif strong.histogram()[255] < FEW:
        return None
    return strong


def _excess(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return by how much each pixel of either is beyond those around its place in the other, as shades of grey."""
    both = ImageChops.lighter(_beyond(one, other), _beyond(other, one))
    red, green, blue = both.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _beyond(one: Image.Image, other: Image.Image) -> Image.Image:
    lighter = ImageChops.subtract(one, other.filter(ImageFilter.MaxFilter(3)))
    return ImageChops.lighter(lighter, ImageChops.subtract(other.filter(ImageFilter.MinFilter(3)), one))


def _marked(page: Image.Image, mask: Image.Image) -> Image.Image:
    """Return the page, faded, red where the mask is, with a frame around all of it."""
    faded = Image.blend(page, Image.new("RGB", page.size, (255, 255, 255)), _FADED)
    faded.paste(_RED, mask=mask.filter(ImageFilter.MaxFilter(3)))
    box = mask.getbbox()
    if box is not None:
        left, top, right, bottom = box
        ImageDraw.Draw(faded).rectangle(
            (max(0, left - 4), max(0, top - 4), min(page.width - 1, right + 3), min(page.height - 1, bottom + 3)), outline=_RED
        )
    return faded


def _without(page: Image.Image, box: Shares) -> Image.Image:
    left, top, right, bottom = (share * side for share, side in zip(box, (*page.size, *page.size), strict=True))
    copy = page.copy()
    copy.paste((255, 255, 255), (int(left) - 2, int(top) - 2, int(right) + 3, int(bottom) + 3))
    return copy


def _opened(png: bytes, size: tuple[int, int] | None = None) -> Image.Image | None:
    """Return a picture, None when it has another size: it is then not decoded, for somebody else may have put it there."""
    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(io.BytesIO(png), formats=("PNG",)) as opened,
        ):
            return None if size is not None and opened.size != size else opened.convert("RGB")
    except (SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as damage:
        raise OSError(str(damage)) from damage


def _png(page: Image.Image) -> bytes:
    buffer = io.BytesIO()
    page.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()
