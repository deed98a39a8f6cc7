"""The figures that a finished file prints, read by other libraries, each with what it is: a fact, a citation, or one of a few named classes.

Nothing here knows the planner: what is not in the ledger inside the file has to be something that every report prints and nobody would trace.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pypdfium2
from lxml import etree

from engine.model.file_ledger import FileLedger
from engine.model.printed import Box, ChartPlace, Printed, TextPlace

FACT = "\ue000"
"""Stands where a fact is printed."""

_COUNTERS = "个|人|位|名|家|场|次|项|款|种|条|类|座|店|组|轮|页|支|杯|瓶|只|盒|包|片|张|台|套|起|篇|门店|份|件|城|级|分|处|批|stores?|of"
_TIME = "年|个?月|周|天|日|号|小时|分钟|秒|季度|个?工作日|点|时|届|期|days?|weeks?|months?|years?|hours?|minutes?"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
_N, _TO = r"\d+(?:\.\d+)?", r"\s?(?:–|-|—|至|、|~|,|and|to)\s?"

CLASSES: Mapping[str, str] = {
    "sizes": rf"{_N}\s*[×xX]\s*{_N}(?:\s?厘米)?|\d+(?:{_TO}\d+)?\s?(?:字|克|厘米|毫米|米|px|cm)",
    "dates and times": rf"\d{{4}}\s?年(?:\s?\d{{1,2}}\s?月)?|\d{{1,2}}(?:{_TO}\d{{1,2}})*\s?月份?(?:\s?\d{{1,2}}\s?[日号]?(?:{_TO}\d{{1,2}}\s?日)?)?"
    rf"|(?<![\d.,])(?:19|20)\d{{2}}(?:{_TO}\d{{1,2}})?(?:-\d{{2}}){{0,2}}(?![\d.,]\d)|\d{{1,2}}/\d{{1,2}}(?:–\d{{1,2}}/\d{{1,2}})?|\d{{1,2}}:\d{{2}}"
    rf"|(?:{_MONTHS})\s\d{{1,2}}|\d{{1,2}}\s(?:{_MONTHS})",
    "periods of the calendar": rf"第?\s?\d{{1,2}}(?:{_TO}\d{{1,2}})*\s?周|[Ww]eeks?\s\d+(?:{_TO}\d+)*|W\d{{1,2}}|\d{{2,4}}[QH]\d|第\s?\d\s?季度",
    "spans of time": rf"[±≤≥]?(?<![\d.,])\d+(?:{_TO}\d+)?\s?(?:{_TIME})|第\s?\d+(?:{_TO}\d+)*\s?(?:{_TIME})",
    "numbers of headings, lists, figures, tables and pages": r"^\d(?:\.\d)?\s+(?=\D)|\s\d\s+[A-Z][a-z ]+$"
    r"|[图表]\s?\d{1,2}(?:-\d+)?(?!\d)|(?:Figure|Table)\s\d+(?:-\d+)?|续\s?\d+/\d+|^\s*0?\d{1,3}(?:–\d{1,3})?\s*$"
    r"|^\s*[（(]?\d{1,2}[.、）)]|\t\d{1,3}$|(?:^|\s)0\d\s|(?:连接线|目标|Connector|Target)\s\d$",
    "names": r"双\s?1[12]|618|\b[A-Z]{1,3}-?\d{1,3}\b|[A-Z]\d\s?纸?|\d[A-Z]\b",
    "small counts of a sentence": rf"(?<![\d.,])\d{{1,2}}(?:{_TO}\d{{1,2}})?\s?(?:{_COUNTERS})(?![a-z])",
    "full marks": r"满分\s?100|of\s5\b",
    "sizes of samples": r"样本\s?[\d.]+\s?万?|n\s?=\s?[\d,]+",
    "constants of a formula": r"(?<=[（(＋−])1(?=[＋）)，；。、]|$)|\d\.\d+\s次方",
    "all of it": r"(?<![\d.])100\s?%",
    "starts of cut axes": r"[纵横]轴自\s?[\d,.]+\s?起|axis (?:starts at|from)\s[\d,.]+",
    "offers": r"满\s?\d+\s?家",
}
"""What a figure may be that is no fact, by the words around it."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A figure that is neither fact nor citation nor of a known class, and what it stands in."""

    place: str
    figure: str
    words: str


