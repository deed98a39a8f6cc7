"""Make ember.docx: headings in the heading serif; the words of the cover stand on paper, below its dark panel.

python templates/docx/make_ember.py [FILE]
"""

from __future__ import annotations

from paper_parts import main
from paper_styles import LIGHT_COVER, PaperDesign

COVER_TOP = 7373  # 5.12 in: below the panel

if __name__ == "__main__":
    main(PaperDesign("ember", LIGHT_COVER, COVER_TOP))
