"""An improvement edition that has begun: its steps are called one by one."""

from dataclasses import dataclass

from infra.catalogue import capability
from mlew.domain.artifact import Artifact, ArtifactKind, Body
from mlew.domain.iteration import Iteration
from mlew.domain.press_release import PressRelease
from mlew.domain.verdict import DecisionKind
from mlew.domain.workshop import Phase, Workshop
from mlew.rehearsal.model import MODEL_ID
from mlew.services.judging import judge
from mlew.services.phases.improvement.iterate import set_milestones
from mlew.services.phases.improvement.refine import prove_release
from mlew.services.reading import current
from mlew.services.verdicts import Deciding
from mlew.services.work import Work
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import WORKSHOP, RehearsedPort


@dataclass
class Bench:
    """A practice edition that has ended, with the improvement edition begun and nothing of it run."""

    practice: Practice

    @property
    def work(self) -> Work:
        return Work(
            stores=self.practice.stores,
            model=self.practice.model,
            capability=capability(MODEL_ID),
            clock=self.practice.clock,
            remaining_seconds=lambda: 600.0,
        )

    @property
    def workshop(self) -> Workshop:
        return self.practice.stores.workshops.get(WORKSHOP)

    @property
    def asked(self) -> str:
        """All texts that went to the model since the edition began."""
        assert isinstance(self.practice.model, RehearsedPort)
        return "\n".join(request.text for request in self.practice.model.requests)

    def prove(self, pair: str = "a", *, round_: int = 2) -> PressRelease:
        prove_release(self.work, self.workshop, round_, pair)
        return current(self.practice.stores, self.workshop, PressRelease, pair)[0]

    def iterate(self, pair: str = "a", *, round_: int = 2) -> Iteration:
        set_milestones(self.work, self.workshop, round_, pair)
        return self.iteration(pair)

    def iteration(self, pair: str = "a") -> Iteration:
        return current(self.practice.stores, self.workshop, Iteration, pair)[0]

    def release(self, pair: str = "a") -> PressRelease:
        return current(self.practice.stores, self.workshop, PressRelease, pair)[0]

    def versions(self, kind: ArtifactKind, pair: str = "a") -> list[Artifact]:
        store = self.practice.stores.artifacts
        return [store.get(WORKSHOP, ref) for ref in store.versions(WORKSHOP, kind, pair)]

    def edit(self, kind: ArtifactKind, body: Body, pair: str = "a") -> None:
        at = self.versions(kind, pair)[-1].version
        self.practice.editing.save(self.workshop, kind, pair, body, by="Planner", based_on_version=at)

    def decide(self, pair: str = "a", kind: DecisionKind = "go", reason: str = "Both lines are crossed") -> None:
        judge(self.work, self.workshop, pair)
        deciding = Deciding(self.practice.stores, self.practice.clock)
        back_to: Phase | None = "define" if kind == "pivot" else None
        deciding.decide(self.workshop, pair, kind, by="Head", arn="", reason=reason, back_to=back_to)
