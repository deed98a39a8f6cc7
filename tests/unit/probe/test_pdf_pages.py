from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image
from weasyprint import HTML

from engine.probe.pdf_pages import OutlineEntry, PdfFacts, PdfFont, pdf_facts

PAGES = """
<html lang="zh-CN"><head><title>年中述职</title></head><style>
  @page { size: 200pt 100pt; margin: 10pt }
  body { font: 12pt 'Noto Sans CJK SC'; margin: 0 }
  h1, h2, p { margin: 0; font-size: 12pt } h2 { break-before: page } b { font-weight: 700 }
</style><body>
  <h1>业绩</h1><p>曝光 <b>5,284</b> 万次</p>
  <h2>渠道</h2><img alt="渐变" width="10" height="10" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==">
</body></html>"""


@pytest.fixture(scope="module")
def facts() -> PdfFacts:
    return pdf_facts(HTML(string=PAGES).write_pdf(pdf_variant="pdf/ua-1"))


def test_pages_have_size_and_text_in_order(facts: PdfFacts) -> None:
    assert [(page.width, page.height, page.text.split("\n")) for page in facts.pages] == [
        (200, 100, ["业绩", "曝光 5,284 万次"]),
        (200, 100, ["渠道"]),
    ]


def test_the_outline_counts_levels_from_0_and_pages_from_1(facts: PdfFacts) -> None:
    assert facts.outline == (OutlineEntry(0, "业绩", 1), OutlineEntry(1, "渠道", 2))


def test_fonts_are_named_without_the_mark_of_a_subset(facts: PdfFacts) -> None:
    assert sorted(facts.fonts, key=lambda font: font.name) == [
        PdfFont("Noto-Sans-CJK-SC", "Noto Sans CJK SC", embedded=True, subset=True),
        PdfFont("Noto-Sans-CJK-SC-Bold", "Noto Sans CJK SC", embedded=True, subset=True),
    ]


def test_tags_and_words_for_figures_are_found(facts: PdfFacts) -> None:
    assert (facts.tagged, facts.title, facts.alt_texts) == (True, "年中述职", ("渐变",))
    assert {"H1", "H2", "P", "Figure"} <= set(facts.tags)


def test_a_scan_has_none_of_all_that() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (20, 10)).save(buffer, "PDF")
    facts = pdf_facts(buffer.getvalue())
    assert (facts.tagged, facts.fonts, facts.outline, facts.tags, facts.pages[0].text) == (False, (), (), (), "")


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        pdf_facts(b"PK\x03\x04")
