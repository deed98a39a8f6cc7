from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.brand.adopt.adopted import Choice
from engine.brand.adopt.paper_sample import sample_files
from engine.brand.paper_style import STYLE_ROLES

CHOICES = tuple(
    Choice(role, "", Phrase(f"样式*{role}", f"style {{{{ {role}"), role != "body", (Phrase("理由", "why"),)) for role in STYLE_ROLES
)


def test_every_role_is_shown_and_explained() -> None:
    files = sample_files("acme", CHOICES, (Phrase("做了这个", "this was done"),), chinese=True)
    assert set(files) == {"report.yaml", "01-roles.md", "data/monthly.csv"}
    words = files["01-roles.md"].decode()
    assert all(f"[{role}," in words for role in STYLE_ROLES)
    assert "理由（猜的）" in words
    assert words.rstrip().endswith("- 做了这个")
    assert "theme: acme" in files["report.yaml"].decode()


def test_names_of_styles_are_no_markup() -> None:
    words = sample_files("acme", CHOICES, (), chinese=False)["01-roles.md"].decode()
    assert "{{" not in words
    assert "Heading of a chapter" in words
