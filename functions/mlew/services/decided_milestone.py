"""What was decided on the mocks for ① or ②, as a plan tells it: without anybody having to write it down again."""

from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from mlew.documents.verdict import value_text
from mlew.domain.base import Locale
from mlew.domain.gate import AUTO
from mlew.domain.plan import MilestoneDate
from mlew.domain.verdict import Decision, Verdict
from mlew.services.without_names import Mask


class Telling(NamedTuple):
    """How a row is written: `names` hides those in reasons, since plans are exported and passed on."""

    names: Mask
    zone: str
    locale: Locale


def decided_milestone(
    verdict: Verdict, decision: Decision, telling: Telling, before: MilestoneDate | None = None
) -> MilestoneDate:
    """Decision and numbers that it was taken on. ② is reached by "go" alone: else it is tried again on another day.

    `before`: the row as it stood; its planned day and its line stay for ②. ① is planned by nobody.
    """
    day: date = decision.at.astimezone(ZoneInfo(telling.zone)).date()
    first = verdict.milestone == "sponsor"
    former = MilestoneDate(name=verdict.milestone) if first or before is None else before
    numbers = [f"{one.criterion.id} {value_text(one.measure, one.criterion)}" for one in verdict.results if one.measure]
    return MilestoneDate(
        name=verdict.milestone,
        planned=day if first else former.planned,
        line=former.line or _line(verdict, telling.locale),
        actual=day if first or decision.decision == "go" else None,
        result=", ".join(numbers),
        decision=decision.decision,
        decided_by=decision.by,
        reason=telling.names.mask(decision.reason),
    )


def stands(recorded: MilestoneDate, decision: Decision) -> bool:
    """What a person wrote down as reached is not undone by the rule alone (gates in mode auto)."""
    by_person = recorded.decided_by not in ("", AUTO)
    return recorded.actual is not None and recorded.decision == "go" and by_person and decision.by == AUTO


def _line(verdict: Verdict, locale: Locale) -> str:
    """What counted, else the first two of what people judge."""
    lines = [one.criterion for one in verdict.results if one.criterion.metric != "none"] or [
        one.criterion for one in verdict.results[:2]
    ]
    return ("、" if locale == "ja" else "; ").join(one.statement for one in lines)
