"""`mlew mocks preview`."""

from pathlib import Path
from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.errors import SetupError


def preview(
    cli: Invocation,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser")] = True,
) -> None:
    """Serve a MockSpec on this machine until it is stopped; the page follows the file."""
    from mlew.cli.mocks.preview_server import PreviewServer
    from mlew.cli.mocks.preview_site import PreviewSite

    site = PreviewSite(file, cli.words.language)
    site.check()
    try:
        server = PreviewServer(site, port)
    except OSError as error:
        raise SetupError(cli.words("mocks.preview.port", port=port), hint=str(error)) from error
    with server:
        cli.out.answer({"address": server.address}, line(server.address, "bold"))
        cli.note("mocks.preview.stop", "dim", file=file)
        if browser and not cli.out.as_json:
            cli.around.browse(server.address)
        cli.around.serve(server)
