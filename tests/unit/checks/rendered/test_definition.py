from __future__ import annotations

from engine.checks.rendered.definition import RenderedCheck


def test_a_check_is_called_by_its_code() -> None:
    assert RenderedCheck("FIT099", lambda _slides, _texts, _where: iter(())).name == "FIT099"
