"""What stands under a heading in a Markdown file, as the blocks that YAML would have under `blocks:`."""

from __future__ import annotations

import re

from markdown_it.tree import SyntaxTreeNode

from engine.base.diagnostics import Findings, Phrase, error, warning
from engine.load.locate import Entry, MapNode, Node, ScalarNode, SeqNode
from engine.load.markdown_fences import read_fence
from engine.load.markdown_lists import LISTS, list_block, plain_items
from engine.load.markdown_marks import looks_like_item, unusable
from engine.load.markdown_source import MarkdownSource
from engine.load.markdown_tables import CAPTION, WrittenTable, behind, read_table
from engine.load.prose import Prose

PICTURE = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\(\s*<?(?P<file>[^\"“”<>)\n]*?)>?\s*(?:[\"“](?P<caption>[^\"”\n]*)[\"”]\s*)?\)")
_TITLE_LINE = re.compile(r"\*\*(?P<title>[^*]{1,60}?)[：:]?\*\*[：:]?")
_TITLE_START = re.compile(r"\*\*(?P<title>[^*\n]{1,60}?)(?:[：:]\*\*|\*\*[：:])\s*")
_WIDE_HASH = re.compile(r"(?:#{1,6}[^#\s]|＃)")
BELOW_TOPIC = {"h3": 1, "h4": 2, "h5": 3}


class MarkdownBlocks:
    """Reads the nodes of one topic in order; `blocks` is what they make, true once anything was met. A table waits for its note and source."""

    def __init__(self, source: MarkdownSource, findings: Findings) -> None:
        self.source = source
        self.findings = findings
        self._blocks: list[MapNode | WrittenTable] = []
        self._caption: Prose | None = None
        self._met = False

    @property
    def blocks(self) -> tuple[MapNode, ...]:
        self._drop_caption()
        return tuple(block.node() if isinstance(block, WrittenTable) else block for block in self._blocks)

    def __bool__(self) -> bool:
        return self._met

    def take(self, node: SyntaxTreeNode) -> None:
        """Add what a node says."""
        self._met = True
        if node.type != "table":
            self._drop_caption()
        match node.type:
            case "paragraph":
                self._paragraph(node.children[0].content, _line(node))
            case "heading":
                self._heading(node)
            case "fence":
                fence = read_fence(node, self.source, self.findings)
                if fence is not None and fence.block is not None:
                    self._blocks.append(fence.block)
            case "table":
                self._add_table(node)
            case "blockquote":
                self._blocks.append(self._callout(node))
            case "hr":
                hint = Phrase("要另起一页就写 ```pagebreak 和 ```", "for a new page write ```pagebreak and ```")
                self.findings.add(warning("YAML058", "分隔线不印出", "a rule is not printed", self.source.at(_line(node)), hint))
            case _:
                assert node.type in LISTS, f"no rule of the parser makes {node.type}"
                self._blocks.append(list_block(node, self.source, self.findings))

    def _paragraph(self, content: str, index: int) -> None:
        text = self.source.paragraph(content, index)
        if (picture := PICTURE.fullmatch(text)) is not None:
            self._blocks.append(_picture(text, picture))
            return
        if self._is_caption(text, index):
            self._caption = text
            return
        last = self._blocks[-1] if self._blocks else None
        if isinstance(last, WrittenTable) and last.take(text):
            return
        self._look_at(text, content, index)
        self._blocks.append(_block("text", ScalarNode(str(text), text)))

    def _look_at(self, text: Prose, content: str, index: int) -> None:
        """Report marks that a paragraph cannot hold, and lines that were meant as headings or items."""
        self.findings.extend(unusable(text))
        if _WIDE_HASH.match(text) and "#" not in text.lstrip("#"):
            hint = Phrase("“#”后空一格；正文写成 \\#", "put a space behind the #; in a text write \\#")
            self.findings.add(error("YAML056", "像是标题，却少了空格", "it looks like a heading without the space", text.at(0), hint))
        for number, line in enumerate(content.split("\n")[1:], index + 1):
            if looks_like_item(line):
                hint = Phrase("列表写成“1. ”或“- ”；分段则空一行", "begin items with “1. ” or “- ”; leave an empty line between paragraphs")
                zh, en = "这一行会接在上一行后面", "this line is joined to the one above"
                self.findings.add(warning("YAML056", zh, en, self.source.at(number), hint))
                break

    def _is_caption(self, text: Prose, index: int) -> bool:
        """Tell whether a paragraph names the table below it: `表：题名` with at most one empty line between."""
        below = next((line for line in (self.source.line(index + 1), self.source.line(index + 2)) if line.strip()), "")
        return CAPTION.match(text) is not None and "\n" not in text and below.lstrip().startswith("|")

    def _drop_caption(self) -> None:
        """A caption without a table is a paragraph."""
        if self._caption is not None:
            self._blocks.append(_block("text", ScalarNode(str(self._caption), self._caption)))
            self._caption = None

    def _add_table(self, node: SyntaxTreeNode) -> None:
        table = read_table(node, self.source, self.findings)
        if self._caption is not None:
            match = CAPTION.match(self._caption)
            assert match is not None, "only captions wait"
            table.caption = behind(self._caption, match.end())
            self._caption = None
        self._blocks.append(table)

    def _heading(self, node: SyntaxTreeNode) -> None:
        text = heading_text(node, self.source, self.findings)
        level = BELOW_TOPIC.get(node.tag)
        if level is None:
            hint = Phrase("用 #（部分）、##（主题）、### 到 #####（主题内）", "use # (section), ## (topic), ### to ##### (inside a topic)")
            self.findings.add(error("YAML050", "标题最多五级", "headings have five levels at most", text.where, hint))
            return
        entries = [Entry(Prose("text", text.where), ScalarNode(str(text), text))]
        if level > 1:
            entries.append(Entry(Prose("level", text.where), ScalarNode(level, Prose(str(level), text.where))))
        self._blocks.append(_block("heading", MapNode(tuple(entries), text.where)))

    def _callout(self, quote: SyntaxTreeNode) -> MapNode:
        """Return a quotation as a callout: a bold beginning is its title, paragraphs its body, one list its bullets."""
        where = self.source.at(_line(quote))
        texts: list[Prose] = []
        title: Prose | None = None
        bullets: SeqNode | None = None
        for child in quote.children:
            if child.type == "paragraph":
                content, index = child.children[0].content, _line(child)
                if child is quote.children[0]:
                    title, content, index = self._title_line(content, index)
                texts += [self.source.paragraph(content, index)] if content else []
            elif child.type in LISTS and bullets is None:
                bullets = plain_items(child, self.source, self.findings)
            else:
                hint = Phrase("引用里写文字和一个列表；别的用 ```callout", "it holds text and one list; for more use ```callout")
                self.findings.add(
                    error("YAML054", "引用里不能写这个", "this cannot stand in a quotation", self.source.at(_line(child)), hint)
                )
        for text in texts:
            self.findings.extend(unusable(text))
        if title is None and texts and (match := _TITLE_START.match(texts[0])) is not None:
            title = _part(texts[0], match, "title")
            texts[0] = behind(texts[0], match.end())
        body = Prose("\n".join(texts), texts[0].where, texts[0].origin) if texts else None
        entries = [_entry(name, ScalarNode(str(text), text)) for name, text in (("title", title), ("body", body)) if text]
        if bullets is not None:
            entries.append(_entry("bullets", bullets))
        return MapNode((Entry(Prose("callout", where), MapNode(tuple(entries), where)),), where)

    def _title_line(self, content: str, index: int) -> tuple[Prose | None, str, int]:
        """Return the title that the first line of a quotation is, and what is left with its line; None when it is not bold as a whole."""
        first, _, rest = content.partition("\n")
        match = _TITLE_LINE.fullmatch(first.strip())
        if match is None:
            return None, content, index
        whole = self.source.paragraph(first, index)
        return _part(whole, match, "title"), rest, index + 1


def heading_text(node: SyntaxTreeNode, source: MarkdownSource, findings: Findings) -> Prose:
    """Return the words of a heading; an empty one is a finding and gives `…`."""
    content, index = node.children[0].content, _line(node)
    line = source.line(index)
    if not content.strip():
        findings.add(error("YAML050", "标题是空的", "the heading is empty", source.at(index)))
        return Prose("…", source.at(index))
    begins = len(line) - len(line.lstrip()) + len(node.markup)
    text = source.piece(index, begins, len(line))
    closing = re.search(r"\s+#+\s*$", str(text))
    if closing is not None:
        text = source.piece(index, begins, line.rindex(text[closing.start() :]))
    findings.extend(unusable(text))
    return text


def _picture(text: Prose, match: re.Match[str]) -> MapNode:
    entries = [
        _entry(name, ScalarNode(match[name], _part(text, match, name))) for name in ("file", "alt", "caption") if match[name] is not None
    ]
    return _block("image", MapNode(tuple(entries), text.where))


def _part(text: Prose, match: re.Match[str], group: str) -> Prose:
    return Prose(match[group], text.at(match.start(group), max(1, len(match[group]))))


def _block(name: str, value: Node) -> MapNode:
    return MapNode((Entry(Prose(name, value.where), value),), value.where)


def _entry(name: str, value: Node) -> Entry:
    return Entry(Prose(name, value.where), value)


def _line(node: SyntaxTreeNode) -> int:
    assert node.map is not None, "the parser knows the lines of a block"
    return node.map[0]
