"""Keys of the table and the bucket: the tenant stands first, and no id can reach out of its place."""

import re
from datetime import UTC, datetime

from mlew.errors import InputError

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*")
_CURSOR = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z#" + _ID.pattern)
_LONGEST_PART = 128


def checked_id(value: str) -> str:
    """A tenant's or workshop's id, unchanged. Raises InputError. Lower case only, so never one of our sort keys."""
    if not _ID.fullmatch(value):
        raise InputError.told("key.no-id", value=value[:80])
    return value


def checked_part(value: str) -> str:
    """A scope, step, cell, hash or file name as part of a key, unchanged. Raises InputError: no '#', '/' or '..'."""
    if len(value) > _LONGEST_PART or not _PART.fullmatch(value):
        raise InputError.told("key.no-part", value=value[:80])
    return value


def counted(value: int, digits: int) -> str:
    """A version or round with leading zeros, so that text order is number order. Raises InputError out of range."""
    if not 1 <= value < 10**digits:
        raise InputError.told("key.no-count", value=value, largest=10**digits - 1)
    return f"{value:0{digits}d}"


def timestamp(at: datetime) -> str:
    """UTC with microseconds, so that text order is time order. Raises InputError without a time zone."""
    if at.tzinfo is None:
        raise InputError.told("key.no-zone", at=at)
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def listed(created_at: datetime, workshop_id: str) -> str:
    """Sort key in the list of workshops, which is also the cursor of its pages."""
    return f"{timestamp(created_at)}#{checked_id(workshop_id)}"


def checked_cursor(value: str) -> str:
    """A cursor of the list of workshops, unchanged. Raises InputError if it is not one of ours."""
    if not _CURSOR.fullmatch(value):
        raise InputError.told("key.no-cursor", value=value[:80])
    return value


class TenantKeys:
    """Partition keys and S3 prefixes of one tenant."""

    def __init__(self, tenant: str) -> None:
        """Raises InputError if the tenant's name is not an id."""
        self.tenant = checked_id(tenant)

    @property
    def workshops(self) -> str:
        """Partition of the list of workshops."""
        return f"{self.tenant}#WORKSHOPS"

    def workshop(self, workshop_id: str) -> str:
        """Partition of one workshop."""
        return f"{self.tenant}#{checked_id(workshop_id)}"

    def prefix(self, workshop_id: str, *parts: str) -> str:
        """S3 key below the workshop; `parts` are checked by whoever knows what they are."""
        return "/".join((self.tenant, checked_id(workshop_id), *parts))
