"""`mlew mocks open`."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import MockOption, PairOption, the_one, workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.errors import NotFound
from mlew.services.mocks.hosting import hosted


def open_mock(
    cli: Invocation,
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    mock: MockOption = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser")] = True,
) -> None:
    """As a preview, which is not counted: whoever runs the workshop is no tester."""
    record = workshop_of(cli, workshop)
    found = the_one(cli, record, pair, mock)
    if not found.is_seen:
        raise NotFound(cli.words("mocks.not-shown", pair=found.pair), hint=found.failure)
    address = hosted(cli.workbench.work.hosting).address(found, preview=True)
    cli.out.answer({"mock": found.id, "address": address}, line(address))
    if browser and not cli.out.as_json and not cli.around.browse(address):
        cli.note("mocks.no-browser", "yellow")
