"""The definitions in docs/metrics.md and its Japanese twin: their example is counted, and every number compared.

The rows of the example stand in both pages; what comes out of them was worked out by hand, there and in test_reading.
"""

import re
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mlew.domain.click_record import ClickRecord, RefusedEvent
from mlew.metrics.durations import BOUNDS, bin_of
from mlew.metrics.export.rows import SESSION_COLUMNS, SUMMARY_COLUMNS, VOICE_COLUMNS
from mlew.metrics.report.page import solved as solved_of
from tests.unit.metrics.test_reading import DAY, SHOP, counted
from tests.unit.metrics.traffic import LINKS, NOON, event, record

DOCS = Path(__file__).parents[3] / "docs"
PAGES = ("metrics.md", "metrics.ja.md")
TOKYO = ZoneInfo("Asia/Tokyo")
EVENT = re.compile(r"`(\d+)@(\d+) (\w+) ?([a-z]*) ?([^`]*)`")
NUMBERS = re.compile(r"\d+(?:\.\d+)?")
BEGIN_OF_THE_DAY = 23 * 60  # minutes, in Tokyo


def tables(page: str) -> list[list[list[str]]]:
    """Rows of cells of the tables of the chapter that has the example."""
    chapters = (DOCS / page).read_text(encoding="utf-8").split("\n## ")
    (text,) = (chapter for chapter in chapters if "`session-a1`" in chapter)
    found = [block.splitlines()[2:] for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)]
    return [[[cell.strip() for cell in row.strip("|").split("|")] for row in rows] for rows in found]


def documented_day(page: str) -> tuple[ClickRecord, ...]:
    """The example's rows as requests."""
    return tuple(_request(*row) for row in tables(page)[0])


def _request(session: str, who: str, begin: str, events: str) -> ClickRecord:
    hour, minute = map(int, begin.split(":"))
    at = NOON + ((hour * 60 + minute - BEGIN_OF_THE_DAY) % 1440) * 60_000
    told, refused = [], []
    for number, second, kind, name, value in EVENT.findall(events):
        if kind == "refused":
            refused.append(RefusedEvent(n=int(number), reason=name))
            continue
        said = int(value or name) if kind == "time" else (value or None)
        called = "" if kind in ("time", "comment") else name
        text = (name or value) if kind == "comment" else said
        told.append(event(int(number), at + int(second) * 1000, kind, called, text))
    token = (re.findall("`(.+?)`", who) or [""])[0]
    code = token if token in {link.code for link in LINKS} else ""
    more = {"agent": "bot"} if token == "bot" else {"preview": True} if token == "preview" else {}
    return record(session.strip("`"), *told, code=code, refused=tuple(refused), **more)


def numbers(row: list[str]) -> list[float]:
    """Of an example; neither minutes nor the number of the month, which one of the languages has."""
    return [float(number) for number in NUMBERS.findall(re.sub(r":00|\d+ 月", "", row[2]))]


def values_in_order(values: list[float | None]) -> list[float]:
    assert None not in values
    return sorted(value for value in values if value is not None)


@pytest.mark.parametrize("page", PAGES)
def test_the_example_in_the_pages_is_the_case_that_was_worked_out(page: str) -> None:
    assert documented_day(page) == DAY


@pytest.mark.parametrize("page", PAGES)
def test_every_number_of_the_example_is_what_comes_out(page: str) -> None:
    reading = counted(*documented_day(page))[1]
    summary = reading.summary(SHOP)
    total = summary.total
    (buy,) = reading.elements(SHOP)
    hours, days = reading.time_line(SHOP, TOKYO), reading.time_line(SHOP, TOKYO, "day")
    reached = {step.id: step.visitors for step in total.funnel}
    populations = [one.figures.sessions for one in summary.populations]
    bots, _, own = summary.apart
    low, high = total.task_success.low or 0, total.task_success.high or 0
    solved = solved_of(total)
    duration, success = total.duration.value, total.task_success
    expected: list[list[float | None]] = [
        [total.events],
        [total.views],
        [total.sessions],
        [total.visitors],
        [60, 120, 30, 0, total.sessions, duration],
        [90, total.sessions, total.visible],
        [total.bounce.hits, total.bounce.of],
        [reached["start"], reached["choose"], reached["done"]],
        [success.hits, success.of],
        [total.intention.hits, total.intention.of, total.answer_rate.hits, total.answer_rate.of],
        [solved.hits, solved.of],
        [buy.conversion.hits, buy.conversion.of],
        [total.lost],
        [total.refused],
        [hours[0].sessions, hours[0].start.hour, hours[1].sessions, hours[1].start.hour],
        [*(number for day in days for number in (day.start.day, day.sessions))],
        [*populations],
        [round((dict(total.percentiles)[50] or 0), 1)],
        [bots.sessions, bots.events, own.sessions, own.events],
        [success.hits, success.of, round(low * 100), round(high * 100)],
    ]
    rows = tables(page)[1]
    assert len(rows) == len(expected)
    for row, values in zip(rows, expected, strict=True):
        assert sorted(numbers(row)) == values_in_order(values), row


def test_the_example_lasts_over_midnight_in_the_workshops_time() -> None:
    first, last = (counted(*DAY)[1].time_line(SHOP, TOKYO)[at].start for at in (0, -1))
    assert (first.hour, last.hour) == (23, 0)
    assert last - first == timedelta(hours=1)


@pytest.mark.parametrize("page", PAGES)
def test_the_columns_of_exports_are_those_in_the_pages(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    for name, columns in (("sessions", SESSION_COLUMNS), ("voices", VOICE_COLUMNS), ("summary", SUMMARY_COLUMNS)):
        (row,) = re.findall(rf"^\| `{name}` \| (.*) \|$", text, re.MULTILINE)
        assert tuple(re.findall(r"`(\w+)`", row))[: len(columns)] == columns


@pytest.mark.parametrize("page", PAGES)
def test_the_bin_that_the_median_comes_from(page: str) -> None:
    (definition,) = (row[1] for row in tables(page)[1] if "28.4" in row[1])
    at = bin_of(30_000)
    bounds = [f"{bound / 1000:.1f}" for bound in BOUNDS[at - 1 : at + 1]]
    assert re.findall(r"\d+\.\d", definition) == bounds
