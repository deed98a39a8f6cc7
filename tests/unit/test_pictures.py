"""Picture files are checked before they are drawn; each fault has a message of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image as Pillow

from engine.base.diagnostics import Findings, Location
from engine.base.workspace import Workspace
from engine.model.blocks import Image
from engine.pictures import WorkspacePictures

AT = Location("content/h1/report.yaml", 9, 5)


def block(name: str) -> Image:
    return Image(f"content/h1/images/{name}", "门店照片", where=AT)


def folder(workspace: Workspace) -> Path:
    images = workspace.root / "content/h1/images"
    images.mkdir(parents=True)
    return images


def complaint(workspace: Workspace, name: str) -> str:
    findings = Findings()
    assert WorkspacePictures(workspace).read(block(name), findings) is None
    (item,) = findings
    assert item.where == AT
    return f"{item.code} {item.message.zh}"


@pytest.mark.parametrize("suffix", ["png", "jpg", "gif"])
def test_size_and_bytes(workspace: Workspace, suffix: str) -> None:
    path = folder(workspace) / f"shop.{suffix}"
    Pillow.new("RGB", (16, 9), "white").save(path)
    picture = WorkspacePictures(workspace).read(block(path.name), Findings())
    assert picture is not None
    assert (picture.width, picture.height, picture.blob) == (16, 9, path.read_bytes())


def test_faults(workspace: Workspace) -> None:
    images = folder(workspace)
    (images / "broken.png").write_bytes(b"\x89PNG no more")
    Pillow.new("RGB", (4, 4)).save(images / "modern.webp")
    Pillow.new("1", (9000, 9000)).save(images / "huge.png")
    assert complaint(workspace, "absent.png") == "FILE020 找不到图片“content/h1/images/absent.png”"
    assert complaint(workspace, "broken.png") == "FILE021 “broken.png”不是能读的图片"
    assert complaint(workspace, "modern.webp") == "FILE022 “modern.webp”是 WEBP 格式，Office 不能都显示"
    assert complaint(workspace, "huge.png") == "FILE023 “huge.png”超过 6400 万像素"
