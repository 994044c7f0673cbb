"""What was decided on the mocks for ① or ②, as a plan tells it: without anybody having to write it down again."""

from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from mlew.documents.verdict import value_text
from mlew.domain.artifact import TEAM
from mlew.domain.base import Locale
from mlew.domain.market_estimate import Market
from mlew.domain.plan import MilestoneDate
from mlew.domain.verdict import Decision, Verdict
from mlew.domain.workshop import Workshop
from mlew.ports.clock import Clock
from mlew.services.decided import last_decided_on
from mlew.services.gates import AUTO
from mlew.services.phases.improvement.plan_names import plan_names
from mlew.services.plans import Planning, plan_of
from mlew.services.without_names import Mask
from mlew.services.work import Stores


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


def record_decision(stores: Stores, clock: Clock, workshop: Workshop, taken: Verdict) -> None:
    """Into the plan that is there, as its next version; nothing if there is none, or if it is about another pair."""
    verdict = last_decided_on(stores, workshop, taken.pair, taken.milestone)
    if verdict is None or verdict.decision is None or not _about(stores, workshop, taken.pair):
        return
    decision, telling = verdict.decision, _telling(stores, workshop)
    before = plan_of(stores, workshop)[0].milestone(verdict.milestone)
    if before is not None and stands(before, decision):
        return
    if before != decided_milestone(verdict, decision, telling, before):
        Planning(stores, clock).change_milestone(
            workshop,
            verdict.milestone,
            lambda before: decided_milestone(verdict, decision, telling, before),
            by=decision.by,
            arn=decision.arn,
        )


def _telling(stores: Stores, workshop: Workshop) -> Telling:
    return Telling(plan_names(stores, workshop).masking, workshop.plan.time_zone, workshop.plan.locale)


def _about(stores: Stores, workshop: Workshop, pair: str) -> bool:
    """Plan and estimate are about one pair, and both are there."""
    market = stores.artifacts.latest(workshop.id, "market", TEAM)
    plan = stores.artifacts.head(workshop.id, "plan", TEAM)
    return plan is not None and market is not None and isinstance(market.body, Market) and market.body.pair == pair


def _line(verdict: Verdict, locale: Locale) -> str:
    """What counted, else the first two of what people judge."""
    lines = [one.criterion for one in verdict.results if one.criterion.metric != "none"] or [
        one.criterion for one in verdict.results[:2]
    ]
    return ("、" if locale == "ja" else "; ").join(one.statement for one in lines)
