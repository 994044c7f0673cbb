"""The plan before the one that is being written: what stays of it, and what the model is told."""

from collections.abc import Sequence
from datetime import datetime

from mlew.documents import render
from mlew.documents.role_names import ROLES
from mlew.domain.artifact import TEAM
from mlew.domain.base import Locale
from mlew.domain.iteration import MilestoneName
from mlew.domain.plan import Plan
from mlew.domain.plan_carry_over import Former, ids_of
from mlew.domain.plan_edits import task_edits
from mlew.domain.plan_people import Person
from mlew.domain.workshop import Workshop
from mlew.services.gate_reading import gate_of
from mlew.services.without_names import Mask, without_names
from mlew.services.work import Stores


def former_plan(stores: Stores, workshop: Workshop) -> Former | None:
    """The newest version, as people left it; None for the first plan."""
    refs = stores.artifacts.versions(workshop.id, "plan", TEAM)
    if not refs:
        return None
    versions = [stores.artifacts.get(workshop.id, ref) for ref in refs]
    plans = [version.body for version in versions if isinstance(version.body, Plan)]
    same_round = versions[-1].provenance.round > workshop.earlier_rounds.get("plan", 0)
    gate = gate_of(stores, workshop, "plan")
    asked = gate.decision.comment if gate and gate.decision and gate.decision.verb == "ask_again" else ""
    dated = [(version.created_at, version.body) for version in versions if isinstance(version.body, Plan)]
    authored = [(version.provenance.author, version.body) for version in versions if isinstance(version.body, Plan)]
    return Former(
        plan=plans[-1],
        recorded_at=_recorded_at(dated),
        ever=ids_of(plans),
        same_round=same_round,
        edits=task_edits(authored),
        asked=asked,
    )


def _recorded_at(dated: Sequence[tuple[datetime, Plan]]) -> dict[MilestoneName, datetime]:
    found: dict[MilestoneName, datetime] = {}
    before: Plan | None = None
    for at, plan in dated:
        changed = (one.name for one in plan.milestones if before is None or before.milestone(one.name) != one)
        found |= dict.fromkeys(changed, at)
        before = plan
    return found


def told(plan: Plan, people: Sequence[Person], names: Mask, locale: Locale) -> str:
    """As the model may see it: who recorded a decision, and owners that it knows by no alias, stay here.

    `names`: what hides them in all other texts.
    """
    known = {person.name for person in people}
    tasks = tuple(
        task if task.owner in known or ROLES.key(task.owner) else task.model_copy(update={"owner": ""})
        for task in plan.tasks
    )
    milestones = tuple(one.model_copy(update={"decided_by": ""}) for one in plan.milestones)
    shown = plan.model_copy(update={"tasks": tasks, "milestones": milestones})
    return render(without_names(shown, names), locale)
