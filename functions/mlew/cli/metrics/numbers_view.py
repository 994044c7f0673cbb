"""Numbers side by side in the terminal: of mocks, of populations, of periods."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import Asked
from mlew.cli.output import Cell, line, table
from mlew.domain.estimate import Rate
from mlew.domain.figures import Figures, Summary
from mlew.metrics.intervals import rate
from mlew.metrics.wording import NOTHING, base, duration, duration_interval, percent, rate_interval

BAR = 16
"""Cells of a full bar."""
_EIGHTHS = " ▏▎▍▌▋▊▉"


class Column(NamedTuple):
    """Numbers under a title."""

    title: str
    figures: Figures


def side_by_side(cli: Invocation, columns: Sequence[Column]) -> RenderableType:
    """One row a number. Rates and times stand with what they were taken of and their 95 % interval."""
    rows: list[list[Cell]] = []
    for name in ("visitors", "sessions", "events"):
        rows.append([cli.words(f"metrics.measure.{name}"), *(f"{getattr(one.figures, name):,}" for one in columns)])
    for name in ("task_success", "intention"):
        rows.append([cli.words(f"metrics.measure.{name}"), *(shown_rate(getattr(c.figures, name)) for c in columns)])
    rows.append([cli.words("metrics.measure.solved"), *(shown_rate(solved(one.figures)) for one in columns)])
    rows.append([cli.words("metrics.measure.answer_rate"), *(shown_rate(one.figures.answer_rate) for one in columns)])
    rows.append([cli.words("metrics.measure.duration"), *(_mean(cli, one.figures) for one in columns)])
    rows.append([cli.words("metrics.measure.median"), *(_median(cli, one.figures) for one in columns)])
    rows.append([cli.words("metrics.measure.bounce"), *(shown_rate(one.figures.bounce) for one in columns)])
    for name in ("comments", "lost", "refused"):
        rows.append([cli.words(f"metrics.measure.{name}"), *(f"{getattr(one.figures, name):,}" for one in columns)])
    return table(["", *(one.title for one in columns)], rows)


def shown_rate(one: Rate) -> str:
    """`67% (2/3) [21–94%]`; a dash if nobody could."""
    if one.value is None:
        return NOTHING
    return f"{percent(one.value)} ({base(one)}) [{rate_interval(one)}]"


def solved(figures: Figures) -> Rate:
    """Of those who answered whether the problem is solved."""
    found = next(answer for answer in figures.answers if answer.question == "solved")
    return rate(found.yes, found.answered)


def bar(share: float | None, width: int = BAR) -> str:
    """A bar of eighths of a cell; something is never drawn as nothing."""
    eighths = min(width * 8, max(1 if share else 0, round((share or 0) * width * 8)))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def filters(cli: Invocation, asked: Asked, summaries: Sequence[Summary]) -> list[RenderableType]:
    """What the numbers are of, and what was left out of them."""
    counts = {
        kind: [sum(getattr(a, what) for s in summaries for a in s.apart if a.kind == kind) for what in _WHAT]
        for kind in ("bot", "prefetch", "preview")
    }
    left_out = cli.words("metrics.and").join(
        cli.words(f"metrics.apart.{kind}", sessions=sessions, events=events)
        for kind, (sessions, events) in counts.items()
    )
    whose = cli.words(f"metrics.population.{asked.population}") if asked.population else cli.words("metrics.everybody")
    texts = [
        cli.words("metrics.filter.period", period=period_text(cli, asked), zone=asked.zone.key, people=whose),
        cli.words("metrics.filter.apart", apart=left_out),
        cli.words("metrics.filter.visitor"),
        cli.words("metrics.filter.interval"),
    ]
    return [line(""), *(line(text, "dim") for text in texts)]


_WHAT = ("sessions", "events")


def period_text(cli: Invocation, asked: Asked) -> str:
    """From – to, in the workshop's time."""
    begin, end = (at.astimezone(asked.zone) if at else None for at in (asked.period.begin, asked.period.end))
    if begin is None and end is None:
        return cli.words("metrics.always")
    return " – ".join(f"{at:%Y-%m-%d %H:%M}" if at else "…" for at in (begin, end))


def no_data(cli: Invocation, asked: Asked) -> RenderableType:
    """Said plainly, with what could be the reason."""
    limited = asked.population is not None or asked.period.begin is not None or asked.period.end is not None
    return line(cli.words("metrics.no-data-asked" if limited else "metrics.no-data"), "yellow")


def _mean(cli: Invocation, figures: Figures) -> str:
    locale = cli.words.language
    interval = duration_interval(figures.duration, locale)
    return duration(figures.duration.value, locale) + (f" [{interval}]" if interval else "")


def _median(cli: Invocation, figures: Figures) -> str:
    return duration(dict(figures.percentiles)[50], cli.words.language)
