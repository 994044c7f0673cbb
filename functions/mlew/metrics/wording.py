"""Numbers as people read them, in the terminal and in the report. What was not observed is a dash, never 0."""

from mlew.domain.base import Locale
from mlew.domain.estimate import Difference, Mean, Rate

NOTHING = "–"
_MINUTE, _HOUR = 60, 3600


def percent(value: float | None) -> str:
    """`67%`; what is nearly nothing or nearly everything keeps a decimal, so that it is not taken for it."""
    if value is None:
        return NOTHING
    whole = f"{value:.0%}"
    return f"{value:.1%}" if (whole == "0%" and value) or (whole == "100%" and value != 1) else whole


def rate_interval(rate: Rate) -> str:
    """`21–94%`."""
    if rate.low is None or rate.high is None:
        return ""
    return f"{_hundredths(rate.low)}–{_hundredths(rate.high)}%"


def base(rate: Rate) -> str:
    """`2/3`; what a share was taken of is never left out."""
    return f"{rate.hits:,}/{rate.of:,}"


def duration(seconds: float | None, locale: Locale) -> str:
    """`8.4 s`, `1 min 05 s`, `2 h 03 min`."""
    if seconds is None:
        return NOTHING
    hour, minute, second = ("時間", "分", "秒") if locale == "ja" else (" h ", " min ", " s")
    if seconds < 9.95:
        return f"{seconds:.1f}".removesuffix(".0") + second
    whole = round(seconds)
    if whole < _MINUTE:
        return f"{whole}{second}"
    if whole < _HOUR:
        return f"{whole // _MINUTE}{minute}{whole % _MINUTE:02d}{second}"
    minutes = round(seconds / _MINUTE)
    return f"{minutes // _MINUTE}{hour}{minutes % _MINUTE:02d}{minute}".rstrip()


def duration_interval(mean: Mean, locale: Locale) -> str:
    """From – to; no time is below zero, though an interval around a mean of few may be."""
    if mean.low is None or mean.high is None:
        return ""
    return f"{duration(max(0.0, mean.low), locale)} – {duration(mean.high, locale)}"


def points(difference: Difference) -> str:
    """A difference of rates in percentage points: `+20`, `−5`; rounded to whole ones."""
    return NOTHING if difference.value is None else _signed(difference.value)


def points_interval(difference: Difference) -> str:
    """`+5 … +33`."""
    if difference.low is None or difference.high is None:
        return ""
    return f"{_signed(difference.low)} … {_signed(difference.high)}"


def duration_change(seconds: float | None, locale: Locale) -> str:
    """With its sign."""
    if seconds is None:
        return NOTHING
    return f"{'−' if seconds < 0 else '+'}{duration(abs(seconds), locale)}"


def _signed(share: float) -> str:
    whole = round(share * 100)
    return f"−{-whole}" if whole < 0 else f"+{whole}" if whole > 0 else "±0"


def _hundredths(share: float) -> str:
    return percent(share).removesuffix("%")
