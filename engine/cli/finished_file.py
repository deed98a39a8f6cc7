"""Finished files that are named on the command line: which they are, and their bytes once they are fit to be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.base.diagnostics import Phrase
from engine.base.errors import UsageError
from engine.base.zip_guard import inspect_package
from engine.probe.kin import KIN

FORMATS = {".pptx": "pptx", ".docx": "docx", ".pdf": "pdf"} | {suffix: kin[0] for suffix, kin in KIN.items()}
_PACKAGES = ("pptx", "docx")

NO_LEDGER_HINT = Phrase(
    "用 debrief build 生成的文件才带台账；旧文件请重新生成", "files made by debrief build carry one; build older files again"
)


def is_finished(path: Path) -> bool:
    """Tell whether a path names a finished file, by its suffix."""
    return path.suffix.lower() in FORMATS and not path.is_dir()


def all_finished(paths: Sequence[Path]) -> bool:
    """Tell whether the paths name finished files. Raises UsageError for files and reports at once."""
    finished = [path for path in paths if is_finished(path)]
    if finished and len(finished) < len(paths):
        raise UsageError(
            "成品文件和报告目录请分开检查",
            "finished files and folders of reports are checked apart",
            Phrase("分两次运行", "run the command twice"),
        )
    return bool(finished)


def bytes_of(file: Path) -> bytes:
    """Return a finished file. Raises UsageError when there is none, or none that is safe to open."""
    if not file.is_file():
        raise UsageError(f"没有“{file}”这个文件", f"there is no file {file}")
    refusal = inspect_package(file) if FORMATS.get(file.suffix.lower()) in _PACKAGES else None
    if refusal is not None:
        raise UsageError(f"“{file.name}”不能读：{refusal.message.zh}", f"{file.name} cannot be read: {refusal.message.en}")
    return file.read_bytes()


def no_ledger(file: Path) -> UsageError:
    return UsageError(f"“{file.name}”里没有数字台账", f"{file.name} carries no ledger", NO_LEDGER_HINT)


def not_readable(file: Path) -> UsageError:
    hint = Phrase("文件可能有密码，或已损坏", "it may need a password, or be damaged")
    return UsageError(f"“{file.name}”不能读", f"{file.name} cannot be read", hint)
