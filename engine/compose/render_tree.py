"""A located tree with its prose rendered: same shape, same places, templates replaced by what they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.base.diagnostics import Findings
from engine.compose.jinja import Templates
from engine.load.locate import Entry, MapNode, Node, ScalarNode, SeqNode
from engine.load.prose import Prose

UNKNOWN = "…"
"""Stands for a text whose template failed, so that what is around it can still be looked at."""


def rendered(node: Node, templates: Templates, scope: Mapping[str, Any], findings: Findings) -> Node:
    """Return the node with every text rendered; mistakes are added to `findings`."""
    match node:
        case MapNode():
            return MapNode(tuple(Entry(entry.key, rendered(entry.value, templates, scope, findings)) for entry in node.entries), node.where)
        case SeqNode():
            return SeqNode(tuple(rendered(item, templates, scope, findings) for item in node.items), node.where)
        case ScalarNode(value=str()):
            text = rendered_prose(node.text, templates, scope, findings)
            return node if text is node.text else ScalarNode(str(text), text)
        case ScalarNode():
            return node


def rendered_prose(prose: Prose, templates: Templates, scope: Mapping[str, Any], findings: Findings) -> Prose:
    """Return one rendered text; `…` in its place after a mistake."""
    outcome = templates.render(prose, scope)
    findings.extend(outcome.diagnostics)
    return prose.rendered(UNKNOWN) if outcome.value is None else outcome.value
