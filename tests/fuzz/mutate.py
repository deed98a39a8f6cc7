"""Changes of files as accidents and malice make them: bytes, lines, words, and the parts inside packages."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

WORDS = (
    "{{", "}}", "{% for a in t.weekly %}", "{% endfor %}", "{{ m.gmv.by('周次', 1) }}", "{{ 1/0 }}", "{{ m }}", "|", ": ", "- ", "[", "]", "{", "}",
    "&a ", "*a", "!!x ", "<<: ", "\t", "\r", "\x00", "\x07", "\ufeff", "\u202e", "\ud7ff", "😀", "**", "```", "```chart\n", "```table\n", "# ",
    "## ", "> ", "1e999", ".nan", "-0", "0", "99999999999999999999", "1.7e308", "'", '"', '""', ",", ",,,,", ";", "合计", "%", "万亿", "null", "true",
    "~", "2025-02-30", "2025-W54", "../", "/etc/passwd", "http://127.0.0.1/", "SELECT", "'; DROP TABLE weekly; --", "sum(", ")", "x" * 300,
    "字" * 3_000, "=1+1", "#DIV/0!", "# noqa: FACT030", "![x](y)", "[x](y)", "$\\frac{$", "\\", "<b>", "&amp;", "—", "NaN", "inf",
)  # fmt: skip
Change = Callable[[bytes, random.Random], bytes]


def mutated(path: Path, chance: random.Random) -> None:
    """Change a file once or a few times."""
    blob = path.read_bytes()
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        blob = changed(path, blob, chance)
    path.write_bytes(blob)


def changed(path: Path, blob: bytes, chance: random.Random) -> bytes:
    if path.suffix in {".xlsx", ".pptx", ".docx"} and chance.random() < 0.8 and zipfile.is_zipfile(io.BytesIO(blob)):
        return part_changed(blob, chance)
    return chance.choice(CHANGES)(blob, chance)


def part_changed(blob: bytes, chance: random.Random) -> bytes:
    """Change one part of a package, and pack it again; a package that an earlier change broke is changed as bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except (zipfile.BadZipFile, zlib.error, struct.error, ValueError, EOFError, OSError, NotImplementedError, KeyError, RuntimeError):
        return chance.choice(CHANGES)(blob, chance)
    if not parts:
        return blob
    name = chance.choice(sorted(parts))
    parts[name] = chance.choice(CHANGES)(parts[name], chance)
    if chance.random() < 0.1:
        del parts[name]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for each, part in parts.items():
            new.writestr(each, part)
    return stream.getvalue()


def _flipped(blob: bytes, chance: random.Random) -> bytes:
    changed = bytearray(blob or b"?")
    for _ in range(min(len(blob), chance.choice((1, 1, 4, 16)))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(blob: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(blob) + 1)
    return blob[:start] + blob[start + chance.choice((1, 3, 20, 300, len(blob))) :]


def _doubled(blob: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(blob) + 1)
    piece = blob[start : start + chance.choice((3, 30, 300))]
    return blob[:start] + piece * chance.choice((2, 3, 50)) + blob[start:]


def _worded(blob: bytes, chance: random.Random) -> bytes:
    """Put a word between two characters, most often where one begins or ends."""
    text = blob.decode("utf-8", "surrogateescape")
    ends = [at for at, character in enumerate(text) if not character.isalnum()] or [0]
    at = chance.choice(ends) + chance.randrange(2)
    return (text[:at] + chance.choice(WORDS) + text[at:]).encode("utf-8", "surrogateescape")


def _replaced(blob: bytes, chance: random.Random) -> bytes:
    """Put a word in the place of what stands between two signs."""
    text = blob.decode("utf-8", "surrogateescape")
    ends = [at for at, character in enumerate(text) if character in " ,:;\n[]{}<>\"'="] or [0]
    first = chance.randrange(len(ends))
    start, end = ends[first] + 1, ends[min(first + 1, len(ends) - 1)]
    return (text[:start] + chance.choice(WORDS) + text[max(start, end) :]).encode("utf-8", "surrogateescape")


def _lines(blob: bytes, chance: random.Random) -> bytes:
    """Swap, drop, repeat or indent lines."""
    lines = blob.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            del lines[one]
        case 2:
            lines.insert(other, lines[one])
        case 3:
            lines[one] = b"  " * chance.randrange(1, 4) + lines[one]
        case _:
            lines[one] = lines[one].removeprefix(b"  ")
    return b"\n".join(lines)


CHANGES: tuple[Change, ...] = (_flipped, _cut, _doubled, _worded, _worded, _worded, _replaced, _replaced, _replaced, _lines, _lines)
