"""A decision on the mocks goes into the plan that is there, without anybody having to write it down again."""

from mlew.domain.artifact import TEAM
from mlew.domain.market_estimate import Market
from mlew.domain.verdict import Verdict
from mlew.domain.workshop import Workshop
from mlew.ports.clock import Clock
from mlew.services.decided import last_decided_on
from mlew.services.decided_milestone import Telling, decided_milestone, stands
from mlew.services.phases.improvement.plan_names import plan_names
from mlew.services.plans import Planning, plan_of
from mlew.services.work import Stores


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
