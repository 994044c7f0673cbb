"""What the market estimate comes to: cases, break-even share and sensitivities as tables. All computed."""

from mlew.documents.figures import figure
from mlew.documents.inline import cell
from mlew.documents.market_tables import FACTORS
from mlew.documents.money import rough_money
from mlew.documents.table import table
from mlew.domain.base import Locale
from mlew.domain.market_estimate import Bound, Case, Market, MarketEstimate, Sensitivity

_BOUNDS: tuple[Bound, ...] = ("low", "middle", "high")
_CASES: dict[Bound, tuple[str, str]] = {"low": ("低め", "Low"), "middle": ("中央", "Middle"), "high": ("高め", "High")}
_WIDTH = 24
"""Characters of a bar: short enough for a terminal beside three columns."""


def answer(estimate: MarketEstimate, locale: Locale) -> str:
    """Whether value reaches N times the cost, and how sure that is."""
    n = f"{estimate.n:g}"
    reached = estimate.middle.reached
    if locale == "ja":
        said = f"中央の値で費用の {n} 倍に{'届きます' if reached else '届きません'}"
        if estimate.sure:
            return f"{said}。低めでも高めでも答えは同じです。"
        return f"{said}。ただし{'低めの値では届きません' if reached else '高めの値では届きます'}。"
    said = f"In the middle, value {'reaches' if reached else 'does not reach'} {n} times the cost"
    if estimate.sure:
        return f"{said}; low and high give the same answer."
    return f"{said}, but {'with the low values it does not' if reached else 'with the high values it does'}."


def write_cases(market: Market, locale: Locale) -> str:
    """One column a case: the low one takes every input at its worse end."""
    ja = locale == "ja"
    estimate = market.estimate
    cases: list[Case] = [estimate.low, estimate.middle, estimate.high]
    n = f"{estimate.n:g}"

    def money(amount: float) -> str:
        return rough_money(amount, estimate.currency, locale)

    rows = [
        ["価値" if ja else "Value", *(money(case.value) for case in cases)],
        ["費用" if ja else "Cost", *(money(case.cost) for case in cases)],
        [f"費用 × {n}" if ja else f"{n} × cost", *(money(case.needed) for case in cases)],
        ["価値 ÷ 費用" if ja else "Value ÷ cost", *(f"{case.ratio:.3g}" for case in cases)],
        [f"{n} 倍に届くか" if ja else f"Reaches {n} ×", *(_yes(case.reached, locale) for case in cases)],
        [
            f"費用の {n} 倍に届くシェア" if ja else f"Share that makes {n} ×",
            *(_share(estimate.break_even[bound], locale) for bound in _BOUNDS),
        ],
    ]
    return table(["", *(_CASES[bound][0 if ja else 1] for bound in _BOUNDS)], rows)


def write_sensitivities(market: Market, locale: Locale) -> str:
    """Widest swing first; in the bar `┃` is N, `█` the way of the ratio from one end of the input to the other."""
    ja = locale == "ja"
    estimate = market.estimate
    most = max([estimate.n, *(end for one in estimate.sensitivities for end in (one.at_low, one.at_high))])
    rows = [
        [
            cell(input_name(market, one.input, locale)),
            f"{one.at_low:.3g}",
            f"{one.at_high:.3g}",
            _bar(one, estimate.n, most),
            _yes(one.decides, locale),
        ]
        for one in estimate.sensitivities
    ]
    header = (
        ["項目", "低めの値のとき", "高めの値のとき", f"価値 ÷ 費用（┃ は {estimate.n:g}）", "答えが変わるか"]
        if ja
        else ["Input", "At its low", "At its high", f"Value ÷ cost (┃ is {estimate.n:g})", "Decides"]
    )
    return table(header, rows)


def input_name(market: Market, name: str, locale: Locale) -> str:
    """`customers` or `cost-2` as people know it."""
    if not name.startswith("cost-"):
        return FACTORS(name, locale)
    number = int(name.removeprefix("cost-"))
    cost = market.inputs.costs[number - 1]
    return f"{'費用' if locale == 'ja' else 'Cost'} {number} {cost.name}".strip()


def _bar(one: Sensitivity, n: float, most: float) -> str:
    def at(ratio: float) -> int:
        return round(ratio / most * (_WIDTH - 1)) if most > 0 else 0

    first, last = sorted((at(one.at_low), at(one.at_high)))
    signs = ["█" if first <= place <= last else "·" for place in range(_WIDTH)]
    signs[at(n)] = "┃"
    return "".join(signs)


def _share(share: float | None, locale: Locale) -> str:
    if share is None:
        return "ありません" if locale == "ja" else "none"
    if share > 100:
        return f"{figure(float(f'{share:.3g}'))} %{'（届きません）' if locale == 'ja' else ' (impossible)'}"
    return f"{share:.3g} %"


def _yes(value: bool, locale: Locale) -> str:
    if locale == "ja":
        return "はい" if value else "いいえ"
    return "yes" if value else "no"
