from __future__ import annotations

import pytest
from weasyprint import HTML

from engine.model.outline import OutlinePage
from engine.probe.outline_pdf import pdf_outline

PAGES = """
<html lang="zh-CN"><style>
  @page { size: 200pt 200pt; margin: 10pt }
  body { font: 12pt 'Noto Sans CJK SC' } h1, p { margin: 0; font-size: 12pt } p { break-before: page }
</style><body><h1>业绩</h1><div>完成 92.4%</div><div>3 / 17</div><p>无题的一页</p></body></html>"""


def test_a_page_is_named_by_its_bookmark_else_its_first_line_and_its_number_is_no_text() -> None:
    assert pdf_outline(HTML(string=PAGES).write_pdf()) == (OutlinePage("业绩", ("完成 92.4%",)), OutlinePage("无题的一页"))


def test_other_bytes_are_no_pdf() -> None:
    with pytest.raises(ValueError, match="Failed to load document"):
        pdf_outline(b"PK")
