"""A function that logs nothing returns at once, and nobody looks for its log again and again meanwhile.

Why: after every invocation the emulator waits 50 ms for a first log line, and looks every millisecond. A workshop calls
some hundred functions, most of them silent, and the tests as many again. 4 ms are enough for a line that was written,
and one wait that the line itself ends costs less of the one process that everything shares.
"""

import queue
import time
from typing import Any

import ministack.core.lambda_runtime as runtime

from . import Settings

FIRST_LINE, IDLE, LIMIT = 0.004, 0.003, 0.25  # seconds


def apply(_settings: Settings) -> None:
    runtime.Worker._drain_stderr_bounded = drain


def drain(worker: Any, first_line_wait: float = FIRST_LINE, idle_confirm: float = IDLE, hard_cap: float = LIMIT) -> str:
    """Lines that come until none has come for a while."""
    lines: list[str] = []
    end, wait = time.monotonic() + hard_cap, first_line_wait
    while (left := end - time.monotonic()) > 0:
        try:
            lines.append(worker._stderr_queue.get(timeout=min(wait, left)))
        except queue.Empty:
            break
        wait = idle_confirm
    return "\n".join(lines)
