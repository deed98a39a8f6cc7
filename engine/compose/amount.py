"""How much text a report may have. Laying it out takes time by its length; more than this was pasted by mistake, or belongs in several reports."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic, Location, Phrase, error

TOPIC_CHARACTERS, REPORT_CHARACTERS = 60_000, 200_000
"""Some sixty full slides, or two hundred. Longer ones would take a check more than ten seconds."""


class Amount:
    """Counts the characters that one report prints, topic by topic."""

    def __init__(self) -> None:
        self.characters = 0
        self._before = 0
        self._told = False

    def begin(self) -> None:
        """Begin a topic."""
        self._before = self.characters

    @property
    def is_too_much(self) -> bool:
        """Tell whether the topic that was begun, or all that was written until now, is more than can be laid out."""
        return self.characters - self._before > TOPIC_CHARACTERS or self.characters > REPORT_CHARACTERS

    def trouble(self, where: Location) -> Diagnostic | None:
        """Return what is to be said of the topic at that place; of a report that is too long it is said once."""
        own = self.characters - self._before
        if own > TOPIC_CHARACTERS:
            hint = Phrase("分成几个主题，或放进附表", "divide it into several topics, or leave details to a table file")
            zh, en = (
                f"这个主题有 {own:,} 个字符，上限 {TOPIC_CHARACTERS:,}",
                f"{own:,} characters in one topic, the limit is {TOPIC_CHARACTERS:,}",
            )
            return error("YAML011", zh, en, where, hint)
        if self.characters > REPORT_CHARACTERS and not self._told:
            self._told = True
            total, most = f"{self.characters:,}", f"{REPORT_CHARACTERS:,}"
            hint = Phrase("分成几份报告", "make several reports of it")
            return error(
                "YAML011",
                f"到这里全报告已有 {total} 个字符，上限 {most}",
                f"{total} characters up to here, the limit of a report is {most}",
                where,
                hint,
            )
        return None
