"""`mlew review edit`: Markdown in the person's editor, checked and compared before it is saved."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from mlew.cli.differences import coloured, difference
from mlew.cli.invocation import Invocation
from mlew.cli.naming import name_of, newest, parsed
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.documents import parse, render
from mlew.domain.artifact import Artifact, Body
from mlew.domain.workshop import Workshop
from mlew.errors import InputError, MlewError

YesOption = Annotated[bool, typer.Option("--yes", "-y")]


def edit(
    cli: Invocation,
    artifact: Annotated[str, typer.Argument(metavar="ARTIFACT")],
    workshop: WorkshopOption = None,
    file: Annotated[str | None, typer.Option("--file", "-f", metavar="FILE")] = None,
    based_on: Annotated[int | None, typer.Option("--based-on", min=1)] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT")] = "",
    yes: YesOption = False,
) -> None:
    """Edit the newest version."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    before = newest(cli.workbench.stores.artifacts, record, *parsed(artifact, record))
    locale = record.plan.locale
    old = render(before.body, locale)
    new = read_text(file) if file is not None else cli.around.edit(old, f"{before.kind}.md")
    if new == old:
        cli.out.answer({"workshop": record.id, "saved": False}, line(cli.words("edit.same")))
        return
    try:
        body = parse(before.kind, new, locale, taken=ids_ever_used(cli, record, before), before=before.body)
        save(cli, record, before, body, based_on or before.version, note=note, yes=yes)
    except (MlewError, typer.Abort):
        if file is None:
            kept = keep(new, before)
            cli.note("edit.kept", "yellow", file=kept, artifact=name_of(before.ref), workshop=record.id)
        raise


def save(
    cli: Invocation, workshop: Workshop, before: Artifact, body: Body, based_on: int, *, note: str, yes: bool
) -> None:
    """Show what changed, ask, store. Raises Abort if the person does not want it."""
    lines = difference(before.body, body, workshop.plan.locale)
    if not lines:
        cli.out.answer({"workshop": workshop.id, "saved": False}, line(cli.words("edit.same")))
        return
    for entry in lines:
        cli.out.notes.print(coloured(entry), soft_wrap=True)
    if not cli.confirm("edit.confirm", yes=yes):
        raise typer.Abort
    saved = cli.workbench.editing.save(
        workshop,
        before.kind,
        before.scope,
        body,
        by=cli.person,
        arn=cli.arn,
        based_on_version=based_on,
        note=note,
    )
    cli.out.answer(
        {"workshop": workshop.id, "saved": True, **saved.ref.model_dump(), "diff": "\n".join(lines)},
        line(cli.words("edit.saved", artifact=name_of(saved.ref), version=saved.version), "green"),
    )


def read_text(file: str) -> str:
    """A file as UTF-8, or stdin for "-". Raises InputError."""
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError.told("file.unreadable", path=file, strerror=error.strerror) from error
    except UnicodeDecodeError as error:
        raise InputError.told("file.not-utf-8-again", file=file) from error


def ids_ever_used(cli: Invocation, workshop: Workshop, artifact: Artifact) -> set[str]:
    """Ids in any version: one that was removed is not given to something else."""
    store = cli.workbench.stores.artifacts
    found: set[str] = set()
    for ref in store.versions(workshop.id, artifact.kind, artifact.scope):
        found |= set(_ids(store.get(workshop.id, ref).body.model_dump()))
    return found


def _ids(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for inner in value.values():
            yield from _ids(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _ids(inner)


def keep(text: str, artifact: Artifact) -> Path:
    """Write what somebody typed beside them, under a name that is not taken."""
    name = name_of(artifact.ref).replace("/", "-")
    free = (Path(f"{name}.edited{n or ''}.md") for n in range(10_000))
    for path in free:
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise InputError.told("file.too-many-edited", name=name)
