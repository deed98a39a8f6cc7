"""Contract files of documents: `templates/docx/<theme>.yaml` says which style plays which role and which section lends its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.base.registry import nearest
from engine.brand.paper_style import SECTION_ROLES, STYLE_ROLES, PaperSection, PaperStyle
from engine.brand.paper_template import PaperTemplate
from engine.brand.template_name import template_name
from engine.brand.yaml_file import YamlFile
from engine.brand.yaml_mistakes import did_you_mean
from engine.brand.yaml_schema import parse_as


def _template(value: object) -> str:
    return template_name(value, ("docx", "dotx"))


class PaperContract(BaseModel):
    """`template` is a file name beside the contract; styles are named, sections and lists numbered as in the template.

    `cover`: the words stand on a dark block, or light on the page, so that the company's own header and footer are seen there; `own` is the
    same without a motif of ours: the header of the cover has the company's design.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    template: Annotated[str, PlainValidator(_template)]
    sections: dict[str, Annotated[int, Field(ge=1, le=99)]]
    styles: dict[str, str]
    table: str
    hyperlink: str
    english_headings: Annotated[int, Field(ge=1)]
    cover: Literal["dark", "light", "own"] = "dark"


@dataclass(frozen=True, slots=True)
class MatchedPaper:
    """What the contract names, found in the template; the two style names have become ids."""

    sections: Mapping[str, PaperSection]
    styles: Mapping[str, PaperStyle]
    table_style: str
    hyperlink_style: str


def parse_paper_contract(document: YamlFile) -> Outcome[PaperContract]:
    """Check a contract by itself. TMPL004: a mistake in it, or a role that planner and writer need and it lacks."""
    parsed = parse_as(PaperContract, document, code="TMPL004")
    if parsed.value is None:
        return parsed
    findings = Findings()
    findings.extend(_gaps("sections", parsed.value.sections, SECTION_ROLES, document))
    findings.extend(_gaps("styles", parsed.value.styles, STYLE_ROLES, document))
    return findings.outcome(None if findings.has_errors else parsed.value)


def _gaps(part: str, given: Mapping[str, object], roles: Sequence[str], document: YamlFile) -> Iterator[Diagnostic]:
    for role in roles:
        if role not in given:
            yield error("TMPL004", f"“{part}”缺少角色“{role}”", f"{part!r} lacks the role {role!r}", document.place(part))
    for role in given:
        if role not in roles:
            hint = did_you_mean(role, tuple(roles))
            where = document.keys.get((part, role), Location(document.file))
            yield error("TMPL004", f"“{part}”中没有角色“{role}”", f"{part!r} knows no role {role!r}", where, hint)


def match_paper(contract: PaperContract, document: YamlFile, template: PaperTemplate) -> Outcome[MatchedPaper]:
    """Find what the contract names. TMPL012: the template has no such style. TMPL013: it has no such section or list."""
    findings = Findings()
    by_name = {style.name.casefold(): style for style in template.styles}
    others = {name.casefold(): key for name, key in template.others.items()}
    styles: dict[str, PaperStyle] = {}
    for role, name in contract.styles.items():
        if (found := by_name.get(name.casefold())) is not None:
            styles[role] = found
        else:
            findings.add(_no_style(name, [style.name for style in template.styles], document.place("styles", role)))
    for name, where in ((contract.table, document.place("table")), (contract.hyperlink, document.place("hyperlink"))):
        if name.casefold() not in others:
            findings.add(_no_style(name, list(template.others), where))
    for role, number in contract.sections.items():
        if number > len(template.sections):
            count = len(template.sections)
            zh, en = f"模板只有 {count} 节，没有第 {number} 节", f"the template has {count} sections, no number {number}"
            findings.add(error("TMPL013", zh, en, document.place("sections", role)))
    if contract.english_headings not in template.lists:
        zh, en = f"模板中没有编号为 {contract.english_headings} 的列表", f"the template has no list {contract.english_headings}"
        findings.add(error("TMPL013", zh, en, document.place("english_headings")))
    if findings.has_errors:
        return findings.outcome(None)
    sections = {role: template.sections[number - 1] for role, number in contract.sections.items()}
    matched = MatchedPaper(sections, styles, others[contract.table.casefold()], others[contract.hyperlink.casefold()])
    return findings.outcome(matched)


def _no_style(name: str, known: Sequence[str], where: Location) -> Diagnostic:
    close = nearest(name, known)
    listing = Phrase(f"模板中的样式：{'、'.join(known)}", f"styles of the template: {', '.join(known)}")
    if close:
        listing = Phrase(f"是否想写“{close}”？", f"did you mean {close!r}?")
    return error("TMPL012", f"模板中没有样式“{name}”", f"the template has no style {name!r}", where, listing)
