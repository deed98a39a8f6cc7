from __future__ import annotations

import io
import zipfile

import pytest

from engine.probe.drawn_docx import drawn_in_docx
from engine.probe.drawn_pptx import drawn_in_pptx
from engine.probe.kin import KIN
from engine.probe.plain import plain_package
from tests.support.foreign import document, headings, say, slides
from tests.support.kin import as_kin, as_strict


def test_a_plain_file_is_left_as_it_is() -> None:
    deck = slides(say("一句话"))
    assert plain_package(deck, ".pptx") is deck
    assert plain_package(b"no package", ".pptm") == b"no package"


def test_strict_files_are_read_like_others() -> None:
    deck, paper = plain_package(as_strict(slides(say("一句话"))), ".pptx"), plain_package(as_strict(document(headings(1, 2))), ".docx")
    assert [text.words for text in drawn_in_pptx(deck).texts] == ["年中述职", "一句话", "谢谢"]
    assert [heading.level for heading in drawn_in_docx(paper).headings] == [1, 2]


@pytest.mark.parametrize("suffix", KIN)
def test_kin_have_the_type_of_their_format(suffix: str) -> None:
    blob = slides(say("一句话")) if KIN[suffix][0] == "pptx" else document(headings(1))
    with zipfile.ZipFile(io.BytesIO(plain_package(as_kin(blob, suffix), suffix))) as archive:
        types = archive.read("[Content_Types].xml").decode()
    assert KIN[suffix][1] not in types
    assert KIN[suffix][2] in types
