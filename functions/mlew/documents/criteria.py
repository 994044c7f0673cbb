"""The table of criteria: how each is measured and which line it must cross."""

import re
from collections.abc import Collection, Iterator, Sequence

from mlew.documents.choice import read_choice, read_number
from mlew.documents.columns import Record, columns, read_columns
from mlew.documents.defect import defect
from mlew.documents.figures import figure, read_figure
from mlew.documents.ids import id_cell, id_list, numbered, read_id, read_id_list
from mlew.documents.inline import Encoder, cell, decode, readable
from mlew.documents.milestones import Column
from mlew.documents.page import Page
from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.iteration import Comparator, Criterion, Milestone

_COLUMNS = Words(
    id=("番号", "Id"),
    group=("何を確かめるか", "What it checks", "分類", "group"),
    kind=("測り方", "Kind", "種類"),
    source=("どこから", "Source"),
    line=("合格ライン", "Line to cross", "しきい値", "threshold"),
    minimum_sample=("最少人数", "Minimum sample"),
    metric=("モックの計測", "Mock's counter", "metric"),
    checks=("確かめる問い・行動", "Questions or actions", "checks"),
)
_CHOICES = {
    "group": Words(
        problem_solved=("課題解決", "problem solved"),
        behaviour_change=("行動変化", "behaviour change", "behavior change"),
        fan=("ファン", "fan"),
        share=("シェア", "share"),
    ),
    "kind": Words(
        rate=("割合", "rate"),
        mean=("平均", "mean"),
        duration=("時間", "duration"),
        count=("件数", "count"),
        change=("前後の差", "before/after", "change"),
        business=("事業の数字", "business figure"),
        qualitative=("定性", "qualitative"),
    ),
    "source": Words(
        mock=("モック", "mock"),
        observation=("観察", "observation"),
        survey=("アンケート", "survey"),
        business=("事業の記録", "business records"),
    ),
    "metric": Words(
        task_success=("タスク成功", "task success"), intention=("利用・購入の意向", "intention"), none=("なし", "none")
    ),
}
_COMPARATORS: dict[str, Comparator] = {
    "以上": "at_least", "at least": "at_least", ">=": "at_least", "≥": "at_least", "≧": "at_least",
    "以下": "at_most", "以内": "at_most", "at most": "at_most", "<=": "at_most", "≤": "at_most", "≦": "at_most",
    "より多い": "more_than", "より大きい": "more_than", "超": "more_than", "more than": "more_than", ">": "more_than",
    "より少ない": "less_than", "より小さい": "less_than", "未満": "less_than",
    "less than": "less_than", "<": "less_than",
    "人が判断": "judged", "judged by a person": "judged", "judged": "judged",
}  # fmt: skip
_WRITTEN: dict[Comparator, tuple[str, str]] = {
    "at_least": ("以上", "at least"), "at_most": ("以下", "at most"), "more_than": ("より多い", "more than"),
    "less_than": ("より少ない", "less than"), "judged": ("人が判断", "judged by a person"),
}  # fmt: skip
_COMPARATOR = "|".join(sorted(map(re.escape, _COMPARATORS), key=len, reverse=True))
_AMOUNT = r"(?P<number>[-+]?[\d０-９][\d０-９,]*(?:\.\d+)?(?:e[-+]?\d+)?)\s*"
_LINES = (
    re.compile(rf"^(?P<word>{_COMPARATOR})\s*(?:{_AMOUNT}(?P<unit>.*))?$", re.IGNORECASE | re.DOTALL),
    re.compile(rf"^(?:{_AMOUNT}(?P<unit>.*?))?\s*(?P<word>{_COMPARATOR})$", re.IGNORECASE | re.DOTALL),
)
_GROUP_OF = {"sponsor": "problem_solved", "fan": "fan", "share": "share", "release": "share"}


def write_criteria(milestones: Sequence[Milestone], locale: Locale) -> str:
    """One row a criterion, in the order of the milestones; empty without criteria."""
    rows = [_row(criterion, locale) for milestone in milestones for criterion in milestone.criteria]
    return columns(_COLUMNS, tuple(_row_keys()), rows, locale) if rows else ""


