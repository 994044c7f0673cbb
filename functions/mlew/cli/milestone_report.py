"""`mlew report`: where the four milestones stand, for the wiki and for executives."""

from pathlib import Path
from typing import Annotated

import typer

from mlew.cli.document_view import document_view
from mlew.cli.invocation import Invocation
from mlew.cli.milestone import named
from mlew.cli.options import command
from mlew.cli.output import line
from mlew.cli.plan.asked import today_in, workshop_of
from mlew.cli.plan.files import printed_page
from mlew.cli.show import WorkshopOption
from mlew.cli.written_files import write_files
from mlew.documents.milestone_report import render_milestone_markdown, render_milestone_page
from mlew.domain.plan_status import overdue
from mlew.services.plan_pages import milestone_report
from mlew.services.plans import plan_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "report")(report)


def report(
    cli: Invocation,
    workshop: WorkshopOption = None,
    milestone: Annotated[str | None, typer.Option("--milestone", "-m", metavar="MILESTONE")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="DIR")] = None,
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf")] = False,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """In the terminal, or as Markdown and HTML in a folder."""
    record = workshop_of(cli, workshop)
    focus = named(cli, milestone) if milestone else None
    plan, ref = plan_of(cli.workbench.stores, record)
    locale, today = cli.words.language, today_in(cli, plan.time_zone)
    found = milestone_report(cli.workbench.stores, record, focus, today=today, locale=locale)
    text = render_milestone_markdown(found)
    files: list[Path] = []
    if out is not None:
        page = render_milestone_page(found)
        name = f"milestone-{focus}-{today}" if focus else f"milestones-{today}"
        contents = {out / f"{name}.md": text.encode(), out / f"{name}.html": page.encode()}
        if pdf and (printed := printed_page(cli, page)):
            contents[out / f"{name}.pdf"] = printed
        files = write_files(cli, contents, force=force)
    data = {
        "workshop": record.id, "version": ref.version, "milestone": focus, "milestones": plan.milestones,
        "overdue": overdue(plan, today, locale=locale), "markdown": text, "files": [str(file) for file in files],
    }  # fmt: skip
    written = [line(cli.words("report.written", file=file), "green") for file in files]
    shown = document_view(text) if cli.out.console.is_terminal else [line(text.rstrip("\n"))]
    cli.out.answer(data, *(written or shown))
