from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from engine.writers.ooxml.xml import attrs, element, escape


def test_elements_nest_and_empty_ones_close_themselves() -> None:
    assert element("c:val", {"val": 1}) == '<c:val val="1"/>'
    assert element("a", None, element("b"), "text") == "<a><b/>text</a>"
    assert element("a", None, "", "") == "<a/>"


def test_attributes_keep_their_order_and_their_line_breaks() -> None:
    assert attrs({"b": 'a"<&', "a": "x\ny\t"}) == ' b="a&quot;&lt;&amp;" a="x&#10;y&#9;"'


def test_text_is_escaped_and_what_xml_cannot_carry_is_dropped() -> None:
    assert escape("a<b>&\x00\x0b\ud800c") == "a&lt;b&gt;&amp;c"


@given(st.text())
def test_text_survives_a_round_trip(text: str) -> None:
    kept = "".join(c for c in text if c in "\t\n\r" or 0x20 <= ord(c) < 0xD800 or 0xE000 <= ord(c) < 0xFFFE or ord(c) > 0xFFFF)
    node = ET.fromstring(element("a", {"b": text}, escape(text)))
    assert (node.text or "", node.get("b")) == (kept, kept)
