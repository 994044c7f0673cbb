"""A workshop in its improvement edition, and what people brought."""

from mlew.domain.evidence import Evidence, Observation, Origin, Remark
from mlew.domain.iteration import Iteration, Milestone
from mlew.domain.mock import Mock, MockLink
from mlew.domain.workshop import Workshop
from tests.unit.decision.cases import INTENTION, MOCK, clicks, criterion, snapshot
from tests.unit.services.workbench import Bench

ITERATION = Iteration(
    pair="a",
    milestones=(
        Milestone(
            name="sponsor",
            measured_by="Planning A",
            criteria=(
                criterion(),
                INTENTION,
                criterion("C3", kind="qualitative", source="observation", comparator="judged", metric="none"),
            ),
        ),
    ),
)


def improving(bench: Bench) -> Workshop:
    """The second edition has begun; its precheck has had no round yet."""
    bench.defined()
    bench.invented()
    bench.put("iteration", ITERATION, "a")
    edited = bench.workshop.model_copy(
        update={
            "edition": "improvement",
            "edition_round": 2,
            "earlier_rounds": {"iterate": 1, "invent": 1},
            "state": "running",
            "phase": "precheck",
        }
    )
    return bench.stores.workshops.update(edited)


def mock(bench: Bench, **fields: object) -> Mock:
    """A mock of pair a that people could open in the practice edition."""
    made = Mock.model_validate(
        {
            "id": MOCK,
            "workshop": "w1",
            "pair": "a",
            "origin": "spec",
            "title": "Umbrella",
            "locale": "en",
            "state": "live",
            "version": "v1",
            "key": "k",
            "created_at": bench.clock.now(),
            **fields,
        }
    )
    return bench.stores.mocks.create(made)


def link(bench: Bench, tester: str, code: str = "abcdefghij") -> None:
    """A tester's own link."""
    one = MockLink(code=code, mock=MOCK, population="internal", tester=tester, created_at=bench.clock.now())
    bench.stores.mocks.add_links("w1", [one])


def voices(*texts: str) -> tuple[Remark, ...]:
    """From notes, V1, V2 …"""
    return tuple(
        Remark(id=f"V{n}", text=text, origin=Origin(kind="interview", place=f"talk.md:{n}"))
        for n, text in enumerate(texts, 1)
    )


def evidence(*texts: str) -> Evidence:
    """Numbers of a mock, two sheets and what was said."""
    return Evidence(
        pair="a",
        snapshots=(snapshot(clicks(started=10, done=9, yes=6, no=1)),),
        observations=(
            Observation(id="O1", tester="Hana Mori", completed=True, observer="Jiro Tani", notes="Hana smiled"),
            Observation(id="O2", tester="T2", completed=False, minutes=4),
        ),
        remarks=voices(*texts),
    )
