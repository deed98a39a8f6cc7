from __future__ import annotations

import pytest

from engine.base.diagnostics import Location, Outcome, error
from engine.base.workspace import Workspace
from engine.pipeline import check_report
from engine.results import BuildRequest
from engine.verbs import Verbs, forms_of
from engine.writers import Form
from tests.support.mini_report import REPORT, put_report


def found(workspace: Workspace, text: str) -> tuple[list[str], bool]:
    """Return the codes of what is found in planning a report, and whether its main form could be planned."""
    run = Verbs(workspace, put_report(workspace.root / "content" / "h1", report=text))
    report = run.report(BuildRequest())
    assert report is not None
    planned = run.plan_to_judge(report)
    return sorted(finding.code for finding in run.findings), planned is not None


def test_a_form_is_planned_once_whatever_formats_need_it(workspace: Workspace) -> None:
    run = Verbs(workspace, put_report(workspace.root / "content" / "h1", report=f"formats: [pptx, docx, pdf]\n{REPORT}"))
    report = run.report(BuildRequest())
    assert report is not None
    assert forms_of(report, ()) == {Form.DECK, Form.PAPER}
    assert forms_of(report, ("pdf",)) == {Form.DECK}
    assert forms_of(report, ("docx",)) == {Form.PAPER}
    assert forms_of(report, ("odt",)) == {Form.DECK}


def test_both_forms_are_looked_at_and_the_main_one_is_returned(workspace: Workspace) -> None:
    run = Verbs(workspace, put_report(workspace.root / "content" / "h1", report=f"formats: [docx, pptx]\n{REPORT}"))
    report = run.report(BuildRequest())
    assert report is not None
    planned = run.plan_to_judge(report)
    assert planned is not None
    assert planned.slides is not None
    assert planned.pages is None
    assert set(run.seconds) == {"load", "compose", "resolve", "plan", "check"}


def test_what_is_wrong_with_the_other_form_is_told_too(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"formats: [docx, pptx]\n{REPORT}"
    assert found(workspace, text) == ([], True)
    too_long = error("FIT001", "放不下", "does not fit", Location("content/h1/report.yaml", 3, 1))
    monkeypatch.setattr("engine.verbs.plan_paper", lambda *_: Outcome(None, (too_long,)))
    assert found(workspace, text) == (["FIT001"], False)
    assert found(workspace, REPORT) == ([], True), "nobody asks for the paper"


@pytest.mark.parametrize(("formats", "code"), [("[pptx]", "FIT002"), ("[docx]", "FIT006")])
def test_what_no_page_holds_is_told_once_as_what_it_is(workspace: Workspace, formats: str, code: str) -> None:
    """The row reaches over the edge of its page, and over the page number, too."""
    row = f"          - table: {{header: [项, 说明], rows: [[甲, {'一格很长的话，' * 600}]]}}\n"
    assert found(workspace, f"formats: {formats}\n{REPORT}{row}") == ([code], True)


def test_what_both_forms_find_is_told_once(workspace: Workspace) -> None:
    text = f"formats: [docx, pptx]\n{REPORT}".replace("title: 半年小结", "title: 半年小结🎉")
    folder = put_report(workspace.root / "content" / "h1", report=text)
    assert [finding.code for finding in check_report(workspace, folder).diagnostics] == ["FONT003"]
