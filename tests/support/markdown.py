"""Markdown files for tests: what they become, and what their authors are told."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from engine.load.locate import plain
from engine.load.markdown_reader import block_parser, read_markdown
from engine.load.markdown_source import MarkdownSource, hide_templates
from engine.load.text_file import SourceText, clean_text
from tests.support.content import told


def source(text: str) -> SourceText:
    return clean_text("a.md", dedent(text)).expect_clean()


def nodes(text: str) -> tuple[MarkdownSource, list[SyntaxTreeNode]]:
    """Return a file and its blocks as the parser gives them."""
    written = source(text)
    return MarkdownSource(written), SyntaxTreeNode(block_parser().parse(hide_templates(written.text))).children


def sections(text: str) -> Any:
    """Return the sections of a file without mistakes, as plain values."""
    return plain(read_markdown(source(text)).expect_clean())


def findings(text: str) -> list[str]:
    """Return what is told about a file, without its name."""
    return [line.removeprefix("a.md:") for line in told(read_markdown(source(text)).diagnostics)]


def blocks(text: str) -> Any:
    """Return the blocks of the one topic that the text is."""
    return sections(f"# 甲\n## 乙\n{dedent(text)}")[0]["topics"][0]["blocks"]
