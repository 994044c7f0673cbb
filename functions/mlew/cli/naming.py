"""How artifacts are named on the command line: `journey`, `press_release/a`."""

from mlew.cli.words import Words
from mlew.domain.artifact import KINDS, PHASE_OF, TEAM, Artifact, ArtifactKind, ArtifactRef
from mlew.domain.workshop import PHASES, Workshop
from mlew.errors import InputError, NotFound
from mlew.ports.artifact_store import ArtifactStore

_OF_TEAM: tuple[ArtifactKind, ...] = (
    "readiness", "precheck", "journey", "questions", "solutions", "market", "plan", "closing",
)  # fmt: skip


def name_of(ref: ArtifactRef) -> str:
    """As it is typed."""
    return ref.kind if ref.scope == TEAM else f"{ref.kind}/{ref.scope}"


def title_of(ref: ArtifactRef, workshop: Workshop, words: Words) -> str:
    """As it is read: kind, and the pair's name."""
    pair = next((p for p in (*workshop.pairs, *workshop.past_pairs) if p.id == _pair_of(ref.scope)), None)
    title = words(f"kind.{ref.kind}")
    return title if pair is None else f"{title} – {pair.name or pair.id}"


def in_order(refs: list[ArtifactRef] | tuple[ArtifactRef, ...]) -> list[ArtifactRef]:
    """In the order in which the workshop makes them."""
    return sorted(refs, key=lambda r: (PHASES.index(PHASE_OF[r.kind]), KINDS.index(r.kind), r.scope))


def parsed(name: str, workshop: Workshop) -> tuple[ArtifactKind, str]:
    """Kind and scope of a name. Raises InputError that lists what can be named."""
    given, _, scope = name.replace("-", "_", 1).partition("/")
    kind = next((k for k in KINDS if k == given), None)
    pairs = [p.id for p in workshop.pairs]
    past = [p.id for p in workshop.past_pairs]
    if kind is None:
        raise InputError.told("artifact.no-kind", name=name, known=", ".join(KINDS))
    if kind in _OF_TEAM:
        if scope not in ("", TEAM):
            raise InputError.told("artifact.of-team", kind=kind, scope=scope)
        return kind, TEAM
    if not scope and len(pairs) == 1:
        return kind, pairs[0]
    if _pair_of(scope) not in (*pairs, *past):
        named = ", ".join(f"{kind}/{p}" for p in pairs)
        raise InputError.told("artifact.of-pair", kind=kind, named=named)
    return kind, scope


def _pair_of(scope: str) -> str:
    """A second mock of a pair has a verdict of its own, `<pair>.<origin>`."""
    return scope.partition(".")[0]


def newest(artifacts: ArtifactStore, workshop: Workshop, kind: ArtifactKind, scope: str) -> Artifact:
    """The newest version. Raises NotFound."""
    found = artifacts.latest(workshop.id, kind, scope)
    if found is None:
        raise NotFound.told("artifact.not-yet-shown", workshop=workshop.id, kind=kind, scope=scope)
    return found
