"""Verdicts computed from the newest evidence, and kept in versions."""

from mlew.decision.verdict import verdict
from mlew.domain.artifact import Artifact, ArtifactRef, Provenance
from mlew.domain.mock import Mock
from mlew.domain.verdict import Verdict, Whose, looked_at
from mlew.domain.workshop import Workshop
from mlew.ports.clock import Clock
from mlew.services.decided import newest_of_mock
from mlew.services.evidence.reading import evidence_of
from mlew.services.judged_milestone import judged_milestone
from mlew.services.judged_mocks import criteria_of, scopes
from mlew.services.work import Stores, Work


def verdict_of(stores: Stores, workshop: Workshop, pair: str, round_: int | None = None) -> Verdict | None:
    """As it was last stored, of a pair's first mock, or of another one (`<pair>.<origin>` in place of `pair`).

    `round_`: by default the one that the edition looks back on. None if nobody has judged it.
    """
    wanted = workshop.evidence_round if round_ is None else round_
    for ref in reversed(stores.artifacts.versions(workshop.id, "verdict", pair)):
        body = stores.artifacts.get(workshop.id, ref).body
        if isinstance(body, Verdict) and body.round == wanted:
            return body
    return None


def judge(work: Work, workshop: Workshop, pair: str) -> ArtifactRef | None:
    """Judge all mocks of a pair and keep what changed; the version of its first mock. None without criteria."""
    refs = [keep(work.stores, work.clock, workshop, s, v) for s, v in judged_now(work.stores, workshop, pair).items()]
    return refs[0] if refs else None


def judged_now(stores: Stores, workshop: Workshop, pair: str, population: Whose | None = None) -> dict[str, Verdict]:
    """Scope → verdict on each mock of the pair, with the decisions so far; empty if the pair has set no criteria.

    `population`: whose evidence counts, None for those whom the milestone asks; all others only look.
    """
    iteration = criteria_of(stores, workshop, pair)
    if iteration is None:
        return {}
    evidence = evidence_of(stores, workshop, pair)
    milestone = judged_milestone(stores, workshop, pair)
    found: dict[str, Verdict] = {}
    for scope, mock in scopes(stores, workshop, pair).items():
        before = _before(stores, workshop, pair, scope, mock)
        computed = verdict(
            iteration,
            evidence,
            mock=mock.id if mock else "",
            title=mock.title if mock else "",
            milestone=milestone,
            population=looked_at(milestone, population),
            strict=workshop.strict,
            decisions=before.decisions if before else (),
        )
        gone = mock is not None and mock.state == "destroyed"
        found[scope] = computed.model_copy(update={"destroyed": computed.destroyed or gone})
    return found


def _before(stores: Stores, workshop: Workshop, pair: str, scope: str, mock: Mock | None) -> Verdict | None:
    """Of the same mock, wherever it is kept: which mock is the first changes when people see an older one later."""
    own = verdict_of(stores, workshop, scope)
    if mock is None or (own is not None and own.mock in ("", mock.id)):
        return own
    return newest_of_mock(stores, workshop, pair, mock.id)


def keep(
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
