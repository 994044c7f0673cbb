"""Mocks that take events, without the workshop that would have made them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from bench.visitors.course import SCREENS
from bench.visitors.traffic import Link, links
from mlew.adapters.random_text import random_text
from mlew.domain.mock import MOCK_ID_LENGTH, Mock, MockStep
from mlew.ports.tracking import TrackedLink, TrackingKeys
from mlew.services.mocks.ensuring import KEY_LENGTH


@dataclass(frozen=True)
class Opened:
    """`links`: codes that the numbers know."""

    mock: Mock
    links: tuple[Link, ...]


def opened(keys: TrackingKeys, random: Random, workshop: str = "visitors") -> Opened:
    """A new mock with a key of its own, and links for its populations and testers."""
    mock = record(random_text(MOCK_ID_LENGTH), random_text(KEY_LENGTH), workshop)
    known = links(random)
    keys.add_key(mock.key, mock.id, "Asia/Tokyo", SCREENS)
    keys.add_links(mock.id, [TrackedLink(link.code, link.population, link.personal) for link in known])
    return Opened(mock, known)


def record(mock: str, key: str, workshop: str = "visitors") -> Mock:
    """As queries need it."""
    return Mock(
        id=mock,
        workshop=workshop,
        pair="a",
        origin="spec",
        title="Visitors",
        locale="ja",
        steps=tuple(MockStep(id=screen, title=screen) for screen in SCREENS),
        key=key,
        created_at=datetime.now(UTC),
    )
