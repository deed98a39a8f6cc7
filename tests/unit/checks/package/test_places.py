from __future__ import annotations

import pytest
from lxml import etree

from engine.checks.package.places import A, C, P, W, place, tag
from tests.support.package_seeds import PATHS

DECLARED = " ".join(f'xmlns:{prefix}="{namespace}"' for prefix, namespace in PATHS.items())


@pytest.mark.parametrize(
    ("xml", "name", "said"),
    [
        (
            '<p:sp><p:nvSpPr><p:cNvPr id="4" name="title"/></p:nvSpPr><p:spPr><a:off/></p:spPr></p:sp>',
            f"{A}off",
            'p:sp "title" (id 4), a:off',
        ),
        ("<w:tbl><w:tr/><w:tr><w:tc/></w:tr></w:tbl>", f"{W}tc", "w:tbl 1, w:tr 2, w:tc 1"),
        ('<c:ser><c:order val="2"/><c:numCache/></c:ser>', f"{C}numCache", "c:ser 2, c:numCache"),
        ("<c:ser><c:numCache/></c:ser>", f"{C}numCache", "c:ser ?, c:numCache"),
        ("<p:clrMap/>", f"{P}clrMap", "p:clrMap"),
    ],
)
def test_an_element_is_named_by_what_people_can_find(xml: str, name: str, said: str) -> None:
    assert place(next(etree.fromstring(f"<x {DECLARED}>{xml}</x>").iter(name))) == said


def test_a_shape_is_named_once() -> None:
    root = etree.fromstring(f'<x {DECLARED}><p:pic><p:nvPicPr><p:cNvPr id="7" name="logo"/></p:nvPicPr></p:pic></x>')
    assert place(root[0]) == 'p:pic "logo" (id 7)'


def test_tags_have_the_usual_prefixes() -> None:
    assert tag(f"{A}off") == "a:off"
    assert tag("{http://elsewhere}thing") == "thing"
    assert tag("id") == "id"
