"""Rows 89 to 95: templates of a company."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from engine.base.workspace import BUILTIN_ROOT
from tests.support.bad_inputs.case import Case, Put, Run
from tests.support.bad_inputs.xlsx import ENTITY, repacked, with_part

TEMPLATE = Path("templates/pptx/harbor.pptx")
CONTRACT = Path("templates/pptx/harbor.yaml")
PLACE = "templates/pptx/harbor"
MAIN = "ppt/presentation.xml"


def changed(change: Callable[[bytes], bytes], file: Path = TEMPLATE) -> Put:
    """The workspace has a template of its own: the built-in one, changed."""

    def put(folder: Path) -> None:
        root = folder.parents[1]
        for path in (TEMPLATE, CONTRACT):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(BUILTIN_ROOT / path, root / path)
        (root / file).write_bytes(change((root / file).read_bytes()))

    return put


def contract(old: str, new: str) -> Put:
    def change(blob: bytes) -> bytes:
        assert old in blob.decode()
        return blob.decode().replace(old, new).encode()

    return changed(change, CONTRACT)


def part(name: str, change: Callable[[bytes], bytes]) -> Put:
    return changed(lambda blob: repacked(blob, with_part(name, change)))


def kind(name: str) -> Put:
    """The package says that it is another kind of document."""
    main = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    return part("[Content_Types].xml", lambda blob: blob.replace(main, name.encode()))


def _absent(folder: Path) -> None:
    changed(bytes)(folder)
    (folder.parents[1] / TEMPLATE).rename(folder.parents[1] / "templates/pptx/other.pptx")
    path = folder.parents[1] / CONTRACT
    path.write_text(path.read_text(encoding="utf-8").replace("template: harbor.pptx", "template: gone.pptx"), encoding="utf-8")


POTX = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
PPTM = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CASES = (
    Case(89, "no such layout", contract("layout: 内容 Content", "layout: 正文 Body"), "TMPL008", ("内容 Content",), PLACE),
    Case(90, "no such placeholder", contract("takeaway: 论据 Takeaway", "takeaway: 没有"), "TMPL009", (), PLACE),
    Case(91, "no zip", changed(lambda _: b"hello" * 99), "TMPL005", ("no zip",), PLACE),
    Case(91, "empty", changed(lambda _: b""), "TMPL005", ("empty",), PLACE),
    Case(91, "truncated", changed(lambda blob: blob[: len(blob) // 2]), "TMPL005", ("damaged",), PLACE),
    Case(91, "password", changed(lambda _: bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)), "TMPL005", ("password",), PLACE),
    Case(91, "absent", _absent, "TMPL003", ("gone.pptx",), PLACE),
    Case(92, "a Word document", kind(DOCX), "TMPL006", (), PLACE),
    Case(92, "a potx", kind(POTX), exit=0),
    Case(93, "macros", kind(PPTM), "TMPL006", ("macros",), PLACE),
    Case(94, "entities", part(MAIN, lambda blob: ENTITY + blob.partition(b"?>")[2]), "TMPL005", ("DOCTYPE",), PLACE),
    Case(95, "70 MiB part", part(MAIN, lambda blob: blob + b" " * (70 * 2**20)), "TMPL005", ("64 MiB",), PLACE, run=Run.OWN_PROCESS),
)
