"""A canary on the network and one outside the workspace: no way that content has of naming them reaches either, and no output tells of
the machine it was made on.
"""

from __future__ import annotations

import getpass
import io
import os
import re
import socket
import threading
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pypdf
import pytest

from engine.base.diagnostics import Language
from engine.cli.main import run
from engine.cli.voice import Voice
from tests.support.bad_inputs.case import DATA, Put, blocks, both, lines, markdown, replaced, saved, sound, table, text
from tests.support.bad_inputs.templates import changed, part
from tests.support.bad_inputs.xlsx import PLAIN, SHEET, of_bytes, repacked, with_part
from tests.support.mini_report import WEEKLY

SECRET = "canary-4f9c1e"
"""Stands in the file outside, and in nothing else."""


class Canary:
    """What was asked of a server on this machine."""

    def __init__(self) -> None:
        self.hits: list[str] = []
        hits = self.hits

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hits.append(self.path)
                self.send_response(200)
                self.end_headers()
                self.wfile.write(SECRET.encode())

            do_HEAD = do_POST = do_PUT = do_OPTIONS = do_GET  # noqa: N815  named by http.server

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/x.png"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    canary = Canary()
    yield canary
    canary.close()


Way = Callable[[str, str], Put]
"""Given the address of the server and a file outside, spoils a report so that it names them."""


def doctype(url: str, file: str) -> bytes:
    return f'<?xml version="1.0"?><!DOCTYPE x SYSTEM "{url}" [<!ENTITY e SYSTEM "file://{file}"><!ENTITY f SYSTEM "{url}">]>'.encode()


def relation(target: str, kind: str = "image") -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationship Id="rIdX" Type="{office}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'.encode()


def linked(name: str) -> Way:
    """A file of the report is a link to the one outside."""

    def way(_: str, file: str) -> Put:
        def put(folder: Path) -> None:
            (folder / name).unlink(missing_ok=True)
            (folder / name).symlink_to(file)

        return put

    return way


def link_and(name: str, put: Put) -> Way:
    return lambda url, file: both(put, linked(name)(url, file))


def expression(words: str) -> Way:
    return lambda url, file: replaced("value: sum(GMV)", f'value: "{words.format(url=url, file=file)}"')


def condition(words: str) -> Way:
    return lambda url, file: table(WEEKLY, f'where: "{words.format(url=url, file=file)}"')


def said(words: str) -> Way:
    return lambda url, file: text("'" + words.replace("URL", url).replace("FILE", file).replace("'", "''") + "'")


def marked(words: str) -> Way:
    return lambda url, file: markdown(f"# 结果\n\n## 题目\n\n{words.replace('URL', url).replace('FILE', file)}\n")


def block(words: str) -> Way:
    return lambda url, file: blocks(words.replace("URL", url).replace("FILE", file))


def line(words: str) -> Way:
    return lambda url, file: lines(words.replace("URL", url).replace("FILE", file))


def data(words: str) -> Way:
    return lambda url, file: replaced(DATA, f"data: {{weekly: {words.replace('URL', url).replace('FILE', file)}}}")


def in_sheet(url: str, file: str) -> Put:
    return of_bytes(repacked(PLAIN, with_part(SHEET, lambda blob: doctype(url, file) + blob)))


def outside_book(url: str, file: str) -> Put:
    rels = "xl/_rels/workbook.xml.rels"
    blob = repacked(PLAIN, with_part(rels, lambda blob: blob.replace(b"</Relationships>", relation(url, "externalLinkPath"))))
    return of_bytes(blob)


def upward_entry(_: str, file: str) -> Put:
    return of_bytes(repacked(PLAIN, lambda _, blob: blob, ((f"../../../..{file}.new", b"x"),)))


def in_template(url: str, file: str) -> Put:
    return part("ppt/presentation.xml", lambda blob: doctype(url, file) + blob.partition(b"?>")[2])


def template_relation(url: str, _: str) -> Put:
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    return part(rels, lambda blob: blob.replace(b"</Relationships>", relation(url)))


def contract_upwards(_: str, file: str) -> Put:
    return changed(
        lambda blob: blob.replace(b"template: harbor.pptx", f"template: ../../..{file}".encode()), Path("templates/pptx/harbor.yaml")
    )


