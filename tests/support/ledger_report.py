"""A report with a fact in a sentence, a table, a chart and tiles, built in every format; and its figures changed by hand."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.model.file_ledger import FileLedger
from engine.pipeline import BuildRequest, build_report, plan_report
from engine.planned import Planned
from engine.probe.carried import ledger_inside
from engine.writers.ooxml.package import zip_parts
from tests.support.mini_report import put_report

REPORT = """\
kind: midyear-review
title: 半年小结
author: 林晓
date: 2025-07-08
period: 2025H1
formats: [pptx, docx, pdf]
data: {weekly: data/weekly.csv}
metrics:
  gmv: {label: GMV, table: weekly, value: sum(GMV), target: 100万, unit: 元, source: 交易中台, definition: 支付口径}
  orders: {label: 订单, table: weekly, value: sum(订单), target: 900, unit: 单, source: 交易中台}
sections:
  - title: 业绩
    topics:
      - label: 目标
        title: GMV 完成 {{ m.gmv.attainment }}
        takeaway: 订单 {{ m.orders }}，其中第一周 {{ m.orders.by('周次', 'W1') }}。
        blocks:
          - chart: {kind: column, title: 每周 GMV, table: weekly, by: 周次, value: sum(GMV), unit: 元}
      - label: 明细
        title: 上半年 GMV 为 {{ m.gmv }}
        blocks:
          - table: {data: weekly, columns: [周次, {field: GMV, unit: 元}, 订单]}
      - label: 占比
        title: 调研满意度 {{ cite("85%", source="问卷 2025-06") }}
        blocks:
          - chart: {kind: pie, title: 订单占比, table: weekly, by: 周次, value: sum(订单), unit: 单}
"""
WEEKLY = "周次,GMV,订单\nW1,600000,480\nW2,450000,433\nW3,213000,127\n"
FORMATS = ("pptx", "docx", "pdf")


@dataclass(frozen=True, slots=True)
class Finished:
    """The report as planned, and its files by format."""

    planned: Planned
    blobs: Mapping[str, bytes]

    def ledger(self, format_name: str) -> FileLedger:
        found = ledger_inside(format_name, self.blobs[format_name])
        assert found is not None
        return found


@cache
def finished() -> Finished:
    """Return the report, built once for all tests of a worker."""
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        workspace = Workspace(root=root, out=root / "out", today=dt.date(2025, 7, 8))
        report = put_report(root / "content" / "h1", report=REPORT, weekly=WEEKLY)
        result = build_report(workspace, report, BuildRequest(FORMATS))
        assert not result.diagnostics, result.diagnostics
        blobs = {artifact.format: artifact.blob for artifact in result.artifacts if artifact.format in FORMATS}
        return Finished(plan_report(workspace, report), blobs)


def rewritten(package: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return an Office file with every part as `change` (name, bytes) returns it."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return zip_parts((name, change(name, archive.read(name))) for name in archive.namelist())


def replaced(package: bytes, part: str, old: str, new: str) -> bytes:
    """Return an Office file with the first `old` in the parts whose names match the pattern `part` replaced."""
    done: list[str] = []

    def change(name: str, blob: bytes) -> bytes:
        if not done and re.fullmatch(part, name) and old.encode() in blob:
            done.append(name)
            return blob.replace(old.encode(), new.encode(), 1)
        return blob

    changed = rewritten(package, change)
    assert done, f"{old} is in no {part}"
    return changed
