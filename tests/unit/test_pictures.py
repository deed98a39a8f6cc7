from __future__ import annotations

import io

import pytest
from PIL import Image as Pillow
from PIL import ImageFile

from engine.base.diagnostics import Findings
from engine.base.errors import EngineError
from engine.base.workspace import Workspace
from engine.model.blocks import Image
from engine.pictures import WorkspacePictures
from engine.plan.deck.images import PictureData
from tests.support.planning import AT


def picture(kind: str, size: tuple[int, int] = (4, 3)) -> bytes:
    found = io.BytesIO()
    Pillow.new("1" if size[0] > 100 else "RGB", size).save(found, kind)
    return found.getvalue()


def read(workspace: Workspace, name: str, blob: bytes | None) -> tuple[PictureData | None, list[str]]:
    """Put a file in the workspace and read it: the picture, and what is wrong with it."""
    if blob is not None:
        (workspace.root / name).write_bytes(blob)
    findings = Findings()
    found = WorkspacePictures(workspace).read(Image(name, "照片", where=AT), findings)
    return found, [f"{each.code} {each.where} {each.message.zh}" for each in findings]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_a_picture_comes_with_its_bytes_and_size(workspace: Workspace, kind: str) -> None:
    blob = picture(kind)
    assert read(workspace, "photo.png", blob) == (PictureData(blob, 4, 3), [])


@pytest.mark.parametrize(
    ("name", "blob", "message"),
    [
        ("gone.png", None, "FILE020 content/h1/report.yaml:12:5 找不到图片“gone.png”"),
        ("text.png", b"no picture", "FILE021 content/h1/report.yaml:12:5 “text.png”不是能读的图片"),
        ("cut.png", picture("PNG")[:20], "FILE021 content/h1/report.yaml:12:5 “cut.png”不是能读的图片"),
        ("half.png", picture("PNG", (90, 90))[:-30], "FILE021 content/h1/report.yaml:12:5 “half.png”不是能读的图片"),
        ("half.jpg", picture("JPEG", (90, 90))[:-90], "FILE021 content/h1/report.yaml:12:5 “half.jpg”不是能读的图片"),
        ("photo.bmp", picture("BMP"), "FILE022 content/h1/report.yaml:12:5 “photo.bmp”是 BMP 格式，Office 不能都显示"),
        ("large.png", picture("PNG", (8001, 8000)), "FILE023 content/h1/report.yaml:12:5 “large.png”超过 6400 万像素"),
        ("larger.png", picture("PNG", (10_000, 10_000)), "FILE023 content/h1/report.yaml:12:5 “larger.png”超过 6400 万像素"),
        ("bomb.png", picture("PNG", (20_000, 10_000)), "FILE023 content/h1/report.yaml:12:5 “bomb.png”超过 6400 万像素"),
    ],
)
def test_a_picture_that_cannot_be_used_says_why(workspace: Workspace, name: str, blob: bytes | None, message: str) -> None:
    assert read(workspace, name, blob) == (None, [message])


def test_a_folder_is_no_picture(workspace: Workspace) -> None:
    (workspace.root / "photos").mkdir()
    assert read(workspace, "photos", None) == (None, ["FILE021 content/h1/report.yaml:12:5 “photos”不是能读的图片"])


def test_pictures_outside_the_workspace_are_refused(workspace: Workspace) -> None:
    with pytest.raises(EngineError):
        read(workspace, "../secret.png", None)


def test_half_a_picture_is_refused_though_weasyprint_made_pillow_lenient(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    whole = picture("PNG", (90, 90))
    assert read(workspace, "half.png", whole[: len(whole) // 2])[1] == [f"FILE021 {AT} “half.png”不是能读的图片"]
    assert ImageFile.LOAD_TRUNCATED_IMAGES
