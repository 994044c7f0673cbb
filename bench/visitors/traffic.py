"""Who comes to a mock, by which link, with which tracker, and in which requests their deeds are sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from bench.visitors.course import Course, Deed

Format = Literal["tracker", "drop-in", "sdk"]
"""Ours; the SDK's with numbers in its ids, as our drop-in makes them; the SDK's with ids of its own."""
Guise = Literal["person", "bot", "prefetch", "preview"]
Population = Literal["internal", "external", "open"]
TESTERS = 40
"""With a link of their own, half of them inside the company."""
BAD, UNSENT, AGAIN = 0.02, 0.01, 0.05
"""Share of bad events, of requests that never arrive, and of requests that are sent twice."""
_FAULTS: dict[Format, tuple[str, ...]] = {
    "tracker": ("kind", "name", "value", "time", "page", "details", "number", "nothing", "duplicate"),
    "drop-in": ("kind", "time", "details", "id", "duplicate"),
    "sdk": ("kind", "time", "details", "id", "duplicate"),
}
UNNUMBERED = frozenset(("number", "nothing", "id"))
"""Faults that leave an event without a number: none is missing when it is refused."""


@dataclass(frozen=True)
class Link:
    """`code`: "" for the open address."""

    code: str
    population: Population
    personal: bool = False


@dataclass(frozen=True)
class Request:
    """Deeds sent together. `arrives`: in the end. `again`: the browser did not hear the answer and sends it twice."""

    deeds: tuple[Deed, ...]
    arrives: bool = True
    again: bool = False


@dataclass(frozen=True)
class Session:
    """Of one tab."""

    id: str
    format: Format
    guise: Guise
    link: Link
    requests: tuple[Request, ...]


def links(random: Random) -> tuple[Link, ...]:
    """One for each population, and one for each tester."""
    personal = (Link(_code(random), "internal" if n % 2 else "external", personal=True) for n in range(TESTERS))
    return Link(_code(random), "internal"), Link(_code(random), "external"), *personal


def traffic(
    random: Random, known: Sequence[Link], sessions: int, *, begin: int, span: int, a_request: int
) -> Iterator[Session]:
    """Sessions that begin within `span` ms after `begin` (ms since 1970), about `a_request` events in a request."""
    for _ in range(sessions):
        form: Format = random.choices(("tracker", "drop-in", "sdk"), (70, 15, 15))[0]
        guise: Guise = random.choices(("person", "bot", "prefetch", "preview"), (91, 4, 2, 3))[0]
        nobodys = Link(_code(random), "open")  # mistyped
        link = random.choices((Link("", "open"), nobodys, random.choice(known)), (20, 2, 78))[0]
        deeds = Course(random, begin + random.randrange(span)).deeds
        yield Session(_id(random), form, guise, link, tuple(_requests(random, form, deeds, a_request)))


def _requests(random: Random, form: Format, deeds: Sequence[Deed], a_request: int) -> Iterator[Request]:
    """Numbered in the order in which they were done, the bad ones among them too."""
    number, rest = 0, list(_with_bad_ones(random, form, deeds))
    while rest:
        size = random.randint(a_request - a_request // 2, a_request + a_request // 2)
        together: list[Deed] = []
        for deed in rest[:size]:
            fault = deed.fault
            if fault == "duplicate" and (not together or together[-1].fault):
                fault = "kind"
            if fault not in UNNUMBERED and fault != "duplicate":
                number += 1
            together.append(replace(deed, fault=fault, n=0 if fault in UNNUMBERED else number))
        del rest[:size]
        yield Request(tuple(together), arrives=random.random() >= UNSENT, again=random.random() < AGAIN)


def _with_bad_ones(random: Random, form: Format, deeds: Sequence[Deed]) -> Iterator[Deed]:
    for deed in deeds:
        yield deed
        if random.random() < BAD:
            yield replace(deed, kind="click", name="bad", value=None, fault=random.choice(_FAULTS[form]))


def _code(random: Random) -> str:
    return "".join(random.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=10))


def _id(random: Random) -> str:
    return "".join(random.choices("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-", k=21))
