"""Starting a workshop, going on with it, and telling where it stands."""

from collections.abc import Callable
from typing import Literal

from mlew.domain.artifact import ArtifactRef, Usage
from mlew.domain.base import Model
from mlew.domain.gate import Gate
from mlew.domain.inputs import WorkshopInputs
from mlew.domain.workshop import GateMode, Phase, Workshop, WorkshopPlan, WorkshopSummary
from mlew.errors import InputError, WorkshopClosed
from mlew.ports.clock import Clock
from mlew.ports.executions import Executions, ExecutionState
from mlew.services.choices import default_pairs
from mlew.services.gate_reading import gate_of
from mlew.services.launching import launch, running
from mlew.services.work import Stores
from mlew.services.workshop_state import change

PhaseState = Literal["done", "running", "waiting", "open"]
MOST_PAIRS = 8


class PhaseStatus(Model):
    """One phase: `done` when its gate approved, `waiting` when its gate is open."""

    phase: Phase
    state: PhaseState
    gate: Gate | None = None


class WorkshopStatus(Model):
    """Where a workshop stands. `execution` is "unknown" after a restart of the embedded AWS: resume."""

    workshop: Workshop
    phases: tuple[PhaseStatus, ...]
    artifacts: tuple[ArtifactRef, ...]
    usage: Usage
    execution: ExecutionState


class Runs:
    """`new_id` makes workshop ids: short, URL-safe, unique."""

    def __init__(
        self, stores: Stores, executions: Executions, clock: Clock, *, tenant: str, new_id: Callable[[], str]
    ) -> None:
        self._stores = stores
        self._executions = executions
        self._clock = clock
        self._tenant = tenant
        self._new_id = new_id

    def start(
        self,
        plan: WorkshopPlan,
        inputs: WorkshopInputs,
        pictures: dict[str, bytes],
        originals: dict[str, bytes],
        *,
        gates: GateMode,
        time_scale: float,
        budget_usd: float,
        by: str,
        strict: bool = False,
        pairs: int = 2,
        workshop_id: str | None = None,
    ) -> Workshop:
        """Store everything, then start the practice edition. Raises InputError, Conflict if the id is taken."""
        if not 1 <= pairs <= MOST_PAIRS:
            raise InputError.told("run.pairs", pairs=pairs, most_pairs=MOST_PAIRS)
        workshop = Workshop(
            id=workshop_id or self._new_id(),
            tenant=self._tenant,
            plan=plan,
            pairs=plan.pairs or default_pairs(plan.locale, pairs),
            gates=gates,
            strict=strict,
            time_scale=time_scale,
            budget_usd=budget_usd,
            created_at=self._clock.now(),
            created_by=by,
        )
        self._stores.workshops.create(workshop)
        self._stores.inputs.put(workshop.id, inputs, pictures, originals)
        return launch(self._stores, self._executions, workshop)

    def resume(self, workshop_id: str, *, budget_usd: float | None = None) -> Workshop:
        """Start a new execution; it goes on at the first phase without an approved artifact.

        An execution that still waits at a gate that is decided – the decision was stored, its wake was lost – is
        woken instead. `budget_usd` replaces the workshop's budget. Raises WorkshopClosed if it is finished,
        Conflict if it runs.
        """
        workshop = self._stores.workshops.get(workshop_id)
        if budget_usd is not None:
            workshop = change(self._stores.workshops, workshop_id, budget_usd=budget_usd)
        if workshop.state == "finished":
            raise WorkshopClosed.told("workshop.finished", workshop_id=workshop_id)
        if workshop.execution and self._executions.state(workshop.execution) == "running":
            if self._woken(workshop):
                return workshop
            raise running(workshop_id)
        return launch(self._stores, self._executions, workshop)

    def status(self, workshop_id: str) -> WorkshopStatus:
        """Raises NotFound."""
        workshop = self._stores.workshops.get(workshop_id)
        return WorkshopStatus(
            workshop=workshop,
            phases=tuple(self._phase(workshop, phase) for phase in workshop.phases),
            artifacts=tuple(self._stores.artifacts.heads(workshop_id)),
            usage=self._stores.ledger.total(workshop_id),
            execution=self._executions.state(workshop.execution) if workshop.execution else "unknown",
        )

    def page(self, *, limit: int = 25, after: str = "") -> tuple[list[WorkshopSummary], str]:
        """Newest first."""
        return self._stores.workshops.page(limit=limit, after=after)

    def _woken(self, workshop: Workshop) -> bool:
        gates = [gate_of(self._stores, workshop, phase) for phase in workshop.phases]
        decided = [g for g in gates if g is not None and g.decision is not None and g.token]
        return bool(decided) and self._executions.wake(decided[-1].token, {"phase": decided[-1].phase})

    def _phase(self, workshop: Workshop, phase: Phase) -> PhaseStatus:
        gate = gate_of(self._stores, workshop, phase)
        if gate is not None and gate.decision is not None and gate.decision.verb == "approve":
            return PhaseStatus(phase=phase, state="done", gate=gate)
        if gate is not None and gate.decision is None:
            return PhaseStatus(phase=phase, state="waiting", gate=gate)
        running = workshop.phase == phase and workshop.state == "running"
        return PhaseStatus(phase=phase, state="running" if running else "open", gate=gate)
