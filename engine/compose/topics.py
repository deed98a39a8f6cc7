"""Topics and sections: what `when` and `for_each` leave of them, in rendered text and kernel blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engine.base.diagnostics import Language, Phrase, error
from engine.base.records import dataclass
from engine.base.registry import nearest
from engine.compose.block_builder import BlockBuilder
from engine.compose.conditions import holds, repeated
from engine.compose.desk import Desk
from engine.compose.facts_in import facts_in
from engine.load.prose import Prose
from engine.load.report_spec import QuestionSpec, SectionSpec, TopicSpec
from engine.model.inlines import EMPTY, Text, text
from engine.model.report import Question, Section, Topic


@dataclass(frozen=True, slots=True)
class TopicWriter:
    """Writes the sections of one report."""

    desk: Desk
    scope: Mapping[str, Any]

    def sections(self, specs: list[SectionSpec]) -> tuple[Section, ...]:
        shown = [spec for spec in specs if holds(spec.when, self.desk.templates, self.scope, self.desk.findings)]
        return tuple(self._section(number, spec) for number, spec in enumerate(shown, 1))

    def _section(self, number: int, spec: SectionSpec) -> Section:
        topics = tuple(self._topics(number, spec))
        return Section(
            id=f"section-{number}",
            number=number,
            title=self._text(spec.title),
            topics=topics,
            summary=self._text(spec.summary),
            lead=self._text(spec.lead),
            questions=tuple(self._question(question, topics, spec) for question in spec.questions),
            where=spec.title.where,
        )

    def _topics(self, number: int, section: SectionSpec) -> Iterator[Topic]:
        index = 0
        for spec in section.topics:
            for scope in repeated(spec.for_each, self.desk.templates, self.scope, self.desk.findings):
                if holds(spec.when, self.desk.templates, scope, self.desk.findings):
                    index += 1
                    topic = self.topic(f"topic-{number}-{index}", spec, scope)
                    if topic is not None:
                        yield topic

    def topic(self, name: str, spec: TopicSpec, scope: Mapping[str, Any] | None = None) -> Topic | None:
        """Return one topic, or None and a finding when there is more of it than can be laid out.

        Its source line is collected from the metrics it prints unless it has one of its own.
        """
        desk, scope = self.desk, self.scope if scope is None else scope
        desk.amount.begin()
        title, takeaway = desk.text(spec.title, scope), desk.text(spec.takeaway, scope)
        blocks = BlockBuilder(desk, scope).build(spec.blocks)
        source = self._collected((title, takeaway, blocks)) if spec.source is None else desk.text(spec.source, scope)
        if desk.amount.is_too_much:
            if (trouble := desk.amount.trouble(spec.place)) is not None:
                desk.findings.add(trouble)
            return None
        return Topic(
            id=name,
            title=title,
            label=desk.text(spec.label, scope),
            blocks=blocks,
            takeaway=takeaway,
            notes=desk.text(spec.notes, scope),
            source=source,
            layout=None if spec.layout is None else str(spec.layout),
            where=spec.place,
        )

    def _collected(self, printed: tuple[object, ...]) -> Text:
        metrics, facts = self.desk.metrics, self.desk.metrics.facts
        ids = dict.fromkeys(fact.metric for name in facts_in(printed) if (fact := facts.get(name)) is not None and fact.metric)
        sources = dict.fromkeys(metrics.get(name).source for name in ids)
        named = [source for source in sources if source]
        return text(("、" if self.desk.language is Language.ZH else ", ").join(named)) if named else EMPTY

    def _question(self, spec: QuestionSpec, topics: tuple[Topic, ...], section: SectionSpec) -> Question:
        by_label = {topic.label.plain: topic.id for topic in topics}
        hidden = {str(topic.label) for topic in section.topics}
        ids: list[str] = []
        for label in spec.topics:
            if label in by_label:
                ids.append(by_label[label])
            elif label not in hidden:
                close = nearest(label, by_label)
                hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if close else None
                zh, en = f"这一部分没有主题“{label}”", f"this section has no topic {str(label)!r}"
                self.desk.findings.add(error("YAML036", zh, en, label.where, hint))
        return Question(self._text(spec.question), self._text(spec.answer), tuple(ids))

    def _text(self, prose: Prose) -> Text:
        return self.desk.text(prose, self.scope)
