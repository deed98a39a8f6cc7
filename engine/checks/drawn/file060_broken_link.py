"""FILE060: a link or a cross-reference leads to a place that is not there.

What it does: follows links to slides, bookmarks and pages inside the file, and cross-references of Word. Addresses outside are not opened.
Why it matters: the reader clicks and nothing happens; Word prints “Error! Reference source not found.” when it updates its fields.

Fails: a link to the bookmark table_3_1 after that table was deleted with its caption.
Passes: the same link while the bookmark is there; any address of the web.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnFile


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    for link in drawn.broken_links:
        at, called = on_page(drawn, link.page), quoted(link.words, Phrase("", ""))
        target = Phrase(f"“{link.target}”", repr(link.target)) if link.target else Phrase("一个位置", "a place")
        yield warning(
            "FILE060",
            f"{at.zh}的链接{called.zh}指向不存在的{target.zh}",
            f"the link {called.en} {at.en} leads to {target.en}, which is not there".replace("  ", " "),
            where,
            Phrase("重新插入链接，或删去", "insert the link again, or remove it"),
        )


CHECK = DrawnCheck("FILE060", ("pptx", "docx", "pdf"), run)
