from __future__ import annotations

from engine.base.units import inch
from engine.model.inlines import Span, Text
from engine.model.paper import Caption, PaperCell, PaperParagraph, PaperRow, PaperTable, ParagraphRole, Reference
from engine.plan.paper.refer import with_references
from tests.support.planning import t

CAPTION = Caption("表", 2, 1, t("完成情况"), "tab_2_1")
SEE = Text((Span("各项见"), Span("完成情况", ref="完成情况"), Span("。")))
LOST = Text((Span("见"), Span("别处", ref="别处")))


def test_a_title_becomes_its_number_and_leads_there() -> None:
    cell = PaperCell((SEE,))
    table = PaperTable("table-1", (inch(1),), (PaperRow((cell,), inch(1)),), 9.5, 14.2, CAPTION, note=SEE)
    said, set_table, lost = with_references([PaperParagraph(ParagraphRole.BODY, SEE), table, PaperParagraph(ParagraphRole.BODY, LOST)])
    assert isinstance(said, PaperParagraph)
    assert (said.text.plain, said.references) == ("各项见表\u00a02-1。", (Reference(3, 8, "tab_2_1"),))
    assert isinstance(set_table, PaperTable)
    assert set_table.note.plain == "各项见表\u00a02-1。"
    assert isinstance(lost, PaperParagraph)
    assert (lost.text.plain, lost.references) == ("见别处", ())
