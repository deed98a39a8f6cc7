from __future__ import annotations

from engine.brand.adopt.theme_merge import merged_theme

PAPER = """# mine
name: company
colors:
  bg: FFFFFF
fonts:
  # heading face
  heading: {latin: Arial, ea: 黑体, pdf: X}
  body: {latin: Arial, ea: 黑体, pdf: X}
  serif: {latin: Times, ea: 宋体, pdf: Y}
"""
DECK = """name: company
# factor on the sizes
scale: 0.75
colors:
  bg: "000000"
  ink: FFFFFF
# what was measured
series:
  - AA0011  # main
  - 0011AA
fonts:
  heading: {latin: Calibri, ea: 宋体, pdf: Z}
type:
  # the template's title
  page_title: {size: 24, pitch: 32}
"""


def test_a_deck_adopted_after_a_paper_adds_its_scale_and_sizes() -> None:
    merged = merged_theme(PAPER, DECK)
    assert merged.added == ("scale", "type")
    assert merged.text == PAPER + (
        "# 采纳另一种模板时补上的\n# added when the template of the other form was adopted\n"
        "# factor on the sizes\nscale: 0.75\n"
        "type:\n  # the template's title\n  page_title: {size: 24, pitch: 32}\n"
    )


def test_a_paper_adopted_after_a_deck_adds_its_faces() -> None:
    merged = merged_theme(DECK, PAPER)
    assert merged.added == ("fonts.body", "fonts.serif")
    assert merged.text.replace("  body: {latin: Arial, ea: 黑体, pdf: X}\n  serif: {latin: Times, ea: 宋体, pdf: Y}\n", "") == DECK


def test_nothing_to_add_changes_nothing() -> None:
    assert merged_theme(PAPER, PAPER) == merged_theme(PAPER, "name: company\n")
    assert merged_theme(PAPER, PAPER).text == PAPER


def test_a_theme_that_cannot_be_read_is_left_alone() -> None:
    assert merged_theme("a: [", DECK).text == "a: [" and merged_theme("", DECK).added
    flow = "name: x\nfonts: {heading: {latin: A, ea: B, pdf: C}}\n"
    assert "fonts.body" not in merged_theme(flow, PAPER).added
