"""`mlew usecases build`: the files that GenU users import, as they are or with a workshop's results."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.errors import InputError
from usecases.definition import PARTS, Part

Spoken = Literal["ja", "en", "all"]
Wanted = Literal["day0", "practice", "improvement", "all"]
OUT = Path("usecases") / "dist"
"""Where the repository keeps them."""


def build(
    cli: Invocation,
    language: Annotated[Spoken | None, typer.Option("--lang")] = None,
    edition: Annotated[Wanted, typer.Option("--edition")] = "all",
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR")] = None,
    workshop: WorkshopOption = None,
) -> None:
    """Files of the same name are written anew, others are left alone."""
    parts: tuple[Part, ...] = PARTS if edition == "all" else (edition,)
    if workshop is None:
        from usecases.genu.dist import LOCALES, dist_files

        files = dist_files(LOCALES if language is None or language == "all" else (language,), parts)
        folder = out or OUT
    else:
        if language not in (None, "all"):
            raise InputError(cli.words("usecases.workshop-language"), hint=cli.words("usecases.without-lang"))
        from mlew.services.genu_files import genu_files

        record = cli.workbench.workshop(workshop)
        cli.speak(record.plan.locale)
        files = genu_files(cli.workbench.stores, record, at=cli.around.now(), parts=parts)
        folder = out or Path(f"genu-{record.id}")
    written = [_write(folder / name, text) for name, text in files.items()]
    pages = [path for path in written if path.name == "index.html"]
    cli.out.answer(
        {"folder": folder, "files": [str(path) for path in written]},
        line(cli.words("usecases.built", count=len(written) - 2 * len(pages), folder=folder), "green"),
        *(line(cli.words("usecases.open", page=page)) for page in pages),
    )


def _write(path: Path, text: str) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError.told("file.unwritable", file=path, strerror=error.strerror) from error
    return path
