from __future__ import annotations

import pytest

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity
from engine.load.noqa import Silence, silenced, silences, unused, without_noqa
from engine.load.text_file import SourceText


def heard(content: str, file: str = "a.yaml") -> list[str]:
    outcome = silences([SourceText.of(file, content)])
    known = [f"{','.join(each.codes)} {each.first}-{each.last}" for each in outcome.value or ()]
    return known + [f"{item.code} {item.where.line}:{item.where.column} {item.message.en}" for item in outcome.diagnostics]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: 85%  # noqa: FACT030 wording of the law", ["FACT030 1-1"]),
        ("a: 85%  # NOQA: fact030, RULE005 two reasons", ["FACT030,RULE005 1-1"]),
        ("# noqa: FACT030 whole line\na: 1", ["FACT030 1-1"]),
        ("a: 85%  # noqa", ["YAML060 1:9 a noqa names the code and the reason"]),
        ("a: 85%  # noqa: FACT030", ["YAML060 1:9 a noqa names the code and the reason"]),
        ("a: 85%  # noqa: because I say so", ["YAML060 1:9 a noqa names the code and the reason"]),
        ("a: 85%  # nothing to do with it", []),
        ("a: x#noqa: FACT030 no comment", []),
    ],
)
def test_comments_of_yaml(content: str, expected: list[str]) -> None:
    assert heard(content) == expected


def test_a_text_of_several_lines_is_silenced_behind_its_first_sign() -> None:
    assert heard("a: |-  # noqa: FACT030 law\n  one 85%\n  two 86%\nb: 1") == ["FACT030 1-3"]
    assert heard('a: "one\n  two 85%"  # noqa: FACT030 law\nb: 1') == ["FACT030 1-2"]


def test_inside_a_text_it_is_no_comment() -> None:
    assert heard("a: |-\n  one 85%  # noqa: FACT030 law\nb: 1") == ["YAML060 2:12 this noqa stands inside a text and is printed"]


def test_markdown_has_comments_and_fences() -> None:
    content = "# T\n\n约 85%。 <!-- noqa: FACT030 law -->\n\n```plan\n- {a: 85%}  # noqa: FACT030 law\n```\n\n约 85%  # noqa: FACT030 no comment\n"
    assert heard(content, "a.md") == ["FACT030 3-3", "FACT030 6-6"]


def test_the_mend_is_written_as_the_file_wants_it() -> None:
    hints = {
        file: silences([SourceText.of(file, content)]).diagnostics[0].hint
        for file, content in (("a.md", "约 85%。 <!-- noqa -->"), ("a.yaml", "a: 1 # noqa"))
    }
    assert hints["a.md"] == Phrase("写成 <!-- noqa: FACT030 合同原文 -->", "write <!-- noqa: FACT030 wording of the contract -->")
    assert hints["a.yaml"] == Phrase("写成 # noqa: FACT030 合同原文", "write # noqa: FACT030 wording of the contract")


def test_markdown_loses_its_comments_at_the_end_of_lines() -> None:
    content = SourceText.of("a.md", "约 85%。 <!-- noqa: FACT030 law -->\n| a |  <!-- noqa: FACT030 law -->\n<!-- other -->\n")
    assert without_noqa(content).lines == ("约 85%。", "| a |", "<!-- other -->", "")
    plain = SourceText.of("a.md", "nothing")
    assert without_noqa(plain) is plain


KNOWN = (Silence(("FACT030", "RULE005"), Location("a.yaml", 4, 9), 4, 4),)


def finding(code: str, line: int = 4, severity: Severity = Severity.WARNING, file: str = "a.yaml") -> Diagnostic:
    return Diagnostic(code, severity, Phrase("x", "x"), Location(file, line, 1))


def test_only_that_code_on_that_line_is_silenced() -> None:
    items = [finding("FACT030"), finding("FACT031"), finding("FACT030", 5), finding("FACT030", file="b.yaml")]
    assert list(silenced(items, KNOWN, frozenset())) == items[1:]


def test_errors_stay_unless_they_are_judgements() -> None:
    items = [finding("FACT030", severity=Severity.ERROR)]
    assert list(silenced(items, KNOWN, frozenset())) == items
    assert list(silenced(items, KNOWN, frozenset({"FACT030"}))) == []


def test_what_silences_nothing_is_told() -> None:
    (idle,) = unused([finding("FACT030")], KNOWN)
    assert (idle.code, str(idle.where), idle.message.en) == ("YAML061", "a.yaml:4:9", "there is no RULE005 here: the noqa is not needed")
    assert list(unused([finding("FACT030"), finding("RULE005")], KNOWN)) == []


def test_findings_of_pages_depend_on_the_formats_so_nothing_is_said() -> None:
    assert list(unused([], (Silence(("FIT003",), Location("a.yaml", 1, 1), 1, 1),))) == []


def test_broken_yaml_is_told_elsewhere() -> None:
    assert heard("a: [85%  # noqa: FACT030 law\nb: }") == ["FACT030 1-1"]
