from __future__ import annotations

import pickle  # noqa: TID251  as a process pool does with what a worker raises

import pytest

from engine.base.diagnostics import Phrase
from engine.base.errors import EngineError, EnvironmentFault, TemplateError, UsageError


@pytest.mark.parametrize(("kind", "code"), [(UsageError, 2), (EnvironmentFault, 3), (TemplateError, 3), (EngineError, 3)])
def test_each_kind_has_its_exit_code(kind: type[EngineError], code: int) -> None:
    assert kind("错", "wrong").exit_code == code


def test_an_error_speaks_both_languages_and_prints_in_english() -> None:
    fault = EnvironmentFault("缺少中文字体", "no Chinese font", Phrase("请安装", "install one"))
    assert fault.message == Phrase("缺少中文字体", "no Chinese font")
    assert fault.hint == Phrase("请安装", "install one")
    assert str(fault) == "no Chinese font"


def test_an_error_survives_the_way_back_from_a_worker_process() -> None:
    fault = TemplateError("版式缺失", "a layout is missing", Phrase("补上", "add it"))
    copy = pickle.loads(pickle.dumps(fault))
    assert (type(copy), copy.message, copy.hint) == (TemplateError, fault.message, fault.hint)
