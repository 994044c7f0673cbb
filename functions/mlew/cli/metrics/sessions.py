"""`mlew metrics sessions`."""

from collections.abc import Sequence

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import Asked, NumbersOf, asked
from mlew.cli.metrics.pages import AfterOption, LimitOption, show_pages
from mlew.cli.output import Cell, line, table
from mlew.domain.figures import SessionLine
from mlew.metrics.wording import duration


def sessions(
    cli: Invocation,
    of: NumbersOf,
    limit: LimitOption = 100,
    after: AfterOption = "",
) -> None:
    """One by one, those that are not counted too, by page."""
    one = asked(cli, of)
    show_pages(
        cli,
        one,
        "sessions",
        after,
        read=lambda mock: one.numbers.sessions(mock, after, limit),
        fits=one.session_fits,
        view=lambda found: _table(cli, one, found),
        nothing=cli.words("metrics.no-sessions"),
    )


def _table(cli: Invocation, one: Asked, found: Sequence[SessionLine]) -> RenderableType:
    names = ("begin", "population", "visitor", "duration", "events", "steps", "answers")
    rows: list[list[Cell]] = [
        [
            f"{session.begin.astimezone(one.zone):%Y-%m-%d %H:%M}" if session.begin else "",
            _who(cli, session),
            session.visitor,
            duration(session.duration, cli.words.language),
            f"{session.events:,}",
            " → ".join(session.steps),
            cli.words("metrics.and").join(
                f"{cli.words(f'metrics.question.{q}')} {cli.words(f'metrics.answer.{a}')}" for q, a in _known(session)
            ),
        ]
        for session in found
    ]
    return table([cli.words(f"metrics.column.{name}") for name in names], rows, narrow=(0, 1, 3, 4))


def _who(cli: Invocation, session: SessionLine) -> Cell:
    """Sessions that are not counted say why."""
    if session.kind == "person":
        return cli.words(f"metrics.population.{session.population}")
    return line(cli.words(f"metrics.kind.{session.kind}"), "dim")


def _known(session: SessionLine) -> list[tuple[str, str]]:
    return [(question, answer) for question, answer in session.answers if question in ("solved", "use")]
