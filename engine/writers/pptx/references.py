"""What a slide refers to: charts, pictures and links."""

from __future__ import annotations

from dataclasses import field

from engine.base.records import dataclass
from engine.model.deck import ChartBox


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """A picture that the template already has: `name` is that of its part."""

    name: str


Target = ChartBox | TemplatePart | bytes | str


@dataclass(slots=True)
class References:
    """What a slide refers to, in the order of relationship ids from `rId2` on: a chart, a picture, or a link's address."""

    targets: list[Target] = field(default_factory=list)
    _known: dict[TemplatePart | bytes | str, str] = field(default_factory=dict)

    def chart(self, box: ChartBox) -> str:
        self.targets.append(box)
        return f"rId{len(self.targets) + 1}"

    def shared(self, target: TemplatePart | bytes | str) -> str:
        """Return the relationship id of a picture or link, the same when it was met before."""
        known = self._known.get(target)
        if known is None:
            self.targets.append(target)
            known = self._known[target] = f"rId{len(self.targets) + 1}"
        return known
