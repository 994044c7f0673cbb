"""What there is too much of to show at once: a page of each mock, and how to read on."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import typer
from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import Asked, the_only
from mlew.cli.output import heading, line
from mlew.domain.mock import Mock

if TYPE_CHECKING:
    from mlew.services.reading_metrics import Page

LimitOption = Annotated[int, typer.Option("--limit", "-n", min=1, max=1000)]
AfterOption = Annotated[str, typer.Option("--after", metavar="CURSOR")]

T = TypeVar("T")


def show_pages(
    cli: Invocation,
    one: Asked,
    name: Literal["sessions", "voices"],
    after: str,
    *,
    read: Callable[[Mock], "Page[T]"],
    fits: Callable[[T], bool],
    view: Callable[[Sequence[T]], RenderableType],
    nothing: str,
) -> None:
    """`name`: of the command and of what it shows. Raises InputError for a cursor where several mocks are asked for."""
    if after:
        the_only(cli, one)
    shown: list[RenderableType] = []
    data: list[dict[str, Any]] = []
    for mock in one.mocks:
        page = read(mock)
        found = [part for part in page.lines if fits(part)]
        data.append({"mock": mock.id, "title": mock.title, name: found, "cursor": page.cursor})
        shown.append(heading(f"{mock.pair}: {mock.title}"))
        shown.append(view(found) if found else line(nothing, "yellow"))
        if page.cursor:
            cli.note("metrics.more", "dim", command=name, mock=mock.id, cursor=page.cursor)
    cli.out.answer({**one.data(), "mocks": data}, *shown)
