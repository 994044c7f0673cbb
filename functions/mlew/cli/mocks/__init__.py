"""`mlew mocks`: what was published, links to it, its end. One file a command."""

import typer

from mlew.cli.groups import group
from mlew.cli.mocks import destroy, links, list_mocks, open_mock, passcode, preview, publish, track


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    made = group(
        "mocks",
        {
            "list": list_mocks.list_mocks,
            "open": open_mock.open_mock,
            "links": links.links,
            "publish": publish.publish,
            "track": track.track,
            "destroy": destroy.destroy,
            "preview": preview.preview,
        },
    )
    passcode.register(made)
    app.add_typer(made)