def picture(svg: str, name: str) -> Way:
    return lambda url, file: both(
        blocks(f"- image: {{file: {name}, alt: 图}}"), saved(svg.replace("URL", url).replace("FILE", file).encode(), name)
    )


SVG = '<!DOCTYPE svg [<!ENTITY e SYSTEM "file://FILE">]><svg xmlns="http://www.w3.org/2000/svg"><image href="URL"/><text>&e;</text></svg>'
WAYS: dict[str, Way] = {
    "picture by address": block("- image: {file: 'URL', alt: 图}"),
    "picture by path": block("- image: {file: FILE, alt: 图}"),
    "picture upwards": block("- image: {file: ../../../../../../../../..FILE, alt: 图}"),
    "picture as file:": block("- image: {file: 'file://FILE', alt: 图}"),
    "picture that is a link": link_and("p.png", blocks("- image: {file: p.png, alt: 图}")),
    "svg": picture(SVG, "p.svg"),
    "svg that says png": picture(SVG, "p.png"),
    "Markdown picture": marked("![x](URL)"),
    "Markdown picture by path": marked("![x](FILE)"),
    "Markdown picture by reference": marked("![x][y]\n\n[y]: URL"),
    "Markdown HTML": marked("<img src='URL'><iframe src='file://FILE'></iframe>"),
    "Markdown style": marked("<style>@import 'URL'; @font-face {font-family: x; src: url(URL)}</style>"),
    "a link": said("[甲](URL)"),
    "a link to a file": said("[甲](file://FILE)"),
    "a text that is HTML": said("<img src=URL><link rel=attachment href='file://FILE'>"),
    "include by address": lambda url, _: replaced("sections:", f"sections:\n  - include: '{url}'"),
    "include by path": lambda _, file: replaced("sections:", f"sections:\n  - include: {file}"),
    "include that is a link": link_and("02.md", replaced("sections:", "sections:\n  - include: 02.md")),
    "YAML include": line("author: !include FILE"),
    "theme by address": line("theme: 'URL'"),
    "theme by path": line("theme: ../../../../../../../../..FILE"),
    "metrics by path": lambda _, file: both(replaced("metrics:\n", f"metrics: {file}\nx:\n")),
    "file name upwards": line("file_name: ../../../../../../../../..FILE.new"),
    "table by address": data("'URL'"),
    "table by path": data("FILE"),
    "table that is a link": linked("data/weekly.csv"),
    "report that is a link": linked("report.yaml"),
    "database by address": data("{url_env: 'URL', query: SELECT 1}"),
    "query that attaches": data("{file: data/x.sqlite, query: \"ATTACH 'FILE' AS y\"}"),
    "query that reads": data("{file: data/x.sqlite, query: \"SELECT readfile('FILE')\"}"),
    "read_csv": expression("(SELECT count(*) FROM read_csv('{url}'))"),
    "read_text": expression("(SELECT max(length(content)) FROM read_text('{file}'))"),
    "a file as a table": expression("(SELECT count(*) FROM '{file}')"),
    "httpfs": expression("sum(GMV)); INSTALL httpfs; LOAD httpfs; SELECT (1"),
    "copy": expression("sum(GMV)); COPY weekly TO '{file}.new'; SELECT (1"),
    "getenv": expression("length(getenv('HOME'))"),
    "glob": expression("(SELECT count(*) FROM glob('{file}*'))"),
    "read_text in a condition": condition("周次 = (SELECT content FROM read_text('{file}'))"),
    "read_csv in a condition": condition("EXISTS (SELECT 1 FROM read_csv_auto('{url}'))"),
    "Jinja globals": said("{{ cycler.__init__.__globals__.os.popen('cat FILE').read() }}"),
    "Jinja of a text": said("{{ ''.__class__.__base__.__subclasses__() }}"),
    "Jinja of a metric": said("{{ m.gmv.by.__globals__ }}{{ m._queries }}{{ m.gmv._desk }}"),
    "Jinja import": said("{% import 'FILE' as x %}"),
    "Jinja include": said("{% include 'FILE' %}"),
    "entities in a workbook": in_sheet,
    "link to another workbook": outside_book,
    "entry that leads upwards": upward_entry,
    "entities in a template": in_template,
    "picture of a template that stands outside": template_relation,
    "template upwards": contract_upwards,
}


