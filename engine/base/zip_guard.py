"""Looks at an Office package before any library opens it: bombs, foreign names and document type declarations are refused.

Standard library only. Ceilings: at most 5 000 entries, 64 MiB an entry, 256 MiB in all, ratio 200:1 (entries above 1 MiB).
"""

from __future__ import annotations

import errno
import struct
import zipfile
import zlib
from enum import Enum
from pathlib import Path
from typing import IO
from xml.parsers import expat

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass

OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
ZIP_MAGIC = b"PK"
XML_SUFFIXES = (".xml", ".rels", ".vml")
MIB = 1024 * 1024
_CHUNK = 64 * 1024
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # the two that Office packages may use (ECMA-376 part 2)
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError)
"""What `zipfile` raises for damaged archives; NotImplementedError is its word for a part that needs a newer version of the format."""


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """Named ceilings; sizes in bytes after inflating. `ratio` counts only for entries of more than `ratio_from` bytes."""

    entries: int = 5_000
    entry_bytes: int = 64 * MIB
    total_bytes: int = 256 * MIB
    ratio: int = 200
    ratio_from: int = MIB


DEFAULT_LIMITS = ZipLimits()


class ZipFault(Enum):
    """Why a package is refused."""

    EMPTY = "empty"
    OLE = "ole"
    NOT_ZIP = "not-zip"
    CORRUPT = "corrupt"
    ENCRYPTED = "encrypted"
    LIMIT = "limit"
    NAME = "name"
    DOCTYPE = "doctype"


@dataclass(frozen=True, slots=True)
class ZipFinding:
    """The first reason to refuse a package. `entry` is the part it is about, empty for the whole file."""

    fault: ZipFault
    message: Phrase
    entry: str = ""


class _RootReached(Exception):
    pass


class _DoctypeSeen(Exception):
    pass


def inspect_package(path: Path, limits: ZipLimits = DEFAULT_LIMITS) -> ZipFinding | None:
    """Return the reason not to open the package at `path`, None when it is fit to be read. Raises OSError when it cannot be read at all."""
    with path.open("rb") as stream:
        head = stream.read(len(OLE_MAGIC))
    if not head:
        return _finding(ZipFault.EMPTY, "文件是空的（0 字节）", "the file is empty (0 bytes)")
    if head == OLE_MAGIC:
        return _finding(
            ZipFault.OLE, "文件有密码保护，或是旧的 97-2003 格式", "the file is password-protected or in the old 97-2003 format"
        )
    if not head.startswith(ZIP_MAGIC):
        return _finding(ZipFault.NOT_ZIP, "不是 Office 文件（不是 zip 包）", "not an Office file (no zip package)")
    try:
        with zipfile.ZipFile(path) as package:
            return inspect_directory(package, limits) or _find_doctype(package)
    except OSError as fault:
        if fault.errno != errno.EINVAL:  # a seek to where the directory points, before the file's beginning
            raise
        return _finding(ZipFault.CORRUPT, "文件已损坏，无法解压", "the file is damaged and cannot be unpacked")
    except _DAMAGE as fault:
        return _finding(ZipFault.CORRUPT, "文件已损坏，无法解压", f"the file is damaged and cannot be unpacked ({fault})")


def _finding(fault: ZipFault, zh: str, en: str, entry: str = "") -> ZipFinding:
    return ZipFinding(fault, Phrase(zh, en), entry)


def _limit(zh: str, en: str, entry: str = "") -> ZipFinding:
    return _finding(ZipFault.LIMIT, zh, en, entry)


def inspect_directory(package: zipfile.ZipFile, limits: ZipLimits) -> ZipFinding | None:
    """Judge by the zip directory alone: nothing is inflated, and zipfile never inflates more than the directory declares."""
    entries = package.infolist()
    if len(entries) > limits.entries:
        return _limit(f"含 {len(entries)} 个部件，上限 {limits.entries}", f"{len(entries)} entries, the limit is {limits.entries}")
    total = sum(entry.file_size for entry in entries)
    if total > limits.total_bytes:
        return _limit(
            f"解压后 {total // MIB} MiB，上限 {limits.total_bytes // MIB} MiB",
            f"{total // MIB} MiB when unpacked, the limit is {limits.total_bytes // MIB} MiB",
        )
    seen: set[str] = set()
    for entry in entries:
        if found := _inspect_entry(entry, limits):
            return found
        folded = entry.filename.casefold()
        if folded in seen:
            return _finding(ZipFault.NAME, f"部件“{entry.filename}”出现两次", f"entry {entry.filename!r} occurs twice", entry.filename)
        seen.add(folded)
    return None


def _inspect_entry(entry: zipfile.ZipInfo, limits: ZipLimits) -> ZipFinding | None:
    name = entry.filename
    if entry.flag_bits & 0x1:
        return _finding(ZipFault.ENCRYPTED, f"部件“{name}”已加密", f"entry {name!r} is encrypted", name)
    if entry.compress_type not in _METHODS:
        return _finding(
            ZipFault.CORRUPT, f"部件“{name}”的压缩方法不是 Office 所用", f"entry {name!r} is not packed the way Office does", name
        )
    if name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/"):
        return _finding(ZipFault.NAME, f"部件名“{name}”指向包外", f"entry name {name!r} leads out of the package", name)
    if entry.file_size > limits.entry_bytes:
        size, most = entry.file_size // MIB, limits.entry_bytes // MIB
        return _limit(
            f"部件“{name}”解压后 {size} MiB，上限 {most} MiB", f"entry {name!r} unpacks to {size} MiB, the limit is {most} MiB", name
        )
    if entry.file_size > limits.ratio_from and entry.file_size > limits.ratio * max(entry.compress_size, 1):
        return _limit(f"部件“{name}”的压缩比超过 {limits.ratio}:1", f"entry {name!r} is compressed by more than {limits.ratio}:1", name)
    return None


def _find_doctype(package: zipfile.ZipFile) -> ZipFinding | None:
    for entry in package.infolist():
        if not entry.filename.lower().endswith(XML_SUFFIXES):
            continue
        with package.open(entry) as stream:
            try:
                _read_prolog(stream)
            except _DoctypeSeen:
                name = entry.filename
                return _finding(ZipFault.DOCTYPE, f"部件“{name}”含有 DOCTYPE 声明", f"entry {name!r} has a DOCTYPE declaration", name)
            except expat.ExpatError as fault:
                name = entry.filename
                return _finding(ZipFault.CORRUPT, f"部件“{name}”不是合法的 XML", f"entry {name!r} is not well-formed XML ({fault})", name)
    return None


def _read_prolog(stream: IO[bytes]) -> None:
    """Parse up to the root element. Raises _DoctypeSeen on a declaration before it, ExpatError when it is not XML."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _on_doctype
    parser.StartElementHandler = _on_root
    try:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except _RootReached:
        return


def _on_doctype(_name: str, _system: str | None, _public: str | None, _internal: bool) -> None:  # noqa: FBT001
    raise _DoctypeSeen


def _on_root(_name: str, _attributes: dict[str, str]) -> None:
    raise _RootReached
