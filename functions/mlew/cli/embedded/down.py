"""`mlew down` and `mlew reset`."""

import shutil

import typer

from mlew.cli.embedded.gateway_process import GatewayProcess
from mlew.cli.embedded.parts import asset_cache, emulator, gateway_folder
from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.review.edit import YesOption


def down(cli: Invocation) -> None:
    """Stop both processes; what they hold is kept."""
    stopped = stop(cli)
    home = cli.around.settings.home
    cli.out.answer(
        {"stopped": stopped, "home": home}, line(cli.words("down.done" if stopped else "down.none", home=home))
    )


def reset(cli: Invocation, yes: YesOption = False) -> None:
    """Stop both and remove workshops, stacks and assets; the Python environments stay, they cost minutes."""
    home = cli.around.settings.home
    if not cli.confirm("reset.confirm", yes=yes, home=home):
        raise typer.Abort
    stop(cli)
    with cli.step(cli.words("reset.removing")):
        emulator(home).reset()
        for folder in (gateway_folder(home), asset_cache(home)):
            shutil.rmtree(folder, ignore_errors=True)
    cli.out.answer({"removed": True, "home": home}, line(cli.words("reset.done", home=home)))


def stop(cli: Invocation) -> bool:
    """True if anything ran."""
    home = cli.around.settings.home
    with cli.step(cli.words("down.stopping")):
        gateway = GatewayProcess(gateway_folder(home)).stop()
        return emulator(home).stop() or gateway
