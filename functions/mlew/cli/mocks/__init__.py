"""`mlew mocks`: what was published, links to it, its end. One file a command."""

import typer

from mlew.cli.exchange import only_with_subcommand
from mlew.cli.mocks import destroy, links, list_mocks, open_mock, passcode, preview, publish, track
from mlew.cli.options import command


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(name="mocks")
    command(group)(only_with_subcommand)
    command(group, "list")(list_mocks.list_mocks)
    command(group, "open")(open_mock.open_mock)
    command(group, "links")(links.links)
    command(group, "publish")(publish.publish)
    command(group, "track")(track.track)
    command(group, "destroy")(destroy.destroy)
    command(group, "preview")(preview.preview)
    passcode.register(group)
    app.add_typer(group)