def read_criteria(page: Page, found: Sequence[Column], taken: Collection[str]) -> tuple[Milestone, ...]:
    """Milestones with their criteria. One without a row is judged by a person until somebody says how to measure it.

    Raises InputError if a row belongs to no criterion of the table of milestones.
    """
    records = read_columns(page, "criteria", _COLUMNS, ("id", "group", "line"), optional=True)
    stated = [(identifier, line) for column in found for identifier, _, line in column.criteria]
    ids = numbered("C", stated, page.locale, taken)
    fresh = iter([new for new, (old, _) in zip(ids, stated, strict=True) if old is None])
    rows = {_owner(record, ids, fresh, page.locale): record for record in records}
    queue = iter(ids)
    return tuple(
        Milestone.model_validate(
            {
                "name": column.name,
                **column.texts,
                "criteria": [
                    _criterion(identifier, statement, column.name, rows.get(identifier), page.locale)
                    for identifier, (_, statement, _) in zip(
                        [next(queue) for _ in column.criteria], column.criteria, strict=True
                    )
                ],
            }
        )
        for column in found
    )


def _row_keys() -> Iterator[str]:
    yield from ("id", "group", "line", "kind", "source", "minimum_sample", "metric", "checks")


def _row(criterion: Criterion, locale: Locale) -> dict[str, str]:
    return {
        "id": id_cell(criterion.id),
        **{key: words(getattr(criterion, key), locale) for key, words in _CHOICES.items()},
        "line": write_line(criterion, locale),
        "minimum_sample": figure(criterion.minimum_sample),
        "checks": id_list(criterion.checks),
    }


def _owner(record: Record, ids: Sequence[str], fresh: Iterator[str], locale: Locale) -> str:
    written = record.written("id")
    identifier = read_id(written) if written else next(fresh, None)
    if identifier is None or identifier not in ids:
        raise defect(locale, "unknown-id", record.number, id=identifier or "?", choices=", ".join(ids) or "-")
    return identifier


def _criterion(identifier: str, statement: str, milestone: str, record: Record | None, locale: Locale) -> Criterion:
    record = record or Record(0, {})
    choices = {
        key: read_choice(
            words, record.written(key), locale, line=record.number, field=_COLUMNS(key, locale), default=default
        )
        for (key, words), default in zip(
            _CHOICES.items(), (_GROUP_OF[milestone], "qualitative", "observation", "none"), strict=True
        )
    }
    line = _read_line(record.written("line") or _WRITTEN["judged"][0])
    if line is None:
        field = _COLUMNS("line", locale)
        raise defect(
            locale, "no-amount", record.number, text=record.written("line"), example=_example(locale), field=field
        )
    comparator, threshold, unit = line
    sample = read_number(
        record.written("minimum_sample").rstrip("人 "),
        locale,
        line=record.number,
        field=_COLUMNS("minimum_sample", locale),
        default=5,
        example="5",
    )
    return Criterion.model_validate(
        {
            "id": identifier,
            "statement": statement,
            **choices,
            "comparator": comparator,
            "threshold": threshold,
            "unit": unit,
            "minimum_sample": int(sample),
            "checks": read_id_list(record.written("checks")),
        }
    )


def write_line(criterion: Criterion, locale: Locale) -> str:
    """`80 % 以上`, `at least 80 %`, for a cell."""
    wanted = (criterion.comparator, criterion.threshold, criterion.unit)
    return readable(
        lambda encode: line_text(criterion, locale, encode), lambda written: _read_line(written) == wanted, cell
    )


def line_text(criterion: Criterion, locale: Locale, encode: Encoder = str) -> str:
    """The same for people alone."""
    word = _WRITTEN[criterion.comparator][0 if locale == "ja" else 1]
    if criterion.comparator == "judged" and not criterion.threshold and not criterion.unit:
        return word
    amount = f"{figure(criterion.threshold)} {encode(criterion.unit)}".rstrip()
    return f"{amount} {word}" if locale == "ja" else f"{word} {amount}"


def _read_line(written: str) -> tuple[Comparator, float, str] | None:
    found = next(filter(None, (line.match(written.strip()) for line in _LINES)), None)
    if found is None:
        return None
    threshold = read_figure(found["number"]) if found["number"] else 0.0
    comparator = _COMPARATORS[found["word"].lower()]
    return None if threshold is None else (comparator, threshold, decode(found["unit"] or ""))


def _example(locale: Locale) -> str:
    return "80 % 以上" if locale == "ja" else "at least 80 %"
