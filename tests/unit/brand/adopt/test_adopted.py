from __future__ import annotations

import pytest

from engine.base.diagnostics import Phrase
from engine.brand.adopt.adopted import Adopted, AdoptedForm, Choice, theme_name_of


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Company Deck_2025", "company-deck-2025"),
        ("公司模板", "company"),
        ("2025 公司 ACME 模板", "acme"),
        ("16x9", "company"),
        ("A" * 60, "a" * 40),
    ],
)
def test_a_name_for_the_theme(stem: str, name: str) -> None:
    assert theme_name_of(stem) == name


def test_where_things_go() -> None:
    looked = Choice("cover", "unit", Phrase("无", "none"), sure=False, reasons=())
    sure = Choice("cover", "", Phrase("封面", "Cover"), sure=True, reasons=())
    adopted = Adopted(AdoptedForm.DECK, "acme", "acme.potx", "", "", (sure, looked), {})
    assert adopted.template_path == "templates/pptx/acme.potx"
    assert adopted.contract_path == "templates/pptx/acme.yaml"
    assert adopted.theme_path == "assets/themes/acme.yaml"
    assert adopted.sample_folder == "templates/pptx/acme-deck-sample"
    assert adopted.guesses == (looked,)
