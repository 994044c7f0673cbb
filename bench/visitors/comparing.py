"""What the product says, under the names that the truth has."""

from collections import Counter
from zoneinfo import ZoneInfo

from bench.visitors.truth import Figures
from mlew.domain.figures import Figures as Shown
from mlew.domain.mock import Mock
from mlew.domain.voice import Voice
from mlew.services.reading_metrics import ReadingMetrics

ZONE = ZoneInfo("Asia/Tokyo")
_SECOND = 1000


def shown(numbers: ReadingMetrics, mock: Mock) -> Figures:
    """Every number of a mock, as the queries answer."""
    summary = numbers.summary(mock)
    found: Figures = {}
    for apart in summary.apart:
        found[f"{apart.kind}.sessions"], found[f"{apart.kind}.events"] = apart.sessions, apart.events
    groups = {"all": summary.total, **{str(one.population): one.figures for one in summary.populations}}
    for name, figures in groups.items():
        found |= {f"{name}.{figure}": value for figure, value in _figures(figures).items()}
    for element in numbers.elements(mock):
        found |= {f"{element.name}: clicks": element.clicks, f"{element.name}: sessions": element.sessions}
    for point in numbers.time_line(mock, ZONE):
        hour = int(point.start.timestamp()) // 3600
        named = {"sessions": point.sessions, "events": point.events, "visitors": point.visitors}
        found |= {f"hour {hour}: {figure}": value for figure, value in named.items() if value}
    return found


def differences(true: Figures, said: Figures) -> list[str]:
    """One line for each number that is not as it should be."""
    return [
        f"{n}: {said.get(n)} instead of {true.get(n)}" for n in sorted({*true, *said}) if true.get(n) != said.get(n)
    ]


def heard(numbers: ReadingMetrics, mock: Mock) -> Counter[tuple[str, str]]:
    """All comments, page by page."""
    found: list[Voice] = []
    cursor = ""
    while True:
        page = numbers.voices(mock, cursor)
        found += page.lines
        cursor = page.cursor
        if not cursor:
            return Counter((voice.population, voice.text) for voice in found)


def _figures(figures: Shown) -> Figures:
    sessions = figures.sessions
    found: Figures = {
        "events": figures.events,
        "views": figures.views,
        "clicks": figures.clicks,
        "forms": figures.forms,
        "comments": figures.comments,
        "sessions": sessions,
        "visitors": figures.visitors,
        "lost": figures.lost,
        "refused": figures.refused,
        "bounced": figures.bounce.hits,
        "duration, sum in ms": round((figures.duration.value or 0) * sessions * _SECOND),
        "duration, deviation in ms": round((figures.duration.deviation or 0) * _SECOND),
        "visible, sum in ms": round((figures.visible or 0) * sessions * _SECOND),
        **{f"reached {step.id}": step.visitors for step in figures.funnel},
    }
    for answer in figures.answers:
        named = {"yes": answer.yes, "unsure": answer.unsure, "no": answer.no}
        found |= {f"{answer.question} {value}": n for value, n in named.items()}
    rates = {"task success": figures.task_success, "intention": figures.intention, "answer rate": figures.answer_rate}
    for name, rate in rates.items():
        found |= {f"{name}, hits": rate.hits, f"{name}, of": rate.of}
    return found
