from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.brand.adopt.adopted import Choice
from engine.brand.adopt.paper_contract_text import PaperChoices, contract_text
from engine.brand.adopt.paper_tables import Others
from engine.brand.paper_contract import parse_paper_contract
from engine.brand.paper_style import STYLE_ROLES
from engine.brand.yaml_file import read_yaml

GIVEN = PaperChoices(
    "公司: 模板.dotx", "acme.docx", {role: f"样式: {role}" for role in STYLE_ROLES},
    tuple(Choice(role, "", Phrase(role, role), role != "body", (Phrase("理由", "why"),)) for role in STYLE_ROLES),
    Others("报告表格", "Hyperlink", frozenset({"table"})), 4, "light", (Phrase("做了这个", "this was done"),),
)  # fmt: skip


def test_the_contract_reads_back_as_what_was_chosen() -> None:
    text = contract_text(GIVEN)
    document = read_yaml(text.encode(), file="c.yaml", code="TMPL004").expect_clean()
    contract = parse_paper_contract(document).expect_clean()
    assert (contract.template, contract.cover, contract.english_headings) == ("acme.docx", "light", 4)
    assert contract.styles == GIVEN.styles
    assert contract.sections == {"cover": 1, "contents": 2, "body": 3, "landscape": 4}


def test_guesses_are_marked_and_deeds_told() -> None:
    lines = contract_text(GIVEN).splitlines()
    assert next(line for line in lines if line.startswith("  body:")).endswith("# ？理由 · why")
    assert next(line for line in lines if line.startswith("  lead:")).endswith("# 理由 · why")
    assert {"# - 做了这个", "# - this was done"} <= set(lines)
    assert "table: 报告表格  # 模板没有，新建 · made" in lines
