"""From a screen's flat draft to its typed part. Total: what cannot be shown is left out, never guessed at.

`empty`, `error` and `choose` without words are the renderer's.
"""

from collections.abc import Callable, Iterable
from datetime import date

from mlew.domain.mock_draft import EntryDraft, FieldDraft, ScreenDraft
from mlew.domain.mock_limits import DEFAULT_WIDTH, EDITOR_WIDTH, LIST_LENGTHS, WIDTHS, cut
from mlew.domain.mock_part_rules import ENDING, is_day, is_number
from mlew.domain.mock_wording import without_hidden
from mlew.domain.screen_parts import (
    CalendarPart,
    ChartPart,
    ChatPart,
    Column,
    CompareOption,
    ComparePart,
    Day,
    EditorPart,
    Exchange,
    Fact,
    FormPart,
    InputField,
    Item,
    ListDetailPart,
    Measure,
    Part,
    PartKind,
    Point,
    ResultPart,
    Sample,
    Series,
    TablePart,
    UploadPart,
    WizardPage,
    WizardPart,
)


def words(text: str, field: str) -> str:
    """As much of `text` as its place takes, without invisible characters. `field`: the draft's name of the place."""
    return cut(without_hidden(text).strip(), WIDTHS.get(field, DEFAULT_WIDTH))


def several(texts: Iterable[str], field: str, most: int | None = None) -> tuple[str, ...]:
    """Those with words, each once, as many as the place takes."""
    found = dict.fromkeys(filter(None, (words(text, field) for text in texts)))
    return tuple(found)[: LIST_LENGTHS[field] if most is None else most]


def part_of(screen: ScreenDraft) -> Part:
    """The part that the draft describes."""
    return _PARTS[screen.part](screen)


def _first(screen: ScreenDraft, number: int = 0) -> str:
    """One of the labels; the screen's title if there is none."""
    labels = several(screen.labels, "labels")
    return labels[number] if number < len(labels) else words(screen.title, "title")


def _empty(screen: ScreenDraft) -> str:
    return words(screen.empty, "empty")


def _error(screen: ScreenDraft) -> str:
    return words(screen.error, "error")


def _field(field: FieldDraft, number: int) -> InputField:
    options = several(field.options, "options") if field.input in ("select", "radio", "checkbox") else ()
    kind = field.input if options or field.input not in ("select", "radio") else "text"
    value = words(field.value, "value")
    fits = {"date": is_day(value), "number": is_number(value), "select": value in options, "radio": value in options}
    return InputField(
        id=f"field-{number}",
        label=words(field.label, "label") or f"{number}",
        input=kind,
        required=field.required,
        hint=words(field.hint, "hint"),
        placeholder=words(field.placeholder, "placeholder"),
        value=value if fits.get(kind, True) else "",
        options=options,
        unit=words(field.unit, "unit") if kind == "number" else "",
    )


def _fields(screen: ScreenDraft) -> list[tuple[str, InputField]]:
    """Page and field, numbered through the screen."""
    drafts = screen.fields[: LIST_LENGTHS["fields"]]
    return [(words(draft.page, "page"), _field(draft, number)) for number, draft in enumerate(drafts, 1)]


def _form(screen: ScreenDraft) -> Part:
    return FormPart(fields=tuple(field for _, field in _fields(screen)), error=_error(screen))


def _wizard(screen: ScreenDraft) -> Part:
    pages: dict[str, list[InputField]] = {}
    for page, field in _fields(screen):
        pages.setdefault(page or next(reversed(pages), words(screen.title, "title")), []).append(field)
    return WizardPart(
        pages=tuple(WizardPage(title=title, fields=tuple(fields)) for title, fields in pages.items()),
        error=_error(screen),
    )


def _chat(screen: ScreenDraft) -> Part:
    exchanges = (
        Exchange(
            suggestion=words(e.suggestion, "suggestion"),
            keywords=several(e.keywords, "keywords"),
            reply=words(e.reply, "reply"),
        )
        for e in screen.exchanges[: LIST_LENGTHS["exchanges"]]
        if e.suggestion.strip() and e.reply.strip()
    )
    return ChatPart(
        assistant=_first(screen), opening=words(screen.text, "text"), exchanges=tuple(exchanges), error=_error(screen)
    )


def _entries(screen: ScreenDraft) -> list[tuple[str, EntryDraft]]:
    """Title and entry, each title once."""
    named = {words(entry.title, "title"): entry for entry in reversed(screen.entries) if words(entry.title, "title")}
    return list(reversed(named.items()))[: LIST_LENGTHS["entries"]]


