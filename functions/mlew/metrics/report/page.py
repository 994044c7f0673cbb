"""A report as HTML. Everything that people or pages wrote is escaped; a policy in the page forbids the rest."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from jinja2 import Environment

from mlew.documents.web_page.frame import environment
from mlew.documents.web_page.side_by_side import render_side_by_side
from mlew.domain.estimate import Rate
from mlew.domain.figures import Figures, StepFigure, TimePoint
from mlew.metrics.intervals import rate
from mlew.metrics.report import pictures
from mlew.metrics.report.content import MockNumbers, Report
from mlew.metrics.report.words import Words, words
from mlew.metrics.wording import duration, percent, rate_interval

_PACKAGE = "mlew.metrics.report"
_MOST_ELEMENTS = 20


def render_report(report: Report) -> str:
    """The page. The same report is the same text."""
    said = words(report.locale)
    view, period = _View(report, said), _period(report, said)
    return render_side_by_side(_environment(), _PACKAGE, report, said, view=view, period=period)


class _View:
    """What the templates ask about a report in its language."""

    most_elements = _MOST_ELEMENTS

    def __init__(self, report: Report, said: Words) -> None:
        self._locale, self._words, self._zone = report.locale, said, ZoneInfo(report.zone)

    def duration(self, seconds: float | None) -> str:
        """With its unit, which stays with the number."""
        return duration(seconds, self._locale).replace(" ", "\N{NO-BREAK SPACE}")

    def mean_interval(self, figures: Figures) -> str:
        """Of the durations."""
        low, high = figures.duration.low, figures.duration.high
        return "" if low is None or high is None else f"{self.duration(max(0.0, low))} – {self.duration(high)}"

    def percentile(self, figures: Figures, share: int) -> str:
        """Of the durations."""
        return self.duration(dict(figures.percentiles)[share])

    def step_title(self, step: StepFigure) -> str:
        """As the mock calls it; the first and the last have names of ours."""
        return self._words[step.id] if step.id in ("start", "done") else step.title or step.id

    def moment(self, at: int) -> str:
        """Milliseconds since 1970 as the workshop's time."""
        return f"{datetime.fromtimestamp(at / 1000, UTC).astimezone(self._zone):%Y-%m-%d %H:%M}"

    def point_time(self, point: TimePoint, mock: MockNumbers) -> str:
        """An hour or a day, for a table."""
        return f"{point.start:%Y-%m-%d}" if mock.by_day else f"{point.start:%Y-%m-%d %H:%M}"

    def point_labels(self, mock: MockNumbers) -> Sequence[str]:
        """As short as can be without being mistaken, for the axis."""
        one_day = len({point.start.date() for point in mock.points}) == 1

        def label(at: datetime) -> str:
            day, hour = f"{at.month}/{at.day}", f"{at:%H:%M}"
            return day if mock.by_day else hour if one_day else f"{day} {hour}"

        return [label(point.start) for point in mock.points]

    def picture(self, mock: MockNumbers) -> pictures.TimePicture:
        """The time line."""
        said = self._words
        titles = [
            f"{self.point_time(p, mock)} · {said['sessions']} {p.sessions:,} · {said['reached']} {p.done:,}"
            for p in mock.points
        ]
        return pictures.time_picture(mock.points, titles)


def solved(figures: Figures) -> Rate:
    """Of those who answered whether their problem is solved, those who said yes."""
    found = next(answer for answer in figures.answers if answer.question == "solved")
    return rate(found.yes, found.answered)


def _period(report: Report, said: Words) -> str:
    if report.begin is None and report.end is None:
        return said["always"]
    return " – ".join(f"{at:%Y-%m-%d %H:%M}" if at else "…" for at in (report.begin, report.end))


@cache
def _environment() -> Environment:
    return environment(
        _PACKAGE,
        filters={
            "percent": percent,
            "interval": rate_interval,
            "count": lambda number: f"{number:,}",
            "solved": solved,
        },
        names={"bar": pictures.bar, "line": pictures.interval, "parts": pictures.parts},
    )
