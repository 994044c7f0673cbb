"""Invocations that run side by side, one call of the store at a time, in any order that a test chooses."""

import threading
from collections.abc import Callable

from tests.fakes.visits import InMemoryVisitStore


class Killed(BaseException):
    """The function's process is gone. No handler of exceptions may catch it."""


class Actor:
    """One invocation in a thread of its own; it stops before every call of the store until `step` lets it on."""

    def __init__(self, work: Callable[[], object]) -> None:
        self.answer: object = Killed
        self.over = False
        self.next_call = ""
        self._killed = False
        self._go, self._stopped = threading.Semaphore(0), threading.Semaphore(0)
        self._thread = threading.Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def step(self, *, kill: bool = False) -> None:
        """On to the next call, or to the end; or no further."""
        self._killed = kill
        self._go.release()
        self._stopped.acquire()

    def until(self, call: str) -> None:
        """On until it is about to make this call."""
        self.step()
        while self.next_call != call and not self.over:
            self.step()

    def finish(self) -> None:
        """To its end."""
        while not self.over:
            self.step()

    def pause(self, call: str) -> None:
        """Called in the thread, before a call of the store."""
        self.next_call = call
        self._stopped.release()
        self._go.acquire()
        if self._killed:
            raise Killed

    def is_current(self) -> bool:
        return threading.current_thread() is self._thread

    def _run(self, work: Callable[[], object]) -> None:
        self._go.acquire()
        try:
            if not self._killed:
                self.answer = work()
        except Killed:
            pass
        finally:
            self.over = True
            self._stopped.release()


class StageStore(InMemoryVisitStore):
    """Stops the invocation that calls it."""

    def __init__(self) -> None:
        super().__init__()
        self.actors: list[Actor] = []

    def before(self, method: str) -> None:
        for actor in self.actors:
            if actor.is_current():
                actor.pause(method)
