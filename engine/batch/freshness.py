"""Whether a report must be built, and why: the first thing that is not as it was when its files were written."""

from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Phrase
from engine.batch.digests import MadeOf, digest_of_file, digest_of_table
from engine.batch.job import Job, Site
from engine.batch.kept import Kept
from engine.load.source import Loader
from engine.model.tables import DataTable
from engine.run_record import Status

NEW = Phrase("还没有生成过", "it was never built")
FAILED_BEFORE = Phrase("上次失败", "it failed the last time")
CHANGED_MEANWHILE = Phrase("上次生成的时候有文件在改动", "a file was changed while it was built")
FORCED = Phrase("要求重新生成", "it is forced")


class Freshness:
    """Compares reports with what is kept of them; each file and each whole table is digested once for all of them."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._files: dict[str, str] = {}
        self._tables: dict[int, tuple[DataTable, str]] = {}

    def reason(self, job: Job, kept: Kept | None, loader: Loader) -> Phrase | None:
        """Return why a report must be built, None when its files stand for what its content and tables say now."""
        if kept is None:
            return NEW
        if kept.made_of is None:
            return FAILED_BEFORE if kept.report.status is Status.FAILED else CHANGED_MEANWHILE
        made = kept.made_of
        if made.settings != self._site.settings:
            return Phrase(
                "程序、主题、模板、字体或命令行的要求变了", "the program, a theme, a template, a font or what was asked for changed"
            )
        for name, digest in made.files.items():
            if self._file(name) != digest:
                return Phrase(f"{name} 变了", f"{name} changed")
        if job.member is not None and digest_of_table(job.member.row) != made.member:
            return Phrase("它自己的一行变了", "its own row changed")
        if not self._data_stand(made):
            for name, digest in made.tables.items():
                if self._table(name, job, loader) != digest:
                    return Phrase(f"数据表“{name}”里它用到的行变了", f"the records it takes from table {name!r} changed")
        broken = None if loader.shelf is None else loader.shelf.unreadable(besides=made.tables.keys())
        if broken is not None:
            return Phrase(f"数据表“{broken}”有错误", f"table {broken!r} has errors")
        if not kept.stands(self._site.workspace.out):
            return Phrase("写好的文件被改动或删除", "a file that was written is changed or gone")
        return None

    def _data_stand(self, made: MadeOf) -> bool:
        """Tell whether every file that the tables were read from is as it was: then nobody need look into them."""
        return bool(made.data) and all(self._file(name) == digest for name, digest in made.data.items())

    def _file(self, name: str) -> str:
        if name not in self._files:
            self._files[name] = digest_of_file(self._site.workspace.root / Path(name))
        return self._files[name]

    def _table(self, name: str, job: Job, loader: Loader) -> str:
        found = None if loader.shelf is None else loader.shelf.table(name, job.member)
        if found is None or found.value is None:
            return ""
        table = found.value
        if id(table) not in self._tables:
            digest = digest_of_table(table)
            if not loader.is_own(table):
                return digest
            self._tables[id(table)] = (table, digest)  # the table stays, so that no other gets its id
        return self._tables[id(table)][1]
