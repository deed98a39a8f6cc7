from __future__ import annotations

from pathlib import Path

from engine.base.workspace import Workspace
from engine.brand.inspect.seen_deck import FontUse
from engine.layout.font_files import font_folders
from engine.layout.fonts import open_fonts
from engine.probe.template_fonts import FontState, font_states, missing_fonts


def test_installed_embedded_and_neither(workspace: Workspace) -> None:
    folders = font_folders(workspace)
    here = open_fonts("Noto Sans SC", folders).family
    uses = [FontUse(name, "latin", ("theme",)) for name in (here, "Nobody Has This", "Carried Along")]
    states = font_states(uses, ("carried along",), folders)
    assert [(state.installed, state.embedded) for state in states] == [(True, False), (False, False), (False, True)]


def test_nothing_is_installed_where_there_are_no_fonts(tmp_path: Path) -> None:
    (state,) = font_states([FontUse("Noto Sans SC", "ea", ("theme",))], (), (tmp_path,))
    assert not state.installed


def test_what_is_missing_is_told_once_and_sample_slides_do_not_matter() -> None:
    uses = [("A", "latin", ("theme",)), ("A", "ea", ("layouts",)), ("B", "latin", ("slides",)), ("C", "latin", ("styles", "text"))]
    states = [FontState(FontUse(*use), installed=False, embedded=False) for use in uses]
    (found,) = missing_fonts(states, "x.pptx")
    assert (found.code, str(found.where), found.message.en) == ("FONT002", "x.pptx", "not installed on this machine: A, C")
    assert missing_fonts([FontState(FontUse("A", "latin", ("theme",)), installed=True, embedded=False)], "x.pptx") == ()
