"""Files that are seldom seen: each is judged or refused with a reason, in less than ten seconds, and none breaks a check."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pptx
import pytest
from lxml import etree
from pptx.util import Inches

from engine.base.diagnostics import Severity
from engine.base.errors import UsageError
from engine.base.workspace import Workspace
from engine.cli.check_bounds import Wishes
from engine.cli.check_finished import check_finished
from engine.probe.kin import KIN
from tests.support.foreign import all_of, document, headings, plot, say, show, slides
from tests.support.kin import as_kin, as_strict, moved, rewritten
from tests.support.review import TODAY

MOST_SECONDS = 10
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 2000
DIAGRAM = (
    '<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvGraphicFramePr><p:cNvPr id="77" name="图示 6"/>'
    '<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="5000000" cy="3000000"/></p:xfrm>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:graphic></p:graphicFrame>'
)


def deck() -> bytes:
    return slides(say("2025 年上半年述职"), all_of(plot(), say("来源：交易中台")), show((1600, 900), 5, 3))


def paper() -> bytes:
    return document(headings(1, 2), lambda made: made.add_table(3, 3))


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_objects() -> bytes:
    made, book, out = pptx.Presentation(), openpyxl.Workbook(), io.BytesIO()
    book.save(out)
    slide = made.slides.add_slide(made.slide_layouts[6])
    slide.shapes.add_ole_object(io.BytesIO(out.getvalue()), "Excel.Sheet.12", Inches(1), Inches(1), Inches(3), Inches(2))
    slide.shapes.add_movie(io.BytesIO(b"\0\0\0 ftypmp42" + b"\0" * 99), Inches(5), Inches(1), Inches(3), Inches(2), mime_type="video/mp4")
    slide.shapes._spTree.append(etree.fromstring(DIAGRAM))
    return saved(made)


def long_deck() -> bytes:
    made = pptx.Presentation()
    for number in range(500):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = f"第 {number} 页"
        slide.placeholders[1].text_frame.text = "要点一"
    return saved(made)


def crowded() -> bytes:
    """Return a deck with 2,500 shapes on a slide, copies of one: to draw each by the library would take a minute."""
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    box = slide.shapes.add_shape(1, 0, 0, Inches(0.2), Inches(0.1))
    box.text_frame.text = "x"
    for number in range(1, 2500):
        copy = deepcopy(box._element)
        copy.nvSpPr.cNvPr.set("id", str(number + 9))
        copy.spPr.xfrm.off.set("x", str(Inches(number % 50 / 5)))
        copy.spPr.xfrm.off.set("y", str(Inches(number // 50 / 8)))
        slide.shapes._spTree.append(copy)
    return saved(made)


def long_paper() -> bytes:
    return document(lambda made: [made.add_paragraph("上半年围绕会员经营展开三项工作。" * 5) for _ in range(2000)])


def replaced(blob: bytes, name: str, *pairs: tuple[bytes, bytes]) -> bytes:
    """Return a package with words of one part replaced."""

    def change(part: str, content: bytes) -> tuple[str, bytes]:
        for old, new in pairs if part == name else ():
            assert old in content
            content = content.replace(old, new)
        return part, content

    return rewritten(blob, change)


def wps() -> bytes:
    """Return a deck with the marks that WPS leaves."""
    made = replaced(
        deck(), "docProps/app.xml", (b"<Application>Microsoft Macintosh PowerPoint", b"<Application>WPS \xe6\xbc\x94\xe7\xa4\xba")
    )
    return replaced(
        made,
        "ppt/slides/slide2.xml",
        (b"<p:cSld>", b"<p:cSld><!-- WPS -->"),
        (b"<a:rPr ", b'<a:rPr lang="zh-CN" altLang="en-US" '),
    )


def kin_of(suffix: str) -> bytes:
    return as_kin(deck() if KIN[suffix][0] == "pptx" else paper(), suffix)


READ: dict[str, Callable[[], bytes]] = {
    "empty.pptx": lambda: saved(pptx.Presentation()),
    "empty.docx": lambda: saved(docx.Document()),
    "objects.pptx": with_objects,
    "long.pptx": long_deck,
    "crowded.pptx": crowded,
    "long.docx": long_paper,
    "strict.pptx": lambda: as_strict(deck()),
    "strict.docx": lambda: as_strict(paper()),
    "web.docx": lambda: moved(paper()),
    "wps.pptx": wps,
    "no-size.pptx": lambda: replaced(deck(), "ppt/presentation.xml", (b'<p:sldSz cx="9144000" cy="6858000"', b'<p:sldSz cx="0" cy="0"')),
    "many-points.pptx": lambda: replaced(deck(), chart_part(deck()), (b'<c:ptCount val="4"/>', b'<c:ptCount val="999999999999"/>')),
    **{f"kin{suffix}": partial(kin_of, suffix) for suffix in KIN},
}
REFUSED: dict[str, tuple[bytes, str]] = {
    "encrypted.pptx": (OLE, "password"),
    "encrypted.docx": (OLE, "password"),
    "encrypted.pptm": (OLE, "password"),
    "words.pptx": (b"hello", "not an Office file"),
    "nothing.docx": (b"", "empty"),
    "broken.pdf": (b"%PDF-1.4\n%%EOF", "cannot be read"),
}


def chart_part(blob: bytes) -> str:
    """Return the name of the one chart of a deck."""
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        return next(name for name in archive.namelist() if name.startswith("ppt/charts/chart"))


def wishes(folder: Path) -> Wishes:
    return Wishes(Workspace(folder, folder / "out", TODAY), (1, 9))


@pytest.mark.parametrize("name", READ)
def test_it_is_judged_in_time(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(READ[name]())
    started = time.perf_counter()
    found = check_finished(file, strict=False, wishes=wishes(tmp_path)).diagnostics
    assert time.perf_counter() - started < MOST_SECONDS
    known_damage = {"many-points.pptx"}
    assert name in known_damage or [str(item.message.en) for item in found if item.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", [name for name in READ if name.startswith(("strict", "web", "kin", "wps"))])
def test_what_it_shows_is_looked_at(name: str, tmp_path: Path) -> None:
    """The same is found as in the plain deck or document."""
    plain = tmp_path / ("plain.pptx" if name.endswith(("x", "m")) and ("pp" in name or "pot" in name) else "plain.docx")
    plain.write_bytes(deck() if plain.suffix == ".pptx" else paper())
    file = tmp_path / name
    file.write_bytes(READ[name]())
    told = [[(item.code, item.message.en) for item in check_finished(each, strict=False).diagnostics] for each in (plain, file)]
    assert told[0] == told[1]


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_a_reason(name: str, tmp_path: Path) -> None:
    blob, reason = REFUSED[name]
    (tmp_path / name).write_bytes(blob)
    with pytest.raises(UsageError, match=reason):
        check_finished(tmp_path / name, strict=False)


def test_a_deck_with_macros_that_is_called_plain_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(as_kin(deck(), ".pptm"))
    found = check_finished(tmp_path / "a.pptx", strict=False).diagnostics
    assert [item.code for item in found if item.severity is Severity.ERROR] == ["FILE040"]
