"""Make ember.pptx: a paper-coloured cover beside a dark panel, a dark strip along the left edge of every page.

python templates/pptx/make_ember.py [FILE]
"""

from __future__ import annotations

from deck_layouts import FOOTER_LINE, LEFT, ON_DEEP, ON_LIGHT, CoverFrames, Decor, Design, agenda, box, cover, divider, pages
from deck_parts import main

STRIP = Decor("深色边条 Deep strip", box(0, 0, 0.32, 7.5), "deep")
MARK = Decor("主色块 Primary block", box(0, 0.68, 0.32, 0.84), "primary")
TITLE_RULE = Decor("主色短线 Primary rule", box(LEFT, 0.40, 0.9, 0.045), "primary")
EYEBROW = box(1.717, 0.30, 7.2, 0.24)

PANEL_LEFT, WORDS = 8.20, 6.6
COVER_PANEL = Decor("深色图形区 Deep panel", box(PANEL_LEFT, 0, 40 / 3 - PANEL_LEFT, 7.5), "deep")
COVER_RULE = Decor("主色短线 Primary rule", box(LEFT, 0.62, 0.9, 0.05), "primary")
META_LINE = Decor("信息线 Meta line", box(LEFT, 6.10, WORDS, 0), "line2")
COVER = CoverFrames(
    title=box(LEFT, 2.10, 7.0, 1.86),
    subtitle=box(LEFT, 4.10, WORDS, 0.80),
    unit=box(LEFT, 0.78, WORDS, 0.28),
    meta=box(LEFT, 6.22, WORDS, 0.28),
    note=box(LEFT, 6.90, WORDS, 0.20),
)

AGENDA_PANEL = Decor("深色侧栏 Deep panel", box(0, 0, 4.20, 7.5), "deep")
AGENDA_RULE = Decor("主色短线 Primary rule", box(LEFT, 0.62, 0.9, 0.045), "p400")
DIVIDER_RULE = Decor("主色短线 Primary rule", box(LEFT, 3.56, 0.9, 0.06), "p400")

DESIGN = Design(
    "ember",
    master_decor=(STRIP, MARK, TITLE_RULE, FOOTER_LINE),
    layouts=(
        cover((COVER_PANEL, COVER_RULE, META_LINE), ON_LIGHT, frames=COVER),
        agenda((AGENDA_PANEL, MARK, AGENDA_RULE), ON_DEEP),
        divider((MARK, DIVIDER_RULE), ON_DEEP, ground="deep"),
        *pages((STRIP, MARK, FOOTER_LINE), EYEBROW),
    ),
)

if __name__ == "__main__":
    main(DESIGN)
