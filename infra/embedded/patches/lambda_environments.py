"""An invocation waits a moment for an environment that exists before a new one is made, and few are made at once.

Why: the emulator starts a process for every invocation that finds none idle. AWS has a machine for each; here they
share one. Ten workshops that invent at the same time began eighty of them, each a second of processor time and
50 MB, for work that the first few would have done meanwhile; a hundred workshops would not have fitted in memory.
While the processor is idle – the functions wait for a model – another environment is made soon; while it is busy,
the more a function has, the longer its next one is waited for. Nothing waits for good, so a function that calls
another one cannot block itself. What is refused as too much is AWS's default of 1,000 invocations at a time, not a
number guessed from the memory of this machine.
"""

import os
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import ministack.core.lambda_runtime as runtime
import ministack.services.lambda_svc as service

from . import Settings
from ._processor import Processor

PATIENCE = 0.5  # seconds; about what a new environment takes on an idle machine
PATIENCE_BUSY = 2.0  # seconds for each environment that the function has already
LOOK_AGAIN = 0.25  # seconds
STARTS_AT_ONCE = max(2, os.cpu_count() or 2)
INVOCATIONS_AT_ONCE = 1000


def apply(_settings: Settings) -> None:
    lobby = _Lobby()
    acquire, release, spawn = service.acquire_worker, service.release_worker, runtime.Worker._spawn

    def acquire_in_turn(name: str, config: Any, code: Any, qualifier: str = "$LATEST", **named: Any) -> Any:
        return lobby.enter(
            runtime._worker_key(name, config, qualifier),
            lambda: acquire(name, config, code, qualifier=qualifier, **named),
        )

    def release_to_the_next(worker: Any) -> None:
        release(worker)
        lobby.leave(worker)

    def spawn_and_tell(worker: Any) -> None:
        try:
            spawn(worker)
        finally:
            lobby.started(worker)

    service.acquire_worker, service.release_worker = acquire_in_turn, release_to_the_next
    runtime.Worker._spawn = spawn_and_tell
    service._ACCOUNT_CONCURRENCY_CAP = INVOCATIONS_AT_ONCE


class _Lobby:
    """Where invocations wait, those of a function in the order in which they came."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._freed: defaultdict[str, threading.Condition] = defaultdict(lambda: threading.Condition(self._lock))
        self._starting: set[Any] = set()
        self._processor = Processor()

    def enter(self, key: str, acquire: Callable[[], tuple[Any, str]]) -> tuple[Any, str]:
        """Acquire when an environment is idle, or the first one or another one may be made."""
        since = time.monotonic()
        with self._lock:
            while not self._may_enter(key, time.monotonic() - since):
                self._freed[key].wait(LOOK_AGAIN)
            worker, how = acquire()
            if how == "spawn":
                self._starting.add(worker)
                worker.lobby_key = key
        return worker, how

    def started(self, worker: Any) -> None:
        """The process runs, or could not be started."""
        with self._lock:
            self._starting.discard(worker)

    def leave(self, worker: Any) -> None:
        """The environment is idle again, or gone (None)."""
        key = getattr(worker, "lobby_key", None)
        with self._lock:
            self._starting.discard(worker)
            if key is not None:
                self._freed[key].notify()

    def _may_enter(self, key: str, waited: float) -> bool:
        workers = list(runtime._workers.get(key, ()))
        if not workers or any(not worker.in_use for worker in workers):
            return True
        if waited < PATIENCE or len(self._starting) >= STARTS_AT_ONCE:
            return False
        return waited >= PATIENCE_BUSY * len(workers) or self._processor.is_idle()
