"""What a verdict says about each criterion, short enough for a page."""

from mlew.documents.criteria import write_line
from mlew.documents.inline import decode
from mlew.documents.plan_page.content import KeyFigure
from mlew.documents.verdict import interval_text, value_text
from mlew.domain.base import Locale
from mlew.domain.verdict import Measure, Result, Verdict

_DASH = "–"
_LONGEST_UNIT = 6


def key_figures(verdict: Verdict | None, locale: Locale) -> tuple[KeyFigure, ...]:
    """One a criterion, in the verdict's order; none without a verdict."""
    return tuple(_figure(result, locale) for result in verdict.results) if verdict else ()


def _figure(result: Result, locale: Locale) -> KeyFigure:
    measure, criterion = result.measure, result.criterion
    passed = {"passed": True, "failed": False}.get(result.outcome)
    return KeyFigure(
        label=criterion.statement,
        value=_value(result),
        line=decode(write_line(criterion, locale)),
        passed=passed,
        note=_sample(measure, locale),
    )


def _value(result: Result) -> str:
    """What it is of stands in the note, a long unit beside the line."""
    shown = value_text(result.measure, result.criterion).partition(" (")[0]
    unit = result.criterion.unit
    return shown.removesuffix(unit).strip() if len(unit) > _LONGEST_UNIT else shown


def _sample(measure: Measure | None, locale: Locale) -> str:
    if measure is None or measure.value is None:
        return ""
    ja = locale == "ja"
    parts: list[str] = []
    if measure.basis == "share" and measure.hits is not None:
        parts.append(f"{measure.of} 人中 {measure.hits} 人" if ja else f"{measure.hits} of {measure.of}")
    elif measure.basis != "figure":
        parts.append(f"{measure.of} 人" if ja else f"n = {measure.of}")
    interval = interval_text(measure)
    if interval != _DASH:
        parts.append(f"95% 区間 {interval}" if ja else f"95% interval {interval}")
    return ("、" if ja else ", ").join(parts)
