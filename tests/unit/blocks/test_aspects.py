from __future__ import annotations

from typing import get_args

from engine.blocks.aspects import ASPECTS, AspectName, aspect_text, tone_of
from engine.model.inlines import Tone
from tests.support.review import AT, context


def test_every_name_an_author_may_write_is_known() -> None:
    assert set(ASPECTS) == set(get_args(AspectName))


def test_an_aspect_the_metric_lacks_is_empty() -> None:
    here = context()
    view = here.metrics.get("events")
    assert not aspect_text(view, "target", AT, here)
    assert tone_of(view) is Tone.NORMAL


def test_the_unit_may_stand_in_the_header() -> None:
    here = context()
    view = here.metrics.get("gmv")
    found = aspect_text(view, "target", AT, here, unit_in_header=True)
    assert (found.plain, found.facts) == ("12,000", ("gmv.target|column",))
    assert aspect_text(view, "attainment", AT, here, unit_in_header=True).plain == "107.0%"
    assert tone_of(view) is Tone.EXCEED
