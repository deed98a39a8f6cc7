"""Finished files with one figure changed by hand, as somebody might do it: in a run, a cell, a chart's cache or its workbook."""

from __future__ import annotations

import io
import random  # noqa: TID251  seeded: the same draws every time
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from engine.base.records import dataclass, replace
from engine.model.printed import NOTES, Printed, TextPlace
from engine.probe.found import Found
from engine.probe.found_charts import CHART, DRAWING
from engine.probe.package_parts import targets
from engine.writers.ooxml.package import zip_parts

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHEET = "xl/worksheets/sheet1.xml"
_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c"
_VALUE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}v"


@dataclass(frozen=True, slots=True)
class Edited:
    """A changed file; `what` says what was changed, for the message of a test."""

    blob: bytes
    what: str


def other_digit(text: str, chance: random.Random) -> str:
    """Return a text with one of its digits changed, never to one that prints the same number."""
    at = chance.choice([index for index, character in enumerate(text) if character.isdecimal()])
    return text[:at] + chance.choice([digit for digit in "123456789" if digit != text[at]]) + text[at + 1 :]


def figures(printed: Printed) -> Iterator[tuple[TextPlace, int]]:
    """Yield every printed fact that has digits, as place and number of the fact in it."""
    for place in printed.texts:
        for number, words in enumerate(place.printed):
            if any(character.isdecimal() for character in words):
                yield place, number


def edited_text_of_pptx(blob: bytes, place: TextPlace, number: int, chance: random.Random) -> Edited:
    """Change a figure in a shape or cell of a slide, or in its speaker notes."""
    parts = _parts(blob)
    if place.shape == NOTES:
        with zipfile.ZipFile(io.BytesIO(blob)) as package:
            name = next(part for part in targets(package, f"ppt/slides/slide{place.page}.xml").values() if "notesSlide" in part)
        root = etree.fromstring(parts[name])
        body = next(each for each in root.iter(f"{_P}sp") if each.find(f".//{_P}ph[@type='body']") is not None)
        lines = list(body.iter(f"{DRAWING}p"))
        what = _change(list(lines[place.paragraph - 1].iter(f"{DRAWING}t")), place, number, chance)
        parts[name] = etree.tostring(root)
        return Edited(_packed(parts), f"notes of slide {place.page} {what}")
    for name in (part for part in parts if part.startswith("ppt/slides/slide")):
        root = etree.fromstring(parts[name])
        for head in (node for node in root.iter(f"{_P}cNvPr") if node.get("name") == place.shape):
            holder = next(ancestor for ancestor in head.iterancestors() if ancestor.tag in {f"{_P}sp", f"{_P}graphicFrame"})
            if place.row:
                row = list(holder.iter(f"{DRAWING}tr"))[place.row - 1]
                holder = row.findall(f"{DRAWING}tc")[place.column - 1]
            paragraph = list(holder.iter(f"{DRAWING}p"))[place.paragraph - 1]
            what = _change(list(paragraph.iter(f"{DRAWING}t")), place, number, chance)
            parts[name] = etree.tostring(root)
            return Edited(_packed(parts), f"{place.shape} {what}")
    raise AssertionError(f"no shape {place.shape}")


def edited_text_of_docx(blob: bytes, place: TextPlace, number: int, chance: random.Random) -> Edited:
    """Change a figure between the ends of its bookmark."""
    parts = _parts(blob)
    root = etree.fromstring(parts["word/document.xml"])
    start = next(node for node in root.iter(f"{_W}bookmarkStart") if node.get(f"{_W}name") == place.anchors[number])
    inside = []
    for node in start.itersiblings():
        if node.tag == f"{_W}bookmarkEnd" and node.get(f"{_W}id") == start.get(f"{_W}id"):
            break
        inside += list(node.iter(f"{_W}t"))
    old = "".join(node.text or "" for node in inside)
    new = other_digit(old, chance)
    inside[0].text = new
    for node in inside[1:]:
        node.text = ""
    parts["word/document.xml"] = etree.tostring(root)
    return Edited(_packed(parts), f"{place.shape} {old} → {new}")


