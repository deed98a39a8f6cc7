"""`load_paper_brand`: theme, contract and Word template together, or everything that is wrong with them."""

from __future__ import annotations

from engine.base.diagnostics import NOWHERE, Diagnostic, Location, Outcome, Phrase, error
from engine.base.units import Size, mm
from engine.base.workspace import Workspace
from engine.brand.paper_contract import match_paper, parse_paper_contract
from engine.brand.paper_style import PaperBrand, PaperSection
from engine.brand.paper_template import read_paper_template
from engine.brand.theme import load_theme
from engine.brand.yaml_file import read_yaml

FOLDER = "templates/docx"
A4 = Size(mm(210), mm(297))
"""The pages are drawn for this size."""

_TOLERANCE = mm(1)


def load_paper_brand(workspace: Workspace, theme_name: str, chosen_at: Location = NOWHERE) -> Outcome[PaperBrand]:
    """Load what a document in the theme `theme_name` looks like; `chosen_at` is blamed when there is no such theme.

    TMPL001, TMPL002: the theme file. TMPL003: contract or template is not there. TMPL004: the contract. TMPL005 to TMPL007: the template
    file. TMPL012, TMPL013: contract and template disagree. TMPL014: the body is not A4.
    """
    theme = load_theme(workspace, theme_name, chosen_at)
    contract_file = f"{FOLDER}/{theme_name}.yaml"
    if theme.value is None:
        return Outcome(None, theme.diagnostics)
    contract_path = workspace.find_input(contract_file)
    if contract_path is None:
        return Outcome(None, (_absent(contract_file, chosen_at if chosen_at != NOWHERE else Location(contract_file)),))
    document = read_yaml(contract_path.read_bytes(), file=workspace.relative(contract_path), code="TMPL004")
    if document.value is None:
        return Outcome(None, document.diagnostics)
    contract = parse_paper_contract(document.value)
    if contract.value is None:
        return Outcome(None, contract.diagnostics)
    template_path = workspace.find_input(f"{FOLDER}/{contract.value.template}")
    if template_path is None:
        return Outcome(None, (_absent(f"{FOLDER}/{contract.value.template}", document.value.place("template")),))
    template_file = workspace.relative(template_path)
    template = read_paper_template(template_path, file=template_file)
    if template.value is None:
        return Outcome(None, template.diagnostics)
    matched = match_paper(contract.value, document.value, template.value)
    if matched.value is None:
        return Outcome(None, matched.diagnostics)
    if (finding := _other_size(matched.value.sections["body"], template_file)) is not None:
        return Outcome(None, (finding,))
    found = matched.value
    brand = PaperBrand(
        theme=theme.value,
        template_path=template_path,
        sections=found.sections,
        styles=found.styles,
        table_style=found.table_style,
        hyperlink_style=found.hyperlink_style,
        english_headings=contract.value.english_headings,
        office=template.value.office,
    )
    return Outcome(brand)


def _absent(file: str, where: Location) -> Diagnostic:
    return error("TMPL003", f"找不到文件“{file}”", f"the file {file!r} is not there", where)


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
