"""A published mock: one site with one address, one tracking key and numbers of its own (docs/mocks.md)."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from mlew.domain.base import Line, Locale, Model
from mlew.domain.course import Course

MockOrigin = Literal["spec", "site"]
"""Rendered from a MockSpec, or made elsewhere and published as it is."""
MockState = Literal["new", "live", "failed", "destroyed"]
Population = Literal["internal", "external", "open"]
"""Who came: people inside the company (milestone ①), customers (②), or by an address without a code."""
POPULATIONS: tuple[Population, ...] = ("internal", "external", "open")


MOCK_ID_LENGTH = 16  # 36^16 ≈ 8 × 10^24: an address cannot be guessed


class MockStep(Model):
    """A screen, in the order of the mock. The funnel is made of the normal course; others are counted beside it."""

    id: str
    title: Line
    course: Course = "normal"


class Passcode(Model):
    """`hash`: scrypt of the passcode with `salt`; `signing_key`: what the edge checks cookies with. All hex."""

    salt: str
    hash: str
    signing_key: str


class Mock(Model):
    """`id` stands in the address and cannot be guessed. `round`: 1 = practice edition, 2 … = improvement rounds.

    `key`: write-only, public in the page. `version`: of the site that the pointer names, "" before the first;
    `proven`: the last one that passed its check, which comes back when a newer one does not. `page`: address of a
    mock that stays where it is and is only counted here, else "".
    `destroyed_at`: when that last happened; it may have come back since.
    `revision` counts changes of this record (conditional writes).
    """

    id: str = Field(pattern=rf"^[a-z0-9]{{{MOCK_ID_LENGTH}}}$")
    workshop: str
    pair: str
    origin: MockOrigin
    round: int = 1
    title: Line
    locale: Locale
    state: MockState = "new"
    version: str = ""
    proven: str = ""
    page: str = ""
    steps: tuple[MockStep, ...] = ()
    key: str
    passcode: Passcode | None = None
    rehearsed: bool = False
    failure: Line = ""
    created_at: datetime
    published_at: datetime | None = None
    published_by: Line = ""
    destroyed_at: datetime | None = None
    revision: int = 0

    @property
    def slot(self) -> str:
        """One mock for each pair, origin and round: published again, it keeps address, key and numbers."""
        return f"{self.pair}~{self.origin}~{self.round}"

    @property
    def is_seen(self) -> bool:
        """Whether there is something to open, here or elsewhere."""
        return bool(self.version or self.page)

    @property
    def is_reserved(self) -> bool:
        """Whether a site made elsewhere has only its address yet: nobody can have seen it, and it has no numbers."""
        return self.origin == "site" and self.state == "new" and not self.is_seen and self.published_at is None


class MockLink(Model):
    """An address of the mock for one population, or for one tester of it (`tester`: a name; never leaves here)."""

    code: str = Field(pattern=r"^[a-z0-9]{10}$")
    mock: str
    population: Population
    tester: Line = ""
    created_at: datetime
