"""Numbers inside author blocks: facts as text, and facts or figures where a block needs the number itself."""

from __future__ import annotations

from engine.base.diagnostics import Phrase, error
from engine.blocks.definition import BlockContext
from engine.load.prose import Prose
from engine.metrics.insight import Insight
from engine.metrics.literals import parse_literal
from engine.metrics.marks import MARK
from engine.metrics.problems import FactError
from engine.metrics.quantity import Quantity
from engine.model.inlines import Text


def metric_view(name: Prose, context: BlockContext) -> Insight | None:
    """Return a metric by id; an unknown one is a finding at the name and gives None."""
    try:
        return context.metrics.get(str(name))
    except FactError as trouble:
        context.report(trouble.diagnostic(name.where))
        return None


def quantity_text(quantity: Quantity, where: Prose, context: BlockContext) -> Text:
    """Return the printed quantity, recorded as used at the place of `where`."""
    return context.text(where.rendered(str(quantity)))


def number_of(prose: Prose, context: BlockContext) -> float | None:
    """Return the number that a rendered text stands for, in base units: the raw value of its one fact, or what it says (`85%`, `1.2万`).

    None, without a finding, when it is neither.
    """
    marks = list(MARK.finditer(prose))
    if len(marks) == 1 and not MARK.sub("", prose).strip():
        fact = context.metrics.facts.get(marks[0]["id"])
        if fact is not None:
            return fact.raw
    literal = parse_literal(prose.strip()) if not marks else None
    return literal.raw if literal is not None else None


def ratio_of(prose: Prose, context: BlockContext) -> float | None:
    """Return a share between 0 and 1; anything else is a finding and gives None."""
    ratio = number_of(prose, context)
    if ratio is not None and 0 <= ratio <= 1:
        return ratio
    hint = Phrase("写成 77% 或 \"{{ m.gmv.share('渠道', '直播') }}\"", "write 77% or \"{{ m.gmv.share('channel', 'live') }}\"")
    shown = MARK.sub(lambda match: match["text"], prose)
    context.report(error("YAML025", f"“{shown}”不是 0 到 100% 的占比", f"{shown!r} is no share between 0 and 100%", prose.where, hint))
    return None
