from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from engine.base.units import Rect, Size, inch
from engine.brand.deck_template import DeckTemplate, read_deck_template
from engine.brand.ground import Ground, GroundKind
from engine.model.theme import Color
from tests.support.templates import put_deck

Rewriter = Callable[[Mapping[str, Callable[[bytes], bytes]]], Path]
CONTENT = "ppt/slideLayouts/slideLayout4.xml"


def read(path: Path) -> DeckTemplate:
    return read_deck_template(path, file="x.pptx").expect_clean()


def complaint(path: Path) -> tuple[str, str]:
    outcome = read_deck_template(path, file="x.pptx")
    assert outcome.value is None
    (only,) = outcome.diagnostics
    return only.code, only.message.en


def test_harbor(template: Path) -> None:
    read_template = read(template)
    assert read_template.size == Size(inch(40 / 3), inch(7.5))
    told = [f"{layout.name}: {layout.background.hex}, {len(layout.placeholders)}, {len(layout.decor)}" for layout in read_template.layouts]
    assert told == [
        "封面 Cover: 0B2239, 5, 1",
        "目录 Agenda: FFFFFF, 4, 2",
        "章节 Divider: 0B2239, 5, 1",
        "内容 Content: FFFFFF, 6, 2",
        "总结 Closing: FFFFFF, 6, 2",
        "空白 Blank: FFFFFF, 3, 1",
    ]
    assert read_template.layouts[0].office.colors["accent4"] == "F0A63A"
    assert not any(layout.skipped for layout in read_template.layouts)


def test_a_placeholder_without_a_frame_takes_that_of_the_master(rewrite: Rewriter) -> None:
    def drop_frames(blob: bytes) -> bytes:
        return re.sub(rb"<a:xfrm>.*?</a:xfrm>", b"", blob, flags=re.DOTALL)

    layout = read(rewrite({CONTENT: drop_frames})).layouts[3]
    frames = {slot.type: slot.frame for slot in layout.placeholders}
    assert frames["title"] == Rect.inches(2 / 3, 0.68, 12, 0.50)
    assert frames["obj"] == Rect.inches(2 / 3, 1.68, 12, 5.12)  # content placeholders inherit from the body


def test_a_ground_that_is_not_flat_is_listed(rewrite: Rewriter) -> None:
    path = rewrite({"ppt/slideLayouts/slideLayout1.xml": lambda blob: blob.replace(b"<p:bgPr><a:solidFill>", b"<p:bgPr><a:pattFill>")
                    .replace(b"</a:solidFill><a:effectLst/></p:bgPr>", b"</a:pattFill><a:effectLst/></p:bgPr>")})  # fmt: skip
    cover = read(path).layouts[0]
    assert cover.background == Color("FFFFFF", "bg1")
    assert [f"{each.name}: {each.why.en}" for each in cover.skipped] == ["背景 background: the pattern pct50 (its mean colour is drawn)"]


def test_a_ground_by_reference(rewrite: Rewriter) -> None:
    reference = b'<p:bg><p:bgRef idx="1001"><a:schemeClr val="accent1"/></p:bgRef></p:bg>'
    path = rewrite({"ppt/slideLayouts/slideLayout1.xml": lambda blob: re.sub(rb"<p:bg>.*</p:bg>", reference, blob)})
    assert read(path).layouts[0].background == Color("1A6585", "accent1")


def test_a_layout_of_its_own_colours(rewrite: Rewriter) -> None:
    swapped = (
        b'<a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent2" accent2="accent1" accent3="accent3" '
        b'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
    )
    layout = read(rewrite({CONTENT: lambda blob: blob.replace(b"<a:masterClrMapping/>", swapped)})).layouts[3]
    assert layout.background == Color("14232F", "bg1")


def test_damage_inside_is_named(rewrite: Rewriter) -> None:
    broken = rewrite({CONTENT: lambda blob: blob.replace(b"</p:cSld>", b"")})
    assert complaint(broken)[0] == "TMPL007"
    gone = rewrite({"ppt/_rels/presentation.xml.rels": lambda blob: blob.replace(b"slideMaster1.xml", b"slideMaster9.xml")})
    code, message = complaint(gone)
    assert code == "TMPL007" and "slideMaster9.xml" in message


def test_no_master(rewrite: Rewriter) -> None:
    path = rewrite({"ppt/presentation.xml": lambda blob: re.sub(rb"<p:sldMasterIdLst>.*</p:sldMasterIdLst>", b"", blob)})
    assert complaint(path) == ("TMPL007", "the template is damaged inside: ppt/presentation.xml")


def test_what_text_stands_on(template: Path) -> None:
    layouts = {layout.name: layout for layout in read(template).layouts}
    agenda = layouts["目录 Agenda"]
    grounds = {slot.name: agenda.beneath.colors(slot.frame) for slot in agenda.placeholders}
    assert grounds == {
        "标题 Title": ("0B2239",),
        "副标题 Subtitle": ("0B2239",),
        "条目 Items": ("FFFFFF",),
        "页码 Page number": ("FFFFFF",),
    }


def test_sample_slides_and_masters(tmp_path: Path) -> None:
    found = read(put_deck(tmp_path / "x.pptx", slides=(1, 2)))
    assert found.slides == ("ppt/slides/slide1.xml", "ppt/slides/slide2.xml")
    assert {layout.master for layout in found.layouts} == {1}


def test_a_placeholder_with_a_fill_of_its_own(rewrite: Rewriter) -> None:
    shape = b'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    fill = b'<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
    path = rewrite({CONTENT: lambda blob: blob.replace(shape, shape + fill, 1)})
    slots = read(path).layouts[3].placeholders
    assert [slot.name for slot in slots if slot.fill is not None] == ["标题 Title"]
    assert slots[0].fill == Ground(GroundKind.FLAT, ("1A6585",))
