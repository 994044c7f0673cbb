"""`mlew run`: from a folder to a running workshop."""

from typing import TYPE_CHECKING, Annotated

import typer

from mlew.adapters.keys import checked_id
from mlew.cli.embedded.up import ModelOption, ensure_up
from mlew.cli.folder import FolderArgument, read, refuse_defects, refuse_unready
from mlew.cli.follow import finish
from mlew.cli.invocation import Invocation
from mlew.cli.options import command
from mlew.cli.output import line
from mlew.cli.watching import Watcher
from mlew.domain.workshop import GateMode, Workshop
from mlew.errors import InputError
from mlew.services.runs import MOST_PAIRS

if TYPE_CHECKING:
    from mlew.inputs import FolderContent

NameOption = Annotated[str | None, typer.Option("--name", metavar="ID")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "run")(run)


def run(
    cli: Invocation,
    folder: FolderArgument,
    gates: Annotated[GateMode | None, typer.Option("--gates")] = None,
    time_scale: Annotated[float | None, typer.Option("--time-scale", min=0.001, max=100)] = None,
    model: ModelOption = None,
    pairs: Annotated[int | None, typer.Option("--pairs", min=1, max=MOST_PAIRS)] = None,
    name: NameOption = None,
    watch: Annotated[bool, typer.Option("--watch/--no-watch")] = True,
) -> None:
    """Read, start, follow. Nothing is started if a file has a defect that stops the workshop."""
    if name is not None:
        checked_id(name)
    found = read(cli, folder)
    refuse_defects(cli, found, folder)
    if cli.target.embedded:
        ensure_up(cli, model)
    elif model is not None:
        raise InputError.told("run.model")
    refuse_unready(cli, found)
    workshop = start(cli, found, gates=gates, time_scale=time_scale, pairs=pairs, name=name)
    cli.note("run.started", "bold", workshop=workshop.id)
    if cli.workbench.deployment.model.rehearsal:
        cli.note("run.rehearsal", "yellow")
    if watch:
        finish(cli, Watcher(cli, workshop.id, stop_at_gate=True).follow())
        return
    cli.out.answer(
        {"workshop": workshop.id, "execution": workshop.execution},
        line(workshop.id),
        line(cli.words("next.watch", workshop=workshop.id), "dim"),
    )


def start(
    cli: Invocation,
    found: "FolderContent",
    *,
    gates: GateMode | None,
    time_scale: float | None,
    pairs: int | None,
    name: str | None,
) -> Workshop:
    """Hand the folder to the service, with the deployment's defaults for what was not said."""
    bench = cli.workbench
    defaults = bench.deployment.defaults
    plan = found.plan if pairs is None else found.plan.model_copy(update={"pairs": found.plan.pairs[:pairs]})
    with cli.step(cli.words("run.starting")):
        return bench.runs.start(
            plan,
            found.inputs,
            dict(found.pictures),
            dict(found.originals),
            gates=gates or defaults.gates,
            time_scale=time_scale or defaults.time_scale,
            budget_usd=defaults.budget_usd,
            strict=defaults.strict,
            by=cli.person,
            **({} if pairs is None else {"pairs": pairs}),
            workshop_id=name,
        )
