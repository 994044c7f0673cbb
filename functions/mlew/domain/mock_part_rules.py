"""What each part of a screen needs before somebody can use it: the draft's side of the eleven parts."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mlew.domain.mock_draft import FieldDraft, ScreenDraft
from mlew.domain.screen_parts import PartKind

ENDING = re.compile(r"\.[a-z0-9]{1,6}")
"""Of a file that may be uploaded."""
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Lack:
    """What a part lacks: `rule` with its facts; `path` below the screen."""

    rule: str
    path: str
    facts: dict[str, object]


def lacks(screen: ScreenDraft) -> list[Lack]:
    """Everything that the screen's part lacks, in the order of the draft."""
    return list(_CHECKS[screen.part](screen))


def is_day(text: str) -> bool:
    """Whether `text` is a real date, YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_number(text: str) -> bool:
    """Whether an input of numbers takes `text`."""
    return re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", text) is not None


def _lack(rule: str, path: str, **facts: object) -> Lack:
    return Lack(rule, path, facts)


def _count(path: str, values: Sequence[object], least: int) -> Iterator[Lack]:
    if len(values) < least:
        yield _lack("part-filled", path, least=least, count=len(values))


def _words(path: str, *texts: str) -> Iterator[Lack]:
    if not all(text.strip() for text in texts):
        yield _lack("words-present", path)


def _form(screen: ScreenDraft) -> Iterator[Lack]:
    yield from _count("fields", screen.fields, 1)
    for number, field in enumerate(screen.fields, 1):
        yield from _field(f"fields[{number}]", field)


def _field(path: str, field: FieldDraft) -> Iterator[Lack]:
    yield from _words(f"{path}.label", field.label)
    options = [o.strip() for o in field.options if o.strip()]
    least = {"select": 2, "radio": 2, "checkbox": 1}.get(field.input, 0)
    yield from _count(f"{path}.options", options, least)
    if len(set(options)) < len(options):
        yield _lack("words-differ", f"{path}.options")
    value = field.value.strip()
    wrong = {
        "date": not is_day(value),
        "number": not is_number(value),
        "select": value not in options,
        "radio": value not in options,
    }
    if value and wrong.get(field.input, False):
        yield _lack("value-fits", f"{path}.value", value=value[:40], input=field.input)


def _wizard(screen: ScreenDraft) -> Iterator[Lack]:
    yield from _form(screen)
    yield from _words("fields[].page", *(field.page for field in screen.fields))
    yield from _count("fields[].page", list({field.page.strip() for field in screen.fields}), 2)


def _chat(screen: ScreenDraft) -> Iterator[Lack]:
    yield from _words("text", screen.text)
    yield from _count("labels", [x for x in screen.labels if x.strip()], 1)
    yield from _count("exchanges", screen.exchanges, 2)
    for number, exchange in enumerate(screen.exchanges, 1):
        yield from _words(f"exchanges[{number}]", exchange.suggestion, exchange.reply)
        yield from _count(f"exchanges[{number}].keywords", [k for k in exchange.keywords if k.strip()], 1)


def _list_detail(screen: ScreenDraft) -> Iterator[Lack]:
    yield from _entries(screen, 3)
    yield from _values(screen)


def _compare(screen: ScreenDraft) -> Iterator[Lack]:
    yield from _count("labels", screen.labels, 2)
    yield from _entries(screen, 2)
    yield from _values(screen)
    if sum(entry.recommended for entry in screen.entries) > 1:
        yield _lack("one-recommended", "entries")


def _entries(screen: ScreenDraft, least: int) -> Iterator[Lack]:
    yield from _count("entries", screen.entries, least)
    titles = [entry.title.strip() for entry in screen.entries]
    for number, title in enumerate(titles, 1):
        yield from _words(f"entries[{number}].title", title)
    if len(set(titles)) < len(titles):
        yield _lack("words-differ", "entries[].title")


def _values(screen: ScreenDraft) -> Iterator[Lack]:
    for number, entry in enumerate(screen.entries, 1):
        if len(entry.values) != len(screen.labels):
            yield _lack("fits-labels", f"entries[{number}].values", count=len(entry.values), most=len(screen.labels))


def _table(screen: ScreenDraft) -> Iterator[Lack]:
    yield from _words("text", screen.text)
    yield from _count("columns", screen.columns, 2)
    yield from _words("columns[].label", *(column.label for column in screen.columns))
    yield from _count("rows", screen.rows, 2)
    for number, row in enumerate(screen.rows, 1):
        if len(row.cells) != len(screen.columns):
            yield _lack("fits-labels", f"rows[{number}].cells", count=len(row.cells), most=len(screen.columns))
            continue
        for at, (cell, column) in enumerate(zip(row.cells, screen.columns, strict=True), 1):
            if cell.strip() and column.type in ("number", "money", "date") and not _NUMBER.search(cell):
                yield _lack("value-fits", f"rows[{number}].cells[{at}]", value=cell[:40], input=column.type)


def _editor(screen: ScreenDraft) -> Iterator[Lack]:
    yield from _words("text", screen.text)
    yield from _count("labels", [x for x in screen.labels if x.strip()], 1)


def _chart(screen: ScreenDraft) -> Iterator[Lack]:
    yield from _words("text", screen.text)
    yield from _count("points", screen.points, 2)
    yield from _words("points[]", *(text for p in screen.points for text in (p.series, p.label)))
    series = dict.fromkeys(point.series for point in screen.points)
    labels = {name: [p.label for p in screen.points if p.series == name] for name in series}
    if any(len(set(found)) < len(found) for found in labels.values()):
        yield _lack("words-differ", "points[].label")
    elif len({tuple(found) for found in labels.values()}) > 1:
        yield _lack("same-labels", "points")
    if screen.form == "donut" and (len(series) > 1 or any(point.value < 0 for point in screen.points)):
        yield _lack("donut-parts", "points")


def _upload(screen: ScreenDraft) -> Iterator[Lack]:
    yield from _words("text", screen.text)
    endings = [label.strip().lower() for label in screen.labels]
    for number, ending in enumerate(endings, 1):
        if not ENDING.fullmatch(ending):
            yield _lack("file-ending", f"labels[{number}]", found=ending[:40])
    yield from _count("entries", screen.entries, 1)
    for number, entry in enumerate(screen.entries, 1):
        yield from _words(f"entries[{number}]", entry.title, entry.text)
        if endings and not entry.title.strip().lower().endswith(tuple(endings)):
            yield _lack("sample-accepted", f"entries[{number}].title", found=entry.title[:60], known=", ".join(endings))


def _calendar(screen: ScreenDraft) -> Iterator[Lack]:
    yield from _words("text", screen.text)
    yield from _count("days", [day for day in screen.days if any(time.strip() for time in day.times)], 1)
    days = [day.day.strip() for day in screen.days]
    for number, day in enumerate(days, 1):
        if not is_day(day):
            yield _lack("real-day", f"days[{number}].day", found=day[:40])
    if all(map(is_day, days)) and days != sorted(set(days)):
        yield _lack("days-in-order", "days")


def _result(screen: ScreenDraft) -> Iterator[Lack]:
    yield from _words("text", screen.text)
    highlights = [label for label in screen.labels if label.strip()]
    yield from _count("entries", [*screen.entries, *highlights], 1)
    for number, entry in enumerate(screen.entries, 1):
        yield from _words(f"entries[{number}].title", entry.title)
        if len([v for v in entry.values if v.strip()]) != 2:
            yield _lack("before-and-after", f"entries[{number}].values")


_CHECKS: dict[PartKind, Callable[[ScreenDraft], Iterator[Lack]]] = {
    "form": _form,
    "wizard": _wizard,
    "chat": _chat,
    "list_detail": _list_detail,
    "compare": _compare,
    "table": _table,
    "editor": _editor,
    "chart": _chart,
    "upload": _upload,
    "calendar": _calendar,
    "result": _result,
}
