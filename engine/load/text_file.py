"""Content files as text: size, encoding and characters are settled here, before anything is parsed."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.base.registry import nearest
from engine.base.workspace import OutsideRoot, Workspace, is_too_long

MAX_BYTES = 8 * 2**20
MAX_LISTED = 20

# Control characters, surrogates, private use and non-characters. Private use is ours: it marks facts in rendered prose.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff]")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_TURNS_TEXT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class SourceText:
    r"""The text of one content file with `\n` line ends; `file` is its path as diagnostics print it."""

    file: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, file: str, text: str) -> SourceText:
        return cls(file, tuple(text.split("\n")))

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def line(self, number: int) -> str:
        """Return line `number`, counting from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def find_file(workspace: Workspace, folder: Path, name: str, where: Location) -> Outcome[Path]:
    """Resolve a path written in a content file of `folder`; `where` is the place that names it. Never leads out of the workspace."""
    if not name.strip() or "\0" in name:
        return Outcome(None, (error("FILE001", "文件名是空的", "the file name is empty", where),))
    if is_too_long(name):
        return Outcome(None, (error("FILE001", "文件名太长，不会有这样的文件", "the file name is longer than any file can have", where),))
    if not _TURNS_TEXT.isdisjoint(name):
        return Outcome(None, (error("FILE002", "文件名含有改变文字方向的字符", "the file name turns the direction of text", where),))
    if _ADDRESS.match(name):
        hint = Phrase("把文件放进报告文件夹，写它的路径", "put the file into the folder of the report and write its path")
        return Outcome(None, (error("FILE002", f"“{name}”是网址，不会去取", f"{name!r} is an address; nothing is fetched", where, hint),))
    if Path(name).is_absolute() or ":" in name[:3] or "\\" in name:
        hint = Phrase("写相对于本文件夹的路径，用 / 分隔", "write a path relative to this folder, with /")
        return Outcome(None, (error("FILE002", f"路径“{name}”不是相对路径", f"path {name!r} is not relative", where, hint),))
    try:
        path = workspace.inside(folder, name)
    except OutsideRoot as trouble:
        return Outcome(None, (error("FILE002", trouble.message.zh, trouble.message.en, where),))
    if not path.is_file():
        return Outcome(None, (_missing(path, name, where),))
    return Outcome(path)


def _missing(path: Path, name: str, where: Location) -> Diagnostic:
    neighbours = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
    close = nearest(path.name, neighbours)
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if close and close != path.name else None
    if path.exists():
        return error("FILE001", f"“{name}”不是文件", f"{name!r} is not a file", where)
    return error("FILE001", f"找不到文件“{name}”", f"file {name!r} does not exist", where, hint)


def read_text(workspace: Workspace, path: Path) -> Outcome[SourceText]:
    """Read a UTF-8 (or, by its mark, UTF-16) file. Forbidden characters are reported and blanked, so that reading can go on."""
    file = workspace.relative(path)
    try:
        size = path.stat().st_size
        blob = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as trouble:
        reason = trouble.strerror or type(trouble).__name__
        return Outcome(None, (error("FILE001", f"文件无法读取：{reason}", f"the file cannot be read: {reason}", Location(file)),))
    if size > MAX_BYTES:
        limit = f"{MAX_BYTES // 2**20} MiB"
        zh, en = f"文件有 {size / 2**20:.1f} MiB，超过上限 {limit}", f"the file has {size / 2**20:.1f} MiB, the limit is {limit}"
        return Outcome(None, (error("YAML011", zh, en, Location(file)),))
    decoded = _decode(blob, file)
    return decoded if isinstance(decoded, Outcome) else clean_text(file, decoded)


def _decode(blob: bytes, file: str) -> str | Outcome[SourceText]:
    encoding = next((name for mark, name in _BOMS if blob.startswith(mark)), "utf-8")
    try:
        return blob.decode(encoding)
    except UnicodeDecodeError as trouble:
        before = blob[: trouble.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        zh = f"不是 UTF-8 文本：第 {line} 行，字节偏移 {trouble.start}"
        en = f"not UTF-8 text: line {line}, byte offset {trouble.start}"
        hint = Phrase("用编辑器另存为 UTF-8", "save it as UTF-8 in your editor")
        if _is_gb18030(blob):
            hint = Phrase(
                "内容像是 GB18030（GBK）编码，用编辑器另存为 UTF-8", "it looks like GB18030 (GBK): save it as UTF-8 in your editor"
            )
        return Outcome(None, (error("YAML014", zh, en, Location(file, line, column), hint),))


def _is_gb18030(blob: bytes) -> bool:
    try:
        blob.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def clean_text(file: str, text: str) -> Outcome[SourceText]:
    r"""Return the text with `\n` line ends; each forbidden character is an error and becomes a space."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = Findings()
    for count, match in enumerate(_FORBIDDEN.finditer(text)):
        if count == MAX_LISTED:
            break
        start = text.rfind("\n", 0, match.start()) + 1
        place = Location(file, text.count("\n", 0, start) + 1, match.start() - start + 1, match.start() - start + 2)
        found.add(forbidden_character(match.group(), place))
    return found.outcome(SourceText.of(file, _FORBIDDEN.sub(" ", text)))


def forbidden_character(character: str, where: Location) -> Diagnostic:
    name = f"U+{ord(character):04X}"
    hint = Phrase("删除它；多半是复制粘贴时带进来的", "delete it; it probably came with a paste")
    return error("YAML013", f"含有不可用的字符 {name}", f"character {name} cannot be used", where, hint)


def first_forbidden(value: str) -> int | None:
    """Return the offset of the first character that no text may hold, None when there is none."""
    match = _FORBIDDEN.search(value)
    return match.start() if match else None
