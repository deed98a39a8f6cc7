from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.base.diagnostics import Location
from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.model.facts import Fact, FactSource, Ledger
from engine.model.file_ledger import file_ledger
from engine.model.ledger_json import ledger_json
from engine.sources.read import read_table
from engine.sources.spec import TableSpec

WHERE = Location("content/h1/report.yaml", 5, 8)
FACTS = (
    Fact("gmv.actual", "gmv", "actual", 1050000.0, "105 万元", "元", "", FactSource(), "GMV"),
    Fact("gmv.status", "gmv", "status", None, "▲ 超额完成", "", "", FactSource(), "GMV"),
)


def put(workspace: Workspace, blob: bytes) -> Path:
    folder = workspace.root / "content" / "h1"
    folder.mkdir(parents=True)
    (folder / "before.json").write_bytes(blob)
    return folder


def test_the_facts_of_an_earlier_edition_are_rows(workspace: Workspace) -> None:
    folder = put(workspace, ledger_json(file_ledger(Ledger(FACTS), "述职", ()), {}))
    table = read_table(workspace, folder, "before", TableSpec(file="before.json"), WHERE).value
    assert table is not None
    assert table.names == ("id", "metric", "aspect", "label", "text", "unit", "raw")
    assert table.record(0) == {
        "id": "gmv.actual", "metric": "gmv", "aspect": "actual", "label": "GMV", "text": "105 万元", "unit": "元", "raw": 1050000.0,
    }  # fmt: skip
    assert table.record(1)["raw"] is None
    assert (table.file, table.rows) == ("content/h1/before.json", (2, 3))


def test_texts_of_an_english_edition_are_no_numbers_that_cannot_be_read(workspace: Workspace) -> None:
    """Most of them look like numbers (65.0%, 1,204), some do not (14.0 USD, ▲ Exceeded): the column is text all the same."""
    texts = ("65.0%", "1,204", "3.9%", "2.57", "14.0 USD", "▲ Exceeded")
    facts = [replace(FACTS[0], id=f"2025.{at}", text=words, label=str(at), unit="") for at, words in enumerate(texts)]
    folder = put(workspace, ledger_json(file_ledger(Ledger(tuple(facts)), "Review", ()), {}))
    table = read_table(workspace, folder, "before", TableSpec(file="before.json"), WHERE).expect_clean()
    assert [table.record(at)["text"] for at in range(len(texts))] == list(texts)
    assert [table.record(at)["id"] for at in (0, 1)] == ["2025.0", "2025.1"]


@pytest.mark.parametrize("blob", [b"[]", b"{", b'{"facts": [1]}', b'{"facts": {"a": 1}}', b"[" * 100_000, b"\xff\xfe"])
def test_another_json_file_is_refused(blob: bytes, workspace: Workspace) -> None:
    folder = put(workspace, blob)
    (found,) = read_table(workspace, folder, "before", TableSpec(file="before.json"), WHERE).diagnostics
    assert (found.code, found.where.file) == ("DATA016", "content/h1/before.json")
    assert found.message.en == "this is no facts.json: it has no list of facts"
    assert found.hint is not None and found.hint.zh.startswith("用 debrief build 生成的 facts.json")


def test_a_report_without_facts_has_no_rows(workspace: Workspace) -> None:
    folder = put(workspace, json.dumps({"version": 1, "facts": []}).encode())
    (found,) = read_table(workspace, folder, "before", TableSpec(file="before.json"), WHERE).diagnostics
    assert found.code == "DATA012"