def _list_detail(screen: ScreenDraft) -> Part:
    labels = [words(label, "labels") for label in screen.labels]
    items = []
    for title, entry in _entries(screen):
        summary, _, body = without_hidden(entry.text).strip().partition("\n")
        facts = zip(labels, (words(value, "values") for value in entry.values), strict=False)
        items.append(
            Item(
                title=title,
                summary=words(summary, "text"),
                tags=several(entry.tags, "tags"),
                facts=tuple(Fact(label=label, value=value) for label, value in facts if label and value),
                body=words(body, "text"),
            )
        )
    return ListDetailPart(items=tuple(items), empty=_empty(screen))


def _compare(screen: ScreenDraft) -> Part:
    criteria = tuple(words(label, "labels") for label in screen.labels)[: LIST_LENGTHS["labels"]]
    options: list[CompareOption] = []
    for title, entry in _entries(screen):
        values = [words(value, "values") for value in entry.values][: len(criteria)]
        recommended = entry.recommended and not any(option.recommended for option in options)
        padded = (*values, *[""] * (len(criteria) - len(values)))
        options.append(
            CompareOption(name=title, note=words(entry.text, "text"), values=padded, recommended=recommended)
        )
    return ComparePart(criteria=criteria, options=tuple(options))


def _table(screen: ScreenDraft) -> Part:
    columns = screen.columns[: LIST_LENGTHS["columns"]]
    rows = []
    for row in screen.rows[: LIST_LENGTHS["rows"]]:
        cells = [words(cell, "cells") for cell in row.cells][: len(columns)]
        rows.append((*cells, *[""] * (len(columns) - len(cells))))
    return TablePart(
        caption=words(screen.text, "text"),
        columns=tuple(Column(label=words(c.label, "label"), type=c.type, editable=c.editable) for c in columns),
        rows=tuple(rows),
        empty=_empty(screen),
        error=_error(screen),
    )


def _editor(screen: ScreenDraft) -> Part:
    return EditorPart(
        label=_first(screen),
        text=cut(without_hidden(screen.text).strip(), EDITOR_WIDTH),
        preview=several(screen.labels, "labels")[1] if len(several(screen.labels, "labels")) > 1 else "",
        empty=_empty(screen),
    )


def _chart(screen: ScreenDraft) -> Part:
    series: dict[str, dict[str, float]] = {}
    for point in screen.points[: LIST_LENGTHS["points"]]:
        series.setdefault(words(point.series, "series"), {}).setdefault(words(point.label, "label"), point.value)
    drawn = screen.form
    if drawn == "donut" and (len(series) > 1 or any(v < 0 for points in series.values() for v in points.values())):
        drawn = "bar"
    return ChartPart(
        caption=words(screen.text, "text"),
        form=drawn,
        unit=words(screen.unit, "unit"),
        series=tuple(
            Series(name=name, points=tuple(Point(label=label, value=value) for label, value in points.items()))
            for name, points in series.items()
        ),
        empty=_empty(screen),
    )


def _upload(screen: ScreenDraft) -> Part:
    accepts = tuple(dict.fromkeys(e for e in (x.strip().lower() for x in screen.labels) if ENDING.fullmatch(e)))
    samples = tuple(
        Sample(name=title, size=words(next(iter(entry.values), ""), "values"), finding=words(entry.text, "text"))
        for title, entry in _entries(screen)
        if not accepts or title.lower().endswith(accepts)
    )
    return UploadPart(
        label=words(screen.text, "text"),
        accepts=accepts[: LIST_LENGTHS["labels"]],
        samples=samples,
        empty=_empty(screen),
        error=_error(screen),
    )


def _calendar(screen: ScreenDraft) -> Part:
    days: dict[date, tuple[str, ...]] = {}
    for day in screen.days[: LIST_LENGTHS["days"]]:
        if is_day(day.day.strip()):
            days.setdefault(date.fromisoformat(day.day.strip()), several(day.times, "times"))
    return CalendarPart(
        label=words(screen.text, "text"),
        days=tuple(Day(day=day, times=times) for day, times in sorted(days.items())),
        empty=_empty(screen),
    )


def _result(screen: ScreenDraft) -> Part:
    measures = []
    for title, entry in _entries(screen):
        before, after = (*(words(value, "values") for value in entry.values[:2]), "", "")[:2]
        if before or after:
            measures.append(Measure(label=title, before=before, after=after))
    return ResultPart(
        summary=words(screen.text, "text"), measures=tuple(measures), highlights=several(screen.labels, "labels")
    )


_PARTS: dict[PartKind, Callable[[ScreenDraft], Part]] = {
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
