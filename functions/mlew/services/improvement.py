"""The improvement edition: begun on what was finished before, and what its team sets for itself (METHOD)."""

from collections.abc import Mapping

from mlew.domain.progress import Progress
from mlew.domain.schedule import SHARED_MINUTES, SHARED_OUT
from mlew.domain.workshop import PHASES, GateMode, Pair, Phase, Workshop
from mlew.errors import Conflict, InputError, NotFound
from mlew.ports.clock import Clock
from mlew.ports.executions import Executions
from mlew.services.launching import launch, running
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
    ) -> Workshop:
        """Begin a round on what the edition before has left; any number of them, one after the other.

        `budget_usd`: for the whole workshop from now on, as in `Runs.resume`. Raises NotFound, InputError for minutes
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
        }
        begun = launch(self._stores, self._executions, workshop.model_copy(update=changes))
        detail = f"round {begun.edition_round - 1} of the improvement edition, begun by {by}"
        self._stores.progress.add(
            workshop_id, Progress(at=self._clock.now(), kind="note", phase="precheck", detail=detail)
        )
        return begun

    def set_minutes(self, workshop_id: str, minutes: Mapping[Phase, int]) -> Workshop:
        """Spread the time anew. A time box that runs keeps its end. Raises InputError, Conflict."""
        spread = checked_minutes(minutes)
        return rewrite(
            self._stores.workshops, workshop_id, lambda w: _improving(w).model_copy(update={"minutes": spread})
        )

    def merge(self, workshop_id: str, into: str) -> Workshop:
        """All pairs go on as one, with the questions of all. Raises InputError, NotFound, Conflict."""
        return rewrite(self._stores.workshops, workshop_id, lambda w: _merged(_before_invent(w), into))

    def split(self, workshop_id: str) -> Workshop:
        """Undo `merge`: the pairs are what they were. Raises InputError, Conflict."""
        return rewrite(self._stores.workshops, workshop_id, lambda w: _split(_before_invent(w)))

    def set_priority(self, workshop_id: str, pair: str) -> Workshop:
        """Whose invention goes first; "" leaves it to the numbers again. Raises NotFound, InputError, Conflict."""
        return rewrite(self._stores.workshops, workshop_id, lambda w: _preferring(w, pair))

    def _finished(self, workshop: Workshop) -> None:
        if workshop.state == "finished":
            return
        if workshop.execution and self._executions.state(workshop.execution) == "running":
            raise running(workshop.id)
        raise Conflict(
            f"workshop {workshop.id} has not finished its {workshop.edition} edition: it stands at {workshop.phase}",
            hint=f"Let it go on first: mlew resume {workshop.id}",
        )


def checked_minutes(minutes: Mapping[Phase, int]) -> dict[Phase, int]:
    """One number for each of the five phases, in order. Raises InputError saying what is missing or too much."""
    names = ", ".join(SHARED_OUT)
    others = [phase for phase in minutes if phase not in SHARED_OUT]
    if others:
        raise InputError(f"the minutes of {', '.join(others)} are fixed", hint=f"Yours to spread: {names}")
    short = [phase for phase in SHARED_OUT if minutes.get(phase, 0) < 1]
    if short:
        raise InputError(f"{', '.join(short)} needs at least one minute", hint=f"All five take part: {names}")
    total = sum(minutes.values())
    if total != SHARED_MINUTES:
        told = " + ".join(str(minutes[phase]) for phase in SHARED_OUT)
        apart = f"{abs(total - SHARED_MINUTES)} too {'many' if total > SHARED_MINUTES else 'few'}"
        raise InputError(f"{told} = {total} minutes, {apart}", hint=f"Spread {SHARED_MINUTES} minutes over {names}.")
    return {phase: minutes[phase] for phase in SHARED_OUT}


def _improving(workshop: Workshop) -> Workshop:
    if workshop.edition != "improvement" or workshop.state == "finished":
        raise Conflict(
            f"workshop {workshop.id} is in no improvement edition", hint=f"Begin one: mlew improve start {workshop.id}"
        )
    return workshop


def _before_invent(workshop: Workshop) -> Workshop:
    """Questions are given to pairs at the end of Define; after that each pair works on its own."""
    if _improving(workshop).phase not in ("listen", "define"):
        raise Conflict(
            f"pairs are merged or split between the precheck and the end of Define, not at {workshop.phase}",
            hint="The next round begins with that choice again.",
        )
    return workshop


def _merged(workshop: Workshop, into: str) -> Workshop:
    target = _pair(workshop.pairs, into)
    others = tuple(pair for pair in workshop.pairs if pair.id != into)
    if not others:
        raise InputError("there is one pair only", hint="Nothing is to be merged.")
    whole = (target, *others)
    one = target.model_copy(
        update={
            "questions": _union(*(pair.questions for pair in whole)),
            "stages": _union(*(pair.stages for pair in whole)) if all(pair.stages for pair in whole) else (),
        }
    )
    return workshop.model_copy(
        update={
            "pairs": (one,),
            "past_pairs": (*workshop.past_pairs, *others),
            "merged": {into: workshop.pairs},
            "priority": into if workshop.priority in {pair.id for pair in whole} else workshop.priority,
        }
    )


def _split(workshop: Workshop) -> Workshop:
    if not workshop.merged:
        raise InputError("no pairs have been merged", hint="mlew improve merge PAIR merges them.")
    ((_, before),) = workshop.merged.items()
    back = {pair.id for pair in before}
    return workshop.model_copy(
        update={
            "pairs": before,
            "past_pairs": tuple(pair for pair in workshop.past_pairs if pair.id not in back),
            "merged": {},
        }
    )


def _preferring(workshop: Workshop, pair: str) -> Workshop:
    if pair:
        _pair(_improving(workshop).pairs, pair)
    return workshop.model_copy(update={"priority": pair})


def _pair(pairs: tuple[Pair, ...], wanted: str) -> Pair:
    found = next((pair for pair in pairs if pair.id == wanted), None)
    if found is None:
        raise NotFound(f"'{wanted}' is no pair that goes on", hint=f"Pairs: {', '.join(p.id for p in pairs)}")
    return found


def _union(*parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for part in parts for item in part))
