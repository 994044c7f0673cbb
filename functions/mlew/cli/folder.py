"""A facilitator's folder, as the commands take it in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.domain.base import Locale
from mlew.errors import InputError

if TYPE_CHECKING:
    from mlew.inputs import FolderContent

FolderArgument = Annotated[Path, typer.Argument(metavar="DIR")]


def read(cli: Invocation, path: Path, *, locale: Locale | None = None) -> "FolderContent":
    """Read the folder and speak its language; findings come in `locale`, else in the folder's own."""
    from mlew.inputs import read_folder

    content = read_folder(path, locale=locale)
    cli.speak(content.locale)
    if content.ignored:
        cli.note("folder.ignored", "dim", files=", ".join(content.ignored))
    return content


def refuse_unready(cli: Invocation, content: "FolderContent") -> None:
    """Raises InputError if Day0 would stop this workshop, with the model of the deployment."""
    from mlew.services.readiness import not_ready, readiness

    pictures = cli.workbench.deployment.model.pictures
    ready = readiness(content.plan, content.inputs, cli.words.language, model_reads_pictures=pictures)
    if ready.blocking:
        raise not_ready(ready)


def refuse_defects(cli: Invocation, content: "FolderContent", path: Path) -> None:
    """Raises InputError with the first defect of the files that stops a workshop."""
    first = next((f for f in content.inputs.findings if f.severity == "error"), None)
    if first is not None:
        place = " ".join(p for p in (first.file, first.place) if p)
        hint = " ".join(p for p in (first.remedy, cli.words("run.see-check", folder=path)) if p)
        raise InputError(f"{place}: {first.message}" if place else first.message, hint=hint)
