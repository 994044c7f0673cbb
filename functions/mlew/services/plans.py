"""The plan after it was made: people record what came of it. Every change is a new version."""

from collections.abc import Callable
from datetime import date

from mlew.domain import plan_changes, plan_progress, plan_status
from mlew.domain.artifact import TEAM, Artifact, ArtifactRef
from mlew.domain.iteration import MILESTONES, MilestoneName
from mlew.domain.plan import MilestoneDate, MilestoneDecision, Plan, RequestState
from mlew.domain.plan_changes import Changes
from mlew.domain.workshop import Workshop
from mlew.ports.clock import Clock
from mlew.services.editing import Editing
from mlew.services.lost_race import until_won
from mlew.services.reading import current
from mlew.services.today import today_of
from mlew.services.work import Stores


def plan_of(stores: Stores, workshop: Workshop) -> tuple[Plan, ArtifactRef]:
    """The newest version and its key. Raises NotFound before the plan phase has run."""
    return current(stores, workshop, Plan)


class Planning:
    """Changes of a plan by people. Those of several at once all come in, one after the other."""

    def __init__(self, stores: Stores, clock: Clock) -> None:
        self._stores = stores
        self._clock = clock

    def set_milestone(
        self,
        workshop: Workshop,
        name: MilestoneName,
        *,
        actual: date,
        result: str,
        decision: MilestoneDecision,
        by: str,
        arn: str = "",
        reason: str = "",
    ) -> Artifact:
        """What came of a milestone. Raises NotFound, or InputError on a future day or a decision without a reason."""

        def filled(plan: Plan, today: date) -> Plan:
            return plan_status.set_milestone(
                plan,
                name,
                actual=actual,
                result=result,
                decision=decision,
                by=by,
                reason=reason,
                today=today,
                locale=workshop.plan.locale,
            )

        return self._change(workshop, filled, by=by, arn=arn, note=f"milestone {name}")

    def change_milestone(
        self,
        workshop: Workshop,
        name: MilestoneName,
        change: Callable[[MilestoneDate | None], MilestoneDate],
        *,
        by: str,
        arn: str = "",
    ) -> Artifact:
        """What a decision says of a milestone; one that the plan does not have is added. Raises NotFound, Conflict."""

        def changed(plan: Plan, _: date) -> Plan:
            row = change(plan.milestone(name))
            others = (one for one in plan.milestones if one.name != name)
            ordered = sorted((row, *others), key=lambda one: MILESTONES.index(one.name))
            return plan.model_copy(update={"milestones": tuple(ordered)})

        return self._change(workshop, changed, by=by, arn=arn, note=f"milestone {name}")

    def finish_task(
        self, workshop: Workshop, task_id: str, *, by: str, arn: str = "", on: date | None = None
    ) -> Artifact:
        """A task is done, today if no day is named. Raises NotFound, InputError on a future day."""

        def finished(plan: Plan, today: date) -> Plan:
            return plan_progress.finish_task(plan, task_id, on=on or today, today=today)

        return self._change(workshop, finished, by=by, arn=arn, note=f"task {task_id} finished")

    def set_request(
        self, workshop: Workshop, request_id: str, state: RequestState, *, by: str, arn: str = "", note: str = ""
    ) -> Artifact:
        """Where a request for money stands. Raises NotFound."""

        def moved(plan: Plan, _: date) -> Plan:
            return plan_progress.set_request(plan, request_id, state, note=note)

        return self._change(workshop, moved, by=by, arn=arn, note=f"request {request_id} {state}")

    def settle_point(self, workshop: Workshop, number: int, how: str, *, by: str, arn: str = "") -> Artifact:
        """The answer to the `number`th open point, from 1. Raises NotFound, InputError if blank."""

        def settled(plan: Plan, _: date) -> Plan:
            return plan_progress.settle_point(plan, number, how)

        return self._change(workshop, settled, by=by, arn=arn, note=f"open point {number} settled")

    def change_task(self, workshop: Workshop, task_id: str, changes: Changes, *, by: str, arn: str = "") -> Artifact:
        """Owner, dates, effort, what it waits for. Raises NotFound, InputError where the plan could not be any more."""

        def changed(plan: Plan, today: date) -> Plan:
            return plan_changes.change_task(plan, task_id, changes, today=today)

        return self._change(workshop, changed, by=by, arn=arn, note=f"task {task_id}: {', '.join(changes)}")

    def change_request(
        self, workshop: Workshop, request_id: str, changes: Changes, *, by: str, arn: str = ""
    ) -> Artifact:
        """Who approves, by when, state, note. Raises NotFound, InputError."""

        def changed(plan: Plan, _: date) -> Plan:
            return plan_changes.change_request(plan, request_id, changes)

        return self._change(workshop, changed, by=by, arn=arn, note=f"request {request_id}: {', '.join(changes)}")

    def change_point(self, workshop: Workshop, number: int, changes: Changes, *, by: str, arn: str = "") -> Artifact:
        """Who settles it, by when, how it was settled. Raises NotFound, InputError."""

        def changed(plan: Plan, _: date) -> Plan:
            return plan_changes.change_point(plan, number, changes)

        return self._change(workshop, changed, by=by, arn=arn, note=f"open point {number}: {', '.join(changes)}")

    def _change(
        self, workshop: Workshop, changed: Callable[[Plan, date], Plan], *, by: str, arn: str, note: str
    ) -> Artifact:
        """On the newest version; reads again if somebody was faster. Raises Conflict after five lost tries."""
        editing = Editing(self._stores, self._clock)

        def attempt() -> Artifact:
            plan, ref = plan_of(self._stores, workshop)
            body = changed(plan, today_of(self._clock, plan.time_zone))
            return editing.save(workshop, "plan", TEAM, body, by=by, arn=arn, based_on_version=ref.version, note=note)

        return until_won(attempt)
