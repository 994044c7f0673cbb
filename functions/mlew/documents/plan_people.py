"""Who plans, from which day, in which time zone, around which holidays: an input of the plan, without names."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from mlew.documents.bullets import labelled, read_labelled
from mlew.documents.columns import columns, read_columns
from mlew.documents.inline import cell, inline, item, items, joined
from mlew.documents.market_tables import CURRENCIES
from mlew.documents.page import Page, document, section
from mlew.documents.role_names import ROLES
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.plan_conversion import PlanFrame
from mlew.domain.plan_people import Person
from mlew.domain.working_days import DaysOff

_TITLES = Words(
    title=("人と日程", "People and dates"),
    people=(
        "人（名前は伏せてあります。記号で書いてください）",
        "People, without names: write P-1, P-2, …",
        "人",
        "people",
    ),
    off=("休日（土曜、日曜のほか）", "Days off beside weekends", "休日", "days off"),
    other=OTHER,
)
_LABELS = Words(
    starts=("今日・開始日", "Today, the start"),
    weekday=("曜日", "Day of the week"),
    time_zone=("タイムゾーン", "Time zone"),
    currency=("通貨", "Currency"),
)
_PEOPLE = Words(alias=("記号", "Sign"), roles=("役割", "Roles"))
_OFF = Words(day=("日付", "Date"), name=("名前", "Name"))
_WEEKDAYS: dict[Locale, tuple[str, ...]] = {
    "ja": ("月", "火", "水", "木", "金", "土", "日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


class Brief(NamedTuple):
    """What the plan has to fit."""

    frame: PlanFrame
    people: tuple[Person, ...]
    off: dict[date, str]


def render_people(frame: PlanFrame, people: Sequence[Person], off: DaysOff, locale: Locale) -> str:
    """Roles by sign, and days on which nobody works."""
    intro = {
        "starts": frame.starts.isoformat(),
        "weekday": _WEEKDAYS[locale][frame.starts.weekday()],
        "time_zone": inline(frame.time_zone),
        "currency": CURRENCIES(frame.currency, locale),
    }
    rows = [
        {"alias": cell(one.alias), "roles": joined(ROLES.spell(role, locale, item) for role in one.roles)}
        for one in people
    ]
    days = [{"day": day.isoformat(), "name": cell(name)} for day, name in sorted(off.items())]
    return document(
        f"# {_TITLES('title', locale)}",
        labelled(_LABELS, locale, intro),
        section(_TITLES("people", locale), columns(_PEOPLE, ("alias", "roles"), rows, locale) if rows else ""),
        section(_TITLES("off", locale), columns(_OFF, ("day", "name"), days, locale) if days else ""),
    )


def read_people(text: str, locale: Locale) -> Brief:
    """What `render_people` wrote. Raises InputError naming the line, ValueError for a day that is none."""
    page = Page(text, locale, _TITLES)
    intro, _ = read_labelled(page.lines("title"), _LABELS)
    values = {key: found[-1].text for key, found in intro.items()}
    frame = PlanFrame.model_validate(
        {
            "starts": date.fromisoformat(values.get("starts", "")),
            "time_zone": values.get("time_zone", "Asia/Tokyo"),
            "currency": CURRENCIES.key(values.get("currency", "")) or "JPY",
        }
    )
    people = tuple(
        Person(alias=record.text("alias"), name="", roles=tuple(map(ROLES.unspell, items(record.written("roles")))))
        for record in read_columns(page, "people", _PEOPLE, ("alias", "roles"), optional=True)
    )
    days = read_columns(page, "off", _OFF, ("day", "name"), optional=True)
    return Brief(frame, people, {date.fromisoformat(record.text("day")): record.text("name") for record in days})
