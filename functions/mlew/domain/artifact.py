"""What a phase leaves: draft + computed + provenance, in versions that are never overwritten."""

from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Literal, cast, get_args

from pydantic import SerializeAsAny

from mlew.domain.base import Model
from mlew.domain.violation import Violation
from mlew.domain.workshop import Phase

if TYPE_CHECKING:
    from mlew.domain.closing import Closing
    from mlew.domain.evidence import Evidence
    from mlew.domain.invention import InventionSet
    from mlew.domain.iteration import Iteration
    from mlew.domain.journey import Journey
    from mlew.domain.market_estimate import Market
    from mlew.domain.mock_spec import MockSpec
    from mlew.domain.plan import Plan
    from mlew.domain.precheck import Precheck
    from mlew.domain.press_release import PressRelease
    from mlew.domain.question import QuestionSet
    from mlew.domain.readiness import Readiness
    from mlew.domain.solution import SolutionList
    from mlew.domain.verdict import Verdict

    Body = (
        Readiness | Evidence | Verdict | Precheck | Journey | QuestionSet | SolutionList | InventionSet | PressRelease
        | MockSpec | Iteration | Market | Plan | Closing
    )  # fmt: skip
else:
    Body = SerializeAsAny[Model]  # `body_model` loads the one that is needed

ArtifactKind = Literal[
    "readiness", "evidence", "verdict", "precheck", "journey", "questions", "solutions", "inventions", "press_release",
    "mock_spec", "iteration", "market", "plan", "closing",
]  # fmt: skip
KINDS: tuple[ArtifactKind, ...] = get_args(ArtifactKind)
_MODELS: dict[ArtifactKind, str] = {
    "readiness": "readiness.Readiness",
    "evidence": "evidence.Evidence",
    "verdict": "verdict.Verdict",
    "precheck": "precheck.Precheck",
    "journey": "journey.Journey",
    "questions": "question.QuestionSet",
    "solutions": "solution.SolutionList",
    "inventions": "invention.InventionSet",
    "press_release": "press_release.PressRelease",
    "mock_spec": "mock_spec.MockSpec",
    "iteration": "iteration.Iteration",
    "market": "market_estimate.Market",
    "plan": "plan.Plan",
    "closing": "closing.Closing",
}
"""Module of the domain and class."""
_KINDS = {f"mlew.domain.{model}": kind for kind, model in _MODELS.items()}
PHASE_OF: dict[ArtifactKind, Phase] = {
    "readiness": "day0",
    "evidence": "precheck",
    "verdict": "precheck",
    "precheck": "precheck",
    "journey": "listen",
    "questions": "define",
    "solutions": "invent",
    "inventions": "invent",
    "press_release": "refine",
    "mock_spec": "iterate",
    "iteration": "iterate",
    "market": "market",
    "plan": "plan",
    "closing": "closing",
}
"""The phase that leaves it. A mock is built while people do Test/Iterate; no gate waits for it."""
TEAM = "team"
"""Scope of artifacts of the whole team; all others have the pair's id."""


def body_model(kind: ArtifactKind) -> type[Body]:
    """The class of its bodies, loaded when it is asked for: a function that starts cold reads a few kinds."""
    module, name = _MODELS[kind].split(".")
    return cast("type[Body]", getattr(import_module(f"mlew.domain.{module}"), name))


def kind_of(model: type[Model]) -> ArtifactKind:
    """The kind that has bodies of this class."""
    return _KINDS[f"{model.__module__}.{model.__name__}"]


class Usage(Model):
    """Sum over model calls. Tokens as the model counts them; `cost` in USD; `seconds` of model time."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cache_read_tokens: int = 0
    cost: float = 0.0
    seconds: float = 0.0

    def __add__(self, other: "Usage") -> "Usage":
        """Field by field."""
        return Usage(**{name: getattr(self, name) + getattr(other, name) for name in Usage.model_fields})


class Provenance(Model):
    """How it came to be. `author`: "model:<id>", "import:<person>" or a person.

    `prompt`: version of the definition, "" for people.

    `round`: the phase's round that made it; an edit keeps the round of the version it is based on.

    `rehearsed` is true if the rehearsal model wrote any of it; every page and export says so.
    """

    author: str
    arn: str = ""
    prompt: str = ""
    usage: Usage = Usage()
    round: int = 0
    repairs: int = 0
    rehearsed: bool = False
    based_on: tuple[str, ...] = ()


class ArtifactRef(Model):
    """The key that state machines carry instead of texts."""

    kind: ArtifactKind
    scope: str
    version: int


class Artifact(Model):
    """A stored version. `warnings`: rules that stayed broken; `note`: why this version exists (comment of an edit)."""

    kind: ArtifactKind
    scope: str
    version: int
    created_at: datetime
    body: Body
    provenance: Provenance
    warnings: tuple[Violation, ...] = ()
    note: str = ""

    @property
    def ref(self) -> ArtifactRef:
        """Its key."""
        return ArtifactRef(kind=self.kind, scope=self.scope, version=self.version)
