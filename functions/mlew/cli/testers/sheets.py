"""Sheets and surveys of simulated testers as files, to be taken in like those of people."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from mlew.cli.invocation import Invocation
from mlew.cli.written_files import write_files
from mlew.domain.iteration import Iteration
from mlew.domain.mock import Mock
from mlew.domain.observer_sheet import observer_sheet
from mlew.domain.workshop import Workshop
from mlew.rehearsal.testers import Tester, filled_sheet, filled_survey
from mlew.services.reading import current


class SheetFile(NamedTuple):
    """`kind`: as `mlew evidence add` takes it."""

    pair: str
    kind: str
    file: Path


def write_sheets(
    cli: Invocation,
    workshop: Workshop,
    tried: Sequence[tuple[Mock, Sequence[Tester]]],
    population: Literal["internal", "external"],
    folder: Path,
) -> list[SheetFile]:
    """`<pair>-observation.csv` and `<pair>-survey.csv`. Earlier ones are replaced.

    Raises InputError if the folder cannot be written.
    """
    locale = workshop.plan.locale
    day = cli.around.now().astimezone(ZoneInfo(workshop.plan.time_zone)).date()
    made: list[SheetFile] = []
    texts: dict[Path, bytes] = {}
    for mock, people in tried:
        iteration, _ = current(cli.workbench.stores, workshop, Iteration, mock.pair)
        milestone: Literal["fan", "sponsor"] = "fan" if population == "external" else "sponsor"
        sheet = observer_sheet(iteration, milestone=milestone, mock=mock.id, title=mock.title)
        for kind, filled in (("observation", filled_sheet), ("survey", filled_survey)):
            file = folder / f"{mock.pair}-{kind}.csv"
            texts[file] = filled(sheet, people, population, day, locale).encode()
            made.append(SheetFile(mock.pair, kind, file))
    write_files(cli, texts, force=True)
    return made
