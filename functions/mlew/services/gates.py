"""Gates: the end of every phase. The record decides; waking the execution is only a courtesy."""

from datetime import datetime, timedelta

from mlew.domain.artifact import TEAM, Artifact, ArtifactRef, Provenance
from mlew.domain.gate import AUTO, Decision, Gate, Stage, Verb
from mlew.domain.journey import Journey
from mlew.domain.question import Question, QuestionSet, ranked
from mlew.domain.role import has_role
from mlew.domain.schedule import phase_minutes
from mlew.domain.workshop import Phase, Workshop
from mlew.errors import Conflict, InputError, NotFound, NotPermitted
from mlew.ports.clock import Clock
from mlew.ports.executions import Executions
from mlew.services.choices import by_numbers, checked
from mlew.services.gate_reading import gate_of
from mlew.services.reading import current
from mlew.services.spreading import Choices
from mlew.services.work import Stores
from mlew.settings import RunDefaults

TIME_BOX = "time box"


def box_seconds(workshop: Workshop, phase: Phase, defaults: RunDefaults) -> int:
    """How long people have: METHOD's minutes, scaled, or the days a review may take."""
    if workshop.gates == "timebox":
        return max(1, round(phase_minutes(workshop, phase) * 60 * workshop.time_scale))
    return round(defaults.review_days * 86_400)


