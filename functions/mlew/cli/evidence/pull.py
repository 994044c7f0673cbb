"""`mlew evidence pull`: numbers and closing comments of the mocks, as they stand now."""

from typing import Annotated, Any

import typer

from mlew.cli.evidence.brought import bringing
from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import Asked, NumbersOf, asked
from mlew.cli.metrics.numbers_view import Column, side_by_side
from mlew.cli.output import line
from mlew.domain.evidence import Snapshot
from mlew.domain.mock import Mock
from mlew.errors import InputError, NotFound
from mlew.services.evidence.pulling import Filters, Pulled, Pulling, last_filters, mocks_to_pull
from mlew.services.evidence.reading import evidence_of


def pull(
    cli: Invocation,
    of: NumbersOf,
    again: Annotated[bool, typer.Option("--again")] = False,
) -> None:
    """Of every mock of the round that the edition looks back on."""
    if again and (of.population or of.since or of.until):
        raise InputError(cli.words("evidence.again-alone"), hint=cli.words("evidence.again-alone-hint"))
    one = asked(cli, of)
    mocks = mocks_to_pull(one.workshop, one.mocks)
    if not mocks:
        round_ = one.workshop.evidence_round
        raise NotFound(cli.words("evidence.no-mocks", round=round_), hint=cli.words("evidence.no-mocks-hint"))
    pulling = Pulling(one.numbers, bringing(cli), simulated=cli.workbench.deployment.embedded)
    now = cli.workbench.clock.now()
    taken = [(m, pulling.pull(one.workshop, m, _filters(cli, one, m, again=again), at=now)) for m in mocks]
    snapshots = [pulled.snapshot for _, pulled in taken]
    cli.out.answer(
        {"workshop": one.workshop.id, "pulled": [_data(m, pulled) for m, pulled in taken]},
        side_by_side(cli, [Column(s.summary.title or s.summary.mock, s.summary.total) for s in snapshots]),
        *(line(_said(cli, m, pulled)) for m, pulled in taken),
    )
    for snapshot in snapshots:
        _warn(cli, snapshot)


def _filters(cli: Invocation, one: Asked, mock: Mock, *, again: bool) -> Filters:
    """Those that were asked for; with --again those of the mock's last snapshot."""
    given = Filters(one.period, one.population)
    if not again:
        return given
    return last_filters(evidence_of(cli.workbench.stores, one.workshop, mock.pair), mock) or given


def _said(cli: Invocation, mock: Mock, pulled: Pulled) -> str:
    version = pulled.artifact.version if pulled.artifact else 0
    return cli.words("evidence.pulled", pair=mock.pair, title=mock.title, voices=pulled.voices, version=version)


def _warn(cli: Invocation, snapshot: Snapshot) -> None:
    title = snapshot.summary.title or snapshot.summary.mock
    if not snapshot.summary.total.sessions:
        cli.note("evidence.nobody", "yellow", title=title)
    if snapshot.destroyed_at:
        cli.note("evidence.destroyed", "yellow", title=title)
    if snapshot.simulated:
        cli.note("evidence.simulated", "yellow", title=title)


def _data(mock: Mock, pulled: Pulled) -> dict[str, Any]:
    return {
        "pair": mock.pair,
        "mock": mock.id,
        "voices": pulled.voices,
        "version": pulled.artifact.version if pulled.artifact else None,
        "snapshot": pulled.snapshot,
    }
