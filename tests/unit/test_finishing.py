from __future__ import annotations

import io
import json
import zipfile

from engine.base.workspace import Workspace
from engine.finishing import package_faults, told_of
from engine.results import Artifact, BuildRequest
from engine.verbs import Verbs
from tests.support.mini_report import put_report


def emitted(workspace: Workspace) -> tuple[Verbs, Artifact]:
    run = Verbs(workspace, put_report(workspace.root / "content" / "h1"))
    report = run.report(BuildRequest())
    assert report is not None
    planned = run.plan(report, ("pptx",))
    assert planned is not None
    return run, run.emit("pptx", planned)


def edited(blob: bytes, old: str, new: str) -> bytes:
    """Return a package whose slides say something else."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as before, zipfile.ZipFile(stream, "w") as after:
        for item in before.infolist():
            part = before.read(item)
            after.writestr(item, part.replace(old.encode(), new.encode()) if item.filename.startswith("ppt/slides/slide") else part)
    return stream.getvalue()


def test_what_is_written_needs_no_repair(workspace: Workspace) -> None:
    assert list(package_faults((emitted(workspace)[1],))) == []


def test_a_broken_part_is_told_with_its_place(workspace: Workspace) -> None:
    _, artifact = emitted(workspace)
    broken = Artifact(artifact.format, artifact.file_name, edited(artifact.blob, "</p:sld>", ""))
    found = list(package_faults((broken,)))
    assert {finding.code for finding in found if finding.is_error} == {"FILE040"}
    assert str(found[0].where).startswith("半年小结.pptx")


def test_the_files_are_opened_again_and_compared_with_the_ledger(workspace: Workspace) -> None:
    run, artifact = emitted(workspace)
    report = run.report(BuildRequest())
    assert report is not None
    planned = run.plan(report, ("pptx",))
    assert planned is not None
    told = {each.file_name: each.blob for each in told_of((artifact,), planned, run)}
    assert list(told) == ["facts.json", "agreement.json", "agreement.html"]
    assert json.loads(told["agreement.json"])["agree"] is True
    assert not run.findings.has_errors

    changed = Artifact(artifact.format, artifact.file_name, edited(artifact.blob, "105.0%", "205.0%"))
    told = {each.file_name: each.blob for each in told_of((changed,), planned, run)}
    assert json.loads(told["agreement.json"])["agree"] is False
    assert {finding.code for finding in run.findings if finding.is_error} == {"FACT021"}
