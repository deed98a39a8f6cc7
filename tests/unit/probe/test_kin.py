from __future__ import annotations

from engine.probe.kin import KIN


def test_each_is_read_as_one_of_two_formats() -> None:
    assert {kin[0] for kin in KIN.values()} == {"pptx", "docx"}
    assert all(own != plain for _, own, plain in KIN.values())
