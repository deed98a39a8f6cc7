from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Language
from engine.base.workspace import Workspace
from engine.brand.adopt.adopt_deck import adopt_deck
from engine.load.source import Loader
from tests.support.templates import put_deck


@pytest.mark.parametrize("language", list(Language))
def test_the_sample_is_a_report_that_tells_of_every_role(workspace: Workspace, tmp_path: Path, language: Language) -> None:
    path = put_deck(tmp_path / "{{ odd }} *name*.pptx")
    adopted = adopt_deck(path, path.name, "company", lambda name: True, language).value
    assert adopted is not None
    folder = workspace.root / "content" / "sample"
    for name, blob in adopted.sample.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(blob)
    source = Loader(workspace, folder, {}).source(None)
    assert source.value is not None, source.diagnostics
    topics = [str(topic.label) for topic in source.value.report.sections[0].topics]
    zh = ["封面", "目录", "章节页", "内容页", "总结页", "空白页"]
    assert topics == (zh if language is Language.ZH else ["Cover", "Agenda", "Divider", "Content", "Closing", "Blank"])
    assert "Title 1" in adopted.sample["data/content.csv"].decode()
