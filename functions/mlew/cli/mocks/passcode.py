"""`mlew mocks passcode`: set, rotate, clear."""

import typer

from mlew.cli.groups import group
from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import MockOption, PairOption, the_one, workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.domain.mock import Mock
from mlew.errors import Conflict, NotFound
from mlew.services.mocks.passcodes import clear_passcode, set_passcode


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    app.add_typer(group("passcode", {"set": set_one, "rotate": rotate, "clear": clear}))


def set_one(cli: Invocation, workshop: WorkshopOption = None, pair: PairOption = None, mock: MockOption = None) -> None:
    """Protect a mock that everybody could see."""
    found = the_one(cli, workshop_of(cli, workshop), pair, mock)
    if found.passcode is not None:
        raise Conflict(cli.words("mocks.protected-already"), hint=cli.words("mocks.rotate", workshop=found.workshop))
    _tell(cli, found)


def rotate(cli: Invocation, workshop: WorkshopOption = None, pair: PairOption = None, mock: MockOption = None) -> None:
    """A new passcode; whoever came in with the old one has to type the new one."""
    found = the_one(cli, workshop_of(cli, workshop), pair, mock)
    if found.passcode is None:
        raise NotFound(cli.words("mocks.not-protected"), hint=cli.words("mocks.set", workshop=found.workshop))
    _tell(cli, found)


def clear(cli: Invocation, workshop: WorkshopOption = None, pair: PairOption = None, mock: MockOption = None) -> None:
    """Everybody who has the address may see it again."""
    found = the_one(cli, workshop_of(cli, workshop), pair, mock)
    cleared = clear_passcode(cli.workbench.work, found)
    cli.out.answer({"mock": cleared.id, "protected": False}, line(cli.words("mocks.cleared", pair=cleared.pair)))


def _tell(cli: Invocation, mock: Mock) -> None:
    """The only time that it is shown."""
    passcode = set_passcode(cli.workbench.work, mock)
    cli.out.answer({"mock": mock.id, "protected": True, "passcode": passcode}, line(passcode, "bold"))
    cli.note("mocks.shown-once", "yellow")