def leftovers(format_name: str, blob: bytes, ledger: FileLedger) -> list[Leftover]:
    """Return every figure of a file that nothing accounts for; the ledger is the one inside it."""
    (printed,) = ledger.files
    told = {bare(fact.text) for fact in ledger.facts}
    typed = _typed_of_pdf(blob, printed, told) if format_name == "pdf" else _typed_of_office(blob, printed, told)
    return [Leftover(place, figure, words.replace(FACT, "…")) for place, words in typed for figure in unexplained(words)]


def unexplained(words: str) -> list[str]:
    """Return the figures of words whose facts are taken out, that no class explains."""
    rest = words.replace("\u00a0", " ").replace("\u2011", "-").strip()
    for pattern in CLASSES.values():
        rest = re.sub(pattern, " ", rest)
    return re.findall(r"\d[\d,.]*", rest)


def bare(words: str) -> str:
    return "".join(words.split()).replace("\u2011", "-")


# ---- PPTX and DOCX

_PARTS = re.compile(r"(?:ppt/(?:slides/slide|notesSlides/notesSlide)|word/(?:document|header|footer|footnotes|endnotes|comments))\d*\.xml")
_CHARTS = re.compile(r"(?:ppt|word)/charts/chart\d+\.xml")


_CAPTION = re.compile(r"^(?:[图表]\s?\d+-\d+|(?:Figure|Table)\s\d+-\d+)\s*|\t\d+$")
"""The number of a caption and of a page, which Word computes."""


def _typed_of_office(blob: bytes, printed: Printed, told: set[str]) -> Iterator[tuple[str, str]]:
    known: dict[str, str] = {bare(place.plain): FACT.join(place.words[::2]) for place in printed.texts}
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        for name in sorted(package.namelist()):
            if _PARTS.fullmatch(name):
                for words in _paragraphs(etree.fromstring(package.read(name))):
                    yield name, known.get(bare(words)) or known.get(bare(_CAPTION.sub("", words)), words)
            elif _CHARTS.fullmatch(name):
                yield from ((name, _without(told, words)) for words in _chart_words(etree.fromstring(package.read(name)), printed.charts))


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Yield paragraphs; fields that count slides and pages are left out."""
    for paragraph in (node for node in root.iter() if _tag(node) == "p" and any(_tag(each) == "t" for each in node.iter())):
        pieces = []
        for node in paragraph.iter():
            if _tag(node) == "t" and not any(_tag(parent) in {"fld", "txbxContent"} for parent in node.iterancestors()):
                pieces.append(node.text or "")
            elif _tag(node) in {"tab", "br"} and len(node) == 0:
                pieces.append("\t")
            elif _tag(node) == "noBreakHyphen":
                pieces.append("-")
        yield "".join(pieces)


def _chart_words(root: etree._Element, charts: Iterable[ChartPlace]) -> Iterator[str]:
    """Yield the words of a chart, and each number that no value of the ledger's charts is."""
    numbers = {value for chart in charts for column in chart.columns for value in column.values if value is not None}
    labels = {bare(label.text) for chart in charts for label in chart.labels if label.facts}
    for node in root.iter():
        if _tag(node) not in {"v", "t"} or not node.text:
            continue
        parents = {_tag(parent) for parent in node.iterancestors()}
        if "numCache" in parents:
            if float(node.text or "nan") not in numbers:
                yield str(node.text)
        elif bare(str(node.text)) not in labels:
            yield str(node.text)


def _without(told: set[str], words: str) -> str:
    """Return words of a chart without the facts in them: charts keep them as strings, so the ledger knows no place."""
    for fact in sorted((fact for fact in told if len(fact) > 1 and any(map(str.isdigit, fact))), key=len, reverse=True):
        with_blanks = r"\s?".join(map(re.escape, fact))
        words = re.sub(rf"(?<![\d.,]){with_blanks}(?![\d%])", FACT, words)
    return words


