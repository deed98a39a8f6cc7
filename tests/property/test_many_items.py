"""One to forty items in every block: they fit, divided over pages where that can be, or are an error that says where. Nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

import pytest

from engine.model.blocks import Block, Bullets, Cards, Figures, Gantt, Matrix, Panel, Shares, Steps, Table, Tiles
from tests.property.judging import judge, words_in
from tests.support import gallery
from tests.support.every_block import EVERY_BLOCK
from tests.support.planning import plan, planned, report, topic
from tests.support.stretch import repeated

B = TypeVar("B", bound=Block)


def of(name: str, kind: type[B]) -> B:
    block = EVERY_BLOCK[name]
    assert isinstance(block, kind)
    return block


def many(name: str, count: int) -> Block:
    """Return a block of `EVERY_BLOCK` with so many items."""
    block = EVERY_BLOCK[name]
    match block:
        case Table():
            return replace(block, rows=repeated(block.rows, count))
        case Bullets() | Steps() | Tiles() | Cards() | Figures() | Shares():
            made: Block = replace(block, items=repeated(block.items, count))  # type: ignore[arg-type]  # each of its own kind
            return made
        case Gantt():
            return replace(block, lanes=repeated(block.lanes, count))
        case _:
            raise AssertionError(name)


COUNTED = tuple(
    name for name, block in EVERY_BLOCK.items() if isinstance(block, Table | Bullets | Steps | Tiles | Cards | Figures | Shares | Gantt)
)
COUNTS = (1, 2, 3, 4, 5, 7, 8, 11, 13, 20, 40)

PARTS: Mapping[str, Callable[[int], Block]] = {
    "panel rows": lambda count: replace(of("panel", Panel), rows=repeated(of("panel", Panel).rows, count)),
    "panel bullets": lambda count: replace(of("panel", Panel), bullets=repeated(of("panel", Panel).bullets, count)),
    "panel entries": lambda count: replace(of("dark panel", Panel), entries=repeated(of("dark panel", Panel).entries, count)),
    "panel charts": lambda count: replace(
        of("panel with charts", Panel), charts=repeated(of("panel with charts", Panel).charts, count)
    ),
    "bars of a lane": lambda count: replace(
        of("gantt", Gantt), lanes=(replace(of("gantt", Gantt).lanes[0], bars=repeated(of("gantt", Gantt).lanes[0].bars, count)),)
    ),
    "milestones": lambda count: replace(of("gantt", Gantt), milestones=repeated(of("gantt", Gantt).milestones, count)),
    "bullets of a card": lambda count: replace(
        of("topped cards", Cards), items=(replace(of("topped cards", Cards).items[0], bullets=repeated(of("topped cards", Cards).items[0].bullets, count)),)
    ),
    "stats of a card": lambda count: replace(
        of("numbered cards", Cards), items=(replace(of("numbered cards", Cards).items[1], stats=repeated(of("numbered cards", Cards).items[1].stats, count)),)
    ),
    "children of a bullet": lambda count: replace(
        of("bullets", Bullets), items=(replace(of("bullets", Bullets).items[0], children=repeated(of("bullets", Bullets).items[0].children, count)),)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", COUNTED)
@pytest.mark.parametrize("count", COUNTS)
def test_many_items_fit_or_are_an_error_with_its_place(name: str, count: int) -> None:
    block = many(name, count)
    judge(plan(block), words_in(block))


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("count", COUNTS)
def test_many_parts_of_one_item_fit_or_are_an_error_with_its_place(name: str, count: int) -> None:
    block = PARTS[name](count)
    judge(plan(block), words_in(block))


@pytest.mark.parametrize("count", COUNTS)
def test_many_marks_in_a_risk_matrix(count: int) -> None:
    (matrix,) = (block for block in gallery.risks().items[0].blocks if isinstance(block, Matrix))
    crowded = replace(matrix, items=repeated(matrix.items, count))
    judge(plan(crowded), words_in(crowded))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6, 9])
def test_several_blocks_share_pages(count: int) -> None:
    blocks = repeated(tuple(EVERY_BLOCK.values()), count * 3)
    judge(plan(*blocks), [words for block in blocks for words in words_in(block)])


@pytest.mark.parametrize("count", COUNTS)
def test_many_sections_and_topics(count: int) -> None:
    full = topic(EVERY_BLOCK["bullets"])
    made = report(full)
    sections = tuple(replace(made.sections[0], id=f"section-{n}", number=n) for n in range(1, count + 1))
    judge(planned(replace(made, sections=sections)), [])
    topics = tuple(replace(full, id=f"topic-1-{n}") for n in range(1, count + 1))
    judge(planned(report(*topics)), [])
