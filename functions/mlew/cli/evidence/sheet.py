"""`mlew evidence sheet`: the observer's sheet from the pair's test script."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import typer

from mlew.cli.evidence.brought import MilestoneOption, evidence_pair, sheet_of
from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import MockOption, PairOption, workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.documents.observer_sheet import sheet_csv, sheet_markdown
from mlew.documents.observer_sheet_page import sheet_page
from mlew.domain.base import Locale
from mlew.domain.observer_sheet import ObserverSheet
from mlew.domain.workshop import Workshop
from mlew.errors import Conflict, InputError

Format = Literal["md", "csv", "html"]
_DEFAULT_TESTERS = 5
_MOST_TESTERS = 100


def sheet(
    cli: Invocation,
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    mock: MockOption = None,
    milestone: MilestoneOption = None,
    testers: Annotated[int | None, typer.Option("--testers", min=1, max=_MOST_TESTERS)] = None,
    as_: Annotated[Format | None, typer.Option("--format")] = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR")] = Path(),
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """Markdown to print, CSV for a spreadsheet, a page for a phone."""
    record = workshop_of(cli, workshop)
    whose = evidence_pair(cli, record, pair)
    found = sheet_of(cli, record, whose, mock, milestone)
    names = _names(cli, record, whose, mock)
    count = testers or len(names) or sum(s.expected for s in record.plan.sessions if s.pair == whose)
    writers = _writers(found, record.plan.locale, names, count or _DEFAULT_TESTERS)
    files = {out / f"observer-sheet-{whose}.{form}": writers[form] for form in ([as_] if as_ else writers)}
    _write(cli, files, force=force)
    shown = [line(cli.words("evidence.sheet-written", file=file), "green") for file in files]
    cli.out.answer({"workshop": record.id, "pair": whose, "files": [str(file) for file in files]}, *shown)
    cli.note("evidence.sheet-hint", "dim", pair=whose)


def _names(cli: Invocation, workshop: Workshop, pair: str, mock: str | None) -> list[str]:
    """Testers who have a link of their own to a mock of the round that evidence is brought of, or to the named one."""
    store = cli.workbench.stores.mocks
    mocks = [
        m
        for m in store.list(workshop.id)
        if m.pair == pair and (m.id == mock if mock else m.round == workshop.evidence_round)
    ]
    found = (link.tester for m in mocks for link in store.links(workshop.id, m.id) if link.tester)
    return list(dict.fromkeys(found))


def _writers(sheet: ObserverSheet, locale: Locale, names: list[str], count: int) -> dict[Format, Callable[[], str]]:
    return {
        "md": lambda: sheet_markdown(sheet, locale, testers=min(count, _MOST_TESTERS)),
        "csv": lambda: sheet_csv(sheet, locale, testers=names),
        "html": lambda: sheet_page(sheet, locale),
    }


def _write(cli: Invocation, files: dict[Path, Callable[[], str]], *, force: bool) -> None:
    """All or nothing where a file is there already. Raises Conflict, InputError."""
    there = [file for file in files if file.exists()]
    if there and not force:
        raise Conflict(cli.words("metrics.file-exists", file=there[0]), hint=cli.words("metrics.file-force"))
    try:
        for file, text in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text(), encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(cli.words("evidence.unwritable", reason=error.strerror)) from error
