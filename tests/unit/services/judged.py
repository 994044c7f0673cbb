"""A workshop whose pairs have mocks, criteria and evidence, in a line each."""

from datetime import timedelta

from mlew.domain.artifact import TEAM, Artifact, ArtifactKind, Body, Provenance
from mlew.domain.evidence import Evidence, Snapshot
from mlew.domain.figures import Figures
from mlew.domain.iteration import Criterion, Milestone
from mlew.domain.mock import Mock, MockOrigin, MockState
from mlew.domain.model_capability import ModelCapability
from mlew.domain.workshop import Pair, Workshop, WorkshopPlan
from mlew.services.verdicts import Deciding
from mlew.services.work import Stores, Work
from tests.fakes import FakeClock, ScriptedModel, in_memory_stores
from tests.unit.decision.cases import INTENTION, MOMENT, clicks, criterion, iteration, snapshot

SOLVED, DECIDED = clicks(5, 5, yes=0, no=5), clicks(5, 0, yes=5)
BOTH, NEITHER = clicks(5, 5, yes=5), clicks(5, 0, no=5)


class Judged:
    """A practice edition that is finished, of pairs "a" and "b"; the improvement edition has begun unless told."""

    def __init__(self, *, locale: str = "en", looking_back: bool = True) -> None:
        self.stores: Stores = in_memory_stores()
        self.clock = FakeClock()
        self.deciding = Deciding(self.stores, self.clock)
        edition = {"edition": "improvement", "edition_round": 2, "earlier_rounds": {"iterate": 1}, "state": "running"}
        self.stores.workshops.create(
            Workshop.model_validate(
                {
                    "id": "w1",
                    "tenant": "local",
                    "plan": WorkshopPlan(locale=locale, company="Acme", product="Umbrella"),
                    "pairs": (Pair(id="a", name="Early"), Pair(id="b", name="Late")),
                    "created_at": self.clock.now(),
                    "created_by": "maki",
                    **(edition if looking_back else {"state": "finished"}),
                }
            )
        )

    @property
    def workshop(self) -> Workshop:
        return self.stores.workshops.get("w1")

    @property
    def work(self) -> Work:
        return Work(
            stores=self.stores,
            model=ScriptedModel([]),
            capability=ModelCapability(id="m", name="M"),
            clock=self.clock,
            remaining_seconds=lambda: 900.0,
        )

    def change(self, **fields: object) -> None:
        self.stores.workshops.update(self.workshop.model_copy(update=fields))

    def criteria(self, pair: str, *criteria: Criterion, round_: int = 1, fan: tuple[Criterion, ...] = ()) -> None:
        """The pair's Test/Iterate, of a round of that phase. `fan`: criteria of milestone 2."""
        body = iteration(*(criteria or (criterion(), INTENTION))).model_copy(update={"pair": pair})
        ahead = Milestone(name="fan", criteria=fan)
        body = body.model_copy(update={"milestones": (*body.milestones, ahead)})
        self._add("iteration", pair, body, round_)

    def mock(self, pair: str, *, origin: MockOrigin = "spec", state: MockState = "live", round_: int = 1) -> Mock:
        """One that people may have seen."""
        number = len(self.stores.mocks.list("w1"))
        return self.stores.mocks.create(
            Mock(
                id=f"{pair}{number}".ljust(16, "0"),
                workshop="w1",
                pair=pair,
                origin=origin,
                round=round_,
                title=f"Mock of {pair}",
                locale="en",
                state=state,
                version="v1" if state == "live" else "",
                key="k",
                created_at=self.clock.now() + timedelta(seconds=number),
            )
        )

    def evidence(self, pair: str, found: Figures | None = None, *, mock: Mock | None = None, **fields: object) -> None:
        """All that the pair has brought."""
        snapshots: tuple[Snapshot, ...] = ()
        if found is not None:
            taken = snapshot(found)
            named = {"mock": mock.id, "title": mock.title} if mock else {}
            snapshots = (taken.model_copy(update={"summary": taken.summary.model_copy(update=named)}),)
        body = Evidence.model_validate(
            {"pair": pair, "round": self.workshop.evidence_round, "snapshots": snapshots, "since": MOMENT, **fields}
        )
        self._add("evidence", pair, body, 1)

    def add(self, kind: ArtifactKind, body: Body, scope: str = TEAM, *, round_: int = 1) -> None:
        """The next version of anything else."""
        self._add(kind, scope, body, round_)

    def _add(self, kind: ArtifactKind, scope: str, body: Body, round_: int) -> None:
        head = self.stores.artifacts.head("w1", kind, scope)
        self.stores.artifacts.add(
            "w1",
            Artifact(
                kind=kind,
                scope=scope,
                version=head.ref.version + 1 if head else 1,
                created_at=self.clock.now(),
                body=body,
                provenance=Provenance(author="maki", round=round_),
            ),
        )


def both_tried() -> Judged:
    """People have tried the mocks of the pairs a and b; nothing is decided."""
    found = Judged()
    for pair in ("a", "b"):
        found.criteria(pair)
        found.evidence(pair, BOTH, mock=found.mock(pair))
    return found
