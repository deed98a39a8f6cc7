"""`./dev survival [--reports 1000 --kills 20 …]`: the kill matrix at any size, with its figures. Exit code 1 when it does harm."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from tests.support.tiny_batch import put_batch
from tests.survival.matrix import Ended, Survived, ended_by_signals, killed_groups, killed_workers, undisturbed


def main() -> int:
    options = _options()
    build = ("-j", str(options.workers), "-f", options.formats, *(() if options.pages else ("--no-pages",)))
    with tempfile.TemporaryDirectory(prefix="survival-") as folder:
        root = Path(folder)
        put_batch(root, options.reports)
        right, seconds = undisturbed(root, *build)
        print(f"undisturbed: {options.reports} reports, {len(right)} files in {seconds:.0f} s", flush=True)
        longest = options.longest or max(3.0, 2 * seconds / max(1, options.kills))
        bad = 0
        if options.kills:
            survived = killed_groups(root, right, options.kills, longest, options.seed, *build)
            bad += _told(f"kill -9 of the group, after up to {longest:.0f} s", survived)
        if options.worker_kills:
            bad += _told("kill -9 of one worker", killed_workers(root, right, options.worker_kills, options.pause, options.seed, *build))
        if options.signals:
            bad += _told_ends(ended_by_signals(root, options.signals, min(longest, seconds / 3), options.seed, *build))
    return 1 if bad else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev survival", description=__doc__)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=20, help="of the whole group")
    parser.add_argument("--worker-kills", type=int, default=50)
    parser.add_argument("--signals", type=int, default=20, help="runs ended politely")
    parser.add_argument(
        "--longest", type=float, help="seconds after which a group is killed at the latest; default: so that all kills meet it"
    )
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between the deaths of workers")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--formats", default="pptx,docx,pdf")
    parser.add_argument("--pages", action="store_true", help="picture the pages too")
    parser.add_argument("--seed", type=int, default=20250708)
    return parser.parse_args()


def _told(what: str, survived: Survived) -> int:
    """Print what became of a batch, and return the number of its harms."""
    print(
        f"{what}: {survived.kills} kills, {len(survived.corrupt)} corrupt, {len(survived.lost)} lost, "
        f"{survived.temporary} temporary files left, {survived.again} built again, {survived.seconds:.0f} s",
        flush=True,
    )
    return 0 if survived.unharmed else 1


def _told_ends(ends: list[Ended]) -> int:
    """Print how runs ended, and return the number of those that ended badly."""
    bad = [end for end in ends if not end.well]
    times = [end.seconds for end in ends]
    print(
        f"INT, TERM, HUP: {len(ends)} ends, median {statistics.median(times):.2f} s, slowest {max(times):.2f} s, {len(bad)} bad",
        *bad,
        sep="\n    ",
    )
    return len(bad)


if __name__ == "__main__":
    sys.exit(main())
