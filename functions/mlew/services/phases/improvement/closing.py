"""The end of the edition: mocks destroyed, meetings and reports set, everyone's tasks clear. No model takes part."""

from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.closing_rules import closing
from mlew.domain.plan import Plan
from mlew.domain.plan_people import Person, people_of
from mlew.domain.workshop import Workshop
from mlew.services.artifacts import made_in, store_made
from mlew.services.work import Work

_WITHOUT_TASKS = frozenset({"sponsor", "facilitator", "スポンサー", "ファシリテーター", "経営層"})


def run_closing(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """The checklist with what is missing, and the survey. Nothing in it blocks; asked again, it looks again."""
    made = made_in(work, workshop, "closing", TEAM, round_)
    if made:
        return [made]
    latest = work.stores.artifacts.latest
    plan = latest(workshop.id, "plan", TEAM)
    body = closing(
        plan.body if plan is not None and isinstance(plan.body, Plan) else None,
        released={
            pair.name or pair.id: latest(workshop.id, "press_release", pair.id) is not None for pair in workshop.pairs
        },
        mocks=work.stores.mocks.list(workshop.id),
        people=[one.name for one in people_of(workshop) if _works(one)],
        round_=workshop.edition_round,
        locale=workshop.plan.locale,
    )
    based_on = (plan.ref,) if plan is not None else ()
    return [store_made(work, workshop, "closing", TEAM, body, round_=round_, drafts=(), based_on=based_on)]


def _works(person: Person) -> bool:
    """Whoever sponsors or only leads the day has no task of the plan."""
    return not person.roles or not {role.strip().lower() for role in person.roles} <= _WITHOUT_TASKS
