"""`mlew metrics funnel`."""

from collections.abc import Sequence

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import NumbersOf, asked
from mlew.cli.metrics.numbers_view import bar, filters, no_data
from mlew.cli.output import Cell, heading, line, table
from mlew.domain.figures import StepFigure
from mlew.metrics.wording import base, percent, rate_interval


def funnel(cli: Invocation, of: NumbersOf) -> None:
    """How far visitors came, step by step."""
    one = asked(cli, of)
    found = one.numbers.summaries(one.mocks, one.period, one.population)
    shown: list[RenderableType] = []
    for mock_, summary in zip(one.mocks, found, strict=True):
        shown.append(heading(f"{mock_.pair}: {summary.title}"))
        shown.append(funnel_table(cli, summary.total.funnel) if summary.total.sessions else no_data(cli, one))
        if summary.total.sessions:
            shown += _beside(cli, summary.total.beside)
    data = [
        {"mock": s.mock, "title": s.title, "steps": s.total.funnel, "beside": s.total.beside, "apart": s.apart}
        for s in found
    ]
    cli.out.answer({**one.data(), "funnels": data}, *shown, *filters(cli, one, found))


def funnel_table(cli: Invocation, steps: Sequence[StepFigure]) -> RenderableType:
    """One row a step."""
    columns = [
        cli.words(f"metrics.column.{c}") if c else "" for c in ("step", "visitors", "", "of_started", "of_previous")
    ]
    rows: list[list[Cell]] = [
        [
            step_title(cli, step),
            f"{step.visitors:,}",
            line(bar(step.of_started.value), "cyan"),
            _of_started(step) if number else percent(step.of_started.value),
            f"{percent(step.of_previous.value)} ({base(step.of_previous)})" if number and step.of_previous.of else "",
        ]
        for number, step in enumerate(steps)
    ]
    return table(columns, rows, narrow=(1, 2, 3, 4))


def _beside(cli: Invocation, steps: Sequence[StepFigure]) -> list[RenderableType]:
    """Below the funnel: where something goes wrong, then what the mock does not declare."""
    columns = [cli.words(f"metrics.column.{c}") if c else "" for c in ("step", "visitors", "", "of_started")]
    shown: list[RenderableType] = []
    for name, found in (("wrong", [s for s in steps if s.title]), ("other", [s for s in steps if not s.title])):
        rows: list[list[Cell]] = [
            [s.title or s.id, f"{s.visitors:,}", line(bar(s.of_started.value), "yellow"), _of_started(s)] for s in found
        ]
        if rows:
            shown += [line(cli.words(f"metrics.beside.{name}"), "bold"), table(columns, rows, narrow=(1, 2, 3))]
    return shown


def _of_started(step: StepFigure) -> str:
    return f"{percent(step.of_started.value)} [{rate_interval(step.of_started)}]" if step.of_started.of else ""


def step_title(cli: Invocation, step: StepFigure) -> str:
    """As the mock calls it; the first and the last have names of ours."""
    return cli.words(f"metrics.step.{step.id}") if step.id in ("start", "done") else step.title or step.id
