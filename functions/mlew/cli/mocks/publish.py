"""`mlew mocks publish`."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlew.cli.failures import exit_code_of
from mlew.cli.invocation import Invocation
from mlew.cli.mock_view import mock_data, mocks_view
from mlew.cli.mocks.chosen import PairOption, pair_of, workshop_of
from mlew.cli.mocks.publish_folder import publish_folder, tell_base_path
from mlew.cli.show import WorkshopOption
from mlew.cli.watching import SECONDS_ACCOUNT, SECONDS_EMBEDDED
from mlew.domain.workshop import Workshop
from mlew.errors import InputError
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.making import making

if TYPE_CHECKING:
    from mlew.domain.mock import Mock


def publish(
    cli: Invocation,
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]")] = None,
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    base_path: Annotated[bool, typer.Option("--base-path")] = False,
    as_is: Annotated[bool, typer.Option("--as-is")] = False,
) -> None:
    """Render the pair's newest MockSpec again and show it, or a site from a folder."""
    record = workshop_of(cli, workshop)
    named = pair_of(cli, record, pair)
    if base_path:
        tell_base_path(cli, record, named)
    elif folder is not None:
        publish_folder(cli, record, named, folder, as_is=as_is)
    elif as_is:
        raise InputError(cli.words("sites.no-folder"), hint="mlew mocks publish DIR --as-is")
    else:
        publish_spec(cli, record, named)


def publish_spec(cli: Invocation, workshop: Workshop, pair: str) -> None:
    """A MockSpec that is not there yet is written first."""
    mock = make(cli, workshop, pair)
    cli.out.answer(mock_data(cli, mock), *mocks_view(cli, [mock]))
    if mock.state == "failed":
        raise typer.Exit(exit_code_of(mock.failure.partition(":")[0].strip()))


def make(cli: Invocation, workshop: Workshop, pair: str) -> "Mock":
    """Start the state machine of one mock and wait for its end."""
    bench = cli.workbench
    before = ensure_mock(bench.work, workshop, pair)
    execution = making(bench.work, bench.mock_runs, workshop, pair, name=f"{before.id}-{secrets.token_hex(4)}")
    with cli.step(cli.words("mocks.making", pair=pair)):
        while bench.mock_runs.state(execution) == "running":
            cli.around.pause(SECONDS_EMBEDDED if bench.deployment.embedded else SECONDS_ACCOUNT)
    return bench.stores.mocks.get(workshop.id, before.id)
