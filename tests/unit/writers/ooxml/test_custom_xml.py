from __future__ import annotations

from lxml import etree

from engine.model.facts import Fact, FactSource, Ledger
from engine.model.ledger_json import LEDGER_NAMESPACE, read_ledger
from engine.model.printed import Printed
from engine.writers.ooxml.custom_xml import ledger_part, properties_part

LEDGER = Ledger((Fact("a", "a", "actual", 1.0, "<1> & \u00a0", "", "x < 2", FactSource()),))


def test_the_ledger_comes_back_whole() -> None:
    root = etree.fromstring(ledger_part(LEDGER, "述职", Printed("pptx")))
    assert root.tag == f"{{{LEDGER_NAMESPACE}}}ledger"
    read = read_ledger(root.text or "")
    assert (read.title, read.facts[0].text, read.files) == ("述职", "<1> & \u00a0", (Printed("pptx"),))


def test_the_properties_name_the_content() -> None:
    root = etree.fromstring(properties_part())
    assert etree.QName(root).localname == "datastoreItem"
    assert [node.attrib.values() for node in root.iter("{*}schemaRef")] == [[LEDGER_NAMESPACE]]
