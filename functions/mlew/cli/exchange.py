"""`mlew export discovery` and `mlew import discovery`."""

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from mlew.cli.folder import read
from mlew.cli.invocation import Invocation
from mlew.cli.naming import name_of
from mlew.cli.options import command
from mlew.cli.output import line
from mlew.cli.run import NameOption
from mlew.cli.show import WorkshopOption
from mlew.errors import Conflict, InputError

if TYPE_CHECKING:
    from mlew.services.exchange import Received
    from mlew.services.imported_pairs import ReceivedFolder

README = "README.md"


def register(app: typer.Typer) -> None:
    """Add both groups."""
    for name, function in (("export", export_discovery), ("import", import_discovery)):
        group = typer.Typer(name=name)
        command(group)(only_with_subcommand)
        command(group, "discovery")(function)
        app.add_typer(group)


def only_with_subcommand(cli: Invocation) -> None:
    """`mlew export` alone."""
    raise InputError(cli.words("failure.no-command"), hint=cli.words("failure.help"))


def export_discovery(
    cli: Invocation,
    folder: Annotated[Path, typer.Argument(metavar="DIR")],
    workshop: WorkshopOption = None,
    pair: Annotated[str | None, typer.Option("--pair", metavar="PAIR")] = None,
) -> None:
    """Write the folder; one that holds something is left alone."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Conflict(cli.words("export.not-empty", folder=folder), hint=cli.words("export.another"))
    files = cli.workbench.exchange.folder_of(record, pair=pair)
    written = [write(folder, name, content) for name, content in files.items()]
    cli.out.answer(
        {"workshop": record.id, "folder": folder, "files": [str(path) for path in written]},
        line(cli.words("export.done", folder=folder), "green"),
        *(line(f"  {path}") for path in written),
    )


def import_discovery(
    cli: Invocation,
    folders: Annotated[list[Path], typer.Argument(metavar="DIR...")],
    pair: Annotated[list[str] | None, typer.Option("--pair", metavar="NAME")] = None,
    name: NameOption = None,
) -> None:
    """Make one workshop of the folders; it is not started."""
    names = pair or []
    if names and len(names) != len(folders):
        raise InputError(
            f"{len(folders)} folders, but {len(names)} times --pair", hint="--pair for each folder, in their order."
        )
    readmes = [read_readme(folder, named) for folder, named in zip(folders, names or [""] * len(folders), strict=True)]
    received = received_from(cli, folders)
    bench = cli.workbench
    found = bench.exchange.take_in(
        readmes,
        received,
        budget_usd=bench.deployment.defaults.budget_usd,
        by=cli.person,
        arn=cli.arn,
        workshop_id=name,
    )
    for problem in found.problems:
        cli.note("import.problem", "yellow", problem=problem)
    artifacts = [name_of(a.ref) for a in found.artifacts]
    cli.out.answer(
        {"workshop": found.workshop.id, "artifacts": artifacts, "problems": found.problems},
        line(cli.words("import.done", workshop=found.workshop.id), "green"),
        line(f"  {', '.join(artifacts)}"),
        line(cli.words("next.show", workshop=found.workshop.id), "dim"),
        line(cli.words("next.resume", workshop=found.workshop.id), "dim"),
    )


def received_from(cli: Invocation, folders: list[Path]) -> "Received":
    """Plan and inputs of the first folder that has a customer or solutions; files of the others have no place."""
    from mlew.services.exchange import Received

    contents = [read(cli, folder) for folder in folders]
    first = next((c for c in contents if c.inputs.customers or c.inputs.pictures or c.inputs.solutions), contents[0])
    cli.speak(first.locale)
    return Received(first.plan, first.inputs, dict(first.pictures), dict(first.originals))


def read_readme(folder: Path, pair: str) -> "ReceivedFolder":
    """Raises InputError if there is none or it is not UTF-8."""
    from mlew.services.imported_pairs import ReceivedFolder

    try:
        text = (folder / README).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "UTF-8?"
        raise InputError(f"{folder / README} cannot be read: {reason}") from error
    return ReceivedFolder(folder.name, text, pair)


def write(folder: Path, name: str, content: bytes) -> Path:
    """Names come from a store: only their last part counts, so that nothing is written elsewhere."""
    path = folder / PurePath(name).name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from error
    return path
