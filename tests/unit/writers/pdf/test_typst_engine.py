"""What is Typst's own; what both engines do is in test_engine."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from importlib import metadata

import pikepdf
import pytest

from engine.base.errors import TemplateError
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.layout.font_files import font_folders
from engine.model.deck import Deck, TextBox
from engine.writers.pdf import typst_engine
from engine.writers.pdf.typst_engine import TypstEngine

FOLDERS = font_folders(Workspace(BUILTIN_ROOT, BUILTIN_ROOT, dt.date(2025, 7, 8)))


def test_the_program_that_made_the_file_is_named(deck: Callable[..., Deck], box: Callable[..., TextBox]) -> None:
    with pikepdf.open(io.BytesIO(TypstEngine(FOLDERS).render_deck(deck((box("一"),)), {}))) as pdf:
        assert str(pdf.docinfo["/Creator"]).startswith("Typst 0.15")


def test_a_document_does_not_depend_on_those_before_it(deck: Callable[..., Deck], box: Callable[..., TextBox]) -> None:
    engine = TypstEngine(FOLDERS)
    alone = engine.render_deck(deck((box("一"),)), {})
    engine.render_deck(deck((box("二三四", slot="title"),), (box("五"),)), {})
    assert engine.render_deck(deck((box("一"),)), {}) == alone


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ('#panic(json("pages.json").title)', "panicked with: 年中述职"),
        ('#set document(title: [一])\n#set text(font: "Harbor Grotesk")\n= 一', "unknown font family: harbor grotesk"),
        (f'#panic("{"odd " * 200}")', "odd odd"),
    ],
)
def test_whatever_typst_complains_of_is_an_error(
    program: str, said: str, deck: Callable[..., Deck], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Program:
        def read_bytes(self) -> bytes:
            return program.encode()

    monkeypatch.setattr(typst_engine, "PROGRAM", Program())
    with pytest.raises(TemplateError, match="the PDF cannot be drawn: ") as caught:
        TypstEngine(FOLDERS).render_deck(deck(()), {})
    assert said in caught.value.message.en
    assert len(caught.value.message.en) < 350


def test_no_file_of_the_machine_can_be_read(deck: Callable[..., Deck], monkeypatch: pytest.MonkeyPatch) -> None:
    class Program:
        def read_bytes(self) -> bytes:
            return b'#read("/etc/hostname")'

    monkeypatch.setattr(typst_engine, "PROGRAM", Program())
    with pytest.raises(TemplateError, match="file not found"):
        TypstEngine(FOLDERS).render_deck(deck(()), {})


def test_the_compiler_is_of_the_version_that_the_program_is_written_for() -> None:
    assert metadata.version("typst").startswith("0.15.")
