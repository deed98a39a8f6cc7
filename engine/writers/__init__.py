"""Output formats: each turns a planned deck into the bytes of one file."""

from __future__ import annotations

from engine.base.registry import Registry
from engine.writers.definition import EmitDeck, WriterDef
from engine.writers.pdf import emit as pdf
from engine.writers.pptx import emit as pptx

__all__ = ["WRITERS", "EmitDeck", "WriterDef"]

WRITERS = Registry("output format", (pptx.DEFINITION, pdf.DEFINITION))
