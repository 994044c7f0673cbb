"""Links to hand out: a page to print for the room, and a QR code for each link as SVG and PNG."""

import io
import re
from collections.abc import Sequence
from pathlib import Path

from mlew.cli.invocation import Invocation
from mlew.cli.mocks.link_page import SharedLink, link_page
from mlew.domain.workshop import Workshop
from mlew.errors import Conflict, InputError

PAGE = "links.html"
_PIXELS = 8  # a module, in the PNG
_NOT_IN_A_NAME = re.compile(r"[^\w-]+")


def write_link_files(
    cli: Invocation, workshop: Workshop, shared: Sequence[SharedLink], folder: Path, *, force: bool
) -> None:
    """Raises Conflict if a page is there already, InputError if the folder cannot be written."""
    page = folder / PAGE
    if page.exists() and not force:
        raise Conflict(cli.words("mocks.page-exists", file=page), hint=cli.words("mocks.page-force"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        page.write_text(link_page(workshop, shared), encoding="utf-8")
        for number, link in enumerate(shared, 1):
            name = file_name(number, link)
            (folder / f"{name}.svg").write_bytes(svg(link.address))
            (folder / f"{name}.png").write_bytes(png(link.address))
    except OSError as error:
        raise InputError.told("file.unwritable", file=folder, strerror=error.strerror) from error
    cli.note("mocks.page-written", "green", file=page, count=len(shared))


def file_name(number: int, link: SharedLink) -> str:
    """Sorted as in the list; a tester's name in any script, without what a file's name cannot hold."""
    parts = (f"{number:02d}", link.pair, link.population, _NOT_IN_A_NAME.sub("-", link.tester)[:40].strip("-"))
    return "-".join(part for part in parts if part)


def svg(address: str) -> bytes:
    """A QR code as a file of its own."""
    import segno

    drawn = io.BytesIO()
    segno.make(address, micro=False, error="m").save(drawn, kind="svg", scale=_PIXELS, border=4)
    return drawn.getvalue()


def png(address: str) -> bytes:
    """The same for slides and mails."""
    import segno

    drawn = io.BytesIO()
    segno.make(address, micro=False, error="m").save(drawn, kind="png", scale=_PIXELS, border=4)
    return drawn.getvalue()
