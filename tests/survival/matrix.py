"""The kill matrix: a batch is ended again and again, at random moments, and must come out as if it had never been."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.survival.runs import Run, digests, done, run_file, start, temporary_files

ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
"""What a shell shows of a program that such a signal ended."""
MOST_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Survived:
    """`kills` that met the run alive; `corrupt` files that were ever seen not as they should be, `lost` those that are missing at the end.

    `temporary` files left at the end; `again` reports that a further run builds although nothing changed.
    """

    kills: int
    corrupt: Sequence[str]
    lost: Sequence[str]
    temporary: int
    again: int
    seconds: float

    @property
    def unharmed(self) -> bool:
        return not (self.corrupt or self.lost or self.temporary or self.again)


@dataclass(frozen=True, slots=True)
class Ended:
    """How one run ended by a signal: its exit code, the seconds it took, the processes it left, and whether it complained of itself."""

    asked: signal.Signals
    after: float
    code: int
    seconds: float
    orphans: Sequence[int]
    traceback: bool

    @property
    def well(self) -> bool:
        return self.code == ENDS[self.asked] and self.seconds <= MOST_SECONDS and not self.orphans and not self.traceback


def undisturbed(root: Path, *options: str) -> tuple[Mapping[str, str], float]:
    """Build a batch as it should be; return the digests of its files and the seconds it took."""
    started = time.monotonic()
    code, said = done(root, "build", "--force", *options)
    assert code == 0, said
    return digests(root / "out"), time.monotonic() - started


def killed_groups(root: Path, right: Mapping[str, str], kills: int, longest: float, seed: int, *options: str) -> Survived:
    """Kill every process of a run, `kills` times after up to `longest` seconds, resume each time, and look at what there is."""
    chance, out, begun = random.Random(seed), root / "out", time.monotonic()
    shutil.rmtree(out, ignore_errors=True)
    corrupt: set[str] = set()
    hits = 0
    for _ in range(kills):
        run = start(root, "build", *options)
        time.sleep(chance.uniform(0.3, longest))
        hits += not run.is_over
        run.signal(signal.SIGKILL, group=True)
        run.ended()
        assert not run.orphans(), "a killed process does not die"
        corrupt |= _wrong(out, right)
        run_file(out)
    return _settled(root, right, hits, corrupt, begun, options)


def killed_workers(root: Path, right: Mapping[str, str], kills: int, pause: float, seed: int, *options: str) -> Survived:
    """Kill one building process after the other, `kills` times, about `pause` seconds apart, in one run."""
    chance, out, begun = random.Random(seed), root / "out", time.monotonic()
    shutil.rmtree(out, ignore_errors=True)
    run, hits = start(root, "build", *options), 0
    while hits < kills and not run.is_over:
        time.sleep(chance.uniform(0.5, 1.5) * pause)
        if workers := run.workers():
            hits += _killed(chance.choice(workers))
    code = run.ended()
    assert code == 0, run.said()
    assert not run.orphans()
    corrupt = _wrong(out, right)
    lost = set(right) - set(digests(out))
    left = len(temporary_files(out))
    settled = _settled(root, right, hits, corrupt, begun, options)
    return Survived(hits, settled.corrupt, sorted(lost), left, settled.again, settled.seconds)


def ended_by_signals(root: Path, moments: int, longest: float, seed: int, *options: str) -> list[Ended]:
    """Start a run `moments` times and ask it to end: by Ctrl-C in a terminal, to the command alone, politely, by hanging up."""
    chance = random.Random(seed)
    return [_ended(root, chance, [*ENDS][index % len(ENDS)], longest, options) for index in range(moments)]


def _ended(root: Path, chance: random.Random, number: signal.Signals, longest: float, options: Sequence[str]) -> Ended:
    shutil.rmtree(root / "out", ignore_errors=True)
    run = start(root, "build", *options)
    _wait_for_listening(run)
    after = chance.uniform(0.0, longest)
    time.sleep(after)
    assert not run.is_over, "the batch is too small for these moments"
    asked = time.monotonic()
    run.signal(number, group=chance.random() < 0.5)
    code = run.ended()
    seconds = time.monotonic() - asked
    run_file(root / "out")
    return Ended(number, after, code, seconds, run.orphans(), "Traceback" in run.said())


def _wait_for_listening(run: Run) -> None:
    """Wait until the command answers signals: until then it is Python that starts, which says what it was doing."""
    wanted = 1 << (signal.SIGTERM - 1)
    while not run.is_over:
        status = Path(f"/proc/{run.process.pid}/status").read_text(encoding="utf-8")
        caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt"))
        if int(caught, 16) & wanted:
            return
        time.sleep(0.005)


def _settled(
    root: Path, right: Mapping[str, str], hits: int, corrupt: set[str], begun: float, options: Sequence[str]
) -> Survived:  # fmt: skip
    """Let a batch be finished, and once more."""
    out = root / "out"
    code, said = done(root, "build", *options)
    assert code == 0, said
    corrupt |= _wrong(out, right)
    lost = set(right) - set(digests(out))
    left = len(temporary_files(out))
    code, said = done(root, "build", *options)
    assert code == 0, said
    record = run_file(out)
    assert record is not None, "a run leaves its record"
    return Survived(hits, sorted(corrupt), sorted(lost), left, record["built"], time.monotonic() - begun)


def _wrong(out: Path, right: Mapping[str, str]) -> set[str]:
    """Return the files that are not those of an undisturbed run."""
    return {name for name, digest in digests(out).items() if right.get(name) != digest}


def _killed(process: int) -> bool:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True
