from __future__ import annotations

import json

import pytest

from engine.base.records import replace
from engine.checks.agreement import Discord
from engine.checks.agreement_report import agreement_html, agreement_json
from engine.checks.finished import Reopened, reopened
from engine.model.file_ledger import FileLedger, standings
from tests.support.ledger_report import FORMATS, finished

PALETTE = {name: color.hex for name, color in finished().planned.deck.theme.colors.items()}


def opened(format_name: str) -> Reopened:
    found = reopened(format_name, finished().blobs[format_name], f"半年小结.{format_name}")
    assert found is not None
    return found


FILES = [opened(name) for name in FORMATS]
WHOLE = FileLedger("半年<小结>", FILES[0].ledger.facts, files=tuple(one.ledger.files[0] for one in FILES))
DIFFERENT = replace(FILES[0], agreement=replace(FILES[0].agreement, discords=(Discord(4, "s/title", "gmv", "<1>", None),)))


def test_machines_read_what_was_compared() -> None:
    told = json.loads(agreement_json(FILES))
    assert told["agree"] is True
    assert [(file["file"], file["charts"], file["discords"]) for file in told["files"]] == [(f"半年小结.{name}", 2, []) for name in FORMATS]


def test_machines_read_what_differs() -> None:
    told = json.loads(agreement_json([DIFFERENT]))
    assert told["agree"] is False
    assert told["files"][0]["discords"] == [{"page": 4, "place": "s/title", "fact": "gmv", "expected": "<1>", "found": None}]


@pytest.mark.parametrize(("language", "words"), [("zh-CN", "● 全部一致"), ("en", "● all agree")])
def test_people_read_it_in_their_language(language: str, words: str) -> None:
    page = agreement_html(FILES, WHOLE, standings(WHOLE), language, PALETTE).decode()
    assert page.count(words) == 3
    assert "半年&lt;小结&gt;" in page and "weekly.csv!B2:B4" in page and "content/h1" not in page


def test_people_read_what_differs() -> None:
    page = agreement_html([DIFFERENT], WHOLE, standings(WHOLE), "zh-CN", PALETTE).decode()
    assert "▼ 1 处不一致" in page and "没有找到" in page and "&lt;1&gt;" in page


def test_the_page_stands_for_itself_and_is_the_same_each_time() -> None:
    page = agreement_html(FILES, WHOLE, standings(WHOLE), "zh-CN", PALETTE)
    assert page == agreement_html(FILES, WHOLE, standings(WHOLE), "zh-CN", PALETTE)
    assert b"http" not in page and b"<script" not in page and b"src=" not in page
