r"""Markdown to the tree that YAML would give: `#` section, `##` topic, `###` to `#####` headings inside it, and blocks.

    # 活动成果分析

    ```section
    summary: 数据、反馈与渠道
    lead: 四项目标三项完成
    ```

    ## 数据表现

    ```topic
    title: 销量完成 {{ m.units.attainment }}，新增注册超额
    takeaway: 曝光最高，互动率低于目标。
    ```

    活动期间全渠道售出 {{ m.units }}，**超额完成**目标。

    ```chart
    {kind: target-actual, title: 目标完成, metrics: [units, signups]}
    ```

A heading is the topic's label and its title; ```topic gives it the other one, takeaway, notes, source, layout, when or for_each.
Text before the first topic of a section is a topic of the section's name. What Markdown cannot say is written in fences, as YAML.

Codes of this front end: YAML050 headings · YAML051 HTML · YAML052 picture among words · YAML053 fences · YAML054 lists and quotations ·
YAML055 marks that are printed · YAML056 almost a heading or item · YAML057 tables · YAML058 rules.
"""

from __future__ import annotations

from dataclasses import field

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from engine.base.diagnostics import Findings, Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.load.locate import Entry, MapNode, Node, ScalarNode, SeqNode
from engine.load.markdown_blocks import MarkdownBlocks, heading_text
from engine.load.markdown_fences import ATTRIBUTES, SECTION, attributes, read_fence
from engine.load.markdown_source import MAX_CHARACTERS, MAX_LINES, MarkdownSource, hide_templates
from engine.load.prose import Prose
from engine.load.text_file import SourceText

_COMMENT = "<!--"


def read_markdown(text: SourceText) -> Outcome[Node]:
    """Read a file of one or several sections; the value is a list of sections. All mistakes are reported."""
    findings = Findings()
    if len(text.lines) > MAX_LINES or sum(map(len, text.lines)) > MAX_CHARACTERS:
        zh, en = f"文件超过 {MAX_LINES:,} 行或 1 MiB", f"the file has more than {MAX_LINES:,} lines or 1 MiB"
        hint = Phrase("分成几个文件，用 include 引入", "split it and include the parts")
        findings.add(error("YAML011", zh, en, Location(text.file), hint))
        return findings.outcome(None)
    writer = _Sections(MarkdownSource(text), findings)
    for node in SyntaxTreeNode(block_parser().parse(hide_templates(text.text))).children:
        writer.take(node)
    sections = writer.sections()
    if not sections and not findings.items:
        hint = Phrase("以“# 标题”开始一个部分", "begin a section with “# Title”")
        findings.add(error("YAML050", "文件里没有内容", "the file holds no section", Location(text.file, 1, 1), hint))
    return findings.outcome(SeqNode(sections, Location(text.file, 1, 1)) if sections else None)


