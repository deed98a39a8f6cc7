from __future__ import annotations

from lxml import etree

from engine.brand.deck_layout import SampleShapes
from engine.writers.pptx.laid_below import PLAIN, laid_below
from engine.writers.pptx.references import References, TemplatePart

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
BAND = f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="7" name="Band"/></p:nvSpPr></p:sp>'
LOGO = f'<p:pic {SPACES}><p:nvPicPr><p:cNvPr id="9" name="Logo" descr="ACME"/></p:nvPicPr><p:blipFill><a:blip r:embed="rId5"/></p:blipFill></p:pic>'
GLUED = (
    f'<p:cxnSp {SPACES}><p:nvCxnSpPr><p:cNvPr id="11" name="Line"/><p:cNvCxnSpPr><a:stCxn id="7" idx="0"/><a:endCxn id="3" idx="0"/>'
    "</p:cNvCxnSpPr></p:nvCxnSpPr></p:cxnSp>"
)


def sample(*shapes: str, background: str = "", shows_master: bool = True) -> SampleShapes:
    return SampleShapes(background, "", shapes, {"rId5": "ppt/media/image3.png"}, shows_master)


def heads(xml: str) -> list[tuple[str, str]]:
    root = etree.fromstring(f"<x {SPACES}>{xml}</x>")
    return [(node.get("id", ""), node.get("name", "")) for node in root.iter("{*}cNvPr")]


def test_shapes_come_first_with_ids_of_their_own() -> None:
    below = laid_below(sample(BAND, LOGO), References())
    assert heads(below.shapes) == [("2", "Band"), ("3", "Logo")]
    assert below.count == 2
    assert (below.attributes, below.background, below.color_map) == ("", "", PLAIN.color_map)


def test_pictures_are_those_of_the_template() -> None:
    references = References()
    references.shared("https://example.com")
    below = laid_below(sample(LOGO), references)
    assert 'r:embed="rId3"' in below.shapes
    assert references.targets[1] == TemplatePart("ppt/media/image3.png")


def test_only_what_has_no_words_for_a_listener_is_decorative() -> None:
    band, logo = (laid_below(sample(shape), References()).shapes for shape in (BAND, LOGO))
    assert "adec:decorative" in band and "adec:decorative" not in logo


def test_connectors_are_glued_to_what_is_there() -> None:
    shapes = laid_below(sample(BAND, GLUED), References()).shapes
    assert '<a:stCxn id="2" idx="0"/>' in shapes and "endCxn" not in shapes


def test_a_background_and_a_hidden_master() -> None:
    ground = f'<p:bg {SPACES}><p:bgPr><a:blipFill><a:blip r:embed="rId5"/></a:blipFill><a:effectLst/></p:bgPr></p:bg>'
    below = laid_below(sample(background=ground, shows_master=False), References())
    assert 'r:embed="rId2"' in below.background and below.attributes == ' showMasterSp="0"'
