"""Make harbor.docx: a dark cover with a skyline, blue headings.

python templates/docx/make_harbor.py [FILE]
"""

from __future__ import annotations

from paper_parts import main
from paper_styles import PaperDesign

if __name__ == "__main__":
    main(PaperDesign("harbor"))
