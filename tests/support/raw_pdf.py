"""PDF files written by hand (ISO 32000), with just the faults that a test wants: fonts, tags, links and pictures as they are told."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RawPage:
    """`content` are drawing operators; `tags` are (structure type, alternative text), each marking content by its number; `links` page indexes."""

    content: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    links: tuple[int, ...] = ()
    size: tuple[int, int] = (595, 842)


@dataclass(slots=True)
class _Objects:
    bodies: list[bytes] = field(default_factory=list)

    def add(self, body: str | bytes) -> int:
        self.bodies.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(self.bodies)

    def stream(self, head: str, data: bytes) -> int:
        return self.add(b"<< %s /Length %d >>\nstream\n" % (head.encode(), len(data)) + data + b"\nendstream")


def line(words: str, y: float, size: float = 12, *, number: int | None = None, tag: str = "P") -> str:
    """Return the operators of a line of print `y` points above the foot; `number` is that of its marked content."""
    shown = f"BT /F1 {size} Tf 72 {y} Td ({words}) Tj ET"
    return shown if number is None else f"/{tag} <</MCID {number}>> BDC {shown} EMC"


def lines(count: int, top: float = 760) -> str:
    return "\n".join(line("A line of running text that is long enough", top - 18 * n) for n in range(count))


def raw_pdf(*pages: RawPage, picture: tuple[int, int] | None = None) -> bytes:
    """Return a PDF. Text is in Helvetica, which is only named; `picture` are the pixels of the picture /Im1, which is grey in stripes."""
    objects = _Objects()
    catalog, tree = objects.add(""), objects.add("")
    font = objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    resources = f"/Font << /F1 {font} 0 R >>"
    if picture is not None:
        wide, high = picture
        head = (
            f"/Type /XObject /Subtype /Image /Width {wide} /Height {high} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
        )
        image = objects.stream(head, zlib.compress(bytes(each % 251 for each in range(wide * high))))
        resources += f" /XObject << /Im1 {image} 0 R >>"
    root, parents = objects.add(""), objects.add("")
    numbers = [objects.add("") for _ in pages]
    elements: list[int] = []
    nums = []
    for index, (page, number) in enumerate(zip(pages, numbers, strict=True)):
        content = objects.stream("", page.content.encode("latin-1"))
        links = [
            objects.add(
                f"<< /Type /Annot /Subtype /Link /Rect [72 700 200 720] /Dest [{target if target >= len(pages) else f'{numbers[target]} 0 R'} /Fit] >>"
            )
            for target in page.links
        ]
        own = [
            objects.add(f"<< /Type /StructElem /S /{tag} /P {root} 0 R /Pg {number} 0 R /K {mark}{f' /Alt ({alt})' if alt else ''} >>")
            for mark, (tag, alt) in enumerate(page.tags)
        ]
        elements += own
        nums.append(f"{index} [{' '.join(f'{each} 0 R' for each in own)}]")
        width, height = page.size
        objects.bodies[number - 1] = (
            f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {width} {height}] /Resources << {resources} >> /Contents {content} 0 R"
            f" /StructParents {index} /Annots [{' '.join(f'{each} 0 R' for each in links)}] >>"
        ).encode()
    objects.bodies[parents - 1] = f"<< /Nums [{' '.join(nums)}] >>".encode()
    kids = " ".join(f"{each} 0 R" for each in elements)
    objects.bodies[root - 1] = f"<< /Type /StructTreeRoot /K [{kids}] /ParentTree {parents} 0 R >>".encode()
    objects.bodies[tree - 1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{each} 0 R' for each in numbers)}] >>".encode()
    objects.bodies[catalog - 1] = f"<< /Type /Catalog /Pages {tree} 0 R /StructTreeRoot {root} 0 R /MarkInfo << /Marked true >> >>".encode()
    return _assembled(objects, catalog)


def _assembled(objects: _Objects, catalog: int) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects.bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, catalog, start)
    return bytes(out)
