"""The eleven parts of a mock's screens as labels and tables, and back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from mlew.domain.screen_parts import (
    CalendarPart,
    ChartPart,
    ChatPart,
    ComparePart,
    EditorPart,
    FormPart,
    ListDetailPart,
    Part,
    PartKind,
    ResultPart,
    TablePart,
    UploadPart,
    WizardPart,
)

Rows = dict[str, Sequence[Mapping[str, Any]]]
"""Table (key of TABLES) → values of its rows."""


class PartShape(NamedTuple):
    """`labels`: texts of the part, beside its tables. `rows`, `fields`: to the tables and back, where they differ."""

    model: type[Part]
    labels: tuple[str, ...]
    tables: tuple[str, ...]
    rows: Callable[[Any], Rows] | None = None
    fields: Callable[[Rows], dict[str, Any]] | None = None


def rows_of(part: Part) -> Rows:
    """What stands in the part's tables."""
    shape = PARTS[part.kind]
    if shape.rows is not None:
        return shape.rows(part)
    return {name: [row.model_dump() for row in getattr(part, name)] for name in shape.tables}


def part_from(kind: PartKind, labels: Mapping[str, str], rows: Rows) -> Part:
    """The part of what stands in a document."""
    shape = PARTS[kind]
    fields = shape.fields(rows) if shape.fields else dict(rows)
    return shape.model.model_validate({name: labels.get(name, "") for name in shape.labels} | fields)


def _texts(texts: Sequence[str]) -> list[dict[str, Any]]:
    return [{"number": number, "text": text} for number, text in enumerate(texts, 1)]


def _listed(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    return [row["text"] for row in rows]


def _wizard_rows(part: WizardPart) -> Rows:
    fields = [{**f.model_dump(), "page": n} for n, page in enumerate(part.pages, 1) for f in page.fields]
    return {"pages": _texts([page.title for page in part.pages]), "page_fields": fields}


def _wizard_fields(rows: Rows) -> dict[str, Any]:
    titles = _listed(rows["pages"]) or ([""] if rows["page_fields"] else [])
    pages: list[list[dict[str, Any]]] = [[] for _ in titles]
    for row in rows["page_fields"]:
        number = min(max(int(row["page"] or 1), 1), len(titles))
        pages[number - 1].append({key: value for key, value in row.items() if key != "page"})
    return {"pages": [{"title": t, "fields": fields} for t, fields in zip(titles, pages, strict=True)]}


def _compare_rows(part: ComparePart) -> Rows:
    return {"criteria": _texts(part.criteria), "options": [option.model_dump() for option in part.options]}


def _table_rows(part: TablePart) -> Rows:
    return {"columns": [column.model_dump() for column in part.columns], "rows": [{"cells": row} for row in part.rows]}


def _chart_rows(part: ChartPart) -> Rows:
    """A series without points keeps a row without a value."""
    nothing = [{"label": "", "value": None}]
    points = [
        {"series": series.name, **point}
        for series in part.series
        for point in [p.model_dump() for p in series.points] or nothing
    ]
    return {"points": points}


def _chart_fields(rows: Rows) -> dict[str, Any]:
    series: dict[str, list[dict[str, Any]]] = {}
    for row in rows["points"]:
        points = series.setdefault(row["series"], [])
        if row["value"] is not None:
            points.append({"label": row["label"], "value": row["value"]})
    return {"series": [{"name": name, "points": points} for name, points in series.items()]}


PARTS: dict[PartKind, PartShape] = {
    "form": PartShape(FormPart, ("error",), ("fields",)),
    "wizard": PartShape(WizardPart, ("error",), ("pages", "page_fields"), _wizard_rows, _wizard_fields),
    "chat": PartShape(ChatPart, ("assistant", "opening", "error"), ("exchanges",)),
    "list_detail": PartShape(ListDetailPart, ("choose", "empty"), ("items",)),
    "compare": PartShape(
        ComparePart,
        ("choose",),
        ("criteria", "options"),
        _compare_rows,
        lambda rows: {"criteria": _listed(rows["criteria"]), "options": rows["options"]},
    ),
    "table": PartShape(
        TablePart,
        ("caption", "empty", "error"),
        ("columns", "rows"),
        _table_rows,
        lambda rows: {"columns": rows["columns"], "rows": [row["cells"] for row in rows["rows"]]},
    ),
    "editor": PartShape(EditorPart, ("label", "preview", "empty", "text"), ()),
    "chart": PartShape(ChartPart, ("caption", "form", "unit", "empty"), ("points",), _chart_rows, _chart_fields),
    "upload": PartShape(
        UploadPart,
        ("label", "empty", "error"),
        ("accepts", "samples"),
        lambda part: {"accepts": _texts(part.accepts), "samples": [sample.model_dump() for sample in part.samples]},
        lambda rows: {"accepts": _listed(rows["accepts"]), "samples": rows["samples"]},
    ),
    "calendar": PartShape(CalendarPart, ("label", "choose", "empty"), ("days",)),
    "result": PartShape(
        ResultPart,
        ("summary",),
        ("measures", "highlights"),
        lambda part: {"measures": [m.model_dump() for m in part.measures], "highlights": _texts(part.highlights)},
        lambda rows: {"measures": rows["measures"], "highlights": _listed(rows["highlights"])},
    ),
}
