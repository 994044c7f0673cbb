"""A mock has its address and its key before anything is shown there, and keeps them."""

from mlew.domain.mock import MOCK_ID_LENGTH, Mock, MockOrigin
from mlew.domain.workshop import Workshop
from mlew.errors import InputError
from mlew.services.mocks.hosting import hosted
from mlew.services.work import Work

KEY_LENGTH = 32


def ensure_mock(work: Work, workshop: Workshop, pair: str, origin: MockOrigin = "spec") -> Mock:
    """The pair's mock of this edition round, new or as it is: mocks of before keep their numbers.

    Raises InputError if the workshop has no such pair."""
    named = next((p for p in workshop.pairs if p.id == pair), None)
    if named is None:
        known = ", ".join(p.id for p in workshop.pairs)
        raise InputError.told("pair.unknown", pair=pair, known=known)
    draw = hosted(work.hosting).draw
    new = Mock(
        id=draw(MOCK_ID_LENGTH),
        workshop=workshop.id,
        pair=pair,
        origin=origin,
        round=workshop.edition_round,
        title=named.name or pair,
        locale=workshop.plan.locale,
        key=draw(KEY_LENGTH),
        created_at=work.clock.now(),
    )
    return work.stores.mocks.find(workshop.id, new.slot) or work.stores.mocks.create(new)


def mock_of(work: Work, workshop: Workshop, pair: str, origin: MockOrigin = "spec") -> Mock | None:
    """The pair's mock of this edition round, if there is one."""
    return work.stores.mocks.find(workshop.id, f"{pair}~{origin}~{workshop.edition_round}")
