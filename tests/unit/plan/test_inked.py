from __future__ import annotations

from engine.base.units import Rect
from engine.model.blocks import Align
from engine.model.deck import Anchor
from engine.plan.inked import band, inked
from tests.support.planning import in_inches
from tests.unit.checks.test_fit004_overlap import box


def test_the_words_count_and_not_the_frame() -> None:
    wide = Rect.inches(1, 1, 4, 1)
    assert [in_inches(inked(box("a", wide, "一二三四五六", anchor, align))) for anchor, align in (
        (Anchor.TOP, Align.LEFT), (Anchor.MIDDLE, Align.CENTER), (Anchor.BOTTOM, Align.RIGHT),
    )] == ["1 1 1×0.25", "2.5 1.38 1×0.25", "4 1.75 1×0.25"]  # fmt: skip
    assert in_inches(inked(box("a", wide, "一二三abc", breaks=(3,)))) == "1 1 0.5×0.5"


def test_the_band_is_as_wide_as_the_frame() -> None:
    assert in_inches(band(box("a", Rect.inches(1, 1, 4, 1), "一二三", Anchor.BOTTOM))) == "1 1.75 4×0.25"
