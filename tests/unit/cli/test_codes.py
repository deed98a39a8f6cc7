from __future__ import annotations

import re
from pathlib import Path

import engine
from engine.cli.codes import CODES, FAMILIES

CODE = re.compile(rf'"((?:{"|".join(FAMILIES)})\d{{3}})[" ]')


def used_codes() -> set[str]:
    """Return every code that the source of engine/ writes down."""
    files = [path for path in Path(engine.__path__[0]).rglob("*.py") if path.name != "codes.py" or path.parent.name != "cli"]
    return {code for path in files for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_every_code_is_explained() -> None:
    missing = used_codes() - {code.name for code in CODES}
    assert not missing, f"add to engine/cli/codes.py: {', '.join(sorted(missing))}"


def test_no_code_is_explained_that_nobody_uses() -> None:
    gone = {code.name for code in CODES} - used_codes()
    assert not gone, f"remove from engine/cli/codes.py: {', '.join(sorted(gone))}"


def test_codes_stand_once_by_family() -> None:
    names = [code.name for code in CODES]
    assert len(set(names)) == len(names)
    order = list(FAMILIES)
    assert [name for name in names if CODES[names.index(name)].family not in order] == []


def test_a_family_is_the_letters_of_its_codes() -> None:
    assert {code.family for code in CODES} <= set(FAMILIES)
    assert {code.name: code.family for code in CODES}["TMPL008"] == "TMPL"
