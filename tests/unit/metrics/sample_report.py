"""A workshop's report with everything in it: made-up visitors, counted by the real code."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import islice
from random import Random
from zoneinfo import ZoneInfo

from mlew.domain.base import Locale
from mlew.domain.click_record import ClickEvent, ClickRecord
from mlew.domain.delivered import Delivered
from mlew.domain.mock import Mock, MockStep
from mlew.metrics.report.content import MOST_HOURS, MockNumbers, Report
from mlew.ports.tracking import TrackedLink
from mlew.services.counting_events import CountingEvents
from mlew.services.reading_metrics import ReadingMetrics
from tests.fakes.tracking import InMemoryTrackingKeys
from tests.fakes.visits import InMemoryVisitStore
from tests.unit.metrics.traffic import event, record

BEGIN = datetime(2026, 4, 1, 0, 30, tzinfo=UTC)
ZONE = "Asia/Tokyo"
TITLES: dict[Locale, tuple[str, ...]] = {
    "ja": ("明日の仕入れを朝いちばんに", "おすすめ献立ボード", "アレルギー早見表"),
    "en": ("Tomorrow's order, first thing in the morning", "Menu board", "Allergen finder"),
}
STEPS: dict[Locale, tuple[str, ...]] = {
    "ja": ("店舗を選ぶ", "予測を確かめる", "数量を直す", "発注を送る"),
    "en": ("Choose the shop", "Look at the forecast", "Change amounts", "Send the order"),
}
VOICES: dict[Locale, tuple[str, ...]] = {
    "ja": (
        "朝の 30 分が浮きます。天気の理由が書いてあるのが良い。",
        "数字の根拠をもう少し見たいです。",
        "前年と比べられるとうれしい。\n店ごとの違いも見たい。",
        "操作は迷わなかった",
        "新人でも使えそうですが、急な予約が入ったときにどうなるのかが気になりました。手で直したあと、次の日の予測に反映されますか。",
    ),
    "en": (
        "Saves me half an hour every morning. I like that it says why: the weather.",
        "I'd like to see more of what the numbers are based on.",
        "Could it compare with last year?\nAnd between shops?",
        "No trouble finding my way",
        "A beginner could use this, but what happens when a large booking comes in late?"
        " Does it learn from the amounts that I change by hand?",
    ),
}
_CHANCES = ((0.92, 0.72, 0.66), (0.74, 0.5, 0.45), (0.0, 0.0, 0.0))


def mocks(locale: Locale) -> tuple[Mock, ...]:
    """Three of a workshop; nobody has opened the last one."""
    steps = tuple(MockStep(id=f"s{n}", title=title) for n, title in enumerate(STEPS[locale], start=1))
    return tuple(
        Mock(
            id=f"m0ck00000000000{number}",
            workshop="w1",
            pair="abc"[number],
            origin="spec",
            title=title,
            locale=locale,
            key=f"k{number}",
            created_at=BEGIN,
            steps=steps,
            rehearsed=number == 1,
        )
        for number, title in enumerate(TITLES[locale])
    )


@cache
def sample_numbers(locale: Locale, *, visitors: int = 46) -> ReadingMetrics:
    """Numbers of those mocks, to be read only."""
    store, keys, records = InMemoryVisitStore(), InMemoryTrackingKeys(), []
    for number, mock in enumerate(mocks(locale)[:2]):
        links = [TrackedLink(f"inside{number:04d}", "internal", personal=False)]
        links.append(TrackedLink(f"client{number:04d}", "external", personal=False))
        keys.add_links(mock.id, links)
        random = Random(number)
        codes = ("", *(link.code for link in links), links[1].code)
        records += [_visit(random, mock, n, random.choice(codes)) for n in range(visitors // (number + 1))]
    delivered = [Delivered(n, one) for n, one in enumerate(records, start=1)]
    assert CountingEvents(store, keys).count("0", delivered) is None
    return ReadingMetrics(store)


def sample_report(locale: Locale, *, several: bool = True, simulated: bool = True) -> Report:
    """For a workshop, or its first mock."""
    numbers = sample_numbers(locale)
    shown = mocks(locale) if several else mocks(locale)[:1]
    return Report(
        locale=locale,
        workshop="w1",
        subject="みどり食堂 / 社員食堂の発注" if locale == "ja" else "Green Canteen / Ordering for the canteen",
        zone=ZONE,
        made_at=(BEGIN + timedelta(hours=9)).astimezone(ZoneInfo(ZONE)),
        begin=None,
        end=None,
        population=None,
        simulated=simulated,
        mocks=tuple(
            mock_numbers(numbers, mock, pair_name) for mock, pair_name in zip(shown, _pairs(locale), strict=False)
        ),
    )


def mock_numbers(numbers: ReadingMetrics, mock: Mock, pair_name: str = "") -> MockNumbers:
    """As the command line puts them together."""
    zone = ZoneInfo(ZONE)
    points = numbers.time_line(mock, zone)
    return MockNumbers(
        pair=mock.pair,
        pair_name=pair_name,
        rehearsed=mock.rehearsed,
        summary=numbers.summary(mock),
        by_day=len(points) > MOST_HOURS,
        points=points,
        elements=numbers.elements(mock),
        voices=tuple(islice(numbers.voices(mock).lines, 8)),
        more_voices=0,
    )


def _pairs(locale: Locale) -> Sequence[str]:
    return ("厨房", "メニュー", "安全") if locale == "ja" else ("Kitchen", "Menu", "Safety")


def _visit(random: Random, mock: Mock, n: int, code: str) -> ClickRecord:
    number, locale = int(mock.id[-1]), mock.locale
    forward, solved, use = _CHANCES[number]
    at = int(BEGIN.timestamp() * 1000) + int(random.triangular(0, 8, 3) * 3_600_000)
    events: list[ClickEvent] = []

    def add(kind: str, name: str = "", value: str | int | None = None) -> None:
        nonlocal at
        at += random.randrange(2_000, 40_000)
        events.append(event(len(events) + 1, at, kind, name, value))  # type: ignore[arg-type]  # one of ClickKind

    add("view")
    if random.random() < 0.93:
        add("step", "start")
        add("click", "start")
        far = True
        for step in mock.steps:
            far = far and random.random() < forward
            if far:
                add("step", step.id)
                add("click", random.choice(("next", "forecast-reason", "change-amount")))
        if far:
            add("step", "done")
        if random.random() < 0.8:
            add(
                "answer",
                "solved",
                random.choices(("yes", "unsure", "no"), (solved, (1 - solved) / 2, (1 - solved) / 2))[0],
            )
            add("answer", "use", random.choices(("yes", "unsure", "no"), (use, (1 - use) / 2, (1 - use) / 2))[0])
        if random.random() < 0.25:
            add("comment", "", random.choice(VOICES[locale]))
    agent, preview = ("bot", False) if n % 15 == 14 else ("person", n % 11 == 10)
    return record(f"session-{number}-{n:04d}", *events, mock=mock.id, code=code, agent=agent, preview=preview)
