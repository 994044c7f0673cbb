"""What the aggregator knows of a session and of a visitor, and what each has yet to tell the rollups."""

from dataclasses import dataclass, field
from typing import Literal

from mlew.domain.mock import Population

Counts = dict[str, int]
"""Counters by their short name (`mlew.metrics.counters`)."""
Contribution = dict[str, Counts]
"""What one session or visitor adds to the rollups: counters by rollup key (`mlew.metrics.buckets`)."""
Kind = Literal["person", "bot", "prefetch", "preview"]
"""Who made a session. Only people are counted; the others are listed beside the numbers."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A change of a contribution. It is in the rollups once its shard's watermark has reached `sequence`."""

    shard: str
    sequence: int
    deltas: Contribution


@dataclass(slots=True)
class Session:
    """One session of one mock. Times in ms since 1970.

    `high`: highest number seen; `gaps`: numbers below it that have not come, as closed ranges; `given_up`: how
    many numbers are no longer waited for. `tried`: arrival of the first request while every event was
    refused, so that `first` is 0; then 0. `seen`: hashes of the ids of events without numbers, newest last.
    `elements`: clicks by index of the name; `steps`: indexes of the steps reached, in order. `answers`: by
    question, when and what. `visitor`: the code of a personal link, "" if the session is its own visitor.
    `version` counts writes of the item, 0 before the first.
    """

    id: str
    kind: Kind
    population: Population
    visitor: str
    first: int
    last: int
    high: int = 0
    gaps: list[tuple[int, int]] = field(default_factory=list)
    given_up: int = 0
    tried: int = 0
    seen: list[str] = field(default_factory=list)
    counts: Counts = field(default_factory=dict)
    elements: dict[int, int] = field(default_factory=dict)
    steps: list[int] = field(default_factory=list)
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    version: int = 0


@dataclass(slots=True)
class Visitor:
    """A tester with a link of their own, over all their sessions: fields as in Session."""

    id: str
    population: Population
    first: int
    steps: list[int] = field(default_factory=list)
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    version: int = 0


Tally = Session | Visitor


@dataclass(frozen=True, slots=True)
class Names:
    """Names of a mock's steps and elements, in the order in which they were first seen; an index counts from 1.

    `version` counts writes of the item.
    """

    steps: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class Rollup:
    """The counters of a quarter of an hour and a population; `key` as in a Contribution."""

    key: str
    counts: Counts
