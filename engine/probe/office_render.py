"""Office files drawn by LibreOffice, where there is one: for people and checks that want to see a slide. Building never needs it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault, UsageError
from engine.probe.office_fonts import stand_ins

PROGRAMS = ("soffice", "libreoffice")
PATIENCE = 180
"""Seconds after which LibreOffice is stopped; a deck of 60 slides takes five."""

STAND_INS = {
    "Microsoft YaHei": "Noto Sans CJK SC",
    "微软雅黑": "Noto Sans CJK SC",
    "STZhongsong": "Noto Serif CJK SC",
    "华文中宋": "Noto Serif CJK SC",
    "SimSun": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "SimHei": "Noto Sans CJK SC",
    "黑体": "Noto Sans CJK SC",
    "FangSong": "Noto Serif CJK SC",
    "仿宋": "Noto Serif CJK SC",
    "Times New Roman": "Noto Serif CJK SC",
}
"""What LibreOffice shows for fonts of Windows, installed or not: pictures are then the same on every machine.

Left to itself it draws a missing font's Latin letters in another that is far too wide, and slides overflow that do not in PowerPoint: so
other fonts that a file names have a stand-in too, where they are missing.
"""

_SUBSTITUTION = "/org.openoffice.Office.Common/Font/Substitution"
_NAMESPACES = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'

Which = Callable[[str], str | None]


def pdf_of(file: Path, which: Which = shutil.which) -> bytes:
    """Return an Office file as the PDF that LibreOffice makes of it.

    Each call has a profile of its own: a running LibreOffice would otherwise take the job and answer for both.
    Raises EnvironmentFault when LibreOffice is not installed or does not finish, UsageError when it cannot read the file.
    """
    program = next((found for found in map(which, PROGRAMS) if found), None)
    if program is None:
        raise EnvironmentFault(
            "没有安装 LibreOffice，不能显示 Office 文件",
            "LibreOffice is not installed: an Office file cannot be shown",
            Phrase(
                "Debian：apt-get install libreoffice-impress-nogui；或者查看同名的 PDF",
                "Debian: apt-get install libreoffice-impress-nogui; or look at the PDF of the same name",
            ),
        )
    with TemporaryDirectory(prefix="debrief-office-") as folder:
        out = Path(folder) / "out"
        profile = Path(folder) / "profile"
        _write_settings(profile, {**stand_ins(file.read_bytes()), **STAND_INS} if file.is_file() else STAND_INS)
        _convert(program, file, profile, out)
        made = sorted(out.glob("*.pdf"))
        if not made:
            raise UsageError(f"LibreOffice 打不开“{file.name}”", f"LibreOffice cannot open {file.name!r}")
        return made[0].read_bytes()


def _write_settings(profile: Path, stand_ins: Mapping[str, str]) -> None:
    pairs = "".join(
        f'<item oor:path="{_SUBSTITUTION}/FontPairs"><node oor:name="_{number}" oor:op="replace">{_value("ReplaceFont", missing)}'
        f"{_value('SubstituteFont', present)}{_value('Always', 'true')}{_value('OnScreenOnly', 'false')}</node></item>"
        for number, (missing, present) in enumerate(stand_ins.items())
    )
    switched_on = f'<item oor:path="{_SUBSTITUTION}">{_value("Replacement", "true")}</item>'
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {_NAMESPACES}>{switched_on}{pairs}</oor:items>\n', "utf-8")


def _value(name: str, value: str) -> str:
    return f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'


def _convert(program: str, file: Path, profile: Path, out: Path) -> None:
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(out),
    ]
    try:
        subprocess.run([*command, str(file)], check=False, capture_output=True, timeout=PATIENCE)  # noqa: S603  no shell
    except subprocess.TimeoutExpired as late:
        raise EnvironmentFault(
            f"LibreOffice 在 {PATIENCE} 秒内没有画完“{file.name}”", f"LibreOffice did not finish {file.name!r} within {PATIENCE} seconds"
        ) from late
