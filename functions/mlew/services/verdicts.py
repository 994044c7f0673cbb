"""Verdicts on the mocks of a workshop, and the decisions that people take on them.

A verdict is computed anew whenever evidence or criteria change; the decisions on it stay, the last one counts.
"""

from mlew.decision.verdict import decided, verdict
from mlew.documents.verdict_words import REASONS
from mlew.domain.artifact import Artifact, ArtifactRef, Provenance
from mlew.domain.mock import Mock
from mlew.domain.verdict import DecisionKind, Verdict
from mlew.domain.workshop import Phase, Workshop
from mlew.errors import Conflict, InputError, NotFound
from mlew.ports.clock import Clock
from mlew.services.evidence.reading import evidence_of
from mlew.services.gate_reading import gate_of
from mlew.services.judged_mocks import criteria_of, scopes
from mlew.services.work import Stores, Work
from mlew.services.working_pairs import moved
from mlew.services.workshop_state import rewrite

_TRIES = 5
BACK_TO: tuple[Phase, ...] = ("listen", "define", "invent", "refine")
"""Phases that a pivot can go back to."""


def verdict_of(stores: Stores, workshop: Workshop, scope: str, round_: int | None = None) -> Verdict | None:
    """As it was last stored, of a pair's first mock (`scope`: the pair's id) or of another one (`<pair>.<origin>`).

    `round_`: by default the one that the edition looks back on. None if nobody has judged it.
    """
    wanted = workshop.evidence_round if round_ is None else round_
    for ref in reversed(stores.artifacts.versions(workshop.id, "verdict", scope)):
        body = stores.artifacts.get(workshop.id, ref).body
        if isinstance(body, Verdict) and body.round == wanted:
            return body
    return None


def verdicts_now(stores: Stores, workshop: Workshop) -> dict[str, Verdict]:
    """Scope → verdict by today's evidence, of all pairs that took part in this round, with the decisions so far."""
    found: dict[str, Verdict] = {}
    for pair in taking_part(stores, workshop):
        found |= _of_pair(stores, workshop, pair)
    return found


def judge(work: Work, workshop: Workshop, pair: str) -> ArtifactRef | None:
    """Judge all mocks of a pair and keep what changed; the version of its first mock. None without criteria."""
    refs = [_kept(work.stores, work.clock, workshop, s, v) for s, v in _of_pair(work.stores, workshop, pair).items()]
    return refs[0] if refs else None


def undecided(stores: Stores, workshop: Workshop) -> tuple[str, ...]:
    """Pairs of which the rule says something and nobody has."""
    open_ = (one.pair for one in verdicts_now(stores, workshop).values() if one.proposal.decision and not one.decisions)
    return tuple(dict.fromkeys(open_))


def taking_part(stores: Stores, workshop: Workshop) -> tuple[str, ...]:
    """Pairs that can be decided on: those that work, and those that were cut in this round."""
    cut = (pair.id for pair in workshop.past_pairs if _was_cut(stores, workshop, pair.id))
    return (*(pair.id for pair in workshop.pairs), *cut)


def plan_closed(stores: Stores, workshop: Workshop) -> bool:
    """The plan of this edition round is approved: decisions stand."""
    gate = gate_of(stores, workshop, "plan")
    return gate is not None and gate.decision is not None and gate.decision.verb == "approve"


def working_pairs(stores: Stores, workshop: Workshop) -> Workshop:
    """Pairs moved by the decisions that count now: cut ones aside, others back. If all are cut, all stay."""

    def edit(newest: Workshop) -> Workshop:
        returning = frozenset(p.id for p in newest.past_pairs if _was_cut(stores, newest, p.id))
        part = (*(pair.id for pair in newest.pairs), *returning)
        return moved(newest, frozenset(pair for pair in part if _is_cut(stores, newest, pair)), returning)

    return rewrite(stores.workshops, workshop.id, edit)


def decide_as_proposed(work: Work, workshop: Workshop, by: str) -> tuple[str, ...]:
    """Take what the rule proposes wherever nobody decided; returns the pairs."""
    deciding, locale = Deciding(work.stores, work.clock), workshop.plan.locale
    taken: list[str] = []
    for one in verdicts_now(work.stores, workshop).values():
        proposed = one.proposal
        if proposed.decision and not one.decisions:
            reason = REASONS[proposed.reason][0 if locale == "ja" else 1]
            back_to = proposed.back_to[0] if proposed.back_to else None
            deciding.decide(
                workshop, one.pair, proposed.decision, by=by, arn="", reason=reason, back_to=back_to, mock=one.mock
            )
            taken.append(one.pair)
    return tuple(dict.fromkeys(taken))


