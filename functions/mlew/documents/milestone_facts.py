"""What milestones rest on beside the workshop's other artifacts: today's date, N, an estimate if there is one."""

from datetime import date

from mlew.documents import render
from mlew.domain.base import Locale
from mlew.domain.market_estimate import Market
from mlew.domain.multiple import DEFAULT_MULTIPLE, Multiple

_LABELS: dict[Locale, tuple[str, str]] = {
    "ja": ("今日", "③の N（推計を見る前に決めた倍率）"),
    "en": ("Today", "N of ③ (set before the estimate)"),
}


def multiple_of(multiples: tuple[Multiple, ...]) -> float:
    """The N that counts; the method's default if nobody has set one."""
    return multiples[-1].n if multiples else DEFAULT_MULTIPLE


def render_milestone_facts(today: date, multiples: tuple[Multiple, ...], market: Market | None, locale: Locale) -> str:
    """Bullets, then the estimate of an earlier round."""
    day, n = _LABELS[locale]
    reason = f" – {multiples[-1].reason}" if multiples and multiples[-1].reason else ""
    mark = "：" if locale == "ja" else ": "
    facts = f"- {day}{mark}{today.isoformat()}\n- {n}{mark}{multiple_of(multiples):g}{reason}"
    return f"{facts}\n\n{render(market, locale)}" if market else facts
