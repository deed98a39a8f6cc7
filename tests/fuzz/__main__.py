"""`./dev fuzz [--trials 5000 --salt 0 --first 0 --build]`: reports with changed files, checked or built. Exit code 1 when one falls over, hangs or writes."""

from __future__ import annotations

import argparse
import sys
import time

from tests.fuzz.trials import BUILD, CHECK, trials


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev fuzz", description=__doc__)
    parser.add_argument("--trials", type=int, default=5_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--salt", type=int, default=0)
    parser.add_argument("--build", action="store_true", help="build in all formats; without, only check")
    options = parser.parse_args()
    started, faults, done = time.perf_counter(), 0, 0
    for fault in trials(range(options.first, options.first + options.trials), options.salt, BUILD if options.build else CHECK):
        done += 1
        if fault is not None:
            faults += 1
            print(f"{fault.number} {fault.seed} {fault.file}: {fault.why}", flush=True)
    print(f"{done} trials, {faults} faults, {time.perf_counter() - started:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