class Deciding:
    """Keeps what people decide."""

    def __init__(self, stores: Stores, clock: Clock) -> None:
        self._stores = stores
        self._clock = clock

    def decide(
        self,
        workshop: Workshop,
        pair: str,
        kind: DecisionKind,
        *,
        by: str,
        arn: str,
        reason: str,
        back_to: Phase | None = None,
        mock: str = "",
    ) -> Verdict:
        """On the newest evidence; pairs move by it. `mock`: where a pair has several, else its only one.

        Raises InputError without name or reason, WorkshopClosed once the plan is approved, NotFound, Conflict.
        """
        if back_to is not None and (kind != "pivot" or back_to not in BACK_TO):
            raise InputError(f"{kind} cannot go back to {back_to}", hint=f"A pivot goes to {', '.join(BACK_TO)}.")
        for attempt in range(_TRIES):
            scope, found = self._found(workshop, pair, mock)
            taken = decided(
                found,
                kind,
                by=by,
                arn=arn,
                reason=reason,
                at=self._clock.now(),
                back_to=back_to,
                closed=plan_closed(self._stores, workshop),
                locale=workshop.plan.locale,
            )
            try:
                _kept(self._stores, self._clock, workshop, scope, taken, by=by, arn=arn)
                break
            except Conflict:
                if attempt == _TRIES - 1:
                    raise
        working_pairs(self._stores, workshop)
        return taken

    def _found(self, workshop: Workshop, pair: str, mock: str) -> tuple[str, Verdict]:
        if pair not in taking_part(self._stores, workshop):
            known = ", ".join(taking_part(self._stores, workshop))
            raise InputError(f"'{pair}' is no pair that works in this round", hint=f"Pairs: {known}")
        found = {scope: v for scope, v in _of_pair(self._stores, workshop, pair).items() if mock in ("", v.mock)}
        if not found:
            raise NotFound(f"pair '{pair}' has no criteria or no such mock", hint=f"mlew show iteration/{pair}")
        if len(found) > 1:
            named = " / ".join(f"--mock {one.mock} ({one.title})" for one in found.values())
            raise InputError(f"pair '{pair}' has several mocks", hint=named)
        return next(iter(found.items()))


def _of_pair(stores: Stores, workshop: Workshop, pair: str) -> dict[str, Verdict]:
    """Scope → verdict, computed."""
    iteration = criteria_of(stores, workshop, pair)
    if iteration is None:
        return {}
    evidence = evidence_of(stores, workshop, pair)
    found: dict[str, Verdict] = {}
    for scope, mock in scopes(stores, workshop, pair).items():
        before = verdict_of(stores, workshop, scope)
        computed = verdict(
            iteration,
            evidence,
            mock=mock.id if mock else "",
            title=mock.title if mock else "",
            strict=workshop.strict,
            decisions=before.decisions if before else (),
        )
        found[scope] = computed.model_copy(update={"destroyed": computed.destroyed or _destroyed(mock)})
    return found


def _destroyed(mock: Mock | None) -> bool:
    return mock is not None and mock.state == "destroyed"


def _kept(
    stores: Stores, clock: Clock, workshop: Workshop, scope: str, body: Verdict, *, by: str = "", arn: str = ""
) -> ArtifactRef:
    """The next version, if anything in it is new. Raises Conflict if somebody was faster."""
    newest = stores.artifacts.latest(workshop.id, "verdict", scope)
    if newest is not None and newest.body == body:
        return newest.ref
    evidence = stores.artifacts.head(workshop.id, "evidence", body.pair)
    artifact = Artifact(
        kind="verdict",
        scope=scope,
        version=newest.version + 1 if newest else 1,
        created_at=clock.now(),
        body=body,
        provenance=Provenance(
            author=by or "mlew",
            arn=arn,
            round=workshop.earlier_rounds.get("precheck", 0) + 1,
            based_on=(f"evidence/{body.pair}@{evidence.ref.version}",) if evidence else (),
        ),
    )
    stores.artifacts.add(workshop.id, artifact)
    return artifact.ref


def _decisions_on(stores: Stores, workshop: Workshop, pair: str) -> list[tuple[DecisionKind, ...]]:
    """Of each mock of the pair in this round, all that was decided, oldest first."""
    found = (verdict_of(stores, workshop, scope) for scope in scopes(stores, workshop, pair))
    return [tuple(d.decision for d in one.decisions) if one else () for one in found]


def _was_cut(stores: Stores, workshop: Workshop, pair: str) -> bool:
    return any("cut" in taken for taken in _decisions_on(stores, workshop, pair))


def _is_cut(stores: Stores, workshop: Workshop, pair: str) -> bool:
    """All its mocks are: with one that goes on, the pair does."""
    return all(taken[-1:] == ("cut",) for taken in _decisions_on(stores, workshop, pair))
