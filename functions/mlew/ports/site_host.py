from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from mlew.domain.base import Locale
from mlew.domain.mock import MockOrigin
from mlew.domain.site import Pointer, SiteFile


class SiteHost(Protocol):
    """Where mocks are served from: files lie under mock and version, a pointer says which version is shown.

    A version that `point` was not told of can be read by nobody.
    """

    def put(self, mock_id: str, version: str, files: tuple[SiteFile, ...]) -> None:
        """Store a version's files; those of other versions stay. Raises InputError for a path that leaves the mock."""

    def point(
        self,
        mock_id: str,
        version: str,
        *,
        kind: MockOrigin,
        locale: Locale,
        signing_key: str = "",
        folders: tuple[str, ...] = (),
    ) -> None:
        """Show this version from now on (the edge follows in seconds). With a key only holders of its cookie see it.

        `folders` as in `Pointer`. Raises InputError if they are more than the edge can keep in mind (about 900 bytes).
        """

    def bury(self, mock_id: str, locale: Locale) -> None:
        """Answer 410 with a short page from now on."""

    def pointer(self, mock_id: str) -> Pointer | None:
        """What is shown; None if this mock was never pointed to."""

    def remove_older(self, mock_id: str, *, keep: Collection[str], now: datetime) -> int:
        """Delete the files of versions that nobody can see any more; how many.

        What stays: `keep`, of the others the one that was stored last, since the edge may still show it, and all that
        was stored within the last hour, since somebody else may be about to point to it.
        """

    def remove_files(self, mock_id: str) -> int:
        """Delete the files of all versions; how many. Raises StoreUnavailable if some of them are still there."""
