"""`load_paper_brand`: theme, contract and Word template together, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.base.diagnostics import NOWHERE, Diagnostic, Location, Outcome, Phrase, error, warning
from engine.base.units import Size, mm
from engine.base.workspace import Workspace
from engine.brand.brand_parts import BrandReader
from engine.brand.paper_contract import match_paper, parse_paper_contract
from engine.brand.paper_style import PaperBrand, PaperSection
from engine.brand.paper_template import read_paper_template
from engine.brand.true_slots import true_slots

FOLDER = "templates/docx"
LEAST_TEXT = Size(mm(90), mm(120))
"""A narrower or lower column of text has no room for tables and charts."""

_READER = BrandReader(FOLDER, parse_paper_contract, read_paper_template)


def load_paper_brand(workspace: Workspace, theme_name: str, chosen_at: Location = NOWHERE) -> Outcome[PaperBrand]:
    """Load what a document in the theme `theme_name` looks like; `chosen_at` is blamed when there is no such theme.

    TMPL001 to TMPL007: as `BrandReader.parts`. TMPL012, TMPL013: contract and template disagree. TMPL014: no room for text.
    """
    read = _READER.parts(workspace, theme_name, chosen_at)
    parts = read.value
    if parts is None:
        return Outcome(None, read.diagnostics)
    matched = match_paper(parts.contract, parts.document, parts.template)
    if matched.value is None:
        return Outcome(None, matched.diagnostics)
    found = matched.value
    if (finding := _too_small(found.sections["body"], parts.template_file)) is not None:
        return Outcome(None, (finding,))
    brand = PaperBrand(
        theme=true_slots(parts.theme, (parts.template.office,)),
        template_path=parts.template_path,
        sections=found.sections,
        styles=found.styles,
        table_style=found.table_style,
        hyperlink_style=found.hyperlink_style,
        english_headings=parts.contract.english_headings,
        office=parts.template.office,
        lists=parts.template.lists,
        light_cover=parts.contract.cover != "dark",
        own_cover=parts.contract.cover == "own",
    )
    return Outcome(brand, (*read.diagnostics, *_left_out(found.sections.values(), parts.template_file)))


def _left_out(sections: Iterable[PaperSection], file: str) -> Iterator[Diagnostic]:
    """Yield what of headers and footers the PDF leaves out, each drawing once."""
    names = dict.fromkeys(name for section in sections for art in section.art for name in art.skipped)
    if names:
        zh = f"页眉页脚里的这些图形不会出现在 PDF 中：{'、'.join(names)}"
        en = f"the PDF leaves out drawings of headers and footers: {', '.join(names)}"
        mend = Phrase("换成 PNG 或 JPEG 图片", "make them PNG or JPEG pictures")
        yield warning("TMPL011", zh, en, Location(file), mend)


def _too_small(section: PaperSection, file: str) -> Diagnostic | None:
    width, height = section.text_width, section.text_height
    if width >= LEAST_TEXT.width and height >= LEAST_TEXT.height:
        return None
    across, down = width / mm(1), height / mm(1)
    zh, en = (
        f"模板正文的版心只有 {across:.0f} × {down:.0f} 毫米，至少要 90 × 120",
        (f"the margins of the template's body leave {across:.0f} × {down:.0f} mm for text; 90 × 120 are needed"),
    )
    mend = Phrase("在 Word 中改小页边距（布局 > 页边距），或换大一号纸", "in Word: Layout > Margins, or a larger paper")
    return error("TMPL014", zh, en, Location(file), mend)
