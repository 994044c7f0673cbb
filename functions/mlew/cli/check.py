"""`mlew check`: Day0 before anything runs."""

from pathlib import Path

import typer
from rich.console import RenderableType
from rich.text import Text

from mlew.cli.embedded.model_choice import choose_model
from mlew.cli.embedded.parts import gateway_folder
from mlew.cli.folder import FolderArgument, read
from mlew.cli.invocation import Invocation
from mlew.cli.item_view import items_view
from mlew.cli.options import command
from mlew.cli.output import Cell, Style, heading, line, table
from mlew.domain.inputs import Finding
from mlew.domain.readiness import Readiness
from mlew.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "check")(check)


def check(cli: Invocation, folder: FolderArgument) -> None:
    """Leaves with the exit code of InputError if the workshop cannot start."""
    from mlew.inputs import coverage
    from mlew.services.readiness import readiness

    found = read(cli, folder, locale=cli.language_asked_for)
    ready = readiness(found.plan, found.inputs, cli.words.language, model_reads_pictures=model_reads_pictures(cli))
    rows = coverage(found.inputs.customers, found.inputs.solutions)
    data = {"findings": found.inputs.findings, "readiness": ready, "coverage": rows, "blocking": ready.blocking}
    shown = [
        *findings_view(cli, found.inputs.findings),
        *items_view(cli, ready.items, "check.readiness"),
        *risks_view(cli, ready),
    ]
    if rows:
        columns = [cli.words("check.column.action"), cli.words("check.column.solutions")]
        covered = [[r.action, ", ".join(r.solutions) or line(cli.words("check.uncovered"), "yellow")] for r in rows]
        shown += [heading(cli.words("check.coverage")), table(columns, covered)]
    cli.out.answer(data, *shown, verdict(cli, ready, folder))
    if ready.blocking:
        raise typer.Exit(InputError.exit_code)


def verdict(cli: Invocation, ready: Readiness, folder: Path) -> Text:
    """Whether it can start, and what is still open."""
    if ready.blocking:
        return line("\n" + cli.words("check.blocking"), "red")
    open_items = sum(item.state != "ok" for item in ready.items)
    key = "check.ready-but" if open_items else "check.ready"
    return line("\n" + cli.words(key, folder=folder, count=open_items))


def model_reads_pictures(cli: Invocation) -> bool:
    """Of the model that a run would use: the choice on the embedded AWS; models of an account do."""
    return not cli.target.embedded or choose_model(None, gateway_folder(cli.around.settings.home)).backend == "bedrock"


def findings_view(cli: Invocation, findings: tuple[Finding, ...]) -> list[RenderableType]:
    """Defects of the files: where, what, and what to do."""
    if not findings:
        return [line(cli.words("check.no-findings"), "green")]
    columns = [cli.words(f"check.column.{c}") for c in ("place", "defect", "remedy")]
    rows: list[list[Cell]] = [
        [
            line(" ".join(p for p in (f.file, f.place) if p), "red" if f.severity == "error" else "yellow"),
            f.message,
            f.remedy,
        ]
        for f in sorted(findings, key=lambda f: f.severity)
    ]
    return [line(cli.words("check.findings"), "bold"), table(columns, rows)]


def risks_view(cli: Invocation, ready: Readiness) -> list[RenderableType]:
    """The seven ways to fail; where nothing is known, the question to ask."""
    rows: list[list[Cell]] = []
    for risk in ready.risks:
        state = "unknown" if risk.seen is None else ("seen" if risk.seen else "unseen")
        style: Style = "yellow" if risk.seen else ("green" if risk.seen is False else "")
        text = {"unknown": risk.question, "seen": f"{risk.sign} → {risk.remedy}", "unseen": ""}[state]
        rows.append([line(risk.title, style), cli.words(f"check.risk.{state}"), text])
    columns = [cli.words(f"check.column.{c}") for c in ("risk", "state", "question")]
    return [heading(cli.words("check.risks")), table(columns, rows, narrow=(1,))]
