"""Sums below the columns of a table for which a sum says something."""

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from mlew.domain.screen_parts import Column, TablePart

_CELL = re.compile(
    r"(?P<sign>-?)(?P<before>[^\d.-]*)(?P<minus>-?)(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<after>\D*)", re.ASCII
)
_NO_SUM = re.compile(
    r"率|平均|単価|番号|順位|年|歳|齢|温度|濃度|点数|評価|スコア|割合|残り"
    r"|\b(rate|average|avg|unit|per|each|no|number|id|rank|year|age|score|rating|temperature|share|ratio)\b|%",
    re.IGNORECASE,
)
_NO_SUM_UNIT = re.compile(r"[%‰°/]|per\b|歳|点|位|年")


class Total(NamedTuple):
    """`text` = `before` + sum + `after`; the script sums again with the same affixes and `decimals`."""

    before: str
    after: str
    decimals: int
    text: str


def totals(part: TablePart) -> tuple[Total | None, ...]:
    """One for each column; None where a sum means nothing (rates, ranks, mixed units) or cannot be formed."""
    if len(part.rows) < 2:
        return tuple(None for _ in part.columns)
    return tuple(
        _total(column, [row[at] for row in part.rows if at < len(row)]) for at, column in enumerate(part.columns)
    )


def _total(column: Column, values: list[str]) -> Total | None:
    label = unicodedata.normalize("NFKC", column.label)
    if column.type not in ("number", "money") or _NO_SUM.search(label):
        return None
    found = [_CELL.fullmatch(unicodedata.normalize("NFKC", value).replace("−", "-").strip()) for value in values]
    cells = [one for one in found if one]
    affixes = {(one["before"], one["after"]) for one in cells}
    if not cells or len(cells) < len(values) or len(affixes) != 1:
        return None
    before, after = affixes.pop()
    if _NO_SUM_UNIT.search(after):
        return None
    numbers = [_number(one) for one in cells]
    decimals = max(max(0, -int(number.as_tuple().exponent)) for number in numbers)
    total = sum(numbers, Decimal(0))
    sign = "−" if total < 0 else ""
    return Total(before, after, decimals, f"{sign}{before}{abs(total):,.{decimals}f}{after}")


def _number(found: re.Match[str]) -> Decimal:
    number = Decimal(found["number"].replace(",", ""))
    return -number if found["sign"] or found["minus"] else number
