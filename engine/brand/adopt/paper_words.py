"""What the sample text in a Word template tells: which style running text has, its first words, its language, whether there is a cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from lxml import etree

from engine.base.records import dataclass
from engine.brand.inspect.seen_paper import SeenPaper
from engine.brand.paper_template import W

_LONG = 20
"""A paragraph of fewer characters is no running text."""
_OPENING = 400
"""Characters of the sample that count as its first page."""


@dataclass(frozen=True, slots=True)
class SampleText:
    """The sample in the template: characters and paragraphs of running text by style id, its first words, whether it has a cover page."""

    letters: Mapping[str, tuple[int, int]]
    opening: str
    blocks: int
    has_cover: bool
    chinese: bool


def sample_text(document: etree._Element, paper: SeenPaper) -> SampleText:
    """Return what stands in the body of a template; paragraphs in tables and short ones are no running text."""
    normal = paper.style("Normal")
    usual = "" if normal is None else normal.id
    letters: Counter[str] = Counter()
    paragraphs: Counter[str] = Counter()
    whole: list[str] = []
    for node in document.iter(f"{W}p"):
        words = "".join(text.text or "" for text in node.iter(f"{W}t")).strip()
        if words:
            whole.append(words)
        if len(words) < _LONG or next(node.iterancestors(f"{W}tbl"), None) is not None:
            continue
        named = node.find(f"{W}pPr/{W}pStyle")
        identity = usual if named is None else named.get(f"{W}val", usual)
        letters[identity] += len(words)
        paragraphs[identity] += 1
    body = document.find(f"{W}body")
    blocks = sum(1 for child in body if child.tag in {f"{W}p", f"{W}tbl", f"{W}sdt"}) if body is not None and whole else 0
    galleries = [each.get(f"{W}val", "") for each in document.iter(f"{W}docPartGallery")]
    said = "".join(whole)
    names = "".join(style.name for style in paper.styles if style.kind == "paragraph")
    chinese = any("\u4e00" <= letter <= "\u9fff" for letter in (said or names))
    return SampleText(
        {key: (count, paragraphs[key]) for key, count in letters.items()}, said[:_OPENING], blocks, "Cover Pages" in galleries, chinese
    )
