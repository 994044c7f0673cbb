"""`mlew metrics report`: one HTML file that needs no other."""

from functools import partial
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import Asked, NumbersOf, asked
from mlew.cli.metrics.export import every
from mlew.cli.output import line
from mlew.cli.written_files import write_files
from mlew.domain.mock import Mock
from mlew.metrics.report.content import MOST_HOURS, MOST_VOICES, MockNumbers, Report


def report(
    cli: Invocation,
    of: NumbersOf,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE")] = Path("metrics-report.html"),
    force: Annotated[bool, typer.Option("--force")] = False,
    browser: Annotated[bool, typer.Option("--browser/--no-browser")] = False,
) -> None:
    """Of one mock, or of a workshop with its mocks side by side."""
    from mlew.metrics.report.page import render_report

    one = asked(cli, of)
    write_files(cli, {out: render_report(content(cli, one)).encode()}, force=force)
    said = line(cli.words("metrics.report-written", file=out), "green")
    cli.out.answer({**one.data(), "file": str(out), "mocks": [m.id for m in one.mocks]}, said)
    if browser and not cli.around.browse(out.resolve().as_uri()):
        cli.note("mocks.no-browser", "yellow")


def content(cli: Invocation, one: Asked) -> Report:
    """Everything that the page shows."""
    plan = one.workshop.plan
    return Report(
        locale=cli.words.language,
        workshop=one.workshop.id,
        subject=" / ".join(part for part in (plan.company, plan.product) if part),
        zone=one.zone.key,
        made_at=cli.around.now().astimezone(one.zone),
        begin=one.period.begin.astimezone(one.zone) if one.period.begin else None,
        end=one.period.end.astimezone(one.zone) if one.period.end else None,
        population=one.population,
        simulated=cli.workbench.deployment.embedded,
        mocks=tuple(_numbers(one, mock) for mock in one.mocks),
    )


def _numbers(one: Asked, mock: Mock) -> MockNumbers:
    voices = (v for v in every(partial(one.numbers.voices, mock)) if one.voice_fits(v))
    first = tuple(islice(voices, MOST_VOICES))
    hours = one.numbers.time_line(mock, one.zone, "hour", one.period, one.population)
    by_day = len(hours) > MOST_HOURS
    return MockNumbers(
        pair=mock.pair,
        pair_name=next((p.name for p in one.workshop.pairs if p.id == mock.pair), ""),
        rehearsed=mock.rehearsed,
        summary=one.numbers.summary(mock, one.period, one.population),
        by_day=by_day,
        points=one.numbers.time_line(mock, one.zone, "day", one.period, one.population) if by_day else hours,
        elements=one.numbers.elements(mock, one.period, one.population),
        voices=first,
        more_voices=sum(1 for _ in voices),
    )
