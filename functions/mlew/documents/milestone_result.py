"""A milestone as it came out: the value of each criterion, and what was decided."""

from datetime import tzinfo

from mlew.documents.verdict import outcome_text, value_text
from mlew.documents.verdict_words import DECISIONS, TEXTS
from mlew.domain.base import Locale
from mlew.domain.verdict import Decision, Result, Verdict
from mlew.domain.workshop import phase_name


def result_text(verdict: Verdict, locale: Locale) -> str:
    """One line a criterion; that there are no data is said, too."""
    lines = [_line(result, locale) for result in verdict.results]
    simulated = [TEXTS["simulated"][0 if locale == "ja" else 1]] if verdict.simulated else []
    return "\n".join([*lines, *simulated])


def _line(result: Result, locale: Locale) -> str:
    outcome = outcome_text(result.outcome, result.measure, result.criterion, locale)
    told = result.measure is not None and result.measure.value is not None
    value = f"{value_text(result.measure, result.criterion)} – " if told else ""
    return f"{result.criterion.id}: {value}{outcome}"


def decision_text(decision: Decision, zone: tzinfo, locale: Locale, *, reason: str) -> str:
    """What, when and why; who decided stands in the verdict. `reason`: without personal data."""
    ja = locale == "ja"
    what = DECISIONS[decision.decision][0 if ja else 1]
    if decision.back_to:
        what += f" → {phase_name(decision.back_to, locale)}"
    if not decision.supported:
        what += f"・{TEXTS['unsupported'][0]}" if ja else f", {TEXTS['unsupported'][1]}"
    day = decision.at.astimezone(zone).date().isoformat()
    return f"{what}（{day}）：{reason}" if ja else f"{what} ({day}): {reason}"
