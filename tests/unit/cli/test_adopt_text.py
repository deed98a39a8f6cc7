from __future__ import annotations

from engine.base.diagnostics import Language, Phrase
from engine.brand.adopt.adopted import Adopted, AdoptedForm, Choice
from engine.cli.adopt_text import adopted_text

WHY = (Phrase("原因", "a reason"), Phrase("又一个", "another"))
ADOPTED = Adopted(
    AdoptedForm.DECK,
    "acme",
    "acme.pptx",
    "",
    "",
    (
        Choice("cover", "", Phrase("版式 1.1 封面", "layout 1.1 Cover"), sure=True, reasons=WHY),
        Choice("cover", "unit", Phrase("自己的文本框", "a box of its own"), sure=False, reasons=WHY),
    ),
    {},
)


def test_in_english() -> None:
    assert adopted_text("公司.pptx", ADOPTED, ["templates/pptx/acme.yaml"], kept=(), sample="out/x.pptx", language=Language.EN) == (
        "Adopted 公司.pptx as theme acme\n\nWritten\n  templates/pptx/acme.yaml\n"
        "  assets/themes/acme.yaml was there and stays (--force writes it anew)\n\n"
        "Roles\n  cover  layout 1.1 Cover    a reason; another\n\n"
        "Slots to look at\n  cover.unit  a box of its own  (look at it)  a reason; another\n\n"
        "Next\n  1. Open out/x.pptx in PowerPoint and look at each page\n"
        "  2. Correct templates/pptx/acme.yaml and assets/themes/acme.yaml, then debrief build templates/pptx/acme-deck-sample\n"
        "  3. Say theme: acme in a report\n"
    )


def test_in_chinese() -> None:
    said = adopted_text("公司.pptx", ADOPTED, [], kept=None, sample="", language=Language.ZH)
    assert "已采纳 公司.pptx，主题名 acme" in said and "（请核对）  原因；又一个" in said
    assert "1. 用 PowerPoint 打开 templates/pptx/acme-deck-sample，逐页看" in said
