from __future__ import annotations

from pathlib import Path

from engine.base.workspace import BUILTIN_ROOT
from engine.brand.inspect.roles import ROLES, guessed_roles, main_master
from tests.support.templates import changed, layout_part, put_deck, seen_deck, swap


def guessed(path: Path) -> list[str]:
    """Return role, layout and `?` for a guess to look at."""
    return [
        f"{each.role}: {each.layout.label if each.layout else '-'}{'' if each.is_sure else '?'}" for each in guessed_roles(seen_deck(path))
    ]


def test_the_layouts_of_office(tmp_path: Path) -> None:
    assert guessed(put_deck(tmp_path / "x.pptx")) == [
        "cover: 1.1 Title Slide", "agenda: 1.2 Title and Content?", "divider: 1.3 Section Header",
        "content: 1.2 Title and Content", "closing: 1.2 Title and Content?",
    ]  # fmt: skip


def test_our_own_template() -> None:
    assert guessed(BUILTIN_ROOT / "templates/pptx/harbor.pptx") == [
        "cover: 1.1 封面 Cover", "agenda: 1.2 目录 Agenda?", "divider: 1.3 章节 Divider", "content: 1.4 内容 Content", "closing: 1.5 总结 Closing?",
    ]  # fmt: skip


def test_chinese_names_without_types(tmp_path: Path) -> None:
    names = {1: "封面", 2: "正文页", 3: "过渡页", 4: "目录页", 5: "结束页"}
    old = {1: "Title Slide", 2: "Title and Content", 3: "Section Header", 4: "Two Content", 5: "Comparison"}
    kinds = {1: "title", 2: "obj", 3: "secHead", 4: "twoObj", 5: "twoTxTwoObj"}

    def renamed(number: int, blob: bytes) -> bytes:
        named = swap(f'name="{old[number]}"', f'name="{names[number]}"')(blob)
        return swap(f' type="{kinds[number]}" ', " ")(named)

    path = changed(put_deck(tmp_path / "x.pptx"), {layout_part(n): lambda blob, n=n: renamed(n, blob) for n in names})  # type: ignore[misc]
    assert [line.rstrip("?") for line in guessed(path)] == [
        "cover: 1.1 封面", "agenda: 1.4 目录页", "divider: 1.3 过渡页", "content: 1.2 正文页", "closing: 1.5 结束页",
    ]  # fmt: skip


def test_the_first_sample_slide_opens_the_deck_where_names_say_nothing(tmp_path: Path) -> None:
    path = put_deck(tmp_path / "x.pptx", slides=(3, 6, 6, 6))
    cover, *_ = guessed_roles(seen_deck(path))
    assert cover.layout is not None and cover.layout.number == "1.1"
    anonymous = changed(path, {layout_part(1): swap('name="Title Slide"', 'name="Legacy"'), layout_part(3): swap(' type="secHead" ', " ")})
    cover = guessed_roles(seen_deck(anonymous))[0]
    assert cover.layout is not None and cover.layout.number == "1.3"
    assert cover.reasons[0].en == "the first sample slide uses it"


def test_what_most_slides_use_is_content(tmp_path: Path) -> None:
    content = guessed_roles(seen_deck(put_deck(tmp_path / "x.pptx", slides=(1, 2, 2, 2))))[3]
    assert content.layout is not None and content.layout.number == "1.2"
    assert content.reasons[0].zh == "示例页用得最多（3 张）"


def test_a_wide_title_alone_in_mid_page_may_divide(tmp_path: Path) -> None:
    frame = '<p:spPr><a:xfrm><a:off x="914400" y="2743200"/><a:ext cx="{width}" cy="914400"/></a:xfrm></p:spPr>'
    for width, divider in ((7315200, "1.6 Title Only"), (2743200, "1.1 Title Slide")):
        parts = {
            layout_part(3): swap('name="Section Header"', 'name="Two Pictures"'),
            layout_part(6): swap("<p:spPr/>", frame.format(width=width)),
        }
        path = changed(put_deck(tmp_path / f"{width}.pptx"), parts)
        plain = changed(path, {layout_part(3): swap(' type="secHead" ', ' type="picTx" ')})
        guess = guessed_roles(seen_deck(plain))[2]
        assert guess.layout is not None and guess.layout.label == divider


def test_reasons_are_told_the_strongest_first(tmp_path: Path) -> None:
    cover = guessed_roles(seen_deck(put_deck(tmp_path / "x.pptx")))[0]
    assert [reason.en for reason in cover.reasons] == [
        "its name 'Title Slide'", "its type title", "a centred title", "a subtitle", "the title in mid-page, no room for content",
    ]  # fmt: skip


def test_a_deck_without_placeholders_gets_no_guess(tmp_path: Path) -> None:
    def emptied(blob: bytes) -> bytes:
        return (
            blob.replace(b"<p:ph ", b"<p:no ")
            .replace(b"<p:ph/>", b"<p:no/>")
            .replace(b' type="', b' kind="')
            .replace(b'cSld name="', b'cSld name="x ')
        )

    names = {layout_part(number): emptied for number in range(1, 12)}
    only = changed(put_deck(tmp_path / "x.pptx"), names | {layout_part(number): lambda _, n=number: _bare(n) for number in range(1, 12)})  # type: ignore[misc]
    guesses = guessed_roles(seen_deck(only))
    assert [guess.role for guess in guesses] == list(ROLES)
    assert [guess.layout for guess in guesses] == [None] * len(ROLES)
    assert guesses[0].reasons[0].en == "no layout fits"


def _bare(number: int) -> bytes:
    name = "http://schemas.openxmlformats.org/presentationml/2006/main"
    return f'<p:sldLayout xmlns:p="{name}"><p:cSld name="Layout {number}"><p:spTree/></p:cSld></p:sldLayout>'.encode()


def test_the_main_master_is_that_of_the_sample_slides(tmp_path: Path) -> None:
    deck = seen_deck(put_deck(tmp_path / "x.pptx", slides=(1,)))
    assert main_master(deck).number == 1
