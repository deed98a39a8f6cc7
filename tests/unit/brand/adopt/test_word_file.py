from __future__ import annotations

import io
import zipfile
from pathlib import Path

from engine.brand.adopt.word_file import WordFile
from tests.support.company_papers import company_paper
from tests.support.templates import TYPES, changed, swap

MAIN = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'


def saved(word: WordFile) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(word.save(MAIN))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_what_the_text_alone_referred_to_is_left_behind(tmp_path: Path) -> None:
    word = WordFile(company_paper(tmp_path / "a.docx", header="Acme", with_logo=True).read_bytes())
    parts = saved(word)
    assert "word/styles.xml" in parts
    assert not [name for name in parts if name.startswith(("word/header", "word/media", "customXml"))]
    word.refer("header", "word/header1.xml")
    assert {"word/header1.xml", "word/media/image1.png"} <= set(saved(word))


def test_a_template_becomes_a_document_of_the_same_bytes_every_time(tmp_path: Path) -> None:
    path = changed(company_paper(tmp_path / "a.docx"), {TYPES: swap("document.main+xml", "template.main+xml")}, "a.dotx")
    assert b"wordprocessingml.document.main+xml" in saved(WordFile(path.read_bytes()))[TYPES]
    assert WordFile(path.read_bytes()).save(MAIN) == WordFile(path.read_bytes()).save(MAIN)


def test_parts_are_changed_and_added(tmp_path: Path) -> None:
    word = WordFile(company_paper(tmp_path / "a.docx").read_bytes())
    word.tree(word.part("settings")).clear()
    name, relation = word.add("header", MAIN.decode())
    parts = saved(word)
    assert parts["word/settings.xml"].endswith(b'/2006/main"/>') or b"<w:settings" in parts["word/settings.xml"]
    assert parts[name] == MAIN
    assert f'Id="{relation}"'.encode() in parts["word/_rels/document.xml.rels"]
    assert word.refer("header", name) == relation