def block_parser() -> MarkdownIt:
    """Return a parser of blocks only: what is inside a line is read by engine.compose.inline.

    HTML blocks are recognised so that they can be refused; nothing is ever rendered. A line of `---` never makes a heading of the text
    above it, and four spaces never make code of it.
    """
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable("table").disable(["lheading", "code", "reference"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


@dataclass(slots=True)
class _Topic:
    """A topic being read; `heading` None for what stands before the first topic of a section."""

    heading: Prose | None
    blocks: MarkdownBlocks
    attributes: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class _Section:
    heading: Prose
    topics: list[_Topic]
    attributes: list[Entry] = field(default_factory=list)


class _Sections:
    """Takes the blocks of a file in order and puts them under their headings."""

    def __init__(self, source: MarkdownSource, findings: Findings) -> None:
        self.source = source
        self.findings = findings
        self._sections: list[_Section] = []
        self._lost = False

    def take(self, node: SyntaxTreeNode) -> None:
        assert node.map is not None, "the parser knows the lines of a block"
        where = self.source.at(node.map[0])
        match node.type:
            case "heading" if node.tag == "h1":
                self._sections.append(_Section(heading_text(node, self.source, self.findings), [self._topic(None)]))
            case "html_block":
                self._html(node, where)
            case _ if not self._sections:
                self._before_sections(where)
            case "heading" if node.tag == "h2":
                self._sections[-1].topics.append(self._topic(heading_text(node, self.source, self.findings)))
            case "fence" if node.info.strip() in ATTRIBUTES:
                self._attributes(node, where)
            case _:
                self._sections[-1].topics[-1].blocks.take(node)

    def sections(self) -> tuple[Node, ...]:
        return tuple(map(self._section, self._sections))

    def _topic(self, heading: Prose | None) -> _Topic:
        return _Topic(heading, MarkdownBlocks(self.source, self.findings))

    def _html(self, node: SyntaxTreeNode, where: Location) -> None:
        """Comments are left out; other HTML is a finding."""
        content = node.content.strip()
        if content.startswith(_COMMENT) and content.endswith("-->"):
            return
        if content.startswith(_COMMENT) and "-->" not in content:
            self.findings.add(error("YAML051", "注释没有以 --> 结束", "the comment never ends with -->", where))
            return
        hint = Phrase("只写 Markdown；块用围栏，如 ```chart", "write Markdown only; blocks are fences, such as ```chart")
        self.findings.add(error("YAML051", "HTML 不能用", "HTML is not read", where, hint))

    def _before_sections(self, where: Location) -> None:
        if not self._lost:
            self._lost = True
            hint = Phrase("文件以“# 部分的标题”开始", "a file begins with “# Title of the section”")
            self.findings.add(error("YAML050", "在第一个 # 标题之前", "it stands before the first # heading", where, hint))

    def _attributes(self, node: SyntaxTreeNode, where: Location) -> None:
        """Add what a ```section or ```topic fence says to the heading it follows."""
        fence = read_fence(node, self.source, self.findings)
        section = self._sections[-1]
        topic = section.topics[-1]
        owner = section if node.info.strip() == SECTION else topic
        if topic.blocks or (owner is section and len(section.topics) > 1):
            place = Phrase("# 标题", "its # heading") if owner is section else Phrase("## 标题", "its ## heading")
            zh, en = f"```{node.info.strip()} 要紧跟在 {place.zh}之后", f"```{node.info.strip()} stands right below {place.en}"
            self.findings.add(error("YAML053", zh, en, where))
        said = attributes(fence, self.findings) if fence is not None else None
        for entry in said.entries if said is not None else ():
            self._add(entry, owner)

    def _add(self, entry: Entry, owner: _Section | _Topic) -> None:
        taken = {"title", "topics"} if isinstance(owner, _Section) else {"blocks"}
        known = {known.key for known in owner.attributes}
        if entry.key in taken:
            hint = Phrase(
                "标题写在 # 后，主题写在 ## 后，内容写在正文里", "the heading is the title, ## begins topics, blocks are the text below"
            )
            self.findings.add(error("YAML053", f"{entry.key} 不写在这里", f"{entry.key} is not written here", entry.key.where, hint))
        elif entry.key in known:
            self.findings.add(error("YAML006", f"键“{entry.key}”重复", f"key {str(entry.key)!r} is used twice", entry.key.where))
        else:
            owner.attributes.append(entry)

    def _section(self, section: _Section) -> MapNode:
        intro, *topics = section.topics
        if intro.blocks or intro.attributes:
            topics = [_Topic(section.heading, intro.blocks, intro.attributes), *topics]
        where = section.heading.where
        if not topics:
            hint = Phrase("用“## 标题”开始一个主题", "begin a topic with “## Title”")
            self.findings.add(error("YAML050", "这一部分没有内容", "the section is empty", where, hint))
            return MapNode((_entry("title", section.heading), *section.attributes, _topics((_nothing(section.heading),), where)), where)
        nodes = tuple(map(self._topic_node, topics))
        return MapNode((_entry("title", section.heading), *section.attributes, _topics(nodes, where)), where)

    def _topic_node(self, topic: _Topic) -> MapNode:
        assert topic.heading is not None, "the text before the first topic got the section's heading"
        where = topic.heading.where
        named = {str(entry.key): entry for entry in topic.attributes}
        if "title" in named and "label" in named:
            hint = Phrase("## 后的标题就是另一个", "the heading is the other one")
            self.findings.add(error("YAML053", "label 和 title 只写一个", "write label or title, not both", named["label"].key.where, hint))
        names = [_entry(name, topic.heading) for name in ("label", "title") if name not in named]
        blocks = topic.blocks.blocks
        if not topic.blocks:
            self.findings.add(error("YAML050", "这个主题没有内容", "the topic is empty", where))
        return MapNode((*names, *topic.attributes, Entry(Prose("blocks", where), SeqNode(blocks, where))), where)


def _topics(nodes: tuple[Node, ...], where: Location) -> Entry:
    return Entry(Prose("topics", where), SeqNode(nodes, where))


def _nothing(heading: Prose) -> MapNode:
    """Return what stands for the topics of an empty section, so that its emptiness is told once."""
    blocks = Entry(Prose("blocks", heading.where), SeqNode((), heading.where))
    return MapNode((_entry("label", heading), _entry("title", heading), blocks), heading.where)


def _entry(name: str, text: Prose) -> Entry:
    return Entry(Prose(name, text.where), ScalarNode(str(text), text))