def _tag(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2]  # a comment has a function for its tag


# ---- PDF


_ENTRY = re.compile(r"^(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）|[图表] \d|(?:Figure|Table) \d|\d(?:\.\d)? \D).* (\d{1,3})$")
"""A line of a table of contents."""


def _typed_of_pdf(blob: bytes, printed: Printed, told: set[str]) -> Iterator[tuple[str, str]]:
    found = list(_typed_of_pages(blob, printed, told))
    running = Counter(re.sub(r"\d+$", "", line) for _, line in found)
    for place, line in found:
        paged = running[re.sub(r"\d+$", "", line)] > 2 or _ENTRY.match(" ".join(line.split()))
        yield place, re.sub(r"\s\d+\s*$", "", line) if paged else line


def _typed_of_pages(blob: bytes, printed: Printed, told: set[str]) -> Iterator[tuple[str, str]]:
    document = pypdfium2.PdfDocument(blob)
    for number, page in enumerate(document, 1):
        texts = [place for place in printed.texts if place.page == number and place.box is not None]
        charts = [place for place in printed.charts if place.page == number and place.box is not None]
        boxes: dict[Box, list[TextPlace]] = {}
        for place in texts:
            assert place.box is not None
            boxes.setdefault(place.box, []).append(place)
        lines = _lines(page, [*boxes, *(place.box for place in charts if place.box is not None)])
        yield from ((f"page {number}", re.sub(rf"(?:^|\s){number}\s*$", "", line)) for line in lines[None])
        for box, places in boxes.items():
            yield from ((f"page {number}", line) for line in _around(lines[box], places))
        for chart in charts:
            drawn = sorted({bare(words) for words in chart.drawn}, key=len, reverse=True)
            rest = bare("\n".join(lines[chart.box]))
            for words in drawn:
                rest = rest.replace(words, "\n")
            yield from ((f"page {number}", line) for line in rest.split("\n") if line)
            yield from ((f"page {number}", _without(told, words)) for words in _undrawn(chart))


def _undrawn(chart: ChartPlace) -> Iterator[str]:
    """Yield the words of a chart that are no number on an axis and no label with a fact."""
    labels = {bare(label.text) for label in chart.labels if label.facts}
    yield from (words for words in chart.drawn if bare(words) not in labels and not re.fullmatch(r"[−+-]?[\d,.]+%?", words.strip()))


def _around(lines: list[str], places: list[TextPlace]) -> Iterator[str]:
    """Yield the words of a box: paragraphs with facts as they were typed, then what stands beside them."""
    rest = bare("".join(lines))
    for place in sorted(places, key=lambda place: -len(place.plain)):
        rest = rest.replace(bare(place.plain), "\n", 1)
        yield FACT.join(place.words[::2])
    yield from rest.split("\n")


def _lines(page: pypdfium2.PdfPage, boxes: list[Box]) -> dict[Box | None, list[str]]:
    """Return the lines of a page by the box that their letters stand in; None: in no box."""
    text, height = page.get_textpage(), page.get_height()
    found: dict[Box | None, list[str]] = {box: [""] for box in (*boxes, None)}
    last: Box | None = None
    whole = text.get_text_range()
    for index, letter in enumerate(whole[: text.count_chars()]):
        if letter in "\r\n":
            found[last].append("")
            continue
        if letter.isspace():
            found[last][-1] += letter
            continue
        left, bottom, right, top = text.get_charbox(index)
        x, y = (left + right) / 2, height - (bottom + top) / 2
        inside = [box for box in boxes if box[0] <= x <= box[0] + box[2] and box[1] <= y <= box[1] + box[3]]
        box = min(inside, key=lambda each: each[2] * each[3]) if inside else None
        if box != last:
            found[box].append("")
        last = box
        found[box][-1] += letter
    return found
