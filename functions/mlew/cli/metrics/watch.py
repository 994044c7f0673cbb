"""`mlew metrics watch`: a workshop's numbers while people try its mocks."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.live import Live

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import Asked, NumbersOf, asked
from mlew.cli.metrics.funnel import funnel_table, step_title
from mlew.cli.metrics.last_voices import SHOWN, LastVoices
from mlew.cli.metrics.numbers_view import Column, filters, no_data, shown_rate, side_by_side, solved
from mlew.cli.output import heading, line, table
from mlew.domain.figures import Summary
from mlew.domain.voice import Voice
from mlew.errors import StoreUnavailable

SECONDS = 5.0
"""The stream is counted every five seconds: looking more often shows nothing more."""
_LINES_A_MOCK = 6
_LINES_BELOW = 4


def watch(
    cli: Invocation,
    of: NumbersOf,
    every: Annotated[float, typer.Option("--every", min=1.0)] = SECONDS,
) -> None:
    """Until Ctrl-C; then the numbers as they are."""
    one = asked(cli, of)
    last = LastVoices(one)
    with _shown(cli, one) as show:
        try:
            while True:
                with suppress(StoreUnavailable):  # the next look comes soon
                    show(one.numbers.summaries(one.mocks, one.period, one.population), last.look())
                cli.around.pause(every)
        except KeyboardInterrupt:
            found = one.numbers.summaries(one.mocks, one.period, one.population)
    columns = [Column(summary.title, summary.total) for summary in found]
    cli.out.answer({**one.data(), "summaries": found}, side_by_side(cli, columns), *filters(cli, one, found))


class _Picture:
    """Drawn anew at every look."""

    def __init__(self, cli: Invocation, one: Asked, live: Live) -> None:
        self._cli, self._one, self._live = cli, one, live

    def __call__(self, found: Sequence[Summary], voices: Sequence[tuple[str, Voice]]) -> None:
        self._live.update(picture(self._cli, self._one, found, voices), refresh=True)


class _Lines:
    """Where no picture can move: a line for each mock whenever its numbers have changed, and for each comment."""

    def __init__(self, cli: Invocation) -> None:
        self._cli = cli
        self._said: dict[str, str] = {}
        self._read: set[tuple[str, str]] = set()

    def __call__(self, found: Sequence[Summary], voices: Sequence[tuple[str, Voice]]) -> None:
        for one in found:
            text = head(self._cli, one)
            if self._said.get(one.mock) != text:
                self._said[one.mock] = text
                self._cli.out.note(text)
        for pair, voice in voices:
            if (voice.session, voice.event) not in self._read:
                self._read.add((voice.session, voice.event))
                self._cli.out.note(f"{pair}  {voice.text}")


@contextmanager
def _shown(cli: Invocation, one: Asked) -> Iterator[_Picture | _Lines]:
    notes = cli.out.notes
    if not notes.is_terminal:
        yield _Lines(cli)
        return
    with Live(console=notes, auto_refresh=False, transient=True) as live:
        yield _Picture(cli, one, live)


def picture(
    cli: Invocation, one: Asked, found: Sequence[Summary], voices: Sequence[tuple[str, Voice]]
) -> RenderableType:
    """All mocks with answers and funnels, then what people wrote last; funnels in one line where room is short."""
    needed = sum(len(summary.total.funnel) + _LINES_A_MOCK for summary in found) + SHOWN + _LINES_BELOW
    roomy = needed <= cli.out.notes.size.height
    parts: list[RenderableType] = []
    for summary in found:
        parts.append(heading(head(cli, summary)))
        if not summary.total.sessions:
            parts.append(no_data(cli, one))
            continue
        parts.append(_answers(cli, summary))
        parts.append(funnel_table(cli, summary.total.funnel) if roomy else _short_funnel(cli, summary))
    parts.append(heading(cli.words("metrics.last-voices")))
    parts += [line(f"{_clock(one, voice)} {pair}  {voice.text}") for pair, voice in voices] or [line("–", "dim")]
    parts.append(line(f"{cli.around.now().astimezone(one.zone):%H:%M:%S}  {cli.words('metrics.stop')}", "dim"))
    return Group(*parts)


def head(cli: Invocation, summary: Summary) -> str:
    """A mock in one line."""
    total = summary.total
    return cli.words(
        "metrics.head", title=summary.title, visitors=total.visitors, sessions=total.sessions, events=total.events
    )


def _answers(cli: Invocation, summary: Summary) -> RenderableType:
    total = summary.total
    rates = (("task_success", total.task_success), ("solved", solved(total)), ("intention", total.intention))
    return table(
        ["", ""], [[cli.words(f"metrics.measure.{name}"), line(shown_rate(rate), "cyan")] for name, rate in rates]
    )


def _short_funnel(cli: Invocation, summary: Summary) -> RenderableType:
    steps = summary.total.funnel
    between = " → ".join(f"{step.visitors:,}" for step in steps)
    return line(f"{step_title(cli, steps[0])} {between} {step_title(cli, steps[-1])}", "cyan")


def _clock(one: Asked, voice: Voice) -> str:
    return f"{datetime.fromtimestamp(voice.at / 1000, UTC).astimezone(one.zone):%H:%M}"
