"""`debrief check FILE`: a finished file, of debrief or of another program, against the rules of its format and the ledger inside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity, sorted_diagnostics
from engine.base.records import replace
from engine.batch.finished import Finished
from engine.checks import check_shown
from engine.checks.bounds import check_bounds
from engine.checks.bounds.definition import Bounds
from engine.checks.deep import deep_findings
from engine.checks.drawn import check_drawn
from engine.checks.finished import reopened
from engine.checks.package import check_package
from engine.checks.package.definition import Author
from engine.cli.check_bounds import Wishes
from engine.cli.check_brand import Wardrobe
from engine.cli.finished_file import FORMATS, NO_LEDGER_HINT, bytes_of, not_readable
from engine.heard import as_grave_as_wanted
from engine.model.file_ledger import FileLedger
from engine.probe.carried import NotReadable, ledger_inside
from engine.probe.judges import Programs, find_programs
from engine.probe.package import Package
from engine.probe.package_parts import parsed_once
from engine.probe.plain import plain_package

OURS = b"<Application>debrief</Application>"
_PROPERTIES = "docProps/app.xml"


def check_finished(
    file: Path, *, strict: bool, programs: Programs | None = None, wardrobe: Wardrobe | None = None, wishes: Wishes | None = None
) -> Finished:
    """Return the findings of one file. `programs`: judges that are asked besides; `wardrobe`: where its theme is found; `wishes`: what the user
    and the workspace want of it; None for none.

    Raises UsageError for an unreadable file.
    """
    format_name, original = FORMATS[file.suffix.lower()], bytes_of(file)
    blob = original if format_name == "pdf" else plain_package(original, file.suffix.lower())
    try:
        with parsed_once():
            ledger = ledger_inside(format_name, blob)
            author = author_of(format_name, blob, ledger)
            found = list(check_package(format_name, blob, file.name, author))
            damaged = any(item.is_error for item in found)
            found += _compared(format_name, blob, file, ledger, damaged=damaged)
            if wardrobe is not None and not damaged:
                found += wardrobe.findings(format_name, blob, file.name, ledger)
            if wishes is not None and not damaged and (bounds := bounds_for(wishes, ledger)) is not None:
                found += check_bounds(format_name, blob, file.name, bounds)
    except NotReadable:
        raise not_readable(file) from None
    if programs is not None:
        found += deep_findings(format_name, original, file.name, author, programs)
    if wishes is not None:
        found = list(as_grave_as_wanted(found, wishes.settings))
    return Finished(file, file.name, ledger.title if ledger else "", sorted_diagnostics(found), strict=strict)


def bounds_for(wishes: Wishes, ledger: FileLedger | None) -> Bounds | None:
    """Return the bounds of a file; None for one of ours that the user wants nothing of, for it was judged by its own rules when it was built."""
    if ledger is not None and not wishes.is_any:
        return None
    settings = wishes.settings
    house = (None, None) if ledger is not None else (settings.pages_least, settings.pages_most)
    least, most = house if wishes.pages is None else wishes.pages
    return Bounds(least, most, settings.lag, wishes.day)


def programs_at(root: Path, validator: Path | None) -> Programs:
    """Return the judges that are installed, with the validator that was named, if one was."""
    found = find_programs(root)
    return found if validator is None else replace(found, validator=validator)


def author_of(format_name: str, blob: bytes, ledger: FileLedger | None) -> Author:
    """Return who saved a file last: an Office program that saves one of ours keeps the ledger and signs with its own name."""
    if ledger is None:
        return Author.OTHER
    return Author.DEBRIEF if format_name == "pdf" or OURS in Package(blob).blob(_PROPERTIES) else Author.OTHER


def _compared(format_name: str, blob: bytes, file: Path, ledger: FileLedger | None, *, damaged: bool) -> Iterator[Diagnostic]:
    """Yield where figures differ from each other and from the ledger; a note when they cannot be compared."""
    if damaged:
        yield _note("文件有损坏，没有核对数字", "the file is damaged: its figures were not compared", file)
        yield from check_drawn(format_name, blob, file.name)
        return
    yield from check_shown(format_name, blob, file.name)
    opened = None if ledger is None else reopened(format_name, blob, file.name)
    if opened is None:
        yield _note("文件里没有数字台账，不能核对数字", "the file carries no ledger: its figures cannot be compared", file, NO_LEDGER_HINT)
    else:
        yield from opened.findings


def _note(zh: str, en: str, file: Path, hint: Phrase | None = None) -> Diagnostic:
    return Diagnostic("FILE050", Severity.INFO, Phrase(zh, en), Location(file.name), hint)
