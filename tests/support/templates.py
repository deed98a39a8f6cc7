"""Small PowerPoint and Word templates, as the libraries make them, and ways to damage them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pptx
from pptx.util import Inches

from engine.base.diagnostics import Diagnostic
from engine.brand.inspect.inspect_file import inspect_template
from engine.brand.inspect.seen_deck import SeenDeck, SeenLayout
from engine.brand.inspect.seen_paper import SeenPaper

Change = Callable[[bytes], bytes]
MAIN, MASTER, THEME = "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"
TYPES = "[Content_Types].xml"


def layout_part(number: int) -> str:
    return f"ppt/slideLayouts/slideLayout{number}.xml"


def put_deck(path: Path, *, slides: tuple[int, ...] = (), wide: bool = False) -> Path:
    """Write python-pptx's own template (4:3, one master, eleven layouts); `slides` are the layouts, from 1, of its sample slides."""
    deck = pptx.Presentation()
    if wide:
        deck.slide_width, deck.slide_height = Inches(40 / 3), Inches(7.5)
    for number in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[number - 1])
        if slide.shapes.title is not None:
            slide.shapes.title.text = f"Slide {len(deck.slides)}"
    deck.save(str(path))
    return path


def put_paper(path: Path) -> Path:
    """Write python-docx's own template with a heading, a paragraph and a bullet."""
    paper = docx.Document()
    paper.add_heading("Review", 1)
    paper.add_paragraph("All is well.")
    paper.add_paragraph("One", style="List Bullet")
    paper.save(str(path))
    return path


def changed(path: Path, parts: Mapping[str, Change], name: str = "") -> Path:
    """Rewrite some parts of a package, into a new file when `name` is given. A part that there is not is made from nothing."""
    target = path.with_name(name) if name else path
    with zipfile.ZipFile(path) as package:
        files = {entry: package.read(entry) for entry in package.namelist()}
    files |= {entry: change(files.get(entry, b"")) for entry, change in parts.items()}
    with zipfile.ZipFile(target, "w") as package:
        for entry, blob in files.items():
            package.writestr(entry, blob)
    return target


def swap(old: str, new: str) -> Change:
    """Return a change that replaces a text, which must be there."""

    def change(blob: bytes) -> bytes:
        assert old.encode() in blob, old
        return blob.replace(old.encode(), new.encode())

    return change


def seen_deck(path: Path) -> SeenDeck:
    seen = inspect_template(path, path.name).value
    assert isinstance(seen, SeenDeck)
    return seen


def seen_paper(path: Path) -> SeenPaper:
    seen = inspect_template(path, path.name).value
    assert isinstance(seen, SeenPaper)
    return seen


def layout(deck: SeenDeck, number: str) -> SeenLayout:
    return next(each for each in deck.layouts if each.number == number)


def problems(path: Path) -> tuple[Diagnostic, ...]:
    return inspect_template(path, path.name).diagnostics


def told(path: Path) -> list[str]:
    """Return what is wrong with a template as people read it in a list."""
    return [f"{item.where}: {item.code} {item.message.en}" for item in problems(path)]
