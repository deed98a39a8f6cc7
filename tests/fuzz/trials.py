"""One trial: a sound report with a file changed is checked or built; it must be told or pass, in time, and write nowhere but below out/."""

from __future__ import annotations

import contextlib
import faulthandler
import io
import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.base.diagnostics import Language
from engine.cli.main import run
from engine.cli.voice import Voice
from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import Put, seeds

SECONDS = 30
"""After which a check counts as hanging; ten on a quiet machine, and neighbours are not always quiet."""
CHECK = ("check", "-v")
BUILD = ("build", "-v", "-j", "0", "-f", "pptx,docx,pdf", "--no-pages")
CODES = frozenset({0, 1, 3, 5})
CHANGED = frozenset({".yaml", ".md", ".csv", ".xlsx", ".pptx", ".png", ".sqlite"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong in a trial; the number and the seed make it again."""

    number: int
    seed: str
    file: str
    why: str


def trials(numbers: range, salt: int = 0, command: tuple[str, ...] = CHECK) -> Iterator[Fault | None]:
    """Yield what went wrong in each trial, None where nothing did. The same numbers and salt are the same trials."""
    known = seeds()
    for number in numbers:
        chance = random.Random(f"{salt}/{number}")
        name = chance.choice(sorted(known))
        with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
            yield _trial(number, name, known[name], Path(place).resolve(), chance, command)


def _trial(number: int, name: str, put: Put, place: Path, chance: random.Random, command: tuple[str, ...]) -> Fault | None:
    root = place / "workspace"
    folder = put(root)
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix in CHANGED)
    file = chance.choice(files)
    mutated(file, chance)
    before = _tree(place)
    why = _run(folder.parents[1], command)
    if why is None and _tree(place) != before:
        why = "something was written"
    if why is not None and (kept := os.environ.get("FUZZ_KEEP")):
        shutil.copytree(root, Path(kept) / str(number), symlinks=True, dirs_exist_ok=True)
    return None if why is None else Fault(number, name, file.relative_to(root).as_posix(), why)


def _run(root: Path, command: tuple[str, ...]) -> str | None:
    """Return why a command did not end as it must, None when it did."""
    heard = io.StringIO()
    at = Path.cwd()
    started = time.perf_counter()
    faulthandler.dump_traceback_later(4 * SECONDS, exit=True)  # what a check cannot end by itself
    try:
        os.chdir(root)
        with contextlib.redirect_stdout(heard), contextlib.redirect_stderr(heard):
            code = run(command, Voice(Language.EN, verbose=True))
    except BaseException as trouble:  # noqa: BLE001  whatever comes through the door is a fault
        return f"{type(trouble).__name__}: {trouble}"
    finally:
        faulthandler.cancel_dump_traceback_later()
        os.chdir(at)
    if time.perf_counter() - started > SECONDS:
        return f"it took more than {SECONDS} s"
    said = heard.getvalue()
    if "debrief itself failed" in said:
        return said[-1500:]
    return None if code in CODES else f"exit code {code}: {said[-500:]}"


def _tree(place: Path) -> Mapping[str, tuple[int, int]]:
    """Return size and time of every file outside out/."""
    found = ((path.relative_to(place), path.lstat()) for path in place.rglob("*") if not path.is_dir())
    return {path.as_posix(): (status.st_size, status.st_mtime_ns) for path, status in found if "out" not in path.parts}
