"""What a chart shows, in words: for readers who cannot see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.base.diagnostics import Language, Phrase
from engine.metrics.numbers import format_number
from engine.model.charts import Series

MOST_VALUES = 8
KIND_WORDS: Mapping[str, Phrase] = {
    "column": Phrase("柱状图", "Column chart"),
    "bar": Phrase("条形图", "Bar chart"),
    "stacked": Phrase("堆积图", "Stacked chart"),
    "line": Phrase("折线图", "Line chart"),
    "area": Phrase("面积图", "Area chart"),
    "combo": Phrase("柱线组合图", "Column and line chart"),
    "pie": Phrase("饼图", "Pie chart"),
    "doughnut": Phrase("环形图", "Doughnut chart"),
    "scatter": Phrase("散点图", "Scatter chart"),
    "bubble": Phrase("气泡图", "Bubble chart"),
    "radar": Phrase("雷达图", "Radar chart"),
    "target-actual": Phrase("目标与实际对比图", "Target and actual chart"),
    "funnel": Phrase("漏斗图", "Funnel chart"),
    "waterfall": Phrase("瀑布图", "Waterfall chart"),
}


def alt_text(kind: str, title: str, categories: Sequence[str], series: Sequence[Series], language: Language) -> str:
    """Return kind, title and values; of a long series the first, highest, lowest and last."""
    zh = language is Language.ZH
    lines = [f"{KIND_WORDS[kind].in_(language)}{'：' if zh else ': '}{title}"]
    for one in series:
        known = [(index, value) for index, value in enumerate(one.values) if value is not None]
        picked = known if len(known) <= MOST_VALUES else _landmarks(known)
        values = ("，" if zh else ", ").join(f"{categories[index]} {format_number(value, one.style)}" for index, value in picked)
        lines.append(f"{one.name}{'：' if zh else ': '}{values}" if len(series) > 1 else values)
    return ("。" if zh else ". ").join(line for line in lines if line) + ("。" if zh else ".")


def _landmarks(known: list[tuple[int, float]]) -> list[tuple[int, float]]:
    highest = max(known, key=lambda point: point[1])
    lowest = min(known, key=lambda point: point[1])
    return sorted({known[0], highest, lowest, known[-1]})
