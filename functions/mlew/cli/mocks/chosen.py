"""Which mocks a command is about."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.domain.mock import Mock
from mlew.domain.workshop import Workshop
from mlew.errors import InputError, NotFound

PairOption = Annotated[str | None, typer.Option("--pair", "-p", metavar="PAIR")]
MockOption = Annotated[str | None, typer.Option("--mock", metavar="ID")]


def workshop_of(cli: Invocation, workshop: str | None) -> Workshop:
    """The workshop, in its language."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    return record


def pair_of(cli: Invocation, workshop: Workshop, pair: str | None) -> str:
    """The pair that was named, or the only one. Raises InputError naming them if there are several."""
    pairs = [p.id for p in workshop.pairs]
    if pair is None and len(pairs) != 1:
        raise InputError(cli.words("mocks.which"), hint=" / ".join(f"--pair {p}" for p in pairs))
    return pair or pairs[0]


def chosen(cli: Invocation, workshop: Workshop, pair: str | None, mock: str | None) -> Sequence[Mock]:
    """All that fit, of pairs that stand aside too; raises InputError for an unknown pair, NotFound if none fits.

    An address that is only reserved is meant where it is named.
    """
    fitting = _fitting(cli, workshop, pair, mock)
    return _found(cli, workshop, [m for m in fitting if mock is not None or not m.is_reserved])


def _fitting(cli: Invocation, workshop: Workshop, pair: str | None, mock: str | None) -> list[Mock]:
    pairs = [p.id for p in (*workshop.pairs, *workshop.past_pairs)]
    if pair is not None and pair not in pairs:
        known = ", ".join(pairs)
        raise InputError(cli.words("mocks.no-pair", pair=pair), hint=cli.words("mocks.pairs", pairs=known))
    return [m for m in cli.workbench.stores.mocks.list(workshop.id) if pair in (None, m.pair) and mock in (None, m.id)]


def _found(cli: Invocation, workshop: Workshop, found: list[Mock]) -> list[Mock]:
    if not found:
        raise NotFound(cli.words("mocks.none"), hint=cli.words("mocks.none-hint", workshop=workshop.id))
    return found


def the_one(cli: Invocation, workshop: Workshop, pair: str | None, mock: str | None) -> Mock:
    """The only one that fits and was not destroyed; of several rounds the newest. Raises InputError naming them.

    A reserved address is meant where there is nothing else, so that it can have its passcode before it is open.
    """
    fitting = sorted(_found(cli, workshop, _fitting(cli, workshop, pair, mock)), key=lambda m: m.round)
    there = list({(m.pair, m.origin): m for m in fitting if m.state != "destroyed"}.values())
    left = [m for m in there if not m.is_reserved] or there
    if not left:
        raise NotFound(cli.words("mocks.gone"), hint=cli.words("mocks.none-hint", workshop=workshop.id))
    if len(left) > 1:
        pairs = {m.pair for m in left}
        which = [f"--pair {m.pair}" if len(pairs) == len(left) else f"--mock {m.id} ({m.title})" for m in left]
        raise InputError(cli.words("mocks.which"), hint=" / ".join(which))
    return left[0]
