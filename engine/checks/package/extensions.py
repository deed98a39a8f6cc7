"""FILE048: a part uses an extension of the file format without saying so.

What it does: looks for elements and attributes of later Office versions, and for the words that make older ones skip them.
Why it matters: a program that does not know the extension calls the file corrupt, instead of passing over it.

Fails: `p14:dur` on a slide whose root has no `mc:Ignorable="p14"`; an Ignorable that names a prefix nobody declares.
Passes: extensions inside an extension list or mc:Choice, or of a namespace that mc:Ignorable names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from engine.checks.package.definition import Fault, PackageCheck, Rule
from engine.checks.package.places import MC, A, C, P, X, place
from engine.probe.package import Package, elements

EXTENSIONS = "http://schemas.microsoft.com/office/"
_TYPES = (
    ".slide+xml", ".slideLayout+xml", ".slideMaster+xml", ".notesSlide+xml", ".notesMaster+xml", "presentation.main+xml", ".theme+xml",
    ".drawingml.chart+xml", ".document.main+xml", ".header+xml", ".footer+xml", ".footnotes+xml", ".endnotes+xml", ".numbering+xml",
    "wordprocessingml.styles+xml", "wordprocessingml.settings+xml", "sheet.main+xml", ".worksheet+xml", "spreadsheetml.styles+xml",
)  # fmt: skip
_FREE = frozenset({*(f"{namespace}ext" for namespace in (A, P, C, X)), f"{A}graphicData", f"{MC}Choice", f"{MC}Fallback"})
"""Elements that may hold what they like."""

_DECLARED = re.compile(rb"xmlns(?::([\w.-]+))?\s*=\s*[\"'](http://schemas\.microsoft\.com/office/[^\"']*)")
_ATTRIBUTES = etree.XPath(f"//*[@*[starts-with(namespace-uri(), '{EXTENSIONS}')]]")
_PROMISES = (f"{MC}Ignorable", f"{MC}MustUnderstand", "Requires")


def not_ignorable(package: Package) -> Iterator[Fault]:
    """An element or attribute of an extension stands in an extension list or mc:Choice, or its namespace is named by mc:Ignorable."""
    for part, root in _roots(package, EXTENSIONS):
        declared = set(_DECLARED.findall(package.blob(part)))
        for node in root.iter(*{f"{{{namespace.decode()}}}*" for _, namespace in declared}) if declared else ():
            above = node.getparent()
            if above is None or above.tag in _FREE or str(above.tag).startswith(f"{{{EXTENSIONS}"):
                continue
            if not _is_allowed(node, etree.QName(node).namespace or ""):
                yield Fault(part, place(node), "是扩展，却没有写进 mc:Ignorable", "is an extension that mc:Ignorable does not name")
        prefixed = any(_has_attribute(package.blob(part), prefix) for prefix, _ in declared if prefix)
        for node in elements(_ATTRIBUTES, root) if prefixed or not declared else ():
            for name in map(etree.QName, node.keys()):
                namespace = name.namespace or ""
                if (
                    namespace.startswith(EXTENSIONS)
                    and not str(node.tag).startswith(f"{{{EXTENSIONS}")
                    and not _is_allowed(node, namespace)
                ):
                    zh, en = "是扩展，却没有写进 mc:Ignorable", "is an extension that mc:Ignorable does not name"
                    yield Fault(part, place(node), f"{name.localname} {zh}", f"{name.localname} {en}")


def prefix_undeclared(package: Package) -> Iterator[Fault]:
    """mc:Ignorable, mc:MustUnderstand and Requires name prefixes that are declared."""
    for part, root in _roots(package, MC.strip("{}")):
        for node in (root, *root.iter(f"{MC}Choice")):
            for prefix in " ".join(node.get(name, "") for name in _PROMISES).split():
                if prefix not in node.nsmap:
                    yield Fault(part, place(node), f"前缀“{prefix}”没有声明", f"names the prefix {prefix!r}, which is not declared")


def _has_attribute(text: bytes, prefix: bytes) -> bool:
    """Tell whether a prefix may stand before an attribute: it stands somewhere else than at the beginning of a tag."""
    name = prefix + b":"
    at = text.find(name)
    while at >= 0:
        if text[at - 1 : at] not in {b"<", b"/"}:
            return True
        at = text.find(name, at + len(name))
    return False


def _is_allowed(node: etree._Element, namespace: str) -> bool:
    up: etree._Element | None = node
    while up is not None:
        if up.tag in _FREE:
            return True
        said = up.get(f"{MC}Ignorable")
        if said and any(up.nsmap.get(prefix) == namespace for prefix in said.split()):
            return True
        up = up.getparent()
    return False


def _roots(package: Package, namespace: str) -> Iterator[tuple[str, etree._Element]]:
    """Yield the parts that may use a namespace: few do, and a look at every element takes its time."""
    for part in package.of_type(*_TYPES):
        root = package.root(part) if package.may_mention(part, namespace.encode()) else None
        if root is not None:
            yield part, root


CHECK = PackageCheck("FILE048", tuple(map(Rule, (not_ignorable, prefix_undeclared))))
