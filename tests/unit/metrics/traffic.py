"""Requests of made-up sessions, and what is true of them, counted the slow and obvious way."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from mlew.domain.click_record import ClickEvent, ClickKind, ClickRecord
from mlew.domain.mock import Population
from mlew.ports.tracking import TrackedLink
from tests.fakes.tracking import InMemoryTrackingKeys

TENANT = "orchard"
MOCK = "m0ck000000000001"
OTHER_MOCK = "m0ck000000000002"
NOON = 1_790_000_000_000 // 900_000 * 900_000
LINKS = (
    TrackedLink("tester0001", "internal", personal=True),
    TrackedLink("tester0002", "external", personal=True),
    TrackedLink("everybody1", "external", personal=False),
)
_BY_CODE = {link.code: link for link in LINKS}
_KINDS: tuple[ClickKind, ...] = ("view", "click", "form", "time", "step", "answer", "comment", "custom")
_NAMES: dict[str, tuple[str, ...]] = {
    "click": ("buy", "back", "買う"),
    "step": ("start", "choose", "done"),
    "answer": ("solved", "use"),
}


def tracking() -> InMemoryTrackingKeys:
    """The links, all of the first mock."""
    keys = InMemoryTrackingKeys()
    keys.add_links(MOCK, LINKS)
    return keys


def event(n: int, at: int, kind: ClickKind = "view", name: str = "", value: str | int | None = None) -> ClickEvent:
    return ClickEvent(n=n, at=at, kind=kind, name=name, value=value)


def record(session: str, *events: ClickEvent, mock: str = MOCK, code: str = "", **more: object) -> ClickRecord:
    arrived = max((e.at for e in events), default=NOON)
    return ClickRecord.model_validate(
        {"tenant": TENANT, "mock": mock, "session": session, "code": code, "arrived": arrived, "events": events, **more}
    )


def requests(random: Random, sessions: int) -> list[ClickRecord]:
    """Requests of several sessions in any order; some come twice, some events never."""
    found: list[list[ClickRecord]] = []
    for number in range(sessions):
        code = random.choice(("", *_BY_CODE))
        preview, agent = random.random() < 0.1, "bot" if random.random() < 0.1 else "person"
        begin, sent, n = NOON + random.randrange(3) * 600_000, [], 0
        for _ in range(random.randint(1, 4)):
            events = []
            for _ in range(random.randint(1, 3)):
                n += 1 if random.random() < 0.9 else 2
                kind = random.choice(_KINDS)
                value = (
                    random.choice(("yes", "no", "unsure")) if kind == "answer" else "ok" if kind == "comment" else 900
                )
                at = begin + n * random.randrange(1, 90_000)
                events.append(event(n, at, kind, random.choice(_NAMES.get(kind, ("",))), value))
            mock = random.choice((MOCK, MOCK, OTHER_MOCK)) if number == 0 else MOCK
            sent.append(record(f"session-{number}", *events, code=code, preview=preview, agent=agent, mock=mock))
        sent += [again for again in sent if random.random() < 0.3]
        found.append(sent)
    woven: list[ClickRecord] = []
    while any(found):
        woven.append(random.choice([one for one in found if one]).pop(0))
    return woven


@dataclass
class Truth:
    """Of one mock: counters over all quarters, and by quarter and population what the sessions are."""

    totals: Counter[str] = field(default_factory=Counter)
    sessions: Counter[tuple[int, Population]] = field(default_factory=Counter)
    visitors: int = 0
    elements: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)
    answers: Counter[tuple[str, str]] = field(default_factory=Counter)


def truth(records: Iterable[ClickRecord], mock: str = MOCK) -> Truth:
    """Every event once; who and what a session is as its first request has it."""
    told = Truth()
    seen: defaultdict[str, dict[int, ClickEvent]] = defaultdict(dict)
    first: dict[str, ClickRecord] = {}
    for one in records:
        if one.mock == mock:
            first.setdefault(one.session, one)
            for found in one.events:
                seen[one.session].setdefault(found.n, found)
    visitors: defaultdict[str, list[ClickEvent]] = defaultdict(list)
    for session, by_number in seen.items():
        events, head = list(by_number.values()), first[session]
        if head.agent == "bot" or head.preview:
            told.totals["bot" if head.agent == "bot" else "preview"] += 1
            continue
        link = _BY_CODE.get(head.code) if mock == MOCK else None
        told.sessions[min(e.at for e in events) // 900_000 * 900_000, link.population if link else "open"] += 1
        told.totals.update(e.kind for e in events)
        told.totals["events"] += len(events)
        told.totals["lost"] += max(by_number) - len(by_number)
        told.totals["duration"] += max(e.at for e in events) - min(e.at for e in events)
        told.elements.update(e.name for e in events if e.kind == "click")
        visitors[head.code if link and link.personal else session] += events
    told.visitors = len(visitors)
    for events in visitors.values():
        steps = {e.name for e in events if e.kind == "step"}
        told.reached.update(steps | ({"start"} if "done" in steps else set()))
        for question in ("solved", "use"):
            given = [(e.at, str(e.value)) for e in events if e.kind == "answer" and e.name == question]
            if given:
                told.answers[question, max(given)[1]] += 1
    return told
