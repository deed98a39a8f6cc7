"""Small forms that several author blocks share: a labelled value, a figure with its name, a closing line, tones."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from engine.base.diagnostics import Phrase
from engine.blocks.definition import BlockContext
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.model.blocks import Align, Badge, Stat, TableCell, TableColumn
from engine.model.inlines import EMPTY, Text, Tone, text
from engine.model.one_line import one_line

ToneWord = Literal["normal", "quiet", "strong", "exceed", "met", "improve", "missed"]
TONE_SAID = said("含义：exceed 超额、met 达成、improve 待改进、missed 未达成、strong 强调", "meaning: exceed, met, improve, missed, strong")


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


_LINES = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
Lines = Annotated[list[Prose], BeforeValidator(_listed), WithJsonSchema(_LINES)]
"""One text or a list of texts."""

ProgressWord = Literal["done", "doing", "todo"]
STATUS_WORDS = {"done": Phrase("已完成", "Done"), "doing": Phrase("进行中", "Under way"), "todo": Phrase("未开始", "To do")}
STATUS_TONES = {"done": Tone.MET, "doing": Tone.STRONG, "todo": Tone.QUIET}


class StatSpec(Spec):
    label: Prose = Field(description=said("名称", "what it is"))
    value: Prose = Field(description=said("数值", "its value"))


class FigureSpec(Spec):
    figure: Prose = Field(description=said("数字", "the figure"))
    label: Prose = Field(description=said("数字的名称", "what the figure is"))


class FooterSpec(Spec):
    label: Prose = Field(description=said("标签，如 下一步", "label, such as Next"))
    text: Prose = Field(description=said("内容", "what follows"))


def stat(spec: StatSpec, context: BlockContext) -> Stat:
    return Stat(context.text(spec.label), context.text(spec.value))


def figure_stat(spec: FigureSpec, context: BlockContext) -> Stat:
    return Stat(context.text(spec.label), figure(spec.figure, context))


def figure(prose: Prose, context: BlockContext) -> Text:
    """Return a key figure, which stands on one line."""
    return one_line(context.text(prose))


def footer(spec: FooterSpec | None, context: BlockContext) -> Stat | None:
    return None if spec is None else Stat(context.text(spec.label), context.text(spec.text))


def tone(word: ToneWord | None, otherwise: Tone = Tone.NORMAL) -> Tone:
    return otherwise if word is None else Tone(word)


def column(header: str, weight: float, align: Align = Align.LEFT) -> TableColumn:
    """Return a table column with a fixed header and a share of the width."""
    return TableColumn(text(header), align=align, weight=weight)


def cell(content: Text, *, second: Text = EMPTY, tone: Tone = Tone.NORMAL, bold: bool = False, badge: Badge = Badge.NONE) -> TableCell:
    return TableCell(content, second, tone, bold, badge)
