from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Phrase
from engine.brand.adopt.paper_settings import fit_settings
from engine.brand.adopt.word_file import WordFile
from tests.support.company_papers import company_paper, text_of
from tests.support.templates import changed, swap


def fitted(path: Path, *, even: bool = False) -> tuple[str, list[str]]:
    word, told = WordFile(path.read_bytes()), list[Phrase]()
    fit_settings(word, told, even=even)
    return text_of(word.tree(word.part("settings"))), [phrase.en for phrase in told]


def test_protection_and_leftovers_go_and_tables_are_flush(tmp_path: Path) -> None:
    extra = '<w:trackRevisions/><w:documentProtection w:edit="readOnly"/><w:evenAndOddHeaders/></w:settings>'
    path = changed(company_paper(tmp_path / "a.docx"), {"word/settings.xml": swap("</w:settings>", extra)})
    xml, told = fitted(path)
    assert not [name for name in ("trackRevisions", "documentProtection", "evenAndOddHeaders", "rsids") if f"<w:{name}" in xml]
    assert 'w:name="compatibilityMode"' in xml
    assert told == ["compatibility mode is that of Word 2013 and later: tables are flush with the text"]
    assert "<w:evenAndOddHeaders/>" in fitted(path, even=True)[0]


def test_a_file_without_settings_gets_some(tmp_path: Path) -> None:
    path = changed(
        company_paper(tmp_path / "a.docx"), {"word/_rels/document.xml.rels": swap("relationships/settings", "relationships/other")}
    )
    assert 'w:val="15"' in fitted(path)[0]
