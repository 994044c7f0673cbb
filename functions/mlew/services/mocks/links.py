"""Links: an address for each population, and, from a list of names, one for each tester."""

from collections import Counter
from collections.abc import Sequence

from mlew.domain.mock import Mock, MockLink, Population
from mlew.domain.workshop import Workshop
from mlew.errors import InputError
from mlew.ports.tracking import TrackedLink
from mlew.services.mocks.hosting import hosted
from mlew.services.work import Work

CODE_LENGTH = 10
MOST_TESTERS = 500
_LONGEST_NAME = 100
ANNOUNCED: tuple[Population, ...] = ("internal", "external")
"""Populations that get a link of their own; "open" is the bare address."""


def population_links(work: Work, workshop: Workshop, mock: Mock) -> list[MockLink]:
    """One link for each of ANNOUNCED, made if it is not there yet."""
    known = {k.population: k for k in reversed(_links(work, mock)) if not k.tester}
    new = {p: _new(work, mock, p) for p in ANNOUNCED if p not in known}
    _tell(work, workshop, mock, list(new.values()))
    return [(known | new)[p] for p in ANNOUNCED]


def personal_links(
    work: Work, workshop: Workshop, mock: Mock, population: Population, testers: Sequence[str]
) -> list[MockLink]:
    """One link for each name, in that order; whoever has one keeps it. Raises InputError for a list that cannot be."""
    names = [name.strip() for name in testers if name.strip()]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if not names:
        raise InputError.told("link.nobody")
    if twice:
        raise InputError.told("link.twice", twice=", ".join(twice))
    if len(names) > MOST_TESTERS or max(map(len, names)) > _LONGEST_NAME:
        raise InputError.told("link.too-many", most_testers=MOST_TESTERS, longest_name=_LONGEST_NAME)
    known = {k.tester: k for k in reversed(_links(work, mock)) if k.population == population}
    new = {name: _new(work, mock, population, name) for name in names if name not in known}
    _tell(work, workshop, mock, list(new.values()))
    return [(known | new)[name] for name in names]


def _links(work: Work, mock: Mock) -> Sequence[MockLink]:
    return work.stores.mocks.links(mock.workshop, mock.id)


def _new(work: Work, mock: Mock, population: Population, tester: str = "") -> MockLink:
    code = hosted(work.hosting).draw(CODE_LENGTH)
    return MockLink(code=code, mock=mock.id, population=population, tester=tester, created_at=work.clock.now())


def _tell(work: Work, workshop: Workshop, mock: Mock, new: list[MockLink]) -> None:
    """The numbers hear of a code before anybody gets it, and of no name. A link that is stored is known to them."""
    tracked = [TrackedLink(link.code, link.population, personal=bool(link.tester)) for link in new]
    hosted(work.hosting).keys.add_links(mock.id, tracked)
    work.stores.mocks.add_links(workshop.id, new)
