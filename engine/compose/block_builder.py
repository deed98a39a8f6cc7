"""Author blocks to kernel blocks: rendered, validated against the block's model, built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from engine.base.diagnostics import Location, Phrase, error
from engine.base.records import dataclass
from engine.base.registry import nearest
from engine.blocks import BLOCKS
from engine.blocks.definition import BlockContext
from engine.compose.desk import Desk
from engine.compose.render_tree import rendered
from engine.load.locate import MapNode, Node, ScalarNode, node_of
from engine.load.validate import validate
from engine.metrics.problems import FactError
from engine.model.blocks import Block, Chart
from engine.model.charts import ChartData


@dataclass(frozen=True, slots=True)
class BlockBuilder:
    """Builds the blocks of one topic in one scope."""

    desk: Desk
    scope: Mapping[str, Any]

    def build(self, values: Iterable[Any]) -> tuple[Block, ...]:
        """Return the kernel blocks of what stands under `blocks:`, as it was read."""
        nodes = (rendered(node, self.desk.templates, self.scope, self.desk.findings) for node in map(node_of, values) if node is not None)
        return tuple(block for node in nodes for block in self._build_one(node))

    def _nested(self, value: Any) -> tuple[Block, ...]:
        """Return the blocks inside a block; they were rendered with it, and rendering data twice would run templates inside data."""
        nodes = [node for node in map(node_of, value if isinstance(value, list) else [value]) if node is not None]
        return tuple(block for node in nodes for block in self._build_one(node))

    def _chart(self, value: Any) -> ChartData | None:
        """Return the data of one chart that stands inside a block."""
        node = node_of(value)
        if node is None:
            return None
        return next((block.data for block in self._build_named("chart", node.where, node) if isinstance(block, Chart)), None)

    def _build_one(self, node: Node) -> tuple[Block, ...]:
        if not isinstance(node, MapNode):
            hint = Phrase("一句话写成 - text: …", "a sentence is written as - text: …") if isinstance(node, ScalarNode) else None
            self.desk.findings.add(
                error("YAML022", "内容块应为映射（块名: 内容）", "a block should be a mapping (name: content)", node.where, hint)
            )
            return ()
        if len(node.entries) != 1:
            hint = Phrase("每个块前写“- ”，块的内容再缩进一层", "begin each block with “- ” and indent its content one level further")
            where = node.entries[1].key.where if len(node.entries) > 1 else node.where
            self.desk.findings.add(error("YAML027", "一个内容块只写一个块名", "a block is written under one name", where, hint))
        return tuple(block for entry in node.entries[:1] for block in self._build_named(str(entry.key), entry.key.where, entry.value))

    def _build_named(self, name: str, where: Location, value: Node) -> tuple[Block, ...]:
        definition = BLOCKS.get(name)
        if definition is None:
            close = nearest(name, BLOCKS.names)
            hint = Phrase(f"可用的块：{'、'.join(BLOCKS.names)}", f"known are {', '.join(BLOCKS.names)}")
            if close is not None:
                hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?")
            self.desk.findings.add(error("YAML027", f"未知的内容块“{name}”", f"unknown block {name!r}", where, hint))
            return ()
        spec = validate(value, definition.schema)
        self.desk.findings.extend(spec.diagnostics)
        if spec.value is None:
            return ()
        try:
            return definition.build(spec.value, self._context(where))
        except FactError as trouble:
            self.desk.findings.add(trouble.diagnostic(where))
            return ()

    def _context(self, where: Location) -> BlockContext:
        desk = self.desk
        return BlockContext(
            where=where,
            metrics=desk.metrics,
            language=desk.language,
            date=desk.date,
            findings=desk.findings,
            workspace=desk.workspace,
            folder=desk.folder,
            text=desk.inline,
            nested=self._nested,
            chart=self._chart,
            promised=desk.promised,
            settled=desk.settled,
            entered=desk.entered,
            note=desk.evidence.append,
        )
