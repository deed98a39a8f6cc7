"""Rows 96 to 101: pictures, and what only HTML could bring."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

from PIL import Image

from tests.support.bad_inputs.case import Case, Put, Run, blocks, both, saved

AT = "report.yaml:14:"
BLOCK = "- image: {file: p.png, alt: 图}"


def picture(blob: bytes, name: str = "p.png") -> Put:
    return both(blocks(BLOCK.replace("p.png", name)), saved(blob, name))


def png(width: int, height: int) -> bytes:
    """Return a PNG whose header promises so many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def _webp() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "WEBP")
    return stream.getvalue()


def _linked(folder: Path) -> None:
    blocks(BLOCK)(folder)
    (folder / "p.png").symlink_to("/etc/passwd")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:9/x"/></svg>'
CASES = (
    Case(96, "no picture", picture(b"hello" * 99), "FILE021", ("p.png",), AT),
    Case(96, "WebP named PNG", picture(_webp()), "FILE022", ("WEBP",), AT),
    Case(96, "half a PNG", picture(png(40, 40)), "FILE021", ("p.png",), AT),
    Case(97, "20,000 by 20,000", picture(png(20_000, 20_000)), "FILE023", ("64 million",), AT, run=Run.OWN_PROCESS),
    Case(97, "9,000 by 9,000", picture(png(9_000, 9_000)), "FILE023", ("64 million",), AT, run=Run.OWN_PROCESS),
    Case(98, "SVG that fetches", picture(SVG, "p.svg"), "FILE003", ("png",), AT),
    Case(98, "SVG named PNG", picture(SVG), "FILE021", ("p.png",), AT),
    Case(99, "missing picture", blocks(BLOCK), "FILE001", ("p.png",), AT),
    Case(99, "picture that is a link out", _linked, "FILE002", ("leads out",), AT),
    Case(
        100,
        "4,000 rows",
        blocks("- table:", "    header: [甲]", "    rows:", *["      - [x]"] * 4_000),
        "YAML011",
        ("400",),
        AT,
        run=Run.OWN_PROCESS,
    ),
    Case(101, "60 nested columns", blocks(f"- {'columns: [[{' * 60}text: x{'}]]' * 60}"), "YAML011", ("64",), AT),
    Case(101, "a column over a billion", blocks("- table: {header: [甲], rows: [[x]], colspan: 1000000000}"), "YAML020", (), AT),
)
