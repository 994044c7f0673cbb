"""Mocks on the terminal."""

from collections.abc import Sequence
from typing import Any

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.output import Cell, Style, heading, line, plain_data, table
from mlew.domain.mock import Mock, MockState
from mlew.services.mocks.standing import standing_of

STATE_STYLES: dict[MockState, Style] = {"new": "cyan", "live": "green", "failed": "red", "destroyed": "dim"}


def address_of(cli: Invocation, mock: Mock) -> str:
    """Where people find it, "" if there is nothing to find."""
    hosting = cli.workbench.work.hosting
    return hosting.address(mock) if hosting is not None and mock.is_seen else ""


def mock_data(cli: Invocation, mock: Mock) -> dict[str, Any]:
    """For --json: no hash, no key, no tester."""
    return {**plain_data(standing_of(mock)), "address": address_of(cli, mock)}


def mocks_view(cli: Invocation, mocks: Sequence[Mock]) -> list[RenderableType]:
    """One line a mock; addresses on lines of their own, to be copied; what failed, and how it is made again."""
    columns = [cli.words(f"mocks.column.{c}") for c in ("pair", "title", "state", "passcode", "links")]
    rows: list[list[Cell]] = [
        [
            mock.pair,
            mock.title,
            _state(cli, mock),
            cli.words("mocks.protected") if mock.passcode else "",
            str(len(cli.workbench.stores.mocks.links(mock.workshop, mock.id))),
        ]
        for mock in mocks
    ]
    shown = [line(f"{m.pair}: {address}") for m in mocks if (address := address_of(cli, m))]
    return [table(columns, rows, narrow=(0, 2, 3, 4)), *shown, *_failures(cli, mocks)]


def _state(cli: Invocation, mock: Mock) -> Cell:
    if mock.is_reserved:
        return line(cli.words("mocks.reserved"), "dim")
    return line(cli.words(f"mocks.state.{mock.state}"), STATE_STYLES[mock.state])


def _failures(cli: Invocation, mocks: Sequence[Mock]) -> list[RenderableType]:
    failed = [mock for mock in mocks if mock.state == "failed"]
    lines = [line(cli.words("mocks.failed", pair=m.pair, failure=m.failure), "red") for m in failed]
    again = [line(cli.words("mocks.again", folder=_folder(m), pair=m.pair, workshop=m.workshop), "dim") for m in failed]
    return [part for both in zip(lines, again, strict=True) for part in both]


def _folder(mock: Mock) -> str:
    return " DIR" if mock.origin == "site" else ""


def mocks_section(cli: Invocation, workshop_id: str) -> list[RenderableType]:
    """At the end of `mlew run`, `status` and `watch`; nothing if the workshop has no mocks."""
    mocks = cli.workbench.stores.mocks.list(workshop_id)
    if not mocks:
        return []
    return [heading(cli.words("mocks.heading")), *mocks_view(cli, mocks)]
