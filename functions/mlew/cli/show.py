"""`mlew show`: artifacts, their versions, what changed between them."""

from typing import Annotated

import typer
from rich.text import Text

from mlew.cli.differences import coloured, difference
from mlew.cli.document_view import document_view
from mlew.cli.invocation import Invocation
from mlew.cli.naming import in_order, name_of, newest, parsed, title_of
from mlew.cli.options import command
from mlew.cli.output import line, table
from mlew.documents import render
from mlew.domain.artifact import Artifact, ArtifactRef
from mlew.domain.workshop import Workshop
from mlew.errors import InputError

WorkshopOption = Annotated[str | None, typer.Option("--workshop", "-w", metavar="ID")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "show")(show)


def show(
    cli: Invocation,
    artifact: Annotated[str | None, typer.Argument(metavar="ARTIFACT")] = None,
    workshop: WorkshopOption = None,
    version: Annotated[int | None, typer.Option("--version", "-v", min=1)] = None,
    diff: Annotated[bool, typer.Option("--diff")] = False,
    against: Annotated[int | None, typer.Option("--against", min=1)] = None,
) -> None:
    """One artifact, or which there are."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    if artifact is None:
        show_all(cli, record)
        return
    kind, scope = parsed(artifact, record)
    wanted = newest(cli.workbench.stores.artifacts, record, kind, scope)
    if version is not None:
        wanted = cli.workbench.stores.artifacts.get(record.id, wanted.ref.model_copy(update={"version": version}))
    if diff or against is not None:
        show_difference(cli, record, wanted, against or wanted.version - 1)
    else:
        show_artifact(cli, record, wanted)


def show_all(cli: Invocation, workshop: Workshop) -> None:
    """Every artifact's newest version."""
    store = cli.workbench.stores.artifacts
    found = [store.get(workshop.id, ref) for ref in in_order(store.heads(workshop.id))]
    columns = [cli.words(f"show.column.{c}") for c in ("name", "title", "version", "author", "remarks")]
    rows: list[list[str | Text]] = [
        [
            name_of(a.ref),
            title_of(a.ref, workshop, cli.words),
            str(a.version),
            a.provenance.author,
            remarks(cli, a),
        ]
        for a in found
    ]
    listed = [
        {
            "name": name_of(a.ref),
            **a.ref.model_dump(),
            "author": a.provenance.author,
            "created_at": a.created_at,
            "rehearsed": a.provenance.rehearsed,
            "warnings": a.warnings,
            "note": a.note,
        }
        for a in found
    ]
    shown = table(columns, rows, narrow=(0, 2)) if rows else line(cli.words("show.none"))
    cli.out.answer({"workshop": workshop.id, "artifacts": listed}, shown)
    if rows:
        cli.note("show.hint", "dim", name=name_of(found[-1].ref), workshop=workshop.id)


def show_artifact(cli: Invocation, workshop: Workshop, artifact: Artifact) -> None:
    """As Markdown: drawn in a terminal, as it is in a pipe."""
    text = render(artifact.body, workshop.plan.locale)
    body = document_view(text) if cli.out.console.is_terminal else [line(text)]
    for notice in notices(cli, artifact):
        cli.out.note(notice, "yellow")
    cli.out.answer({**artifact.model_dump(mode="json"), "markdown": text}, *body)


def show_difference(cli: Invocation, workshop: Workshop, artifact: Artifact, other: int) -> None:
    """Unified diff of the Markdown of two versions."""
    if other < 1:
        raise InputError.told("artifact.one-version", name=name_of(artifact.ref))
    before = cli.workbench.stores.artifacts.get(
        workshop.id, ArtifactRef(kind=artifact.kind, scope=artifact.scope, version=other)
    )
    lines = difference(before.body, artifact.body, workshop.plan.locale)
    data = {"artifact": name_of(artifact.ref), "from": other, "to": artifact.version, "diff": "\n".join(lines)}
    cli.out.answer(data, *(coloured(entry) for entry in lines or [cli.words("show.same")]))


def remarks(cli: Invocation, artifact: Artifact) -> str:
    """What somebody who opens it should know first."""
    found = [cli.words("show.rehearsed-short")] if artifact.provenance.rehearsed else []
    if artifact.warnings:
        found.append(cli.words("show.warnings-short", count=len(artifact.warnings)))
    return ", ".join([*found, *([artifact.note] if artifact.note else [])])


def notices(cli: Invocation, artifact: Artifact) -> list[str]:
    """Lines above the artifact: who made it, rehearsal, rules that stayed broken."""
    made = cli.words(
        "show.made",
        version=artifact.version,
        author=artifact.provenance.author,
        created=artifact.created_at.astimezone().strftime("%Y-%m-%d %H:%M"),
    )
    found = [made]
    if artifact.provenance.rehearsed:
        found.append(cli.words("show.rehearsed"))
    return found + [f"! {w.where}: {w.message}" for w in artifact.warnings]
