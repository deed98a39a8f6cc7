from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from engine.base.errors import EnvironmentFault
from engine.cli import show as subject
from tests.unit.cli.conftest import Debrief


def put_pdf(path: Path, pages: int = 3) -> Path:
    first, *others = [Image.new("RGB", (160, 90), (200, 10 * number, 0)) for number in range(pages)]
    path.parent.mkdir(parents=True, exist_ok=True)
    first.save(path, "PDF", save_all=True, append_images=others)
    return path


def size(png: Path) -> tuple[int, int]:
    return Image.open(io.BytesIO(png.read_bytes())).size


def test_all_pages_stand_on_one_sheet_beside_the_file(debrief: Debrief, tmp_path: Path) -> None:
    put_pdf(tmp_path / "deck.pdf")
    said = debrief("show", "deck.pdf", "--columns", "2")
    assert (said.code, said.out) == (0, f"wrote {tmp_path}/deck-sheet.png\n")
    assert size(tmp_path / "deck-sheet.png") == (16 + 2 * 496, 16 + 2 * 296)


def test_the_sheet_goes_where_it_is_wanted(debrief: Debrief, tmp_path: Path) -> None:
    put_pdf(tmp_path / "deck.pdf")
    debrief("show", "deck.pdf", "-o", "pictures/sheet.png")
    assert (tmp_path / "pictures" / "sheet.png").is_file()


def test_without_a_file_the_newest_pdf_is_taken(debrief: Debrief, tmp_path: Path) -> None:
    put_pdf(tmp_path / "out" / "h1" / "述职.pdf")
    assert debrief("show").code == 0
    assert (tmp_path / "out" / "h1" / "述职-sheet.png").is_file()


def test_an_office_file_is_drawn_by_libreoffice(debrief: Debrief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = put_pdf(tmp_path / "other.pdf", pages=1).read_bytes()
    (tmp_path / "deck.pptx").write_bytes(b"PK")
    monkeypatch.setattr(subject, "pdf_of", lambda _file: pdf)
    assert debrief("show", "deck.pptx").code == 0


def test_without_libreoffice_the_mend_is_told(debrief: Debrief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_file: Path) -> bytes:
        raise EnvironmentFault("没有安装", "LibreOffice is not installed")

    (tmp_path / "deck.pptx").write_bytes(b"PK")
    monkeypatch.setattr(subject, "pdf_of", missing)
    said = debrief("show", "deck.pptx")
    assert (said.code, said.err) == (3, "error: LibreOffice is not installed\n")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone.pdf", None, "there is no file gone.pdf"),
        ("notes.txt", b"text", "notes.txt is neither a PDF nor an Office file"),
        ("half.pdf", b"%PDF-1.7", "the PDF is damaged and cannot be opened"),
    ],
)
def test_what_cannot_be_shown(name: str, content: bytes | None, message: str, debrief: Debrief, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    said = debrief("show", name)
    assert said.code == 2
    assert said.err.startswith(f"error: {message}")


def test_nothing_to_show(debrief: Debrief) -> None:
    said = debrief("show")
    assert (said.code, said.err.splitlines()[0]) == (2, "error: there is no PDF in out/")
