"""`mlew import genu`: answers that participants copied out of GenU."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.show import WorkshopOption
from mlew.errors import InputError

if TYPE_CHECKING:
    from mlew.services.received_folder import ReceivedFolder


def import_genu(
    cli: Invocation,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    pair: Annotated[str | None, typer.Option("--pair", metavar="NAME")] = None,
    workshop: WorkshopOption = None,
    approve: Annotated[bool, typer.Option("--approve/--no-approve")] = True,
) -> None:
    """Make a workshop of the answers, or add them to one; it is not started."""
    from mlew.cli.exchange import tell

    received = received_answers(cli, files, pair or "")
    bench = cli.workbench
    who = {"by": cli.person, "arn": cli.arn}
    if workshop is not None:
        record = bench.stores.workshops.get(workshop)
        cli.speak(record.plan.locale)
        found = bench.exchange.import_into(record, [received], **who, approve=approve)
    else:
        cli.speak(received.plan.locale)
        defaults = bench.deployment.defaults
        found = bench.exchange.import_discovery(
            [received],
            **who,
            gates=defaults.gates,
            strict=defaults.strict,
            time_scale=defaults.time_scale,
            budget_usd=defaults.budget_usd,
            approve=approve,
        )
    tell(cli, found, source="genu")


def received_answers(cli: Invocation, files: list[Path], pair: str) -> "ReceivedFolder":
    """All files as one text after the other. Raises InputError if one of them is no text."""
    from mlew.domain.workshop import WorkshopPlan
    from mlew.inputs.locale_detection import detect_locale
    from mlew.services.received_folder import ReceivedFolder

    texts = [read_text(path) for path in files]
    locale = cli.language_asked_for or detect_locale(texts)
    name = ", ".join(path.name for path in files)
    return ReceivedFolder(name=name, readme="", pair=pair, plan=WorkshopPlan(locale=locale), answers=tuple(texts))


def read_text(path: Path) -> str:
    """Raises InputError if it cannot be read as text."""
    from mlew.inputs.encoding import decode

    try:
        decoded = decode(path.read_bytes())
    except OSError as error:
        raise InputError.told("file.unreadable", path=path, strerror=error.strerror) from error
    if decoded is None:
        raise InputError.told("file.no-text", path=path)
    return decoded.text
