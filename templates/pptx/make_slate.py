"""Make slate.pptx: white pages under a thick and a thin rule, as formal Chinese printing has them; no dark grounds.

python templates/pptx/make_slate.py [FILE]
"""

from __future__ import annotations

from deck_layouts import LEFT, ON_LIGHT, WIDTH, CoverFrames, Decor, Design, agenda, box, cover, divider, pages
from deck_parts import main

THICK, THIN, BETWEEN = 0.045, 0.012, 0.045
FOOTER_LINE = Decor("页脚线 Footer line", box(LEFT, 6.96, WIDTH, 0), "line2")
EYEBROW = box(LEFT, 0.40, 8.2, 0.24)


def rules(y: float, width: float, x: float = LEFT) -> tuple[Decor, Decor]:
    """Return the pair of rules whose upper edge is at `y`."""
    return (
        Decor("粗线 Thick rule", box(x, y, width, THICK), "ink"),
        Decor("细线 Thin rule", box(x, y + THICK + BETWEEN, width, THIN), "ink"),
    )


COVER = CoverFrames(
    title=box(LEFT, 1.46, WIDTH, 1.70),
    subtitle=box(LEFT, 3.30, WIDTH, 0.40),
    unit=box(LEFT, 0.52, 9.0, 0.28),
    meta=box(LEFT, 3.92, WIDTH, 0.28),
    note=box(LEFT, 6.98, 10.0, 0.20),
)
COLUMN_RULE = Decor("分栏线 Column rule", box(4.40, 0.62, THIN, 6.24), "line2")

DESIGN = Design(
    "slate",
    master_decor=(*rules(0.24, WIDTH), FOOTER_LINE),
    layouts=(
        cover(rules(0.96, WIDTH), ON_LIGHT, frames=COVER),
        agenda((*rules(0.62, 3.20), COLUMN_RULE), ON_LIGHT),
        divider(rules(3.46, 6.4), ON_LIGHT),
        *pages((FOOTER_LINE,), EYEBROW),
    ),
)

if __name__ == "__main__":
    main(DESIGN)
