"""Make slate.docx: a white cover under a thick and a thin rule, headings in a black face, body text in FangSong.

python templates/docx/make_slate.py [FILE]
"""

from __future__ import annotations

from paper_parts import main
from paper_styles import LIGHT_COVER, PaperDesign

COVER_TOP = 2736  # 1.90 in: below the rules
PEAK = {"CoverPeak": {"color": "primary"}, "CoverPeakLabel": {"color": "ink2"}}

if __name__ == "__main__":
    main(PaperDesign("slate", {**LIGHT_COVER, **PEAK}, COVER_TOP))
