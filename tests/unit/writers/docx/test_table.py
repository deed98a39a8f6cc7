from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import Length, inch
from engine.model.inlines import Tone, text
from engine.model.paper import PaperCell, PaperRow, PaperTable
from engine.writers.docx.captions import CaptionWriter
from engine.writers.docx.marks import Marks
from engine.writers.docx.table import TableWriter, cell_margins, columns, grid, twips
from tests.support.paper_sample import calendar_table, harbor, kpi_table, tracking_table
from tests.unit.writers.docx.xml_of import W, styles, tree, writer


def written(table: PaperTable, *, page_break: bool = False) -> str:
    marks = Marks()
    runs = writer(marks)
    return "".join(TableWriter(harbor(), runs, CaptionWriter(runs, marks)).table(table, page_break=page_break))


def test_caption_above_note_below() -> None:
    made = written(kpi_table())
    assert styles(made)[0] == "TableCaption"
    assert styles(made)[-1] == "Note"


def test_the_grid_and_the_cells_say_the_same() -> None:
    for table in (kpi_table(), tracking_table(), calendar_table()):
        made = tree(written(table))
        widths = [int(node.get(f"{W}w", "")) for node in made.iter(f"{W}gridCol")]
        assert widths == columns(table.widths)
        for row in made.iter(f"{W}tr"):
            at = 0
            for cell in row.iterfind(f"{W}tc"):
                node = cell.find(f"{W}tcPr/{W}gridSpan")
                span = 1 if node is None else int(node.get(f"{W}val", ""))
                width = cell.find(f"{W}tcPr/{W}tcW")
                assert width is not None
                assert int(width.get(f"{W}w", "")) == sum(widths[at : at + span])
                at += span
            assert at == len(widths)


@given(st.lists(st.integers(10_000, 3_000_000), min_size=1, max_size=14))
def test_column_widths_add_up_to_the_rounded_whole(lengths: list[int]) -> None:
    made = columns([Length(length) for length in lengths])
    assert sum(made) == twips(Length(sum(lengths)))
    assert all(abs(width - length / 635) <= 1 for width, length in zip(made, lengths, strict=True))


def kept(table: PaperTable) -> str:
    """Return a letter a row: K when it stays on the page of what is below it."""
    rows = tree(written(table)).iter(f"{W}tr")
    return "".join("K" if row.find(f".//{W}keepNext") is not None else "-" for row in rows)


def test_a_short_table_stays_whole_and_others_part_between_rows_that_stay_together() -> None:
    row = PaperRow((PaperCell((text("字"),)),), inch(0.4))
    table = PaperTable("t", (inch(6),), (replace(row, header=True), *([row] * 8)), 9.5, 14.2)
    assert kept(replace(table, together=8)) == "KKKKKKKK-"
    assert kept(replace(table, together=3)) == "KKK---KK-"
    assert kept(replace(table, together=3, note=text("注"))) == "KKK---KKK"


def test_note_and_source_are_one_thing() -> None:
    made = written(replace(kpi_table(), note=text("注"), source=text("来源")))
    assert re.findall(r'<w:pStyle w:val="Note"/>(?:<w:keepNext/>)?<w:spacing (w:\w+)="0"/>', made) == ["w:after", "w:before"]


def test_rows_are_whole_and_the_header_repeats() -> None:
    made = tree(written(tracking_table()))
    rows = list(made.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 9
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    heights = [row.find(f"{W}trPr/{W}trHeight") for row in rows]
    assert {(node.get(f"{W}val"), node.get(f"{W}hRule")) for node in heights if node is not None} == {("893", "atLeast")}


def test_dense_tables_say_their_size_and_pitch() -> None:
    made = written(tracking_table())
    assert '<w:sz w:val="17"/>' in made
    assert 'w:line="250" w:lineRule="exact"' in made
    assert "<w:sz " not in written(kpi_table())


def test_rules_grounds_and_bold_of_rows() -> None:
    made = written(calendar_table())
    header, *_, total = made.split("<w:tr>")[1:]
    assert header.count('w:themeFill="background2"') == 13
    assert header.count('<w:bottom w:val="single" w:sz="6"') == 13
    assert total.count('<w:top w:val="single" w:sz="6"') == 13
    assert total.count("<w:b/>") == 13
    assert '<w:gridSpan w:val="3"/><w:shd w:val="clear" w:color="auto" w:fill="B3D1DC"' in made


def test_a_verdict_tints_its_cell() -> None:
    assert 'w:fill="FAE9E6"' in written(tracking_table())


def test_the_tone_of_a_cell_colours_its_words_and_margins_are_the_tables_own() -> None:
    toned = PaperCell((text("−4.2%"),), tone=Tone.MISSED)
    row = PaperRow((toned, PaperCell((text("x"),), tone=Tone.QUIET, tinted=True)), inch(0.3))
    made = written(PaperTable("t", (inch(1), inch(2)), (row,), 9.5, 14.2, trailing=(inch(0.2), Length(0)), margin=inch(0.05)))
    assert '<w:color w:val="AE3636" w:themeColor="accent6"/>' in made
    assert '<w:color w:val="43535F"/>' in made
    assert "<w:shd" not in made
    assert '<w:left w:w="72" w:type="dxa"/>' in made
    assert made.count('<w:tcMar><w:right w:w="360" w:type="dxa"/></w:tcMar>') == 1


def test_a_page_break_stands_before_the_caption() -> None:
    assert written(kpi_table(), page_break=True).startswith('<w:p><w:pPr><w:pStyle w:val="TableCaption"/><w:keepNext/><w:pageBreakBefore/>')


def test_small_parts() -> None:
    assert grid([5, 6]) == '<w:tblGrid><w:gridCol w:w="5"/><w:gridCol w:w="6"/></w:tblGrid>'
    assert '<w:left w:w="115" w:type="dxa"/>' in cell_margins(115)
    assert twips(inch(1)) == 1440
