from __future__ import annotations

from pathlib import Path

from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.paper_package import WORD_DOCUMENT
from engine.brand.template_package import open_template
from tests.support.paper_files import copy_harbor, rewrite, template_of

DOCUMENT = b"wordprocessingml.document.main+xml"


def told(path: Path) -> list[str]:
    return [f"{item.code} {item.message.en}" for item in open_template(path, "t.docx", WORD_DOCUMENT).diagnostics]


def test_documents_and_templates_are_opened(workspace: Workspace) -> None:
    template = template_of(copy_harbor(workspace))
    assert open_template(template, "t.docx", WORD_DOCUMENT).expect_clean().main_part() == "word/document.xml"
    rewrite(template, {"[Content_Types].xml": lambda blob: blob.replace(DOCUMENT, b"wordprocessingml.template.main+xml")})
    assert told(template) == []


def test_what_is_no_word_document(workspace: Workspace, tmp_path: Path) -> None:
    plain = tmp_path / "plain.docx"
    plain.write_bytes(b"no zip")
    assert told(plain) == ["TMPL005 unusable template: not an Office file (no zip package)"]
    assert told(BUILTIN_ROOT / "templates/pptx/harbor.pptx") == ["TMPL006 the file is not a Word document or template"]


def test_macros_are_refused(workspace: Workspace) -> None:
    template = template_of(copy_harbor(workspace))
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    whole = b"application/vnd.openxmlformats-officedocument." + DOCUMENT
    rewrite(template, {"[Content_Types].xml": lambda blob: blob.replace(whole, macro)})
    assert told(template) == ["TMPL006 the template has macros; save it as .docx or .dotx without macros"]
