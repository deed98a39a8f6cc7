"""The settings that a report is checked by, from what its files say."""

from __future__ import annotations

from engine.load.locate import MapNode
from engine.load.rules_spec import GRAVITIES, settings_by
from engine.load.source import Source
from engine.model.settings import Gravity, Settings


def settings_of(source: Source) -> Settings:
    """Return the bounds and gravities of a report; where it is silent those of the workspace were put into its tree, or the defaults."""
    rules, named = source.report.rules, source.tree.get("findings")
    keys = {str(entry.key): entry.key.where for entry in named.entries} if isinstance(named, MapNode) else {}
    gravities = {code: Gravity(GRAVITIES[word], keys.get(code, source.tree.where)) for code, word in source.report.findings.items()}
    return settings_by(rules, gravities)
