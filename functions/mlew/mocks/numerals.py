"""Numbers as a mock writes them: grouped by thousands, with a real minus, the unit where its language puts it."""

from collections.abc import Mapping

_BEFORE = ("¥", "￥", "$", "€", "£", "₩")
_DIGITS = 2


def numeral(value: float) -> str:
    """`-1234.5` → `−1,234.5`; at most two decimals, no trailing zeros."""
    text = f"{abs(value):,.{_DIGITS}f}".rstrip("0").rstrip(".")
    return f"−{text}" if value < 0 and text != "0" else text


def compact(value: float, large: Mapping[str, float]) -> str:
    """For an axis: `120000` → `12万` or `120K`. `large`: names of steps of a thousand or ten thousand."""
    fitting = [(step, name) for name, step in large.items() if abs(value) >= max(step, 1e4)]
    step, name = max(fitting, default=(1, ""))
    return numeral(value / step) + name


def with_unit(text: str, unit: str) -> str:
    """`12件`, `12 orders`, `¥12`, `−¥12`."""
    if unit.startswith(_BEFORE):
        sign, digits = ("−", text[1:]) if text.startswith("−") else ("", text)
        return f"{sign}{unit}{digits}"
    return f"{text} {unit}" if unit[:1].isascii() and unit[:1].isalpha() else text + unit