def edited_chart(blob: bytes, chance: random.Random, *, workbook: bool) -> Edited:
    """Change a number that a chart draws: in what it remembers, or in its workbook alone."""
    parts = _parts(blob)
    charts = sorted(name for name in parts if "/charts/chart" in name and name.endswith(".xml") and "_rels" not in name)
    name = chance.choice(charts)
    if not workbook:
        root = etree.fromstring(parts[name])
        caches = [node for tag in ("val", "yVal", "xVal", "bubbleSize") for node in root.iter(f"{CHART}{tag}")]
        value = chance.choice([found for cache in caches for found in cache.iter(f"{CHART}v")])
        what = _changed_number(value, chance)
        parts[name] = etree.tostring(root)
        return Edited(_packed(parts), f"{name} {what}")
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        (book,) = (target for target in targets(package, name).values() if target.endswith(".xlsx"))
    sheets = _parts(parts[book])
    root = etree.fromstring(sheets[_SHEET])
    numbers = [value for cell in root.iter(_CELL) if cell.get("t", "n") == "n" for value in cell.iterfind(_VALUE)]
    what = _changed_number(chance.choice(numbers), chance)
    sheets[_SHEET] = etree.tostring(root)
    parts[book] = _packed(sheets)
    return Edited(_packed(parts), f"{name} workbook {what}")


def edited_page(found: Found, printed: Printed, place: TextPlace, number: int, chance: random.Random) -> Found:
    """Return what would be found on the pages of a PDF with one figure changed; all places of the same box read the same words."""
    index = printed.texts.index(place)
    words = found.texts[index]
    assert words is not None
    old = place.printed[number]
    changed = _in_context(words[0], place, number, other_digit(old, chance))
    same = [(other.page, other.box) == (place.page, place.box) for other in printed.texts]
    return replace(found, texts=tuple((changed,) if hit else text for hit, text in zip(same, found.texts, strict=True)))


def edited_drawing(found: Found, printed: Printed, chance: random.Random) -> Found:
    """Return what would be found on the pages with one label of a drawn chart changed."""
    index = chance.choice([number for number, chart in enumerate(printed.charts) if chart.labels])
    label = chance.choice([label.text for label in printed.charts[index].labels if any(map(str.isdecimal, label.text))])
    words = found.drawn[index]
    start = re.search(rf"(?<![\d.,]){re.escape(label)}(?![\d.,])", words)
    assert start is not None, label
    changed = words[: start.start()] + other_digit(label, chance) + words[start.end() :]
    return replace(found, drawn=(*found.drawn[:index], changed, *found.drawn[index + 1 :]))


def _in_context(words: str, place: TextPlace, number: int, new: str) -> str:
    """Return the words of a box with a fact of a paragraph replaced; blanks are as the page has them."""
    places = [at for at, character in enumerate(words) if not character.isspace()]
    bare = "".join(words[at] for at in places)
    plain = "".join("".join(place.words).split())
    before = len("".join("".join(place.words[: 2 * number + 1]).split()))
    start = bare.index(plain) + before
    old, wanted = "".join(place.printed[number].split()), "".join(new.split())
    letters = list(words)
    for offset, (was, now) in enumerate(zip(old, wanted, strict=True)):
        assert bare[start + offset] == was
        letters[places[start + offset]] = now
    return "".join(letters)


def _change(runs: list[etree._Element], place: TextPlace, number: int, chance: random.Random) -> str:
    """Change the figure in the run that begins where the fact does."""
    offset = len("".join(place.words[: 2 * number + 1]).replace("\n", ""))
    at = 0
    for run in runs:
        text = run.text or ""
        if at <= offset < at + len(text) and any(map(str.isdecimal, text[offset - at :])):
            old = place.printed[number].replace("\n", "")
            piece = text[offset - at : offset - at + len(old)]
            run.text = text[: offset - at] + other_digit(piece, chance) + text[offset - at + len(piece) :]
            return f"{text} → {run.text}"
        at += len(text)
    raise AssertionError(f"{place.plain} is not there")


def _changed_number(node: etree._Element, chance: random.Random) -> str:
    old = node.text or ""
    node.text = other_digit(old, chance)
    return f"{old} → {node.text}"


def _parts(blob: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    return zip_parts(parts.items(), level=1)
