"""`mlew check`: Day0 before anything runs."""

import typer
from rich.console import RenderableType

from mlew.cli.embedded.model_choice import choose_model
from mlew.cli.embedded.parts import gateway_folder
from mlew.cli.folder import FolderArgument, read
from mlew.cli.invocation import Invocation
from mlew.cli.options import command
from mlew.cli.output import Cell, Style, heading, line, table
from mlew.domain.inputs import Finding
from mlew.domain.readiness import ItemState, Readiness
from mlew.errors import InputError

_ITEM: dict[ItemState, tuple[str, Style]] = {"ok": ("✓", "green"), "missing": ("✗", "red"), "at_risk": ("!", "yellow")}


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
    shown = [*findings_view(cli, found.inputs.findings), *readiness_view(cli, ready), *risks_view(cli, ready)]
    if rows:
        columns = [cli.words("check.column.action"), cli.words("check.column.solutions")]
        covered = [[r.action, ", ".join(r.solutions) or line(cli.words("check.uncovered"), "yellow")] for r in rows]
        shown += [heading(cli.words("check.coverage")), table(columns, covered)]
    verdict = (
        line("\n" + cli.words("check.blocking"), "red") if ready.blocking else line("\n" + cli.words("check.ready"))
    )
    cli.out.answer(data, *shown, verdict)
    if ready.blocking:
        raise typer.Exit(InputError.exit_code)


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


def readiness_view(cli: Invocation, ready: Readiness) -> list[RenderableType]:
    """What Day0 asks for, item by item."""
    rows: list[list[Cell]] = []
    for item in ready.items:
        sign, style = _ITEM[item.state]
        rows.append([line(f"{sign} {item.title}", style), item.evidence, item.remedy])
    columns = [cli.words(f"check.column.{c}") for c in ("item", "evidence", "remedy")]
    return [heading(cli.words("check.readiness")), table(columns, rows)]


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
