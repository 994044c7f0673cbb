"""What the report shows."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from mlew.domain.base import Locale
from mlew.domain.evidence import Remark, Theme
from mlew.domain.mock import Population
from mlew.domain.verdict import Verdict

MOST_VOICES = 5
"""Of a theme; the evidence has them all (`mlew show evidence/PAIR`)."""


class MockVerdict(NamedTuple):
    """`aside`: the pair was cut and works no more. `rehearsed`: the rehearsal model wrote the mock's content.

    `voices`: remarks by id, those that themes point at.
    """

    verdict: Verdict
    pair_name: str
    aside: bool = False
    rehearsed: bool = False
    themes: tuple[Theme, ...] = ()
    voices: Mapping[str, Remark] = {}


class VerdictReport(NamedTuple):
    """Times in the workshop's time zone, `zone`. `round`: whose mocks, 1 = practice edition.

    `population`: whose evidence counts here, None for everybody. `closed`: the plan is, decisions stand.
    `without`: names of pairs that have set no criteria.
    """

    locale: Locale
    workshop: str
    subject: str
    zone: str
    made_at: datetime
    round: int
    strict: bool
    mocks: tuple[MockVerdict, ...]
    without: tuple[str, ...] = ()
    population: Population | None = None
    closed: bool = False
