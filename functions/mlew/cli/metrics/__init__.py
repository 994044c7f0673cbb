"""`mlew metrics`: what people did in the mocks. One file a command."""

import typer

from mlew.cli.groups import group
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


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    app.add_typer(
        group(
            "metrics",
            {
                "summary": summary.summary,
                "funnel": funnel.funnel,
                "timeline": timeline.timeline,
                "elements": elements.elements,
                "voices": voices.voices,
                "compare": compare.compare,
                "sessions": sessions.sessions,
                "export": export.export,
                "watch": watch.watch,
                "report": report.report,
                "replay": replay.replay,
            },
        )
    )
