from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.brand.template_package import PRESENTATION, open_template

Rewriter = Callable[[Mapping[str, Callable[[bytes], bytes]]], Path]
TYPES = "[Content_Types].xml"


def complaint(path: Path) -> tuple[str, str]:
    outcome = open_template(path, "templates/pptx/x.pptx", PRESENTATION)
    assert outcome.value is None
    (only,) = outcome.diagnostics
    assert str(only.where) == "templates/pptx/x.pptx"
    return only.code, only.message.en


def test_parts_and_relations(template: Path) -> None:
    package = open_template(template, "harbor.pptx", PRESENTATION).expect_clean()
    assert package.main_part() == "ppt/presentation.xml"
    assert package.related("ppt/slideLayouts/slideLayout1.xml", "slideMaster") == ("ppt/slideMasters/slideMaster1.xml",)
    assert package.relations("ppt/theme/theme1.xml") == ()
    assert package.content_type("ppt/theme/theme1.xml") == "application/vnd.openxmlformats-officedocument.theme+xml"
    assert package.content_type("ppt/none.xml") == ""
    assert package.blob("ppt/presentation.xml").startswith(b"<?xml")


@pytest.mark.parametrize("kind", ["presentation.template.main", "presentation.slideshow.main"])
def test_templates_and_shows_are_accepted(rewrite: Rewriter, kind: str) -> None:
    path = rewrite(
        {
            TYPES: lambda blob: blob.replace(
                b"presentationml.presentation.main", f"presentationml.{kind.removeprefix('presentation.')}".encode()
            )
        }
    )
    open_template(path, "x", PRESENTATION).expect_clean()


def test_a_file_with_macros(rewrite: Rewriter) -> None:
    macro = b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    assert complaint(rewrite({TYPES: lambda blob: blob.replace(plain, macro)})) == (
        "TMPL006",
        "the template has macros; save it as .pptx or .potx without macros",
    )


def test_another_kind_of_document(rewrite: Rewriter) -> None:
    path = rewrite({TYPES: lambda blob: blob.replace(b"presentationml.presentation.main", b"wordprocessingml.document.main")})
    assert complaint(path) == ("TMPL006", "the file is not a PowerPoint presentation or template")


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "x.pptx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("readme.txt", "hello")
    assert complaint(path) == ("TMPL006", "the file is not a PowerPoint presentation or template")


@pytest.mark.parametrize(
    ("blob", "message"),
    [
        (b"", "unusable template: the file is empty (0 bytes)"),
        (b"hello", "unusable template: not an Office file (no zip package)"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "unusable template: the file is password-protected or in the old 97-2003 format"),
    ],
)
def test_files_that_are_no_package(tmp_path: Path, blob: bytes, message: str) -> None:
    path = tmp_path / "x.pptx"
    path.write_bytes(blob)
    assert complaint(path) == ("TMPL005", message)


def test_a_truncated_file(template: Path) -> None:
    template.write_bytes(template.read_bytes()[:5000])
    assert complaint(template)[0] == "TMPL005"


def test_a_document_type_declaration(rewrite: Rewriter) -> None:
    path = rewrite({"ppt/theme/theme1.xml": lambda blob: blob.replace(b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY e "boo">]>', 1)})
    assert complaint(path) == ("TMPL005", "unusable template: entry 'ppt/theme/theme1.xml' has a DOCTYPE declaration")


def test_lists_of_parts_that_are_broken_behind_their_beginning(rewrite: Rewriter) -> None:
    for part in (TYPES, "_rels/.rels"):
        code, message = complaint(rewrite({part: lambda blob: blob + b"<more/>"}))
        assert code == "TMPL005"
        assert message.startswith("unusable template, it is damaged: Extra content at the end of the document")
