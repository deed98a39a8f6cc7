"""`image`: a picture of the report folder. Charts are never pictures: see `chart`.

- image: {file: images/venue.jpg, alt: 线下沙龙现场, caption: 5 月杭州站}
"""

from __future__ import annotations

from pydantic import Field

from engine.base.diagnostics import Phrase, error
from engine.blocks.definition import BlockContext, BlockDef
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.load.text_file import find_file
from engine.model.blocks import Block, Image

SUFFIXES = (".png", ".jpg", ".jpeg")


class ImageSpec(Spec):
    file: Prose = Field(description=said("图片文件，相对于报告文件夹", "picture file, relative to the report folder"))
    alt: Prose = Field(min_length=1, description=said("替代文字：图里有什么", "what the picture shows, for those who cannot see it"))
    caption: Prose = Field(default=Prose(), description=said("图注", "caption"))
    source: Prose = Field(default=Prose(), description=said("来源", "source"))


def build(spec: ImageSpec, context: BlockContext) -> tuple[Block, ...]:
    found = find_file(context.workspace, context.folder, spec.file, spec.file.where)
    context.findings.extend(found.diagnostics)
    if found.value is None:
        return ()
    if found.value.suffix.lower() not in SUFFIXES:
        zh, en = f"“{spec.file}”不是可用的图片", f"{str(spec.file)!r} is no picture that can be used"
        hint = Phrase(f"支持 {'、'.join(SUFFIXES)}", f"supported are {', '.join(SUFFIXES)}")
        context.report(error("FILE003", zh, en, spec.file.where, hint))
        return ()
    path = context.workspace.relative(found.value)
    return (Image(path, context.text(spec.alt).plain, context.text(spec.caption), context.text(spec.source), context.where),)


DEFINITION = BlockDef("image", ImageSpec, build, said("图片", "a picture"))
