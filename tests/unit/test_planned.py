from __future__ import annotations

from engine.base.workspace import Workspace
from engine.pipeline import plan_report
from engine.planned import form_of
from engine.writers import Form
from tests.support.mini_report import put_report


def test_each_format_takes_the_form_it_is_made_of(workspace: Workspace) -> None:
    planned = plan_report(workspace, put_report(workspace.root / "content" / "h3"))
    assert (planned.primary, planned.pages, planned.shown) == (Form.DECK, None, planned.deck)
    assert [form_of(name, Form.DECK) for name in ("pptx", "docx", "pdf")] == [Form.DECK, Form.PAPER, Form.DECK]
    assert [form_of(name, Form.PAPER) for name in ("pptx", "docx", "pdf")] == [Form.DECK, Form.PAPER, Form.PAPER]
