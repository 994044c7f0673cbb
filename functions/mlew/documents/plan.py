"""The plan as Markdown: dates, tasks, money, meetings, open points; and back."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from mlew.documents.block import block
from mlew.documents.bullets import labelled, read_labelled, text_of
from mlew.documents.choice import read_choice
from mlew.documents.columns import columns, read_columns
from mlew.documents.defect import defect
from mlew.documents.ids import numbered
from mlew.documents.inline import inline
from mlew.documents.page import Page, document, section
from mlew.documents.plan_tables import MEETING, MEETING_LABELS, MILESTONES, POINTS, REPORTS, REQUESTS, TASKS, TIME
from mlew.documents.values import Day, Place, Shape
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale, Model
from mlew.domain.plan import Plan

TITLES = Words(
    title=("実行計画", "Plan"),
    milestones=("マイルストーン", "Milestones"),
    tasks=("仕事", "Tasks", "タスク"),
    requests=("お金の相談", "Money to ask for", "投資の相談"),
    meeting=("進捗会議", "Progress meeting"),
    reports=("経営層への報告", "Reports to executives"),
    open_points=("まだ決まっていないこと", "Open points", "未決事項"),
    time=("使える時間", "Time available"),
    other=OTHER,
)
_INTRO = Words(
    name=("名前", "Name"),
    starts=("開始日", "Start"),
    time_zone=("タイムゾーン", "Time zone"),
    currency=("通貨", "Currency"),
)
_CURRENCIES = Words(JPY=("円", "JPY", "￥"), USD=("米ドル", "USD", "ドル", "$"), EUR=("ユーロ", "EUR", "€"))
_DEFAULTS: dict[str, float] = {"effort": 1, "minutes": 30, "weeks": 1, "days": 5}
_WHOLE = ("minutes", "weeks")


def render(plan: Plan, locale: Locale) -> str:
    """Dates first, then who does what until when; the sums of money are computed."""
    intro = {
        "name": inline(plan.title),
        "starts": plan.starts.isoformat(),
        "time_zone": inline(plan.time_zone),
        "currency": _CURRENCIES(plan.currency, locale),
    }
    requests = [request.model_dump() | {"amount": request.amount} for request in plan.requests]
    time = [{"name": name, "days": days} for name, days in plan.days_per_week.items()]
    return document(
        f"# {TITLES('title', locale)}",
        labelled(_INTRO, locale, intro),
        section(TITLES("milestones", locale), _table(MILESTONES, _dumped(plan.milestones), locale)),
        section(TITLES("tasks", locale), _table(TASKS, _dumped(plan.tasks), locale)),
        section(TITLES("requests", locale), _table(REQUESTS, requests, locale)),
        section(TITLES("meeting", locale), _meeting(plan, locale)),
        section(TITLES("reports", locale), _table(REPORTS, _dumped(plan.reports), locale)),
        section(TITLES("open_points", locale), _table(POINTS, _dumped(plan.open_points), locale)),
        section(TITLES("time", locale), _table(TIME, time, locale)),
        section(TITLES("other", locale), block(plan.extra, TITLES)),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> Plan:
    """The plan of an edited document; tasks and requests without an id get a new one.

    Raises InputError naming the line. Whether the plan can be is `plan_errors`' question.
    """
    page = Page(text, locale, TITLES)
    intro, rest = read_labelled(page.lines("title"), _INTRO)
    page.leave(rest)
    if "starts" not in intro:
        raise defect(locale, "no-label", 0, label=_INTRO("starts", locale))
    starts = intro["starts"][-1]
    currency = intro["currency"][-1] if "currency" in intro else None
    return Plan.model_validate(
        {
            "title": text_of(intro, "name"),
            "starts": Day().read(starts.written, Place(locale, starts.number, _INTRO("starts", locale))),
            "time_zone": text_of(intro, "time_zone") or Plan.model_fields["time_zone"].default,
            "currency": read_choice(
                _CURRENCIES,
                currency.text if currency else "",
                locale,
                line=currency.number if currency else 0,
                field=_INTRO("currency", locale),
                default="JPY",
            ),
            "milestones": _rows(page, "milestones", MILESTONES, ("name", "planned")),
            "tasks": _identified("T", _rows(page, "tasks", TASKS, ("title", "start", "due")), locale, taken),
            "requests": [
                {key: value for key, value in row.items() if key != "amount"}
                for row in _identified("R", _rows(page, "requests", REQUESTS, ("kind", "items")), locale, taken)
            ],
            "meeting": _read_meeting(page),
            "reports": _rows(page, "reports", REPORTS, ("milestone", "when")),
            "open_points": _rows(page, "open_points", POINTS, ("text", "who")),
            "days_per_week": {row["name"]: row["days"] for row in _rows(page, "time", TIME, ("name", "days"))},
            "extra": page.extra(),
        }
    )


def _table(shape: Shape, rows: Sequence[Mapping[str, Any]], locale: Locale) -> str:
    return columns(shape.words, tuple(shape.kinds), [shape.row(row, locale) for row in rows], locale) if rows else ""


def _dumped(models: Sequence[Model]) -> list[dict[str, Any]]:
    return [model.model_dump() for model in models]


def _rows(page: Page, title: str, shape: Shape, needed: Sequence[str]) -> list[dict[str, Any]]:
    """Values of every row, with `line` beside them where ids are given later."""
    found: list[dict[str, Any]] = []
    for record in read_columns(page, title, shape.words, needed, optional=True):
        values = shape.values(record.cells, page.locale, record.number)
        if "id" in values:
            values["id"] = (values["id"], record.number)
        found.append(_filled(values))
    return found


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Numbers that nobody wrote are the usual ones."""
    for key, usual in _DEFAULTS.items():
        if key in values:
            value = usual if values[key] is None else values[key]
            values[key] = int(value) if key in _WHOLE else value
    return values


def _identified(
    prefix: str, rows: Sequence[dict[str, Any]], locale: Locale, taken: Collection[str]
) -> list[dict[str, Any]]:
    ids = numbered(prefix, [row["id"] for row in rows], locale, taken)
    return [{**row, "id": identifier} for row, identifier in zip(rows, ids, strict=True)]


def _meeting(plan: Plan, locale: Locale) -> str:
    if plan.meeting is None:
        return ""
    values = plan.meeting.model_dump()
    written = {key: kind.write(values[key], locale, inline) for key, kind in MEETING.items()}
    return labelled(MEETING_LABELS, locale, written)


def _read_meeting(page: Page) -> dict[str, Any] | None:
    found, rest = read_labelled(page.lines("meeting"), MEETING_LABELS)
    page.leave(rest)
    if not found:
        return None
    for needed in ("first", "until"):
        if needed not in found:
            raise defect(page.locale, "no-label", 0, label=MEETING_LABELS(needed, page.locale))
    values: dict[str, Any] = {}
    for key, kind in MEETING.items():
        lines = found.get(key, [])
        place = Place(page.locale, lines[-1].number if lines else 0, MEETING_LABELS(key, page.locale))
        values[key] = kind.read("<br>".join(line.written for line in lines), place)
    return _filled(values)
