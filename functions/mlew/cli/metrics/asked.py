"""Which numbers a command is about: mocks, people, period; and what stands beside the numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.moment import begin_of, end_of
from mlew.cli.mocks.chosen import MockOption, PairOption, chosen, workshop_of
from mlew.cli.options import OptionGroup
from mlew.cli.show import WorkshopOption
from mlew.domain.figures import Period, SessionLine
from mlew.domain.mock import Mock, Population
from mlew.domain.voice import Voice
from mlew.domain.workshop import Workshop
from mlew.errors import InputError, SetupError

if TYPE_CHECKING:
    from mlew.services.reading_metrics import ReadingMetrics

PopulationOption = Annotated[Population | None, typer.Option("--population")]
SinceOption = Annotated[str | None, typer.Option("--since", metavar="TIME")]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="TIME")]


@dataclass(frozen=True)
class Asked:
    """`period`: in whole quarters of an hour, as the numbers are kept."""

    numbers: "ReadingMetrics"
    workshop: Workshop
    mocks: Sequence[Mock]
    zone: ZoneInfo
    period: Period
    population: Population | None

    def session_fits(self, session: SessionLine) -> bool:
        """Whether it is of these people and began in the period."""
        return self.population in (None, session.population) and self._inside(session.begin)

    def voice_fits(self, voice: Voice) -> bool:
        """Whether it is of these people and was written in the period."""
        at = datetime.fromtimestamp(voice.at / 1000, UTC)
        return self.population in (None, voice.population) and self._inside(at)

    def data(self) -> dict[str, Any]:
        """What was asked for, for --json."""
        begin, end = (at.astimezone(self.zone) if at else None for at in (self.period.begin, self.period.end))
        return {
            "workshop": self.workshop.id,
            "time_zone": self.zone.key,
            "since": begin.isoformat() if begin else None,
            "until": end.isoformat() if end else None,
            "population": self.population,
        }

    def _inside(self, at: datetime | None) -> bool:
        begin, end = self.period.begin, self.period.end
        if at is None:
            return begin is None and end is None
        return (begin is None or at >= begin) and (end is None or at < end)


@dataclass(frozen=True)
class NumbersOf(OptionGroup):
    """Options of every command about numbers."""

    workshop: WorkshopOption = None
    pair: PairOption = None
    mock: MockOption = None
    population: PopulationOption = None
    since: SinceOption = None
    until: UntilOption = None


def asked(cli: Invocation, of: NumbersOf) -> Asked:
    """Raises SetupError if this deployment measures nothing, NotFound without mocks, InputError for odd times."""
    record = workshop_of(cli, of.workshop)
    numbers = measured(cli)
    zone = ZoneInfo(record.plan.time_zone)
    begin = begin_of(of.since, zone) if of.since is not None else None
    end = end_of(of.until, zone) if of.until is not None else None
    if begin and end and begin >= end:
        raise InputError(cli.words("metrics.ends-before"), hint=cli.words("metrics.time-hint"))
    found = chosen(cli, record, of.pair, of.mock)
    return Asked(numbers, record, found, zone, Period(begin=begin, end=end), of.population)


def measured(cli: Invocation) -> "ReadingMetrics":
    """The numbers of this deployment. Raises SetupError if it keeps none; says so if none are taken at present."""
    numbers = cli.workbench.numbers
    if numbers is None:
        raise SetupError(cli.words("metrics.none-here"), hint=cli.words("metrics.none-here-hint"))
    if cli.workbench.deployment.intake == "off":
        cli.note("metrics.intake-off", "yellow")
    return numbers


def the_only(cli: Invocation, one: Asked) -> Mock:
    """The mock, where a command takes no more than one. Raises InputError naming them."""
    if len(one.mocks) == 1:
        return one.mocks[0]
    named = " / ".join(f"--mock {mock.id} ({mock.pair}: {mock.title})" for mock in one.mocks)
    raise InputError(cli.words("mocks.which"), hint=named)
