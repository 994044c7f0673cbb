"""`mlew metrics replay`."""

import secrets
from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import NumbersOf, asked, the_only
from mlew.cli.mocks.chosen import MockOption, PairOption
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.errors import InputError, SetupError

YesOption = Annotated[bool, typer.Option("--yes", "-y")]


def replay(
    cli: Invocation,
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    mock: MockOption = None,
    yes: YesOption = False,
) -> None:
    """Only while nothing arrives, or it would be counted twice or not at all."""
    one = asked(cli, NumbersOf(workshop, pair, mock))
    found = the_only(cli, one)
    again = cli.workbench.replay
    if again is None:
        raise SetupError(cli.words("metrics.no-archive"), hint=cli.words("metrics.no-archive-hint"))
    if cli.workbench.deployment.intake != "off":
        raise InputError(cli.words("metrics.replay-intake"), hint=cli.words("metrics.replay-intake-hint"))
    if not cli.confirm("metrics.replay-confirm", yes=yes, title=found.title):
        cli.note("metrics.replay-kept")
        return
    with cli.step(cli.words("metrics.replaying", title=found.title)):
        replayed = again(found.id, secrets.token_hex(6))
    after = one.numbers.summary(found)
    said = line(cli.words("metrics.replayed", requests=replayed.requests, events=after.total.events), "green")
    cli.out.answer({**one.data(), "mock": found.id, "requests": replayed.requests, "summary": after}, said)
