"""The table of milestones: Who, What and How as rows, one column a milestone."""

from collections.abc import Sequence
from typing import NamedTuple

from mlew.documents.choice import read_choice
from mlew.documents.defect import defect
from mlew.documents.ids import leading, read_leading
from mlew.documents.inline import Encoder, cell, decode, item, items, joined, readable
from mlew.documents.page import Page
from mlew.documents.table import table, tables
from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.iteration import Criterion, Milestone

NAMES = Words(
    sponsor=("① スポンサーの獲得", "① Winning a sponsor", "スポンサーの獲得", "winning a sponsor"),
    fan=("② ファンの獲得", "② Winning fans", "ファンの獲得", "winning fans"),
    share=("③ シェア推計による投資判断", "③ Investment by estimated share", "シェア推計による投資判断", "シェア"),
    release=("④ プレスリリース", "④ Press release", "プレスリリース", "press release"),
)
_ROWS = Words(
    measured_by=("Who（誰が測るか）", "Who (measures and decides)", "Who", "誰が測るか"),
    how_measured=("What（どう測るか）", "What (is measured, how)", "What", "どう測るか"),
    subjects=("試す人", "Who tries it", "対象"),
    criteria=("How（合格の条件）", "How (it passes)", "How", "合格の条件"),
    planned=("予定日", "Planned", "予定"),
    actual=("実績日", "Actual", "実績"),
    result=("結果", "Result"),
    decision=("判断", "Decision"),
    extra=("メモ", "Notes"),
)
_CORNER = Words(milestone=("マイルストーン", "Milestone"))
_ALWAYS = ("measured_by", "how_measured", "subjects", "criteria", "planned")
_LATER = ("actual", "result", "decision", "extra")


class Column(NamedTuple):
    """A milestone as it stands in the table. `criteria`: id (None: it gets a new one), statement, line."""

    name: str
    texts: dict[str, str]
    criteria: list[tuple[str | None, str, int]]


def write_milestones(milestones: Sequence[Milestone], locale: Locale) -> str:
    """Rows that nobody has filled in appear with the improvement edition."""
    keys = [*_ALWAYS, *(key for key in _LATER if any(getattr(m, key) for m in milestones))]
    header = [_CORNER("milestone", locale), *(NAMES(m.name, locale) for m in milestones)]
    rows = [[_ROWS(key, locale), *(_cell(milestone, key) for milestone in milestones)] for key in keys]
    return table(header, rows)


def read_milestones(page: Page) -> list[Column]:
    """Columns of the first table; unknown rows are left over. Raises InputError on an unknown milestone."""
    found, rest = tables(page.lines("milestones"), page.locale)
    page.leave(rest)
    if not found:
        heading = page.titles("milestones", page.locale)
        raise defect(page.locale, "no-table", 0, heading=heading, columns=NAMES.spoken(page.locale))
    for further in found[1:]:
        page.leave(further.lines())
    header, rows = found[0]
    columns = [
        Column(
            read_choice(NAMES, name, page.locale, line=header.number, field=_CORNER("milestone", page.locale)), {}, []
        )
        for name in header.cells[1:]
    ]
    for row in rows:
        key = _ROWS.key(row.cells[0])
        if key is None:
            page.leave([row.line()])
            continue
        for column, written in zip(columns, row.cells[1:], strict=True):
            if key == "criteria":
                column.criteria.extend(_read_statement(part, row.number) for part in items(written))
            else:
                column.texts[key] = "\n".join(filter(None, [column.texts.get(key, ""), decode(written)]))
    return columns


def _cell(milestone: Milestone, key: str) -> str:
    if key == "criteria":
        return joined(map(_write_statement, milestone.criteria))
    return cell(getattr(milestone, key))


def _read_statement(written: str, line: int) -> tuple[str | None, str, int]:
    identifier, statement = read_leading(written)
    return identifier, decode(statement), line


def _write_statement(criterion: Criterion) -> str:
    def write(encode: Encoder) -> str:
        return leading(criterion.id, encode(criterion.statement))

    def reads_back(written: str) -> bool:
        return _read_statement(written, 0) == (criterion.id, criterion.statement, 0)

    return readable(write, reads_back, item)
