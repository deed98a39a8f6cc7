from __future__ import annotations

from engine.base.units import Rect
from engine.model.theme import Color
from engine.plan.paper.art.definition import CoverArt, Patch
from engine.writers.docx.cover_art import art_run
from engine.writers.docx.marks import Marks
from tests.support.paper_sample import harbor
from tests.unit.writers.docx.xml_of import tree

ART = CoverArt((Patch("a", Rect.inches(1, 2, 3, 1), Color("112233")), Patch("b", Rect.inches(2, 1, 4, 1), Color("445566"))))


def test_the_group_is_behind_the_text_and_every_shape_has_its_own_number() -> None:
    made = art_run(ART, harbor(), Marks())
    tree(f"<w:p>{made}</w:p>")
    assert 'behindDoc="1"' in made
    assert [f'id="{number}"' in made for number in range(1, 4)] == [True] * 3


def test_the_group_is_as_large_as_what_is_in_it() -> None:
    made = art_run(ART, harbor(), Marks())
    assert '<wp:positionH relativeFrom="page"><wp:posOffset>914400</wp:posOffset></wp:positionH>' in made
    assert '<wp:extent cx="4572000" cy="1828800"/>' in made
    assert '<a:chOff x="914400" y="914400"/><a:chExt cx="4572000" cy="1828800"/>' in made


def test_nothing_drawn_is_nothing_written() -> None:
    assert art_run(CoverArt(()), harbor(), Marks()) == ""
