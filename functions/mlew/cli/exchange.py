"""`mlew export discovery`, `mlew import discovery` and what both imports tell."""

from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mlew.adapters.keys import checked_id
from mlew.cli.folder import read
from mlew.cli.genu_import import import_genu, read_text
from mlew.cli.groups import group
from mlew.cli.invocation import Invocation
from mlew.cli.naming import name_of
from mlew.cli.output import line
from mlew.cli.run import NameOption
from mlew.cli.show import WorkshopOption
from mlew.domain.workshop import GateMode, phase_name
from mlew.errors import Conflict, InputError

if TYPE_CHECKING:
    from mlew.services.exchange import Imported
    from mlew.services.received_folder import ReceivedFolder

README = "readme.md"


def register(app: typer.Typer) -> None:
    """Add both groups."""
    app.add_typer(group("export", {"discovery": export_discovery}))
    app.add_typer(group("import", {"discovery": import_discovery, "genu": import_genu}))


def export_discovery(
    cli: Invocation,
    folder: Annotated[Path, typer.Argument(metavar="DIR")],
    workshop: WorkshopOption = None,
    pair: Annotated[str | None, typer.Option("--pair", metavar="PAIR")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """Write the folder; one that holds something is left alone unless forced, and then only our files change."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not force)):
        raise Conflict(cli.words("export.not-empty", folder=folder), hint=cli.words("export.another"))
    files = cli.workbench.exchange.export_discovery(record, pair=pair)
    written = [write(folder / name, content) for name, content in files.items()]
    cli.out.answer(
        {"workshop": record.id, "folder": folder, "files": [str(path) for path in written]},
        line(cli.words("export.done", folder=folder), "green"),
        *(line(f"  {path}") for path in written),
    )


def import_discovery(
    cli: Invocation,
    folders: Annotated[list[Path], typer.Argument(metavar="DIR...")],
    pair: Annotated[list[str] | None, typer.Option("--pair", metavar="NAME")] = None,
    workshop: WorkshopOption = None,
    name: NameOption = None,
    gates: Annotated[GateMode | None, typer.Option("--gates")] = None,
    approve: Annotated[bool, typer.Option("--approve/--no-approve")] = True,
) -> None:
    """Make one workshop of the folders, or add to one; it is not started."""
    pairs = pair or [""] * len(folders)
    if len(pairs) != len(folders):
        raise InputError.told("import.uneven", folders=len(folders), pairs=len(pairs))
    if workshop is not None and (name is not None or gates is not None):
        raise InputError.told("import.new-only")
    if name is not None:
        checked_id(name)
    received = [received_from(cli, folder, whose) for folder, whose in zip(folders, pairs, strict=True)]
    bench = cli.workbench
    if workshop is not None:
        record = bench.stores.workshops.get(workshop)
        cli.speak(record.plan.locale)
        found = bench.exchange.import_into(record, received, by=cli.person, arn=cli.arn, approve=approve)
    else:
        cli.speak(received[0].plan.locale)
        defaults = bench.deployment.defaults
        found = bench.exchange.import_discovery(
            received,
            by=cli.person,
            arn=cli.arn,
            workshop_id=name,
            gates=gates or defaults.gates,
            strict=defaults.strict,
            time_scale=defaults.time_scale,
            budget_usd=defaults.budget_usd,
            approve=approve,
        )
    tell(cli, found)


def tell(cli: Invocation, found: "Imported", *, source: Literal["discovery", "genu"] = "discovery") -> None:
    """What came, what did not, and what to do next. Text of GenU that is no document is shown."""
    for problem in found.problems:
        cli.note("import.problem", "yellow", problem=problem)
    for difference in found.differences:
        differs = "import.answered-before" if source == "genu" else "import.differs"
        key = differs if difference.kept else "import.not-taken"
        cli.note(key, "yellow", **vars(difference))
    if found.leftovers:
        cli.note("import.leftovers", "yellow")
    if found.leftovers and source == "genu":
        cli.out.note(indent(found.leftovers, "  │ ", lambda _: True), "dim")
    artifacts, unchanged = ([*dict.fromkeys(map(name_of, refs))] for refs in (found.artifacts, found.unchanged))
    phases = [phase_name(phase, cli.words.language) for phase in found.approved]
    said = {"import.artifacts": artifacts, "import.unchanged": unchanged, "import.approved": phases}
    workshop = found.workshop.id
    cli.out.answer(
        {
            "workshop": workshop,
            "artifacts": artifacts,
            "unchanged": unchanged,
            "approved": found.approved,
            "differences": [vars(difference) for difference in found.differences],
            "problems": found.problems,
            "leftovers": found.leftovers,
        },
        line(cli.words("import.done", workshop=workshop), "green"),
        *(line(cli.words(key, names=", ".join(names))) for key, names in said.items() if names),
        line(cli.words("next.show", workshop=workshop), "dim"),
        *([line(cli.words("next.resume", workshop=workshop), "dim")] if found.workshop.state == "created" else []),
    )


def received_from(cli: Invocation, folder: Path, pair: str) -> "ReceivedFolder":
    """The folder's README with plan and inputs. Raises InputError if there is no README."""
    from mlew.inputs.locale_detection import detect_locale
    from mlew.services.received_folder import ReceivedFolder

    content = read(cli, folder)
    readme = read_readme(folder)
    plan = content.plan
    if not content.originals:
        plan = plan.model_copy(update={"locale": cli.language_asked_for or detect_locale([readme])})
    return ReceivedFolder(
        name=folder.resolve().name,
        readme=readme,
        pair=pair,
        plan=plan,
        inputs=content.inputs,
        pictures=content.pictures,
        originals=content.originals,
    )


def read_readme(folder: Path) -> str:
    """Raises InputError if there is none or it is no text."""
    path = next((path for path in folder.iterdir() if path.name.lower() == README), None)
    if path is None:
        raise InputError.told("import.no-readme", folder=folder)
    return read_text(path)


def write(path: Path, content: bytes) -> Path:
    """Raises InputError if it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise InputError.told("file.unwritable", file=path, strerror=error.strerror) from error
    return path
