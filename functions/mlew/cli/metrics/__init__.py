"""`mlew metrics`: what people did in the mocks. One file a command."""

import typer

from mlew.cli.exchange import only_with_subcommand
from mlew.cli.metrics import (
    compare,
    elements,
    export,
    funnel,
    replay,
    report,
    sessions,
    summary,
    timeline,
    voices,
    watch,
)
from mlew.cli.options import command


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(name="metrics")
    command(group)(only_with_subcommand)
    command(group, "summary")(summary.summary)
    command(group, "funnel")(funnel.funnel)
    command(group, "timeline")(timeline.timeline)
    command(group, "elements")(elements.elements)
    command(group, "voices")(voices.voices)
    command(group, "compare")(compare.compare)
    command(group, "sessions")(sessions.sessions)
    command(group, "export")(export.export)
    command(group, "watch")(watch.watch)
    command(group, "report")(report.report)
    command(group, "replay")(replay.replay)
    app.add_typer(group)
