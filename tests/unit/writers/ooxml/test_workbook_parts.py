from xml.etree import ElementTree as ET

from engine.writers.ooxml.workbook_parts import (
    CONTENT_TYPES_PART,
    ROOT_RELATIONSHIPS_PART,
    THEME_PART,
    WORKBOOK_PART,
    WORKBOOK_RELATIONSHIPS_PART,
)


def test_every_constant_part_is_xml_with_a_declaration() -> None:
    for part in (CONTENT_TYPES_PART, ROOT_RELATIONSHIPS_PART, THEME_PART, WORKBOOK_PART, WORKBOOK_RELATIONSHIPS_PART):
        assert part.startswith(b"<?xml") and ET.fromstring(part) is not None


def test_every_relationship_has_a_part_with_a_content_type() -> None:
    targets = [f"/xl/{node.get('Target')}" for node in ET.fromstring(WORKBOOK_RELATIONSHIPS_PART)]
    typed = {node.get("PartName") for node in ET.fromstring(CONTENT_TYPES_PART)}
    assert set(targets) <= typed and "/xl/workbook.xml" in typed
