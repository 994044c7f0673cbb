"""The plan: dates of the milestones, tasks up to ②, money to ask for, meetings – one for the team."""

from collections.abc import Sequence

from mlew.documents import render
from mlew.documents.for_model import render_for_model
from mlew.documents.plan_people import render_people
from mlew.documents.public_holidays import public_holidays
from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.iteration import Iteration, MilestoneName
from mlew.domain.plan import MilestoneDate
from mlew.domain.plan_carry_over import Former
from mlew.domain.plan_conversion import PlanFrame, plan_from
from mlew.domain.plan_draft import PlanDraft
from mlew.domain.plan_draft_rules import plan_violations
from mlew.domain.plan_people import Person, people_of
from mlew.domain.plan_warnings import months_after, plan_warnings
from mlew.domain.press_release import PressRelease
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, store_made
from mlew.services.decided import last_decided_on
from mlew.services.decided_milestone import Telling, decided_milestone, stands
from mlew.services.draft_runner import Task, write_draft
from mlew.services.earlier_result import of_earlier_plan
from mlew.services.phases.improvement.estimated_pair import estimate_of, estimated_pair
from mlew.services.phases.improvement.former_plan import former_plan, told
from mlew.services.phases.improvement.plan_names import PlanNames, plan_names
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.today import today_of
from mlew.services.without_names import without_names
from mlew.services.work import Work

_AHEAD = 9
"""Months of holidays that a plan may touch: six and some room."""


def write_plan(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """Real dates from today on, in the workshop's time zone, around its public holidays. Names stay here."""
    made = made_in(work, workshop, "plan", TEAM, round_)
    if made:
        return [made]
    locale, zone = workshop.plan.locale, workshop.plan.time_zone
    today = today_of(work.clock, zone)
    off = public_holidays(zone, today, months_after(today, _AHEAD), locale)
    people, names = people_of(workshop), plan_names(work.stores, workshop)
    first, former = estimated_pair(work.stores, workshop), former_plan(work.stores, workshop)
    frame = PlanFrame(
        starts=today,
        time_zone=zone,
        currency=workshop.plan.currency,
        sponsor=_decided(work, workshop, "sponsor", former, names) or MilestoneDate(name="sponsor"),
        fan=_decided(work, workshop, "fan", former, names),
    )
    release, release_ref = current(work.stores, workshop, PressRelease, first)
    pairs = [first, *(p.id for p in workshop.pairs if p.id != first)]
    documents, based_on = _milestones(work, workshop, pairs, names)
    task = Task(
        phase="plan",
        step="plan",
        draft=PlanDraft,
        inputs={
            "milestone": documents,
            "press_release": render_for_model(without_names(release, names), locale),
            **_before(work, workshop, round_, former, people, names=names),
            "people": render_people(frame, people, off, locale),
        },
        violations=lambda draft: plan_violations(draft, frame, people, off, locale=locale),
    )
    draft, stored = write_draft(work, workshop, DraftKey(step="plan", cell=TEAM, round=round_), task)
    former = former_plan(work.stores, workshop)  # as it is by now: people go on recording while a model writes
    plan = plan_from(draft, frame, people, off, former=former, locale=locale)
    return [
        store_made(
            work,
            workshop,
            "plan",
            TEAM,
            plan,
            round_=round_,
            drafts=(stored,),
            based_on=(release_ref, *based_on),
            warnings=tuple(plan_warnings(plan, off, locale=locale)),
        )
    ]


def _milestones(
    work: Work, workshop: Workshop, pairs: Sequence[str], names: PlanNames
) -> tuple[str, tuple[ArtifactRef, ...]]:
    """Criteria of all pairs, the one that goes first at the beginning, and what the market estimate came to."""
    found = [current(work.stores, workshop, Iteration, pair) for pair in pairs]
    texts = [render(without_names(body, names), workshop.plan.locale) for body, _ in found]
    market = estimate_of(work.stores, workshop, pairs[0])
    if market is not None:
        texts.append(render(without_names(market.body, names), workshop.plan.locale))
        return "\n\n".join(texts), (*(r for _, r in found), market.ref)
    return "\n\n".join(texts), tuple(ref for _, ref in found)


def _before(
    work: Work,
    workshop: Workshop,
    round_: int,
    former: Former | None,
    people: Sequence[Person],
    *,
    names: PlanNames,
) -> dict[str, str]:
    """What was asked for, and the plan before: the one that was sent back, or that of an earlier round."""
    asked = requests_for(work, workshop, "plan", round_, step="plan", kind="plan", scope=TEAM, masking=names)
    if former is None:
        return asked
    text = told(former.plan, people, names, workshop.plan.locale)
    return {**asked, "previous": text} if asked else of_earlier_plan(text, workshop.plan.locale)


def _decided(
    work: Work, workshop: Workshop, name: MilestoneName, former: Former | None, names: PlanNames
) -> MilestoneDate | None:
    """What came of ① or ②: the decision and the numbers that it was taken on. None if nobody has decided.

    What people wrote in the plan since then stays: they may have corrected it there.
    """
    verdict = last_decided_on(work.stores, workshop, estimated_pair(work.stores, workshop), name)
    if verdict is None or verdict.decision is None:
        return None
    recorded = former.plan.milestone(name) if former else None
    if former and recorded and recorded.actual and verdict.decision.at <= former.recorded_at[name]:
        return recorded
    if recorded and stands(recorded, verdict.decision):
        return recorded
    telling = Telling(names.masking, workshop.plan.time_zone, workshop.plan.locale)
    return decided_milestone(verdict, verdict.decision, telling, recorded)
