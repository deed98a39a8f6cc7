"""`load_paper_brand`: theme, contract and Word template together, or everything that is wrong with them."""

from __future__ import annotations

from engine.base.diagnostics import NOWHERE, Diagnostic, Location, Outcome, Phrase, error
from engine.base.units import Size, mm
from engine.base.workspace import Workspace
from engine.brand.brand_parts import BrandReader
from engine.brand.paper_contract import match_paper, parse_paper_contract
from engine.brand.paper_style import PaperBrand, PaperSection
from engine.brand.paper_template import read_paper_template

FOLDER = "templates/docx"
A4 = Size(mm(210), mm(297))
"""The pages are drawn for this size."""

_TOLERANCE = mm(1)
_READER = BrandReader(FOLDER, parse_paper_contract, read_paper_template)


def load_paper_brand(workspace: Workspace, theme_name: str, chosen_at: Location = NOWHERE) -> Outcome[PaperBrand]:
    """Load what a document in the theme `theme_name` looks like; `chosen_at` is blamed when there is no such theme.

    TMPL001 to TMPL007: as `BrandReader.parts`. TMPL012, TMPL013: contract and template disagree. TMPL014: the body is not A4.
    """
    read = _READER.parts(workspace, theme_name, chosen_at)
    parts = read.value
    if parts is None:
        return Outcome(None, read.diagnostics)
    matched = match_paper(parts.contract, parts.document, parts.template)
    if matched.value is None:
        return Outcome(None, matched.diagnostics)
    found = matched.value
    if (finding := _other_size(found.sections["body"], parts.template_file)) is not None:
        return Outcome(None, (finding,))
    brand = PaperBrand(
        theme=parts.theme,
        template_path=parts.template_path,
        sections=found.sections,
        styles=found.styles,
        table_style=found.table_style,
        hyperlink_style=found.hyperlink_style,
        english_headings=parts.contract.english_headings,
        office=parts.template.office,
    )
    return Outcome(brand)


def _other_size(section: PaperSection, file: str) -> Diagnostic | None:
    width, height = section.size.width, section.size.height
    if abs(width - A4.width) <= _TOLERANCE and abs(height - A4.height) <= _TOLERANCE:
        return None
    across, down = width / mm(1), height / mm(1)
    zh, en = (
        f"模板正文页面为 {across:.0f} × {down:.0f} 毫米，应为 A4（210 × 297）",
        (f"the template's body pages are {across:.0f} × {down:.0f} mm; A4 (210 × 297) is needed"),
    )
    mend = Phrase("在 Word 中改为：布局 > 纸张大小 > A4", "in Word: Layout > Size > A4")
    return error("TMPL014", zh, en, Location(file), mend)
