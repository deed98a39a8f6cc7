from __future__ import annotations

from engine.writers.pdf.stylesheet import StyleSheet


def test_equal_declarations_share_a_class_and_keep_their_order() -> None:
    sheet = StyleSheet()
    assert [sheet.css_class(look) for look in ("left:1pt", "top:2pt", "left:1pt")] == ["s0", "s1", "s0"]
    assert sheet.css == ".s0{left:1pt}\n.s1{top:2pt}"
