"""`inspect_template`: what a PowerPoint or Word file offers as a template, and what it lacks."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from engine.base.diagnostics import Diagnostic, Location, Outcome, Phrase, error
from engine.brand.inspect.damaged import Damaged
from engine.brand.inspect.deck_problems import deck_problems
from engine.brand.inspect.paper_problems import paper_problems
from engine.brand.inspect.read_deck import read_seen_deck
from engine.brand.inspect.read_paper import read_seen_paper
from engine.brand.inspect.seen_deck import SeenDeck
from engine.brand.inspect.seen_paper import SeenPaper
from engine.brand.paper_package import WORD_DOCUMENT
from engine.brand.template_package import PRESENTATION, TemplatePackage, open_any

_STRICT = "http://purl.oclc.org/ooxml/"


def inspect_template(path: Path, file: str) -> Outcome[SeenDeck | SeenPaper]:
    """Read the template at `path`, whatever its name ends in; `file` is how diagnostics name it.

    TMPL005 it cannot be opened safely · TMPL006 it is another kind of file, or has macros · TMPL007 it is damaged inside. What can be read
    comes with the warnings of `deck_problems` or `paper_problems`. Raises OSError when the file cannot be read at all.
    """
    opened = open_any(path, file, (PRESENTATION, WORD_DOCUMENT))
    if opened.value is None:
        return Outcome(None, opened.diagnostics)
    kind, package = opened.value
    try:
        if (etree.QName(package.xml(package.main_part())).namespace or "").startswith(_STRICT):
            return Outcome(None, (_strict(file),))
        if kind is PRESENTATION:
            deck = read_seen_deck(package)
            return Outcome(deck, tuple(deck_problems(deck, file)))
        return _paper(package, file)
    except (KeyError, ValueError, OverflowError, etree.XMLSyntaxError, Damaged) as problem:
        return Outcome(
            None, (error("TMPL007", f"模板内部已损坏：{problem}", f"the template is damaged inside: {problem}", Location(file)),)
        )


def _paper(package: TemplatePackage, file: str) -> Outcome[SeenDeck | SeenPaper]:
    paper = read_seen_paper(package)
    return Outcome(paper, tuple(paper_problems(paper, file)))


def _strict(file: str) -> Diagnostic:
    mend = Phrase(
        "在 Office 里另存为普通的 .pptx 或 .docx（不选 Strict）", "save it in Office as an ordinary .pptx or .docx, not a Strict one"
    )
    zh, en = "文件是 Strict Open XML 格式，不支持", "the file is in the Strict Open XML format, which is not supported"
    return error("TMPL006", zh, en, Location(file), mend)
