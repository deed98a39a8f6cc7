from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from engine.brand.template_name import template_name

ENDINGS = ("pptx", "potx")


def test_a_file_beside_the_contract() -> None:
    assert template_name("公司 模板.potx", ENDINGS) == "公司 模板.potx"


@pytest.mark.parametrize("written", ["", "x.docx", "x", ["x.pptx"], "templates/x.pptx", "..\\x.pptx"])
def test_what_is_no_name(written: object) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        template_name(written, ENDINGS)
    context = refused.value.context or {}
    expected = (
        "the template stands beside" if "x.pptx" in str(written) and isinstance(written, str) else "a template is a .pptx or .potx file"
    )
    assert str(context["en"]).startswith(expected)
