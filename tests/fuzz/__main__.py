"""`./dev fuzz [--trials 5000 --salt 0 --first 0 --build | --models]`: reports with changed files, checked or built; or random sound reports, built and judged.

Exit code 1 when a changed one falls over, hangs or writes, or when a judge finds anything in the files of a sound one.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter

from tests.fuzz.models import models
from tests.fuzz.trials import BUILD, CHECK, trials


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev fuzz", description=__doc__)
    parser.add_argument("--trials", type=int, default=5_000, help="with --models: how many are tried; those that are legal are judged")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--salt", type=int, default=0)
    parser.add_argument("--build", action="store_true", help="build in all formats; without, only check")
    parser.add_argument("--models", action="store_true", help="random sound reports instead of changed ones")
    options = parser.parse_args()
    numbers = range(options.first, options.first + options.trials)
    started = time.perf_counter()
    faults = _models(numbers, options.salt) if options.models else _trials(numbers, options.salt, BUILD if options.build else CHECK)
    print(f"{faults} faults, {time.perf_counter() - started:.0f} s")
    return 1 if faults else 0


def _trials(numbers: range, salt: int, command: tuple[str, ...]) -> int:
    faults = 0
    for fault in trials(numbers, salt, command):
        if fault is not None:
            faults += 1
            print(f"{fault.number} {fault.seed} {fault.file}: {fault.why}", flush=True)
    print(f"{len(numbers)} trials")
    return faults


def _models(numbers: range, salt: int) -> int:
    faults, legal, blocks = 0, 0, Counter[str]()
    for judged in models(numbers, salt):
        legal += judged.legal
        faults += bool(judged.findings)
        blocks.update(judged.blocks if judged.legal else ())
        for finding in judged.findings:
            print(f"{judged.number} {judged.stock}: {finding}", flush=True)
    print(f"{legal} of {len(numbers)} models are sound; blocks: {', '.join(f'{name} {count}' for name, count in blocks.most_common())}")
    return faults


if __name__ == "__main__":
    sys.exit(main())
