"""Make harbor.pptx: dark covers with a skyline, a quiet white page.

python templates/pptx/make_harbor.py [FILE]
"""

from __future__ import annotations

from deck_layouts import ACCENT_DASH, FOOTER_LINE, LEFT, ON_DEEP, Decor, Design, agenda, box, cover, divider, pages
from deck_parts import main

DEEP_PANEL = Decor("深色侧栏 Deep panel", box(0, 0, 4.20, 7.5), "deep")
EYEBROW_SQUARE = Decor("眉标方块 Eyebrow square", box(LEFT, 0.455, 0.11, 0.11), "primary")
DIVIDER_DASH = Decor("点亮短线 Accent dash", box(LEFT, 3.56, 0.56, 0.06), "accent")

DESIGN = Design(
    "harbor",
    master_decor=(EYEBROW_SQUARE, FOOTER_LINE),
    layouts=(
        cover((ACCENT_DASH,), ON_DEEP, ground="deep"),
        agenda((DEEP_PANEL, ACCENT_DASH), ON_DEEP),
        divider((DIVIDER_DASH,), ON_DEEP, ground="deep"),
        *pages((FOOTER_LINE,)),
    ),
)

if __name__ == "__main__":
    main(DESIGN)
