from __future__ import annotations

import json

from engine.base.diagnostics import Language, Phrase
from engine.base.units import Rect
from engine.brand.ground import Ground, GroundKind
from engine.brand.inspect.seen_deck import FontUse
from engine.cli.template_json import plain


def test_lengths_are_inches_enums_their_values_and_phrases_one_language() -> None:
    assert plain(Rect.inches(0.5, 1, 2, 1 / 3), Language.EN) == {"x": 0.5, "y": 1.0, "width": 2.0, "height": 0.3333}
    assert plain(Ground(GroundKind.FLAT, ("FFFFFF",)), Language.EN) == {"kind": "flat", "colors": ["FFFFFF"], "picture": None, "veil": None}
    assert [plain(Phrase("封面", "cover"), language) for language in (Language.ZH, Language.EN)] == ["封面", "cover"]


def test_records_in_tuples_and_mappings_are_json() -> None:
    told = plain({"fonts": (FontUse("Arial", "latin", ("theme",)),), "none": None}, Language.ZH)
    assert json.dumps(told) == '{"fonts": [{"name": "Arial", "script": "latin", "places": ["theme"]}], "none": null}'
