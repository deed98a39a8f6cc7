"""Kernel blocks into the flow: one writer a block."""

from __future__ import annotations

from typing import assert_never

from engine.model.blocks import (
    Block,
    Bullets,
    Cards,
    Chart,
    Columns,
    Figures,
    Gantt,
    Heading,
    Image,
    Matrix,
    PageBreak,
    Panel,
    Paragraph,
    Shares,
    Steps,
    Table,
    Tiles,
)
from engine.plan.paper.blocks.cards import write_cards
from engine.plan.paper.blocks.chart import write_chart, write_shares
from engine.plan.paper.blocks.gantt import write_gantt
from engine.plan.paper.blocks.image import write_image
from engine.plan.paper.blocks.kpis import write_figures, write_tiles
from engine.plan.paper.blocks.matrix import write_matrix
from engine.plan.paper.blocks.panel import write_panel
from engine.plan.paper.blocks.prose import write_bullets, write_heading, write_paragraph, write_steps
from engine.plan.paper.blocks.table import write_table
from engine.plan.paper.flow import Flow
from engine.plan.paper.pictures import PictureSource


def write_block(block: Block, flow: Flow, pictures: PictureSource) -> None:
    """Append a block; what stands side by side on a slide follows one another here."""
    match block:
        case Heading():
            write_heading(block, flow)
        case Paragraph():
            write_paragraph(block, flow)
        case Bullets():
            write_bullets(block, flow)
        case Steps():
            write_steps(block, flow)
        case Table():
            write_table(block, flow)
        case Chart():
            write_chart(block, flow)
        case Gantt():
            write_gantt(block, flow)
        case Matrix():
            write_matrix(block, flow)
        case Image():
            write_image(block, flow, pictures)
        case Tiles():
            write_tiles(block, flow)
        case Cards():
            write_cards(block, flow)
        case Panel():
            write_panel(block, flow)
        case Figures():
            write_figures(block, flow)
        case Shares():
            write_shares(block, flow)
        case Columns():
            for column in block.items:
                for inner in column.blocks:
                    write_block(inner, flow, pictures)
        case PageBreak():
            flow.page_break()
        case _:
            assert_never(block)
