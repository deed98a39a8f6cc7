from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.brand.adopt.palette import palette
from engine.brand.adopt.paper_palette import paper_faces, paper_seen
from engine.brand.inspect.seen_paper import SeenPaper
from engine.brand.theme import COLOR_TOKENS
from tests.support.company_papers import company_paper, installed
from tests.support.templates import seen_paper


def paper(tmp_path: Path) -> SeenPaper:
    return seen_paper(company_paper(tmp_path / "a.docx"))


def test_the_main_colour_is_that_of_the_headings(tmp_path: Path) -> None:
    tokens = {token.name: token.color.hex for token in palette(paper_seen(paper(tmp_path)))}
    assert set(tokens) == set(COLOR_TOKENS)
    assert tokens["primary"] == "C01020"
    without = replace(paper(tmp_path), theme=None)
    assert {token.name for token in palette(paper_seen(without))} == set(COLOR_TOKENS)


def test_faces_with_and_without_serifs(tmp_path: Path) -> None:
    seen = paper(tmp_path)
    styles = tuple(replace(each, ea="宋体") if each.built_in == "Body Text" else replace(each, ea="微软雅黑") for each in seen.styles)
    body = next(each for each in styles if each.built_in == "Body Text")
    faces = paper_faces(replace(seen, styles=styles), body, installed)
    assert [(faces[name].ea, faces[name].pdf) for name in ("heading", "body", "serif")] == [
        ("微软雅黑", "Noto Sans CJK SC"), ("微软雅黑", "Noto Sans CJK SC"), ("宋体", "Noto Serif CJK SC"),
    ]  # fmt: skip


def test_running_text_with_serifs_is_measured_with_serifs(tmp_path: Path) -> None:
    seen = paper(tmp_path)
    styles = tuple(replace(each, ea="SimSun") for each in seen.styles)
    faces = paper_faces(replace(seen, styles=styles), styles[0], installed)
    assert {faces[name].pdf for name in ("heading", "body", "serif")} == {"Noto Serif CJK SC"}
