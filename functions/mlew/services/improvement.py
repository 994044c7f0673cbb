"""The improvement edition: begun on what was finished before, and what its team sets for itself (METHOD)."""

from collections.abc import Mapping

from mlew.domain.progress import Progress
from mlew.domain.schedule import SHARED_MINUTES, SHARED_OUT
from mlew.domain.workshop import PHASES, GateMode, Phase, Workshop
from mlew.errors import Conflict, InputError
from mlew.ports.clock import Clock
from mlew.ports.executions import Executions
from mlew.services.gate_reading import gate_of
from mlew.services.launching import launch, running
from mlew.services.merging import merged, pair_named, split
from mlew.services.work import Stores
from mlew.services.workshop_state import rewrite


class Improvement:
    """Starts rounds of the edition, spreads their time, merges pairs, says which one goes first."""

    def __init__(self, stores: Stores, executions: Executions, clock: Clock) -> None:
        self._stores = stores
        self._executions = executions
        self._clock = clock

    def start(
        self,
        workshop_id: str,
        *,
        minutes: Mapping[Phase, int],
        by: str,
        budget_usd: float | None = None,
        gates: GateMode | None = None,
        mocks: bool = True,
    ) -> Workshop:
        """Begin a round on what the edition before has left; any number of them, one after the other.

        `budget_usd`: for the whole workshop from now on, as in `Runs.resume`. `mocks`: whether new ones are made for
        the new press releases. Raises NotFound, InputError for minutes
        that do not add up, Conflict if the edition before is not finished.
        """
        workshop = self._stores.workshops.get(workshop_id)
        spread = checked_minutes(minutes)
        self._finished(workshop)
        latest = {phase: self._stores.gates.latest(workshop_id, phase) for phase in PHASES}
        changes = {
            "edition": "improvement",
            "edition_round": workshop.edition_round + 1,
            "earlier_rounds": {phase: gate.round for phase, gate in latest.items() if gate is not None},
            "minutes": spread,
            "merged": {},
            "phase": "precheck",
            "budget_usd": workshop.budget_usd if budget_usd is None else budget_usd,
            "gates": gates or workshop.gates,
            "makes_mocks": mocks,
        }
        begun = launch(self._stores, self._executions, workshop.model_copy(update=changes))
        number, locale = begun.edition_round - 1, begun.plan.locale
        detail = f"改善編 {number} 回目（{by}）" if locale == "ja" else f"improvement edition, round {number}, by {by}"
        line = Progress(at=self._clock.now(), kind="note", phase="precheck", detail=detail)
        self._stores.progress.add(workshop_id, line)
        return begun

    def set_minutes(self, workshop_id: str, minutes: Mapping[Phase, int]) -> Workshop:
        """Spread the time anew. A time box that runs keeps its end. Raises InputError, Conflict."""
        spread = checked_minutes(minutes)
        return rewrite(
            self._stores.workshops, workshop_id, lambda w: _improving(w).model_copy(update={"minutes": spread})
        )

    def merge(self, workshop_id: str, into: str) -> Workshop:
        """All pairs go on as one, with the questions of all. Raises InputError, NotFound, Conflict."""
        return rewrite(self._stores.workshops, workshop_id, lambda w: merged(self._before_invent(w), into))

    def split(self, workshop_id: str) -> Workshop:
        """Undo `merge`: the pairs are what they were. Raises InputError, Conflict."""
        return rewrite(self._stores.workshops, workshop_id, lambda w: split(self._before_invent(w)))

    def set_priority(self, workshop_id: str, pair: str) -> Workshop:
        """Whose invention goes first; "" leaves it to the numbers again, until Refine is approved.

        Raises NotFound, InputError, Conflict.
        """
        return rewrite(self._stores.workshops, workshop_id, lambda w: _preferring(self._before_market(w), pair))

    def _before_invent(self, workshop: Workshop) -> Workshop:
        """Questions are given to pairs at the end of Define; after that each pair works on its own."""
        phase = _improving(workshop).phase
        gate = gate_of(self._stores, workshop, "define")
        given = gate is not None and gate.decision is not None and gate.decision.verb == "approve"
        if phase not in ("listen", "define") or given:
            raise Conflict.told("improve.merge-time", phase=phase)
        return workshop

    def _before_market(self, workshop: Workshop) -> Workshop:
        """With Refine one press release is complete; estimate and plan are made for that pair."""
        gate = gate_of(self._stores, _improving(workshop), "refine")
        if gate is None or gate.decision is None or gate.decision.verb != "approve":
            return workshop
        raise Conflict.told("improve.priority-fixed")

    def _finished(self, workshop: Workshop) -> None:
        if workshop.state == "finished":
            return
        if workshop.execution and self._executions.state(workshop.execution) == "running":
            raise running(workshop.id)
        raise Conflict.told("improve.unfinished", workshop=workshop.id, edition=workshop.edition, phase=workshop.phase)


def checked_minutes(minutes: Mapping[Phase, int]) -> dict[Phase, int]:
    """One number for each of the five phases, in order. Raises InputError saying what is missing or too much."""
    names = ", ".join(SHARED_OUT)
    others = [phase for phase in minutes if phase not in SHARED_OUT]
    if others:
        raise InputError.told("improve.fixed-minutes", others=", ".join(others), names=names)
    short = [phase for phase in SHARED_OUT if minutes.get(phase, 0) < 1]
    if short:
        raise InputError.told("improve.one-minute", short=", ".join(short), names=names)
    total = sum(minutes.values())
    if total != SHARED_MINUTES:
        told = " + ".join(str(minutes[phase]) for phase in SHARED_OUT)
        raise InputError.told(
            "improve.minutes-many" if total > SHARED_MINUTES else "improve.minutes-few",
            hint="improve.spread",
            told=told,
            total=total,
            apart=abs(total - SHARED_MINUTES),
            shared_minutes=SHARED_MINUTES,
            names=names,
        )
    return {phase: minutes[phase] for phase in SHARED_OUT}


def _improving(workshop: Workshop) -> Workshop:
    if workshop.edition != "improvement" or workshop.state == "finished":
        raise Conflict.told("improve.none", workshop=workshop.id)
    return workshop


def _preferring(workshop: Workshop, pair: str) -> Workshop:
    if pair:
        pair_named(workshop.pairs, pair)
    return workshop.model_copy(update={"priority": pair})
