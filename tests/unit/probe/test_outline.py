from __future__ import annotations

import pytest

from engine.probe.outline import READERS, pages_of
from tests.unit.probe.test_outline_docx import document
from tests.unit.probe.test_outline_pptx import presentation


def test_a_file_is_read_by_its_suffix() -> None:
    assert set(READERS) == {".pptx", ".docx", ".pdf"}
    assert pages_of(".docx", document())[1].title == "一、概述"
    assert pages_of(".pptx", presentation())[0].title == "完成 92.4%"


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="presentation"):
        pages_of(".pptx", document())