class Gates:
    """Opens, shows and decides gates."""

    def __init__(self, stores: Stores, executions: Executions, clock: Clock) -> None:
        self._stores = stores
        self._executions = executions
        self._clock = clock

    def open(
        self,
        workshop: Workshop,
        phase: Phase,
        round_: int,
        *,
        artifacts: tuple[ArtifactRef, ...],
        token: str,
        stage: Stage,
        seconds: int,
    ) -> Gate:
        """Open the gate for the execution that waits with `token`; decide at once in mode auto.

        When a time box has ended (`stage`), the product manager alone may decide; in the improvement edition the
        whole team goes on deciding, past its time.
        """
        now, time_is_up, improving = self._clock.now(), stage != "team", workshop.edition == "improvement"
        managers = tuple(p.name for p in workshop.plan.participants if has_role(p, "product_manager"))
        gate = self._stores.gates.open(
            workshop.id,
            Gate(
                phase=phase,
                round=round_,
                mode=workshop.gates,
                stage=stage,
                opened_at=now,
                due_at=now if time_is_up and improving else now + timedelta(seconds=seconds),
                artifacts=artifacts,
                deciders=managers if stage == "product_manager" and not improving else (),
                token=token,
            ),
        )
        if gate.decision is not None:
            self._executions.wake(token, {"phase": phase})
        elif workshop.gates == "auto":
            self.decide_by_numbers(workshop, phase, by=AUTO)
        return gate

    def waiting(self, workshop: Workshop) -> Gate | None:
        """The gate that waits for people, or None."""
        for phase in reversed(workshop.phases):
            gate = gate_of(self._stores, workshop, phase)
            if gate is not None:
                return gate if gate.decision is None else None
        return None

    def approve(
        self,
        workshop: Workshop,
        phase: Phase,
        *,
        by: str,
        arn: str = "",
        comment: str = "",
        choices: Choices | None = None,
        reason: str = "",
    ) -> Gate:
        """Approve with choices; what people leave open is taken by the numbers.

        Raises InputError if a choice against the numbers has no reason, or the precheck has pairs on which nobody
        decided although the numbers say something; NotPermitted; Conflict if decided.
        """
        gate = self._undecided(workshop, phase, by)
        if phase == "precheck":
            self._check_verdicts(workshop)
        numbers = by_numbers(self._stores, workshop, phase)
        complete = checked(self._stores, workshop, phase, choices or {})
        against = complete != numbers
        if against and not reason.strip():
            raise InputError.told("choice.needs-reason", numbers=as_words(numbers), chosen=as_words(complete))
        return self._decide(
            workshop, gate, "approve", by=by, arn=arn, comment=comment, choices=complete, reason=reason, against=against
        )

    def ask_again(
        self,
        workshop: Workshop,
        phase: Phase,
        *,
        by: str,
        arn: str = "",
        comment: str = "",
        corrections: tuple[str, ...] = (),
    ) -> Gate:
        """Send the phase back to the model with a comment or ready corrections. Raises InputError if both are empty."""
        if not comment.strip() and not corrections:
            raise InputError.told("correction.none")
        gate = self._undecided(workshop, phase, by)
        return self._decide(workshop, gate, "ask_again", by=by, arn=arn, comment=comment, corrections=corrections)

    def decide_by_numbers(self, workshop: Workshop, phase: Phase, *, by: str = TIME_BOX) -> Gate:
        """The mechanical decision: when the time is up, or in mode auto (METHOD: three rules)."""
        gate = gate_of(self._stores, workshop, phase)
        if gate is None:
            raise NotFound.told("gate.not-open", phase=phase)
        choices = by_numbers(self._stores, workshop, phase)
        return self._decide(workshop, gate, "approve", by=by, choices=choices)

    def add_question(
        self, workshop: Workshop, question: Question, *, by: str, arn: str = "", based_on_version: int
    ) -> Artifact:
        """Add a person's own question to Define's list; it is numbered and ranked with the others."""
        questions, ref = current(self._stores, workshop, QuestionSet)
        journey, _ = current(self._stores, workshop, Journey)
        known = [a.id for a in journey.actions]
        unknown = [a for a in question.action_ids if a not in known]
        if unknown:
            raise InputError.told("action.unknown", unknown=", ".join(unknown), known=", ".join(known))
        before = self._stores.artifacts.get(workshop.id, ref)
        number = max((int(q.id[1:]) for q in questions.questions if q.id[1:].isdigit()), default=0) + 1
        added = question.model_copy(update={"id": f"Q{number}", "author": by})
        body = ranked(questions.model_copy(update={"questions": (*questions.questions, added)}))
        artifact = Artifact(
            kind="questions",
            scope=TEAM,
            version=based_on_version + 1,
            created_at=self._clock.now(),
            body=body,
            provenance=Provenance(
                author=by, arn=arn, round=before.provenance.round, rehearsed=before.provenance.rehearsed
            ),
            warnings=before.warnings,
            note=f"question {added.id} added",
        )
        self._stores.artifacts.add(workshop.id, artifact)
        return artifact

    def _check_verdicts(self, workshop: Workshop) -> None:
        from mlew.services.verdicts import undecided  # noqa: PLC0415 - of the improvement edition only

        open_ = undecided(self._stores, workshop)
        if open_:
            raise InputError.told("verdict.undecided", pairs=", ".join(open_), first=open_[0], workshop=workshop.id)

    def _undecided(self, workshop: Workshop, phase: Phase, by: str) -> Gate:
        gate = gate_of(self._stores, workshop, phase)
        if gate is None:
            raise NotFound.told("gate.waits-for-nobody", phase=phase)
        if gate.deciders and by not in gate.deciders:
            raise NotPermitted.told("gate.time-up", phase=phase, deciders=", ".join(gate.deciders), by=by)
        return gate

    def _decide(
        self,
        workshop: Workshop,
        gate: Gate,
        verb: Verb,
        *,
        by: str,
        arn: str = "",
        comment: str = "",
        corrections: tuple[str, ...] = (),
        choices: Choices | None = None,
        reason: str = "",
        against: bool = False,
    ) -> Gate:
        decision = Decision(
            verb=verb,
            by=by,
            arn=arn,
            at=self._clock.now(),
            comment=comment,
            corrections=corrections,
            choices=choices or {},
            reason=reason,
            against_numbers=against,
        )
        decided = self._stored(workshop, gate, decision)
        if decided.token:
            self._executions.wake(decided.token, {"phase": decided.phase})
        return decided

    def _stored(self, workshop: Workshop, gate: Gate, decision: Decision) -> Gate:
        """Write the decision; one that is there already is no conflict if it is ours (its answer was lost)."""
        try:
            return self._stores.gates.decide(workshop.id, gate.phase, gate.round, decision)
        except Conflict:
            latest = self._stores.gates.latest(workshop.id, gate.phase)
            if latest is None or latest.round != gate.round or latest.decision != decision:
                raise
            return latest


def as_words(choices: Choices) -> str:
    """ "a → Q1, b → Q4"."""
    return ", ".join(f"{pair} → {'/'.join(ids)}" for pair, ids in choices.items())


def seconds_left(gate: Gate, now: datetime) -> float | None:
    """Until the time box ends; None if the gate has none."""
    return None if gate.due_at is None else (gate.due_at - now).total_seconds()
