from __future__ import annotations

import pytest

from engine.model.file_ledger import standings
from engine.model.ledger_json import ledger_json
from engine.probe.carried import NotReadable, carries_ledger, ledger_inside
from engine.probe.package_parts import open_parts
from tests.support.foreign import slides
from tests.support.ledger_report import FORMATS, finished, rewritten


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_carries_the_facts_and_its_own_places(format_name: str) -> None:
    ledger = finished().ledger(format_name)
    assert {fact.text for fact in ledger.facts} >= {"126.3%", "1,040\u00a0单", "85%"}
    assert [printed.format for printed in ledger.files] == [format_name]


@pytest.mark.parametrize("format_name", FORMATS)
def test_no_folder_of_this_machine_travels_with_it(format_name: str) -> None:
    told = ledger_json(finished().ledger(format_name)).decode()
    assert '"cells":"content/h1/data/weekly.csv!B2:B4"' in told
    assert "/tmp" not in told and "\\\\" not in told


def test_facts_beside_the_files_are_a_ledger_too() -> None:
    whole = finished().ledger("pdf")
    assert ledger_inside("json", ledger_json(whole, standings(whole))) == whole


def test_a_file_without_a_ledger_has_none() -> None:
    bare = rewritten(finished().blobs["pptx"], lambda name, blob: b"<x/>" if name.startswith("customXml/item1") else blob)
    assert ledger_inside("pptx", bare) is None
    assert ledger_inside("json", b"{}") is None


def test_a_broken_part_is_passed_over() -> None:
    broken = rewritten(finished().blobs["docx"], lambda name, blob: b"<x" if name.startswith("customXml/item1") else blob)
    assert ledger_inside("docx", broken) is None


@pytest.mark.parametrize("format_name", FORMATS)
def test_what_is_not_of_its_format_is_refused(format_name: str) -> None:
    with pytest.raises(NotReadable):
        ledger_inside(format_name, b"nothing of the kind")


def test_whether_there_is_a_ledger_is_told_without_reading_it() -> None:
    for blob, carries in ((finished().blobs["pptx"], True), (finished().blobs["docx"], True), (slides(), False)):
        with open_parts(blob) as parts:
            assert carries_ledger(parts) is carries
