"""Amounts of money as people write them in each language."""

from mlew.domain.base import Locale
from mlew.domain.market_unit import Currency

_SIGNS: dict[Currency, str] = {"JPY": "¥", "USD": "$", "EUR": "€"}
_AFTER: dict[Currency, str] = {"JPY": "円", "USD": "ドル", "EUR": "ユーロ"}
_LARGE = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))


def money(amount: float, currency: Currency, locale: Locale) -> str:
    """Whole units, as for decisions: ¥950,000, 95 万円, 2 億 4,000 万円."""
    whole = round(amount)
    sign = "-" if whole < 0 else ""
    if locale == "en":
        return f"{sign}{_SIGNS[currency]}{abs(whole):,}"
    return f"{sign}{_in_myriads(abs(whole))}{_AFTER[currency]}"


def rough_money(amount: float, currency: Currency, locale: Locale) -> str:
    """Three figures, as for estimates: what follows them is not known."""
    if not amount:
        return money(0, currency, locale)
    digits = len(str(abs(round(amount)))) - 3
    rounded = round(amount / 10**digits) * 10**digits if digits > 0 else amount
    if locale == "en":
        for size, name in ((10**9, "bn"), (10**6, "m")):
            if abs(rounded) >= size:
                sign = "-" if rounded < 0 else ""
                return f"{sign}{_SIGNS[currency]}{abs(rounded) / size:,.3g}{name}"
    return money(rounded, currency, locale)


def _in_myriads(whole: int) -> str:
    parts: list[str] = []
    for size, name in _LARGE:
        count, whole = divmod(whole, size)
        if count:
            parts.append(f"{count:,} {name}")
    if whole or not parts:
        parts.append(f"{whole:,} ")
    return " ".join(parts)
