from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from engine.base.workspace import BUILTIN_ROOT
from engine.brand.adopt.adopt_deck import adopt_deck
from engine.brand.yaml_json_schema import deck_contract_json_schema, paper_contract_json_schema, theme_json_schema
from tests.support.json_schema import complaints
from tests.support.templates import put_deck

SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "assets/themes": theme_json_schema,
    "templates/pptx": deck_contract_json_schema,
    "templates/docx": paper_contract_json_schema,
}


def _plain(text: str) -> Any:
    """Return YAML as editors read it: numbers are numbers."""
    return yaml.safe_load(text)  # noqa: TID251  what a schema is asked about is what YAML itself makes of a file


@pytest.mark.parametrize("folder", SCHEMAS)
@pytest.mark.parametrize("name", ["harbor", "ember", "slate"])
def test_our_own_files_are_what_their_schemas_say(folder: str, name: str) -> None:
    value = _plain((BUILTIN_ROOT / folder / f"{name}.yaml").read_text(encoding="utf-8"))
    assert list(complaints(value, SCHEMAS[folder]())) == []


def test_an_adopted_template_is_what_the_schemas_say(tmp_path: Path) -> None:
    adopted = adopt_deck(put_deck(tmp_path / "c.pptx"), "c.pptx", "company", lambda name: True).value
    assert adopted is not None
    assert list(complaints(_plain(adopted.theme), theme_json_schema())) == []
    assert list(complaints(_plain(adopted.contract), deck_contract_json_schema())) == []


@pytest.mark.parametrize(
    ("folder", "old", "new", "said"),
    [
        ("assets/themes", "  ink2: 43535F", "  inkk2: 43535F", [".colors: inkk2 is not known"]),
        ("assets/themes", "motif: skyline", "motif: skylin", [".motif: 'skylin' is none of ['none', 'skyline', 'beams', 'strokes']"]),
        ("assets/themes", "hex: 1A6585", "hex: blue", [".colors.primary: {'hex': 'blue', 'slot': 'accent1'} is nothing that is allowed"]),
        ("templates/pptx", "  closing:", "  ending:", [".layouts: closing is missing", ".layouts: ending is not known"]),
        ("templates/docx", "  lead: ", "  leed: ", [".styles: lead is missing", ".styles: leed is not known"]),
    ],
)
def test_what_editors_underline(folder: str, old: str, new: str, said: list[str]) -> None:
    text = (BUILTIN_ROOT / folder / "harbor.yaml").read_text(encoding="utf-8")
    assert old in text
    assert list(complaints(_plain(text.replace(old, new, 1)), SCHEMAS[folder]())) == said
