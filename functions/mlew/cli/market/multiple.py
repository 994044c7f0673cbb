"""`mlew market n`: by how much the value must exceed the cost, said before anybody sees an estimate."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.plan.asked import workshop_and_name
from mlew.cli.show import WorkshopOption
from mlew.errors import InputError
from mlew.services.market import market_of, set_multiple
from mlew.services.open_estimate import estimate_closed, estimate_open


def multiple(
    cli: Invocation,
    given: Annotated[list[str], typer.Argument(metavar="[WORKSHOP] N")],
    workshop: WorkshopOption = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT")] = "",
) -> None:
    """A later change is kept beside the first, and shown with the estimate."""
    record, text = workshop_and_name(cli, given, workshop)
    try:
        n = float(text)
    except ValueError:
        raise InputError(cli.words("market.no-number", given=text), hint=cli.words("market.n-hint")) from None
    bench = cli.workbench
    after = set_multiple(bench.stores, bench.clock, record.id, n, by=cli.person, arn=cli.arn, reason=reason)
    changed = estimate_open(bench.stores, after) and market_of(bench.stores, after)[0].estimate.n_changed
    if estimate_closed(bench.stores, after):
        cli.note("market.next-round", "dim")
    if changed:
        cli.note("market.changed-late", "yellow")
    if not reason:
        cli.note("market.no-reason", "dim")
    said = line(cli.words("market.set", n=f"{n:g}", who=cli.person), "green")
    cli.out.answer({"workshop": record.id, "multiples": after.multiples, "changed_after_estimate": changed}, said)
