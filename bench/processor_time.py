"""Processor time of this process and of a product's: what others do on the machine at the same time is not in it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.e2e.standing import Standing

_TICKS = os.sysconf("SC_CLK_TCK")
_USER, _SYSTEM = 11, 12  # places behind the process's name, which may hold blanks (proc(5))


class ProcessorTime(NamedTuple):
    """Seconds. `functions`: of those that live."""

    here: float
    emulator: float
    functions: float

    def since(self, before: "ProcessorTime") -> "ProcessorTime":
        """What has been used meanwhile."""
        return ProcessorTime(*(now - then for now, then in zip(self, before, strict=True)))


def processor_time(standing: Standing) -> ProcessorTime:
    """So far."""
    emulator = _seconds(Path("/proc") / str(standing.emulator.status().pid))
    return ProcessorTime(sum(os.times()[:2]), emulator, sum(map(_seconds, _functions(standing))))


def _functions(standing: Standing) -> Iterator[Path]:
    code = str(standing.emulator.home / "tmp" / "ministack-lambda-")
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_text(encoding="utf-8", errors="replace")
        except OSError:  # it has ended meanwhile
            continue
        if code in command:
            yield process


def _seconds(process: Path) -> float:
    try:
        fields = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[_USER]) + int(fields[_SYSTEM])) / _TICKS