@pytest.mark.parametrize("name", WAYS)
def test_neither_canary_is_reached(
    name: str, canary: Canary, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "outside" / "secret.txt"
    outside.parent.mkdir()
    outside.write_text(f"周次,GMV\n{SECRET},1\n", encoding="utf-8")
    opened = watched(outside, monkeypatch)
    root = tmp_path / "workspace"
    folder = sound(root)
    WAYS[name](canary.url, str(outside))(folder)
    canary.hits.clear()
    monkeypatch.chdir(root)
    run(["build", "-j", "0", "-f", "pptx,docx,pdf", "--no-pages"], Voice(Language.EN))
    told = "".join(capsys.readouterr())
    assert "debrief itself failed" not in told
    assert canary.hits == []
    assert opened == []
    assert SECRET not in told
    assert [path.name for path in outside.parent.iterdir()] == ["secret.txt"]
    assert {path.name for path in tmp_path.iterdir()} == {"outside", "workspace"}
    assert [path for path in written(root) if SECRET.encode() in everything(path)] == []


def test_the_canaries_sing(canary: Canary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked for would be seen."""
    file = tmp_path / "x"
    file.write_text("x")
    opened = watched(file, monkeypatch)
    file.read_bytes()
    with urllib.request.urlopen(canary.url) as answer:
        assert answer.read() == SECRET.encode()
    assert len(opened) == 1 and canary.hits == ["/x.png"]


def watched(file: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of each time that Python opens the file from now on; what opens it otherwise would have to print what it holds."""
    opened: list[str] = []
    before = io.open

    def opening(name: object, *arguments: object, **named: object) -> object:
        if isinstance(name, str | os.PathLike) and os.path.realpath(name) == str(file):
            opened.append(str(name))
        return before(name, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(io, "open", opening)
    monkeypatch.setattr("builtins.open", opening)
    return opened


def written(root: Path) -> list[Path]:
    return [path for path in (root / "out").rglob("*") if path.is_file()]


def everything(path: Path) -> bytes:
    """Return the bytes of a file; of a package those of all its parts, unpacked, and of a PDF what its streams hold."""
    blob = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            return b"\n".join((*(name.encode() for name in package.namelist()), *map(package.read, package.namelist())))
    if path.suffix == ".pdf":
        reader = pypdf.PdfReader(path)
        return blob + repr(reader.metadata).encode() + "".join(page.extract_text() for page in reader.pages).encode()
    return blob


def test_no_output_tells_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the folder of the workspace nor the home, the user, the host or the environment stands in any file."""
    root = tmp_path / "zufallsordner"
    blocks("- chart: {kind: column, title: 额, table: weekly, by: 周次, value: sum(GMV), unit: 元}")(sound(root))
    monkeypatch.chdir(root)
    monkeypatch.setenv("SECRET_OF_THE_ENVIRONMENT", SECRET)
    assert run(["build", "-j", "0", "-f", "pptx,docx,pdf"], Voice(Language.EN)) == 0
    files = written(root)
    assert {".pptx", ".docx", ".pdf", ".json", ".html"} <= {path.suffix for path in files}
    private = [str(tmp_path), "zufallsordner", SECRET, str(Path.home()) + "/", f"/home/{getpass.getuser()}"]
    if len(socket.gethostname()) > 5:
        private.append(socket.gethostname())
    assert [(path.name, word) for path in files for word in private if word.encode() in everything(path)] == []


def test_the_author_of_a_file_is_the_author_of_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "w"
    lines("author: 林晓")(sound(root))
    monkeypatch.chdir(root)
    assert run(["build", "-j", "0", "-f", "pptx,docx,pdf", "--no-pages"], Voice(Language.EN)) == 0
    for path in written(root):
        if path.suffix in {".pptx", ".docx"}:
            with zipfile.ZipFile(path) as package:
                core = package.read("docProps/core.xml").decode()
            named = re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]*)<", core)
            assert named and set(named) == {"林晓"}
        elif path.suffix == ".pdf":
            properties = pypdf.PdfReader(path).metadata
            assert properties is not None and properties.author == "林晓"
