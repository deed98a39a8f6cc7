from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lxml import etree

from engine.base.errors import EnvironmentFault, UsageError
from engine.base.workspace import BUILTIN_ROOT
from engine.probe import office_render
from engine.probe.office_render import pdf_of
from engine.probe.pdf_pages import pdf_facts


def program(folder: Path, body: str) -> Path:
    """Write a stand-in for LibreOffice: `$out` is the folder for results, `$file` the file to convert."""
    path = folder / "soffice"
    path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{folder}/arguments"\nfor file; do :; done\nout="$7"\n{body}\n', encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_machine_without_libreoffice_is_told_the_mend() -> None:
    with pytest.raises(EnvironmentFault, match="LibreOffice is not installed") as caught:
        pdf_of(Path("a.pptx"), which=lambda _: None)
    assert caught.value.hint is not None
    assert "libreoffice-impress-nogui" in caught.value.hint.zh


def test_each_call_has_a_profile_and_a_folder_of_its_own(tmp_path: Path) -> None:
    fake = program(tmp_path, 'mkdir -p "$out"; printf "%%PDF" > "$out/a.pdf"')
    profiles = set()
    for _ in range(2):
        assert pdf_of(tmp_path / "a.pptx", which=lambda _: str(fake)) == b"%PDF"
        arguments = (tmp_path / "arguments").read_text(encoding="utf-8").splitlines()
        profiles.add(arguments[0])
        assert arguments[-1] == str(tmp_path / "a.pptx")
    assert len(profiles) == 2
    assert all(profile.startswith("-env:UserInstallation=file:///") for profile in profiles)


def test_fonts_of_windows_have_stand_ins(tmp_path: Path) -> None:
    fake = program(
        tmp_path, f'cp "${{1#-env:UserInstallation=file://}}/user/registrymodifications.xcu" "{tmp_path}"; mkdir "$out"; : > "$out/a.pdf"'
    )
    pdf_of(tmp_path / "a.pptx", which=lambda _: str(fake))
    settings = etree.parse(tmp_path / "registrymodifications.xcu")
    pairs = [[value.text for value in node.iter("value")] for node in settings.iter("node")]
    assert ["Microsoft YaHei", "Noto Sans CJK SC", "true", "false"] in pairs
    assert ["宋体", "Noto Serif CJK SC", "true", "false"] in pairs


def test_a_file_it_cannot_open_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"LibreOffice cannot open 'a\.pptx'"):
        pdf_of(tmp_path / "a.pptx", which=lambda _: str(program(tmp_path, "exit 1")))


def test_a_program_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_render, "PATIENCE", 0.2)
    with pytest.raises(EnvironmentFault, match="did not finish"):
        pdf_of(tmp_path / "a.pptx", which=lambda _: str(program(tmp_path, "exec sleep 5")))


@pytest.mark.office
def test_libreoffice_draws_the_house_template(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes((BUILTIN_ROOT / "templates" / "pptx" / "harbor.pptx").read_bytes())
    assert pdf_facts(pdf_of(deck)).pages


def test_no_shell_reads_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[object] = []

    def run(command: list[str], **_: object) -> None:
        commands.append(command[-1])
        out = Path(command[command.index("--outdir") + 1])
        out.mkdir()
        (out / "x.pdf").write_bytes(b"%PDF")

    monkeypatch.setattr(subprocess, "run", run)
    pdf_of(Path("a; rm -rf x.pptx"), which=lambda _: "soffice")
    assert commands == ["a; rm -rf x.pptx"]
