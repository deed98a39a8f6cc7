from __future__ import annotations

from engine.base.workspace import Workspace
from engine.pipeline import BuildRequest, build_report
from tests.support.mini_report import put_report


def test_a_look_has_the_words_as_planned_and_a_picture_of_each_page(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "h1")
    result = build_report(workspace, folder, BuildRequest(formats=("pptx",), looks=True))
    again = build_report(workspace, folder, BuildRequest(formats=("pdf",), looks=True))
    assert result.look is not None
    assert result.look == again.look  # whatever is written: the look is that of the main form
    assert [artifact.format for artifact in result.artifacts if artifact.format in {"pptx", "pdf"}] == ["pptx"]
    assert len(result.look.pages) == len(result.look.pictures) == result.slides
    assert any("完成 105.0%" in page.title for page in result.look.pages)
    assert all(page.texts[-1:] != (str(number),) for number, page in enumerate(result.look.pages, 1))
    assert all(picture.startswith(b"\x89PNG") for picture in result.look.pictures)
