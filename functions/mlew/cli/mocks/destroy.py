"""`mlew mocks destroy`."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.mock_view import mock_data, mocks_view
from mlew.cli.mocks.chosen import MockOption, PairOption, chosen, workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.errors import InputError
from mlew.services.mocks.destroying import destroy_mock

YesOption = Annotated[bool, typer.Option("--yes", "-y")]


def destroy(
    cli: Invocation,
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    mock: MockOption = None,
    every: Annotated[bool, typer.Option("--all")] = False,
    yes: YesOption = False,
) -> None:
    """Its address answers 410, nothing more is counted; the numbers stay."""
    record = workshop_of(cli, workshop)
    if (pair is None and mock is None) != every:
        raise InputError(cli.words("mocks.destroy-which"), hint="--pair PAIR | --mock ID | --all")
    every_one = chosen(cli, record, pair, mock)
    for ended in (m for m in every_one if m.state == "destroyed"):
        destroy_mock(cli.workbench.work, record, ended)  # what an earlier call may have left over
    found = [m for m in every_one if m.state != "destroyed"]
    titles = " / ".join(f"{m.pair}: {m.title}" for m in found)
    if found and not cli.confirm("mocks.destroy-confirm", yes=yes, titles=titles, count=len(found)):
        cli.note("mocks.kept")
        return
    gone = [destroy_mock(cli.workbench.work, record, one) for one in found]
    shown = mocks_view(cli, gone) if gone else [line(cli.words("mocks.destroyed-already"))]
    cli.out.answer({"workshop": record.id, "destroyed": [mock_data(cli, one) for one in gone]}, *shown)
