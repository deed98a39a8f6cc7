from __future__ import annotations

from engine.blocks import BLOCKS
from engine.load.spec import Spec


def test_every_block_is_named_like_its_file_and_has_a_manual() -> None:
    for block in BLOCKS:
        module = block.build.__module__
        assert module == f"engine.blocks.{block.name}"
        assert issubclass(block.schema, Spec)


def test_blocks_of_the_midyear_review_are_there() -> None:
    wanted = {"text", "bullets", "steps", "points", "image", "columns", "callout", "case", "phases", "quotes", "figures", "gantt"}
    assert wanted | {"compare", "plan", "diagnosis", "risks", "table", "heading", "pagebreak"} <= set(BLOCKS.names)
