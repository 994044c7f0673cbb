"""The journey as a table of stages in time order, and back."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from mlew.documents.block import block
from mlew.documents.bullets import bullets, labelled, read_bullets, read_labelled, text_of
from mlew.documents.columns import Record, columns, read_columns
from mlew.documents.defect import defect
from mlew.documents.ids import leading, numbered, read_leading
from mlew.documents.inline import EMPTY, Encoder, cell, decode, inline, item, items, joined, readable
from mlew.documents.marks import assumed, read_assumed
from mlew.documents.page import Page, document, section
from mlew.documents.resource import read_resource, write_resource
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.journey import Action, Journey, Resource, Stage

TITLES = Words(
    title=("カスタマージャーニー", "Customer journey", "ジャーニー", "journey"),
    table=("行動の流れ", "Journey in time order", "流れ", "journey table"),
    insights=("気づき", "Insights", "インサイト", "洞察"),
    other=OTHER,
)
_LABELS = Words(segment=("対象の顧客", "Customers", "対象", "segment"), trigger=("きっかけ", "Trigger"))
COLUMNS = Words(
    name=("行動段階", "Stage", "段階", "stages"),
    actions=("行動", "Actions", "action"),
    resources=("リソース（時間・お金）", "Resources (time, money)", "リソース", "resources"),
    feelings=("感情", "Feelings", "気持ち", "feeling"),
    change_ease=("変わりやすさ", "Ease of change"),
    evidence=("根拠", "Evidence"),
)
_ALWAYS = ("name", "actions", "resources", "feelings")


def render(journey: Journey, locale: Locale) -> str:
    """Markdown; columns of the improvement edition appear once they hold something."""
    later = [key for key in ("change_ease", "evidence") if any(getattr(stage, key) for stage in journey.stages)]
    rows = (_row(stage, locale) for stage in journey.stages)
    return document(
        f"# {TITLES('title', locale)}",
        labelled(_LABELS, locale, {key: inline(getattr(journey, key)) for key in ("segment", "trigger")}),
        section(TITLES("table", locale), columns(COLUMNS, [*_ALWAYS, *later], rows, locale)),
        section(TITLES("insights", locale), bullets(journey.insights)),
        section(TITLES("other", locale), block(journey.extra, TITLES)),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> Journey:
    """The journey of an edited document. Raises InputError naming the line."""
    page = Page(text, locale, TITLES)
    values, rest = read_labelled(page.lines("title"), _LABELS)
    page.leave(rest)
    rows = list(_merged(read_columns(page, "table", COLUMNS, ("name", "actions"))))
    return Journey(
        segment=text_of(values, "segment"),
        trigger=text_of(values, "trigger"),
        stages=_stages(rows, locale, taken),
        insights=tuple(value.text for value in read_bullets(page.lines("insights"))),
        extra=page.extra(),
    )


def _row(stage: Stage, locale: Locale) -> dict[str, str]:
    owned = [write_resource(r, action.id, locale) for action in stage.actions for r in action.resources]
    return {
        "name": cell(stage.name) or EMPTY,
        "actions": joined(_write_action(action, locale) for action in stage.actions),
        "resources": joined([*owned, *(write_resource(r, None, locale) for r in stage.resources)]),
        "feelings": joined(map(item, stage.feelings)),
        "change_ease": cell(stage.change_ease),
        "evidence": cell(stage.evidence),
    }


def _write_action(action: Action, locale: Locale) -> str:
    def write(encode: Encoder) -> str:
        return assumed(leading(action.id, encode(action.text)), action.assumed, locale)

    return readable(write, lambda written: _read_action(written) == (action.id, action.text, action.assumed), item)


def _read_action(written: str) -> tuple[str | None, str, bool]:
    identifier, rest = read_leading(written)
    text, is_assumed = read_assumed(rest)
    return identifier, decode(text), is_assumed


class _Rows(NamedTuple):
    """A stage's rows: people continue a stage in a further row with an empty first cell."""

    number: int
    cells: dict[str, str]


def _merged(records: Iterable[Record]) -> Iterator[_Rows]:
    current: _Rows | None = None
    for record in records:
        if current is None or record.written("name"):
            if current:
                yield current
            current = _Rows(record.number, dict(record.cells))
        else:
            for key, written in record.cells.items():
                if written:
                    current.cells[key] = "<br>".join(filter(None, [current.cells[key], written]))
    if current:
        yield current


def _stages(rows: list[_Rows], locale: Locale, taken: Collection[str]) -> tuple[Stage, ...]:
    read = [[_read_action(written) for written in items(row.cells["actions"])] for row in rows]
    written = [
        (identifier, row.number) for row, actions in zip(rows, read, strict=True) for identifier, _, _ in actions
    ]
    ids = iter(numbered("A", written, locale, taken))
    stages: list[Stage] = []
    for row, actions in zip(rows, read, strict=True):
        named = [(next(ids), text, mark) for _, text, mark in actions]
        resources: dict[str | None, list[Resource]] = {None: [], **{i: [] for i, _, _ in named}}
        for owner, resource in map(read_resource, items(row.cells.get("resources", ""))):
            if owner not in resources:
                raise defect(locale, "unknown-id", row.number, id=owner, choices=", ".join(i for i, _, _ in named))
            resources[owner].append(resource)
        stages.append(
            Stage(
                name=decode(row.cells["name"]),
                actions=tuple(
                    Action(id=i, text=text, resources=tuple(resources[i]), assumed=mark) for i, text, mark in named
                ),
                resources=tuple(resources[None]),
                feelings=tuple(decode(written) for written in items(row.cells.get("feelings", ""))),
                change_ease=decode(row.cells.get("change_ease", "")),
                evidence=decode(row.cells.get("evidence", "")),
            )
        )
    return tuple(stages)
