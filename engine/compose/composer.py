"""The second stage: a Source becomes a Report; every metric, condition, template and block evaluated, nothing placed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.base.diagnostics import NOWHERE, Diagnostic, Outcome, Phrase, error
from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.compose.appendix import sources_appendix
from engine.compose.cover import skyline
from engine.compose.desk import Desk
from engine.compose.evidence import gap_evidence, kpi_evidence, reach_evidence
from engine.compose.file_names import file_name
from engine.compose.jinja import Templates
from engine.compose.references import dangling_references
from engine.compose.render_tree import UNKNOWN
from engine.compose.scope import report_scope
from engine.compose.topics import TopicWriter
from engine.compose.valueless import printed_without_value
from engine.kinds import KINDS
from engine.load.content import without_echoes
from engine.load.folding import without_returns
from engine.load.locate import MapNode
from engine.load.report_spec import ReportSpec
from engine.load.source import Source
from engine.metrics.compare import DeviationSign
from engine.metrics.filters import filters
from engine.metrics.notes import metric_notes
from engine.metrics.store import Metrics
from engine.metrics.verdict import DEFAULT_THRESHOLDS, Thresholds
from engine.model.blocks import Stat
from engine.model.facts import Ledger
from engine.model.inlines import EMPTY
from engine.model.report import Meta, PdfMaker, Report, Topic

CONSEQUENCES = frozenset({"FACT001", "FACT002", "FACT003", "FACT007"})
"""Unknown metrics, tables and columns: no news when a table or definition could not be read."""


def compose(source: Source, workspace: Workspace) -> Outcome[Report]:
    """Evaluate a report. All mistakes are reported; the value is there even with errors, for whoever wants to see what there is."""
    spec = source.report
    metrics = Metrics(
        source.metrics,
        source.tables,
        period=source.period,
        today=spec.date,
        language=source.language,
        thresholds=_thresholds(spec),
        deviation=DeviationSign(spec.deviation or "actual-target"),
        as_of=spec.as_of,
    )
    desk = Desk(workspace, source.folder, source.language, spec.date, metrics, Templates(filters(source.language)))
    _check_kind(spec, desk)
    desk.findings.extend(_placed(item, source) for item in metrics.check())
    scope = report_scope(spec, source.period, metrics, source.tables, source.member)
    writer = TopicWriter(desk, scope)
    report = Report(
        meta=_meta(source, desk, scope),
        sections=writer.sections(spec.sections),
        ledger=Ledger(),
        skyline=skyline(spec.cover, desk, scope),
        agenda_note=desk.text(spec.agenda.note, scope) if spec.agenda else EMPTY,
        agenda_facts=_agenda_facts(spec, desk, scope),
        closing=writer.topic("closing", spec.closing) if spec.closing else None,
    )
    data = source.tree.get("data")
    entries = data if isinstance(data, MapNode) else None
    evidence = (*desk.evidence, *kpi_evidence(metrics), *reach_evidence(metrics, entries), *gap_evidence(metrics, entries))
    ledger = _ledger(metrics)
    report = replace(report, ledger=ledger, evidence=evidence, appendix=_appendix(source, ledger))
    desk.findings.extend(dangling_references(report))
    desk.findings.extend(printed_without_value(report.ledger, source.language))
    if not any(section.topics for section in report.sections) and not desk.amount.is_too_much:
        desk.findings.add(error("YAML024", "没有任何主题可以展示", "there is no topic to show", source.tree.where))
    return Outcome(report, _news(desk, source))


def _ledger(metrics: Metrics) -> Ledger:
    ledger = metrics.facts.ledger()
    return replace(ledger, metrics=metric_notes(metrics, ledger.facts))


def _appendix(source: Source, ledger: Ledger) -> tuple[Topic, ...]:
    if source.report.appendix == "none":
        return ()
    node = source.tree.get("appendix")
    return sources_appendix(ledger, source.language, source.tree.where if node is None else node.where)


def _thresholds(spec: ReportSpec) -> Thresholds:
    bounds, words = spec.thresholds, spec.verdict_words.get(spec.language)
    own = None if words is None else (str(words.exceeded), str(words.met), str(words.improve), str(words.missed))
    if bounds is None:
        return replace(DEFAULT_THRESHOLDS, words=own)
    return Thresholds(bounds.exceeded, bounds.met, bounds.improve, bounds.tolerance, own)


def _check_kind(spec: ReportSpec, desk: Desk) -> None:
    if KINDS.get(spec.kind) is None:
        close = KINDS.nearest(spec.kind)
        hint = Phrase(f"可用的种类：{'、'.join(KINDS.names)}", f"known are {', '.join(KINDS.names)}")
        if close is not None:
            hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?")
        desk.findings.add(
            error("YAML023", f"没有报告种类“{spec.kind}”", f"there is no report kind {str(spec.kind)!r}", spec.kind.where, hint)
        )


def _placed(item: Diagnostic, source: Source) -> Diagnostic:
    if item.where != NOWHERE:
        return item
    node = source.tree.get("metrics")
    return replace(item, where=node.where if node is not None else source.tree.where)


def _meta(source: Source, desk: Desk, scope: Mapping[str, Any]) -> Meta:
    spec = source.report
    title = desk.text(spec.title, scope).plain
    return Meta(
        name=source.name,
        file_name=_file_name(source, desk, scope, title),
        kind=str(spec.kind),
        title=title,
        subtitle=desk.text(spec.subtitle, scope),
        author=desk.text(spec.author, scope).plain,
        department=desk.text(spec.department, scope).plain,
        organisation=desk.text(spec.organisation, scope).plain,
        classification=desk.text(spec.classification, scope).plain,
        date=spec.date,
        period=source.period,
        language=source.language,
        theme=str(spec.theme),
        theme_at=spec.theme.where,
        formats=tuple(spec.formats),
        where=spec.title.where,
        notes_with_facts=spec.speaker_notes == "facts",
        pdf_maker=PdfMaker(spec.pdf.engine),
    )


def _file_name(source: Source, desk: Desk, scope: Mapping[str, Any], title: str) -> str:
    """Return what the files are called: as `file_name` says, else as the report of the batch is called, else as the title says."""
    if source.report.file_name is not None:
        return file_name(desk.text(source.report.file_name, scope).plain, source.name)
    return file_name(without_returns(title), source.name) if source.member is None else source.member.name


def _agenda_facts(spec: ReportSpec, desk: Desk, scope: Mapping[str, Any]) -> tuple[Stat, ...]:
    facts = spec.agenda.facts if spec.agenda else []
    return tuple(Stat(desk.text(fact.label, scope), desk.text(fact.value, scope)) for fact in facts)


def _news(desk: Desk, source: Source) -> tuple[Diagnostic, ...]:
    told = (item for item in desk.findings if not (_quotes_unknown(item) and item.where in desk.templates.failed))
    news = (item for item in told if source.complete or item.code not in CONSEQUENCES)
    return without_echoes(news, source.broken_lines)


def _quotes_unknown(item: Diagnostic) -> bool:
    """Tell whether a finding may speak of what stands for a failed template; its own finding was told already."""
    return repr(UNKNOWN) in item.message.en
