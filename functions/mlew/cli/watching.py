"""Following a workshop while it runs: a live picture in a terminal, plain lines elsewhere."""

from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Group, RenderableType
from rich.live import Live

from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.standing import event_line, standing, waiting_gate
from mlew.domain.gate import Gate
from mlew.domain.progress import Progress
from mlew.domain.workshop import Workshop
from mlew.services.runs import WorkshopStatus

SECONDS_EMBEDDED = 0.3
SECONDS_ACCOUNT = 2.0
SHOWN_EVENTS = 6
_STOPPED_LOOKS = 3
"""An execution's end and the record of it do not become visible at the same moment."""


class Watcher:
    """`stop_at_gate`: return as soon as people have to decide. `seen`: events up to this cursor are not told."""

    def __init__(self, cli: Invocation, workshop_id: str, *, stop_at_gate: bool, seen: str = "") -> None:
        self._cli = cli
        self._id = workshop_id
        self._stop_at_gate = stop_at_gate
        self._cursor = seen
        self._events: deque[Progress] = deque(maxlen=SHOWN_EVENTS)
        self._counts: Counter[str] = Counter()
        self._looks_since_stopped = 0

    def follow(self) -> WorkshopStatus:
        """Until the workshop has ended, has stopped, or waits for people; returns where it stands then."""
        bench = self._cli.workbench
        pause = SECONDS_EMBEDDED if bench.deployment.embedded else SECONDS_ACCOUNT
        with self._shown() as show:
            while True:
                status = bench.runs.status(self._id)
                for event in self._news():
                    show.event(event)
                show.status(status)
                if self._is_over(status):
                    return status
                self._cli.around.pause(pause)

    @property
    def repairs(self) -> int:
        """Answers that were handed back to the model so far."""
        return self._counts["repaired"]

    @property
    def retries(self) -> int:
        """Calls that were tried again so far."""
        return self._counts["retried"]

    def picture(self, status: WorkshopStatus) -> RenderableType:
        """All that is known at a glance."""
        words = self._cli.words
        counted = words("watch.counts", repairs=self.repairs, retries=self.retries)
        events = [line(event_line(e, words), "dim") for e in self._events]
        return Group(standing(status, words, self._cli.around.now()), line(counted, "dim"), *events)

    def _news(self) -> Iterator[Progress]:
        events, self._cursor = self._cli.workbench.stores.progress.since(self._id, self._cursor)
        for event in events:
            self._counts[event.kind] += 1
            self._events.append(event)
            yield event

    def _is_over(self, status: WorkshopStatus) -> bool:
        if status.workshop.state in ("finished", "failed"):
            return True
        gate = waiting_gate(status)
        if gate is not None and self._stop_at_gate and _waits_for_people(status.workshop, gate):
            return True
        if status.execution == "running":
            self._looks_since_stopped = 0
            return False
        self._looks_since_stopped += 1
        return self._looks_since_stopped >= _STOPPED_LOOKS

    @contextmanager
    def _shown(self) -> Iterator["_Lines | _Picture"]:
        notes = self._cli.out.notes
        if not notes.is_terminal:
            yield _Lines(self._cli)
            return
        with Live(console=notes, auto_refresh=False, transient=True) as live:
            yield _Picture(self, live)


def _waits_for_people(workshop: Workshop, gate: Gate) -> bool:
    """Nothing happens until they decide; a time box of the improvement edition has ended with a question to them."""
    return gate.mode == "review" or (workshop.edition == "improvement" and gate.stage != "team")


class _Lines:
    """Every event as a line on stderr."""

    def __init__(self, cli: Invocation) -> None:
        self._cli = cli

    def event(self, event: Progress) -> None:
        local = event.at.astimezone().strftime("%H:%M:%S")
        self._cli.out.note(f"{local} {event_line(event, self._cli.words)}")

    def status(self, _: WorkshopStatus) -> None:
        """Lines tell what happens, not where things stand."""


class _Picture:
    """The picture drawn anew at every look."""

    def __init__(self, watcher: Watcher, live: Live) -> None:
        self._watcher = watcher
        self._live = live

    def event(self, _: Progress) -> None:
        """The picture holds the last events itself."""

    def status(self, status: WorkshopStatus) -> None:
        self._live.update(self._watcher.picture(status), refresh=True)
