"""A pair's evidence: numbers to read, and what people noted to correct and to group."""

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from mlew.documents.block import block
from mlew.documents.bullets import labelled, read_labelled, text_of
from mlew.documents.choice import read_number
from mlew.documents.columns import Record, columns, read_columns
from mlew.documents.defect import defect
from mlew.documents.evidence_numbers import write_numbers
from mlew.documents.evidence_tables import SHAPES, row
from mlew.documents.figures import figure
from mlew.documents.ids import numbered
from mlew.documents.inline import inline
from mlew.documents.page import Page, document, section
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale, Model
from mlew.domain.evidence import (
    BusinessFigure,
    Evidence,
    Judgement,
    Observation,
    Participation,
    Remark,
    SurveyResponse,
    Theme,
)

M = TypeVar("M", bound=Model)
_TITLES = Words(
    title=("改善編の材料", "Evidence"),
    numbers=("モックの数字", "Numbers of the mocks"),
    observations=("観察の記録", "Observations"),
    responses=("アンケートの回答", "Survey responses"),
    readings=("条件ごとの値", "Values by criterion"),
    scenes=("場面ごとの記録", "Records by scene"),
    answers=("質問への答え", "Answers"),
    remarks=("発言", "Voices"),
    themes=("テーマ", "Themes"),
    judgements=("人の判断", "Judgements"),
    figures=("事業の数字", "Business figures"),
    other=OTHER,
)
_INTRO = Words(pair=("ペア", "Pair"), round=("回", "Round"))
_PARTS = ("readings", "scenes", "answers")


def render(evidence: Evidence, locale: Locale) -> str:
    """Markdown: numbers first, then what was observed, then what was said."""
    tables = {name: rows for name, rows in _rows(evidence).items() if rows}
    return document(
        f"# {_TITLES('title', locale)}",
        labelled(_INTRO, locale, {"pair": inline(evidence.pair), "round": figure(evidence.round)}),
        section(_TITLES("numbers", locale), *(write_numbers(snapshot, locale) for snapshot in evidence.snapshots)),
        *(
            section(
                _TITLES(name, locale),
                columns(
                    SHAPES[name].words, tuple(SHAPES[name].kinds), [row(name, one, locale) for one in rows], locale
                ),
            )
            for name, rows in tables.items()
        ),
        section(_TITLES("other", locale), block(evidence.extra, _TITLES)),
    )


def parse(text: str, locale: Locale, *, kept: Evidence | None = None, taken: Collection[str] = ()) -> Evidence:
    """The evidence of an edited document. Numbers of mocks, and the criteria as they stood, are those of `kept`.

    `parse(render(evidence, locale), locale, kept=evidence) == evidence`. Rows without a number get one that is none
    of `taken`. Without `kept` there are no numbers. Raises InputError that names line, fault and remedy.
    """
    kept = kept or Evidence(pair="")
    page = Page(text, locale, _TITLES)
    intro, rest = read_labelled(page.lines("title"), _INTRO)
    page.leave(rest)
    if "pair" not in intro:
        raise defect(locale, "no-label", 0, label=_INTRO("pair", locale))
    page.lines("numbers")
    people = {name: _records(page, name, prefix, taken) for name, prefix in (("observations", "O"), ("responses", "S"))}
    known = [values["id"] for rows in people.values() for _, values in rows]
    parts = {name: _owned(page, name, known) for name in _PARTS}
    remarks = _records(page, "remarks", "V", taken)
    return Evidence(
        pair=text_of(intro, "pair"),
        round=_round(text_of(intro, "round"), locale),
        snapshots=kept.snapshots,
        since=kept.since,
        milestones=kept.milestones,
        observations=tuple(
            _made(page, Observation, line, {**values, **{name: parts[name].get(values["id"], ()) for name in _PARTS}})
            for line, values in people["observations"]
        ),
        responses=tuple(
            _made(
                page,
                SurveyResponse,
                line,
                {**values, **{n: parts[n].get(values["id"], ()) for n in _PARTS if n != "scenes"}},
            )
            for line, values in people["responses"]
        ),
        remarks=tuple(_made(page, Remark, line, _remark(values)) for line, values in remarks),
        themes=_all(page, "themes", Theme),
        judgements=_all(page, "judgements", Judgement),
        figures=_all(page, "figures", BusinessFigure),
        extra=page.extra(),
    )


def _rows(evidence: Evidence) -> dict[str, list[dict[str, Any]]]:
    people: tuple[Participation, ...] = (*evidence.observations, *evidence.responses)
    parts = {
        name: [{"of": one.id, **part.model_dump()} for one in people for part in getattr(one, name, ())]
        for name in _PARTS
    }
    return {
        "observations": [one.model_dump() for one in evidence.observations],
        "responses": [one.model_dump() for one in evidence.responses],
        **parts,
        "remarks": [{**one.model_dump(exclude={"origin"}), **one.origin.model_dump()} for one in evidence.remarks],
        "themes": [one.model_dump() for one in evidence.themes],
        "judgements": [one.model_dump() for one in evidence.judgements],
        "figures": [one.model_dump() for one in evidence.figures],
    }


def _read(page: Page, name: str) -> list[tuple[Record, dict[str, Any]]]:
    shape = SHAPES[name]
    records = read_columns(page, name, shape.words, (shape.first, tuple(shape.kinds)[1]), optional=True)
    return [(record, shape.values(record.cells, page.locale, record.number)) for record in records]


def _records(page: Page, name: str, prefix: str, taken: Collection[str]) -> list[tuple[int, dict[str, Any]]]:
    """Rows with ids of their own."""
    rows = _read(page, name)
    ids = numbered(prefix, [(values["id"], record.number) for record, values in rows], page.locale, taken)
    return [(record.number, {**values, "id": key}) for (record, values), key in zip(rows, ids, strict=True)]


def _owned(page: Page, name: str, known: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """Rows by the record they belong to."""
    found: dict[str, list[dict[str, Any]]] = {}
    for record, values in _read(page, name):
        owner = values.pop("of")
        if owner not in known:
            choices = ", ".join(known) or "-"
            raise defect(page.locale, "unknown-id", record.number, id=owner or "?", choices=choices)
        lacking = next((key for key in ("value", "scene") if key in values and values[key] is None), None)
        if lacking:
            field = SHAPES[name].words(lacking, page.locale)
            raise defect(page.locale, "no-number", record.number, field=field, text="", example="1")
        found.setdefault(owner, []).append(values)
    return found


def _all(page: Page, name: str, model: type[M]) -> tuple[M, ...]:
    return tuple(_made(page, model, record.number, values) for record, values in _read(page, name))


def _remark(values: Mapping[str, Any]) -> dict[str, Any]:
    origin = {key: values[key] for key in ("kind", "place", "at")}
    return {**{key: value for key, value in values.items() if key not in origin}, "origin": origin}


def _made(page: Page, model: type[M], line: int, values: Mapping[str, Any]) -> M:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        field = ".".join(str(part) for part in error.errors()[0]["loc"] if isinstance(part, str))
        raise defect(page.locale, "no-such-value", line, field=field) from error


def _round(written: str, locale: Locale) -> int:
    return int(read_number(written, locale, line=0, field=_INTRO("round", locale), default=1, example="1"))
