from __future__ import annotations

from engine.base.units import Size, inch
from engine.writers.docx import drawing
from tests.unit.writers.docx.xml_of import tree

SIZE = Size(inch(2), inch(1))


def test_a_chart_stands_in_the_line_with_its_words_for_those_who_cannot_see_it() -> None:
    made = drawing.chart(4, "chart-1", '占比 "A" <B>', SIZE, "rId9")
    tree(f"<w:p>{made}</w:p>")
    assert '<wp:extent cx="1828800" cy="914400"/>' in made
    assert '<wp:docPr id="4" name="chart-1" descr="占比 &quot;A&quot; &lt;B&gt;"/>' in made
    assert '<c:chart r:id="rId9"/>' in made


def test_a_picture_keeps_its_proportions() -> None:
    made = drawing.picture(5, "venue", "会场", SIZE, "rId3")
    tree(f"<w:p>{made}</w:p>")
    assert 'noChangeAspect="1"' in made
    assert '<a:blip r:embed="rId3"/>' in made
