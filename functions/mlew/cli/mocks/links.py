"""`mlew mocks links`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import MockOption, PairOption, chosen, workshop_of
from mlew.cli.mocks.link_files import write_link_files
from mlew.cli.mocks.link_page import SharedLink
from mlew.cli.output import heading, line
from mlew.cli.show import WorkshopOption
from mlew.domain.mock import Mock, MockLink
from mlew.domain.workshop import Workshop
from mlew.errors import InputError, NotFound
from mlew.services.mocks.hosting import hosted
from mlew.services.mocks.links import personal_links, population_links

PopulationOption = Annotated[Literal["internal", "external"] | None, typer.Option("--population")]


def links(
    cli: Invocation,
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    mock: MockOption = None,
    population: PopulationOption = None,
    testers: Annotated[Path | None, typer.Option("--testers", metavar="FILE")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="DIR")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """For whole populations, or one for each name in a list."""
    record = workshop_of(cli, workshop)
    if testers is not None and population is None:
        raise InputError(cli.words("mocks.whose-testers"), hint="--population internal | external")
    names = read_names(testers) if testers is not None else None
    live = [m for m in chosen(cli, record, pair, mock) if m.state == "live"]
    if not live:
        raise NotFound(cli.words("mocks.none-live"), hint=cli.words("mocks.none-hint", workshop=record.id))
    if names is not None and len(live) > 1:
        raise InputError(cli.words("mocks.which"), hint=" / ".join(f"--pair {m.pair}" for m in live))
    shared = [shown for one in live for shown in shared_links(cli, record, one, population, names)]
    if out is not None:
        write_link_files(cli, record, shared, out, force=force)
    cli.out.answer({"workshop": record.id, "links": shared}, *links_view(cli, shared))


def shared_links(
    cli: Invocation,
    workshop: Workshop,
    mock: Mock,
    population: Literal["internal", "external"] | None,
    names: Sequence[str] | None,
) -> list[SharedLink]:
    """Made where they are not there yet, with their addresses."""
    work = cli.workbench.work
    made: Sequence[MockLink] = (
        personal_links(work, workshop, mock, population, names)
        if names is not None and population is not None
        else [k for k in population_links(work, workshop, mock) if population in (None, k.population)]
    )
    hosting = hosted(work.hosting)
    return [
        SharedLink(
            pair=mock.pair,
            title=mock.title,
            population=link.population,
            tester=link.tester,
            address=hosting.address(mock, link.code),
            protected=mock.passcode is not None,
        )
        for link in made
    ]


def links_view(cli: Invocation, shared: Sequence[SharedLink]) -> list[RenderableType]:
    """Below each mock whom a link is for, and the address on a line of its own, to be copied."""
    parts: list[RenderableType] = []
    for number, link in enumerate(shared):
        if number == 0 or shared[number - 1].pair != link.pair:
            parts.append(heading(f"{link.pair}: {link.title}"))
        population = cli.words(f"mocks.population.{link.population}")
        parts += [line(link.tester or population, "bold"), line(link.address)]
    return parts


def read_names(file: Path) -> list[str]:
    """One name on each line; blank lines are passed over. Raises InputError."""
    try:
        return [name.strip() for name in file.read_text(encoding="utf-8-sig").splitlines() if name.strip()]
    except (OSError, UnicodeError) as error:
        raise InputError.told("link.bad-list", file=file, error=error) from error
