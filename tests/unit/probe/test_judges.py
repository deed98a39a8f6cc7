"""Judges that are not ours: programs are played by scripts, libraries are asked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engine.probe.judges import (
    Judge,
    Programs,
    accessibility_findings,
    audit_findings,
    find_programs,
    judged_office,
    judged_pdf,
    qpdf_findings,
    sdk_findings,
)
from tests.support.ledger_report import finished
from tests.support.package_seeds import TABLE, at, put, sound

NONE = Programs(None, None)


def script(folder: Path, body: str) -> Path:
    """Return a program that does what `body` says; `file` is its last argument."""
    program = folder / "program"
    program.write_text(f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\nfile = Path(sys.argv[-1])\n{body}\n", "utf-8")
    program.chmod(0o755)
    return program


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.pptx"
    path.write_bytes(sound("deck"))
    return path


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("""print('{"ok": true, "errors": []}')""", ()),
        ("""print('{"ok": false, "errors": [{"path": "/p.xml", "description": "bad", "xPath": "/a"}]}')""", ("/p.xml: bad /a",)),
        ("""print('{"ok": false, "errors": []}')""", ("refused without a reason",)),
        ("""print('{"ok": true, "errors": []}'); file.write_bytes(b'x')""", ("the validator repaired the file",)),
        ("""print('boom', file=sys.stderr); sys.exit(3)""", ("unreadable (exit 3): boom",)),
    ],
)
def test_what_the_validator_says(body: str, said: tuple[str, ...], file: Path, tmp_path: Path) -> None:
    assert sdk_findings(file, script(tmp_path, body)) == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("sys.exit(0)", ()),
        ("print(f'WARNING: {file}: damaged'); sys.exit(3)", ("WARNING: a.pptx: damaged",)),
        ("sys.exit(2)", ("exit 2",)),
    ],
)
def test_what_qpdf_says(body: str, said: tuple[str, ...], file: Path, tmp_path: Path) -> None:
    assert qpdf_findings(file, str(script(tmp_path, body))) == said


def test_openxml_audit_is_content_with_ours_and_finds_a_defect(file: Path) -> None:
    assert audit_findings(file) == ()
    file.write_bytes(at(TABLE, "//a:rPr[@sz]", put("sz", "50"))(sound("deck")))
    assert any("sz" in finding for finding in audit_findings(file) or ())


def test_pdf_ua_is_content_with_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(finished().blobs["pdf"])
    assert accessibility_findings(path) == ()


def test_a_library_that_is_absent_has_no_opinion(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openxml_audit", None)
    monkeypatch.setitem(sys.modules, "page", None)
    assert audit_findings(file) is None
    assert accessibility_findings(file) is None


def test_every_judge_of_a_format_is_heard_or_said_to_be_absent() -> None:
    assert [(verdict.judge, verdict.findings) for verdict in judged_office(sound("deck"), ".pptx", NONE)] == [
        (Judge.AUDIT, ()),
        (Judge.SDK, None),
    ]
    assert [verdict.judge for verdict in judged_pdf(finished().blobs["pdf"], NONE)] == [Judge.QPDF, Judge.PDF_UA]


def test_programs_are_found_where_the_gate_puts_them(tmp_path: Path) -> None:
    assert find_programs(tmp_path, lambda _: None) == NONE
    assert find_programs(tmp_path, lambda name: f"bin/{name}") == Programs(Path("bin/ooxml-validator"), "bin/qpdf")
    installed = tmp_path / ".validators" / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
    installed.parent.mkdir(parents=True)
    installed.write_bytes(b"")
    assert find_programs(tmp_path, lambda _: None).validator == installed
