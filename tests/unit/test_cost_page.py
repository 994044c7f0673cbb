"""docs/cost.md: what a million events cost, and how far the prices may be off, follow from the counted amounts."""

import re
from pathlib import Path

import pytest

from bench.event_price import TOKYO, VIRGINIA, Counted, Prices, items

PAGE = (Path(__file__).parents[2] / "docs/cost.md").read_text(encoding="utf-8")
TARGET = 1.50


def rows() -> list[list[str]]:
    (table,) = re.findall(r"^\| item \| counted .*\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    return [[cell.strip(" *") for cell in row.strip("|").split("|")] for row in table.splitlines()]


def number(text: str) -> float:
    return float(re.sub(r"[,%]", "", text))


def counted() -> Counted:
    cells = {row[0].split(":")[0]: [number(n) for n in re.findall(r"[\d,]*\d", row[1])] for row in rows()}
    (puts,), (writes,), (reads,) = (
        cells[name] for name in ("Kinesis, PUT units of 25 KB", "DynamoDB, write units", "DynamoDB, read units")
    )
    requests, batches = cells["Lambda"]
    return Counted(requests, puts, batches, writes, reads)


@pytest.mark.parametrize(("column", "prices"), [(2, VIRGINIA), (3, TOKYO)])
def test_every_item_is_its_amount_at_its_price(column: int, prices: Prices) -> None:
    found = items(counted(), prices)
    *each, total = (number(row[column]) for row in rows())
    assert each == [round(cost, 3) for cost in found.values()]
    assert total == round(sum(found.values()), 2)


def test_how_far_the_prices_may_be_off_before_the_target_is_missed() -> None:
    costs = list(items(counted(), TOKYO).values())
    left = TARGET - sum(costs)
    for row, cost in zip(rows(), [*costs, sum(costs)], strict=True):
        told = number(row[4].removesuffix("%"))
        assert told == pytest.approx(100 * left / cost, rel=0.03), row


def test_the_page_says_first_that_prices_are_from_memory() -> None:
    assert "from memory" in PAGE.split("\n## ")[0]
