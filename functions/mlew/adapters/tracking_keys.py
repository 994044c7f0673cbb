"""Tracking keys in the metrics table (docs/data-model.md): hash of the key → mock, code → population, mock → steps."""

import re
from collections.abc import Iterable
from hashlib import sha256

from mlew.adapters.items import as_number, as_text, as_texts, number, text, texts
from mlew.adapters.keys import TenantKeys, checked_id
from mlew.adapters.table import Table
from mlew.domain.mock import POPULATIONS, Population
from mlew.errors import Conflict, InputError
from mlew.ports.tracking import TrackedLink, TrackedMock, TrackingKeys

_KEY, _LINK, _ABOUT = "KEY", "LINK", "ABOUT"
_CODE = re.compile(r"[a-z0-9]{10}")
_BY_NAME: dict[str, Population] = {population: population for population in POPULATIONS}


class DynamoTrackingKeys(TrackingKeys):
    """Keys and links of one tenant."""

    def __init__(self, table: Table, tenant: str) -> None:
        """`table`: of the metrics. Raises InputError if the tenant's name is not an id."""
        self._table = table
        self._keys = TenantKeys(tenant)

    def add_key(self, key: str, mock_id: str, time_zone: str, steps: Iterable[str]) -> None:
        about = {"time_zone": text(time_zone), "steps": texts(list(steps))}
        self._table.put(self._mock(mock_id), _ABOUT, about)
        self._table.put(self._key(key), _KEY, {"mock": text(checked_id(mock_id))})

    def revoke_key(self, key: str) -> None:
        self._table.update(
            self._key(key), _KEY, put={"revoked": number(1)}, condition="attribute_exists(pk)"
        )  # an unknown one must not come into being

    def add_links(self, mock_id: str, links: Iterable[TrackedLink]) -> None:
        for link in links:
            stored = self._table.update(
                self._link(link.code),
                _LINK,
                put={
                    "mock": text(checked_id(mock_id)),
                    "population": text(link.population),
                    "personal": number(int(link.personal)),
                },
                condition="attribute_not_exists(pk) OR mock = :mock",
            )
            if stored is None:
                raise Conflict.told("link.code-taken", code=link.code)

    def mock_of(self, key: str) -> str | None:
        item = self._table.get(self._key(key), _KEY)
        return as_text(item, "mock") if item and not as_number(item, "revoked") else None

    def about(self, mock_id: str) -> TrackedMock | None:
        item = self._table.get(self._mock(mock_id), _ABOUT)
        return TrackedMock(as_text(item, "time_zone"), tuple(as_texts(item, "steps"))) if item else None

    def some_links(self, mock_id: str, codes: Iterable[str]) -> dict[str, TrackedLink]:
        by_key = {self._link(code): code for code in codes}
        items = self._table.get_all((key, _LINK) for key in by_key)
        theirs = {by_key[as_text(item, "pk")]: item for item in items if as_text(item, "mock") == mock_id}
        return {
            code: TrackedLink(code, _BY_NAME[as_text(item, "population")], bool(as_number(item, "personal")))
            for code, item in theirs.items()
        }

    def _key(self, key: str) -> str:
        return f"{self._keys.tenant}#KEY#{sha256(key.encode()).hexdigest()}"

    def _link(self, code: str) -> str:
        if not _CODE.fullmatch(code):
            raise InputError.told("link.no-code", code=code[:40])
        return f"{self._keys.tenant}#LINK#{code}"

    def _mock(self, mock_id: str) -> str:
        return f"{self._keys.tenant}#{checked_id(mock_id)}"
