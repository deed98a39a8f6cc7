"""Output formats: each turns a planned deck or paper into the bytes of one file."""

from __future__ import annotations

from engine.base.registry import Registry
from engine.writers.definition import EmitDeck, EmitPaper, Form, WriterDef
from engine.writers.docx import emit as docx
from engine.writers.pdf import emit as pdf
from engine.writers.pptx import emit as pptx

__all__ = ["WRITERS", "EmitDeck", "EmitPaper", "Form", "WriterDef"]

WRITERS = Registry("output format", (pptx.DEFINITION, docx.DEFINITION, pdf.DEFINITION))
