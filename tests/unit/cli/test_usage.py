from __future__ import annotations

import pytest

from engine.base.diagnostics import Language
from tests.unit.cli.conftest import Debrief


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("build", "--formt", "pdf"), "there is no option --formt", "did you mean --format?"),
        (
            ("check", "--output-format", "xml"),
            "--output-format: 'xml' is not one of 'full', 'concise', 'json', 'github', 'gitlab', 'junit', 'sarif'",
            "debrief check --help tells all of it",
        ),
        (("show", "--columns", "0"), "--columns: 0 is not in the range 1<=x<=12", "debrief show --help tells all of it"),
        (("build", "--out"), "Option '--out' requires an argument", "debrief --help tells all of it"),
    ],
)
def test_a_command_line_that_cannot_be_meant(arguments: tuple[str, ...], message: str, hint: str, debrief: Debrief) -> None:
    said = debrief(*arguments)
    assert (said.code, said.err.splitlines()) == (2, [f"error: {message}", f"  = hint: {hint}"])


def test_in_chinese(debrief: Debrief) -> None:
    said = debrief("ls", "--al", language=Language.ZH)
    assert said.err.splitlines()[0] == "错误：没有选项 --al"
    assert "的值不可用" in debrief("show", "--columns", "99", language=Language.ZH).err
