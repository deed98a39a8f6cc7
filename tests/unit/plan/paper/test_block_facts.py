from __future__ import annotations

from engine.base.diagnostics import NOWHERE, Location
from engine.model.paper import PaperBreak, PaperCallout, PaperParagraph, ParagraphRole
from engine.plan.paper.block_facts import are_one_list, is_listed, place_of
from tests.support.planning import t

HERE = Location("content/h1/report.yaml", 3, 1)


def said(role: ParagraphRole) -> PaperParagraph:
    return PaperParagraph(role, t("项"), where=HERE)


def test_headings_are_listed_and_text_is_not() -> None:
    assert is_listed(said(ParagraphRole.HEADING_2))
    assert not is_listed(said(ParagraphRole.BODY)) and not is_listed(PaperBreak())


def test_items_make_a_list_and_callouts_a_row() -> None:
    callout = PaperCallout(t("结论"), (), HERE)
    assert are_one_list(said(ParagraphRole.NUMBERED), said(ParagraphRole.BULLET))
    assert are_one_list(callout, callout)
    assert not are_one_list(said(ParagraphRole.BODY), said(ParagraphRole.BODY)) and not are_one_list(callout, said(ParagraphRole.BULLET))


def test_where_a_block_stands_in_the_content() -> None:
    assert place_of(said(ParagraphRole.BODY)) == HERE
    assert place_of(PaperBreak()) == NOWHERE
