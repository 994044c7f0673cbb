"""The market estimate as Markdown: what it comes to, N, every input with unit, range and source; and back."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from mlew.documents.block import block
from mlew.documents.bullets import labelled, read_labelled, text_of
from mlew.documents.choice import read_choice
from mlew.documents.columns import columns, read_columns
from mlew.documents.defect import defect
from mlew.documents.inline import inline
from mlew.documents.market_results import answer, write_cases, write_sensitivities
from mlew.documents.market_tables import (
    COSTS,
    CURRENCIES,
    FACTORS,
    INPUTS,
    MULTIPLES,
    PERIODS,
    TIMES,
    Instant,
    figure_of,
    row_of,
)
from mlew.documents.page import Page, document, section
from mlew.documents.table import tables
from mlew.documents.values import Place, Shape
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.market_arithmetic import estimate_market
from mlew.domain.market_estimate import Market, MarketInputs

TITLES = Words(
    title=("市場推計", "Market estimate"),
    result=("結果", "Result"),
    multiples=("N（費用の何倍で進むか）", "N (how many times the cost)", "N"),
    inputs=("価値の項目", "Factors of the value", "入力", "inputs"),
    costs=("市場競争にかかる費用", "Costs of market competition", "費用", "costs"),
    times=("費用が続く期間", "How long costs run"),
    sensitivities=("どの項目が答えを動かすか", "Which input moves the answer", "感度", "sensitivities"),
    other=OTHER,
)
_INTRO = Words(
    pair=("ペア", "Pair"),
    currency=("通貨", "Currency"),
    estimated_at=("推計を始めた日時", "Estimate begun at"),
    answer=("答え", "Answer"),
)
_UNITS: dict[str, tuple[str, ...]] = {
    "customers": ("of",),
    "share": (),
    "price": ("currency", "of", "per"),
    "periods": ("per",),
}


def render(market: Market, locale: Locale) -> str:
    """The answer first; then what people edit; what is computed is shown, and read back from the inputs alone."""
    inputs = market.inputs
    intro = {
        "pair": inline(market.pair),
        "currency": CURRENCIES(inputs.currency, locale),
        "estimated_at": inputs.estimated_at.isoformat(),
        "answer": answer(market.estimate, locale),
    }
    factors = [row_of(factor, item=name) for name, factor in inputs.figures.items()]
    costs = [
        row_of(cost.amount, number=number, kind=cost.kind, name=cost.name)
        for number, cost in enumerate(inputs.costs, 1)
    ]
    times = [row_of(cost.periods, number=number) for number, cost in enumerate(inputs.costs, 1) if cost.periods]
    return document(
        f"# {TITLES('title', locale)}",
        labelled(_INTRO, locale, intro),
        section(TITLES("result", locale), write_cases(market, locale)),
        section(TITLES("multiples", locale), _table(MULTIPLES, [m.model_dump() for m in inputs.multiples], locale)),
        section(TITLES("inputs", locale), _table(INPUTS, factors, locale)),
        section(TITLES("costs", locale), _table(COSTS, costs, locale)),
        section(TITLES("times", locale), _table(TIMES, times, locale)),
        section(TITLES("sensitivities", locale), write_sensitivities(market, locale)),
        section(TITLES("other", locale), block(market.extra, TITLES)),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> Market:  # noqa: ARG001 - nothing in it has an id
    """The estimate of an edited document, computed from its inputs.

    Raises InputError naming the line, or everything in the inputs that does not fit.
    """
    page = Page(text, locale, TITLES)
    intro, rest = read_labelled(page.lines("title"), _INTRO)
    page.leave(rest)
    for needed in ("currency", "estimated_at"):
        if needed not in intro:
            raise defect(locale, "no-label", 0, label=_INTRO(needed, locale))
    currency, begun = intro["currency"][-1], intro["estimated_at"][-1]
    for computed in ("result", "sensitivities"):
        page.leave(tables(page.lines(computed), locale)[1])
    field = _INTRO("currency", locale)
    key = read_choice(CURRENCIES, currency.written, locale, line=currency.number, field=field)
    inputs = MarketInputs.model_validate(
        {
            "currency": key,
            "estimated_at": Instant().read(begun.written, Place(locale, begun.number, _INTRO("estimated_at", locale))),
            "multiples": [row for _, row in _rows(page, "multiples", MULTIPLES, ("n", "set_at"))],
            **_factors(page, key),
            "costs": _costs(page, key),
        }
    )
    return Market(
        pair=text_of(intro, "pair"), inputs=inputs, estimate=estimate_market(inputs, locale=locale), extra=page.extra()
    )


def _table(shape: Shape, rows: Sequence[Mapping[str, Any]], locale: Locale) -> str:
    return columns(shape.words, tuple(shape.kinds), [shape.row(row, locale) for row in rows], locale) if rows else ""


def _rows(
    page: Page, title: str, shape: Shape, needed: Sequence[str], *, optional: bool = False
) -> list[tuple[int, dict[str, Any]]]:
    """Line and values of each row."""
    records = read_columns(page, title, shape.words, needed, optional=optional)
    return [(record.number, shape.values(record.cells, page.locale, record.number)) for record in records]


def _factors(page: Page, currency: str) -> dict[str, Any]:
    """The four of them. Raises InputError if one is missing, or a period."""
    rows = _rows(page, "inputs", INPUTS, ("item", "low", "middle", "high"))
    found = {
        row["item"]: figure_of(_complete(row, line, currency, page.locale), *_UNITS[row["item"]]) for line, row in rows
    }
    for name in _UNITS:
        if name not in found:
            heading = TITLES("inputs", page.locale)
            raise defect(page.locale, "no-row", 0, heading=heading, row=FACTORS(name, page.locale))
    return found


def _complete(row: dict[str, Any], line: int, currency: str, locale: Locale) -> dict[str, Any]:
    """With the document's currency where none is written; a period cannot be guessed."""
    if "per" in _UNITS[row["item"]] and row["per"] is None:
        field, choices = INPUTS.words("per", locale), PERIODS.spoken(locale)
        raise defect(locale, "unknown-word", line, field=field, text="", choices=choices)
    return {**row, "currency": row["currency"] or currency}


def _costs(page: Page, currency: str) -> list[dict[str, Any]]:
    """Amounts with a period run; for how long stands in the second table, by number."""
    needed = ("number", "low", "middle", "high")
    times = {row["number"]: figure_of(row, "per") for _, row in _rows(page, "times", TIMES, needed, optional=True)}
    return [
        {
            "kind": row["kind"],
            "name": row["name"],
            "amount": figure_of(
                {**row, "currency": row["currency"] or currency}, "currency", *(("per",) if row["per"] else ())
            ),
            "periods": times.get(row["number"]),
        }
        for _, row in _rows(page, "costs", COSTS, needed, optional=True)
    ]
