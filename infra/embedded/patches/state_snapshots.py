"""State is written while the emulator runs, from a forked copy of the process.

Why: the emulator writes its state on a clean shutdown only, so a killed process loses everything since its
start; and a service whose dictionaries change while they are copied is left out of the save. A forked child
sees one moment of the whole state at the price of some milliseconds, and nothing in it changes any more.
A save is made every `save_every` seconds if something has happened, and on `POST /_mlew/save`.
"""

import asyncio
import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

import ministack.app
import ministack.services.stepfunctions as workflows
from ministack.core.persistence import save_state

from . import Settings
from ._http import Application, Receive, Scope, Send, route, wrap

log = logging.getLogger("mlew.snapshots")

CHILD_LIMIT = 30.0  # seconds; a child that waits for a lock some thread held at the fork never ends
COPY_ATTEMPTS = 50
MOST_FILES = 65536


def save_services(services: dict[str, Callable[[], Any]]) -> None:
    """Write every service's state; one whose state is changing under the copy is copied again."""
    for name, state_of in services.items():
        for _ in range(COPY_ATTEMPTS):
            try:
                state = state_of()
            except RuntimeError:  # dictionary changed size during iteration
                time.sleep(0.02)
                continue
            except Exception:
                log.exception("state of %s cannot be copied", name)
                break
            if state is not None:
                save_state(name, state)
            break
        else:
            log.error("state of %s is changing all the time: not saved", name)


def apply(settings: Settings) -> None:
    saver = _Saver(settings.save_every, settings.lock_fd)
    ministack.app.save_all = saver.save_at_the_end
    if not settings.save_every:
        return
    wrap(saver.count_request)
    route("/_mlew/save", saver.save_now)
    threading.Thread(target=saver.run, name="snapshots", daemon=True).start()


class _Saver:
    def __init__(self, interval: float, lock_fd: int) -> None:
        self._interval = interval
        self._lock_fd = lock_fd
        self._ending = False
        self._child = 0
        self._requests = 0
        self._saved = (0, 0)
        self._one_at_a_time = threading.Lock()

    async def count_request(self, inner: Application, scope: Scope, receive: Receive, send: Send) -> None:
        if not scope["path"].startswith("/_"):
            self._requests += 1
        await inner(scope, receive, send)

    async def save_now(self, _body: bytes) -> dict[str, Any]:
        done = await asyncio.to_thread(self._save, ministack.app._MAIN_LOOP)
        return {"saved": done}

    def run(self) -> None:
        while True:
            time.sleep(self._interval)
            loop = ministack.app._MAIN_LOOP
            if loop is not None and self._activity() != self._saved:
                self._save(loop)

    def save_at_the_end(self, services: dict[str, Callable[[], Any]]) -> None:
        """The last save, on the event loop. A child that is still writing has an older state: it must not win."""
        self._ending = True
        if self._child:
            os.kill(self._child, signal.SIGKILL)
        save_services(services)

    def _activity(self) -> tuple[int, int]:
        """Workflows go on without a request, so their events count too."""
        executions = list(workflows._executions._data.values())
        return self._requests, sum(len(one.get("events", ())) for one in executions)

    def _save(self, loop: asyncio.AbstractEventLoop) -> bool:
        with self._one_at_a_time:
            activity = self._activity()
            asyncio.run_coroutine_threadsafe(self._fork(), loop).result()
            well = bool(self._child) and _ended_well(self._child)
            self._child = 0
            if well:
                self._saved = activity
            elif not self._ending:
                log.error("the last background save failed; the next one follows in %s s", self._interval)
            return well

    async def _fork(self) -> None:
        """Fork on the event loop, where no request is half handled.

        The child keeps the lock, so that nobody starts a successor while it writes, and nothing else.
        """
        if self._ending:
            return
        self._child = os.fork()
        if self._child:
            return
        code = 1
        try:
            os.closerange(3, self._lock_fd)
            os.closerange(self._lock_fd + 1, MOST_FILES)
            os.nice(10)
            logging.disable(logging.CRITICAL)
            save_services(ministack.app._build_persistence_save_dict())
            code = 0
        finally:
            os._exit(code)


def _ended_well(child: int) -> bool:
    deadline = time.monotonic() + CHILD_LIMIT
    while time.monotonic() < deadline:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False
