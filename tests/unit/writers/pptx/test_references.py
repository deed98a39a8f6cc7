from __future__ import annotations

from engine.writers.pptx.references import References, TemplatePart


def test_what_is_met_again_keeps_its_id() -> None:
    references = References()
    wanted: list[TemplatePart | bytes | str] = [
        b"png",
        "https://example.com",
        TemplatePart("ppt/media/image1.png"),
        b"png",
        TemplatePart("ppt/media/image1.png"),
    ]
    assert [references.shared(target) for target in wanted] == ["rId2", "rId3", "rId4", "rId2", "rId4"]
    assert references.targets == wanted[:3]
