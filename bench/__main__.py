"""`python -m bench [PART …]`: measure all parts, or those that are named; results under `bench/results/`."""

import importlib
import sys
from collections.abc import Sequence

from bench import machine, report

PARTS = ("mock_render", "mocks", "cold_imports", "embedded_start", "single_run", "trouble", "crowd", "scale", "clicks")


def main(asked: Sequence[str]) -> int:
    """Exit code 1 if a target is missed."""
    unknown = set(asked) - set(PARTS)
    if unknown:
        sys.stderr.write(f"no part {', '.join(sorted(unknown))}; parts: {', '.join(PARTS)}\n")
        return 2
    missed = 0
    for part in asked or PARTS:
        facts = machine.facts()
        measures = list(importlib.import_module(f"bench.{part}").measure())
        report.show(measures)
        report.write(part, measures, facts)
        report.write_page(PARTS)
        missed += sum(found.reached is False for found in measures)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
