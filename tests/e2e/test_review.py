"""Gates in mode review, decided by the command line while the execution waits."""

from pathlib import Path
from typing import Any

import pytest

from mlew.domain.artifact import TEAM
from mlew.domain.invention import InventionSet
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from mlew.domain.workshop import Phase, Workshop
from mlew.errors import Conflict, InputError, NotFound
from mlew.services.reading import current
from tests.e2e.eventually import eventually
from tests.e2e.standing import Answer, Standing
from tests.folders import UNSEEN_EN
from tests.workflow.outcome import versions_of

pytestmark = pytest.mark.embedded


class Desk:
    """One workshop, and a person at the command line."""

    def __init__(self, standing: Standing, workshop: Workshop) -> None:
        self.standing = standing
        self.workshop = workshop

    def mlew(self, *arguments: str) -> Answer:
        return self.standing.cli(*arguments, "--workshop", self.workshop.id, "--as", "Planning A", "--json")

    def done(self, *arguments: str) -> Any:
        answer = self.mlew(*arguments)
        assert answer.code == 0, answer
        return answer.data

    def await_gate(self, phase: Phase, round_: int = 1) -> None:
        """Until people are asked about this phase."""

        def asked() -> bool:
            gate = self.standing.gates.waiting(self.workshop)
            return gate is not None and (gate.phase, gate.round) == (phase, round_)

        eventually(asked, within=300, but=lambda: self.standing.told(self.workshop.id))


def test_people_decide_everything_while_one_execution_waits(standing: Standing, tmp_path: Path) -> None:
    desk = Desk(standing, standing.start(UNSEEN_EN, gates="review"))

    desk.await_gate("day0")
    first = desk.done("review", "approve", "--comment", "all here")
    assert (first["decision"]["by"], first["resumed"]) == ("Planning A", False)

    desk.await_gate("listen")
    edited = tmp_path / "journey.md"
    journey = standing.cli("show", "journey", "--workshop", desk.workshop.id).out
    edited.write_text(journey.replace("by hand", "with a borrowed pen", 1), encoding="utf-8")
    saved = desk.done("review", "edit", "journey", "--file", str(edited), "--yes")
    assert (saved["saved"], saved["version"]) == (True, 2)
    desk.done("review", "approve")

    desk.await_gate("define")
    ready = desk.done("review", "show")["corrections"]
    desk.done("review", "ask-again", "--correction", ready[0]["id"], "--comment", "Why can nobody else answer?")
    desk.await_gate("define", 2)
    added = desk.done(
        *("review", "add-question", "Why can the customer not see the state of the repair?"),
        *("--action", "A5", "--effect", "3 min", "--frequency", "15/day"),
    )
    mine = added["note"].split()[1]
    unreasoned = desk.mlew("review", "choose", f"a={mine}")
    assert unreasoned.code == InputError.exit_code, unreasoned
    chosen = desk.done("review", "choose", f"a={mine}", "--reason", "the counter is where the day is lost")
    assert chosen["decision"]["against_numbers"] is True

    desk.await_gate("invent")
    inventions, _ = current(standing.stores, desk.workshop, InventionSet, "a")
    assert {i.question_ids for i in inventions.inventions} == {(mine,)}
    last = inventions.inventions[-1].id
    desk.done("review", "choose", f"a={last}", "--reason", "we can show it tomorrow")

    desk.await_gate("refine")
    release, _ = current(standing.stores, desk.workshop, PressRelease, "a")
    assert release.invention == last
    desk.done("review", "comment", "a", "steps", "What if the photo is dark?", "--faq")
    desk.done("review", "approve")

    desk.await_gate("iterate")
    desk.done("review", "approve")
    status = standing.ended(desk.workshop.id)

    assert status.workshop.execution == desk.workshop.execution
    assert "with a borrowed pen" in current(standing.stores, desk.workshop, Journey)[0].model_dump_json()
    questions = versions_of(standing.stores, desk.workshop)[f"questions/{TEAM}"]
    assert [v.provenance.round for v in questions] == [1, 2, 2]
    late = desk.mlew("review", "approve")
    assert late.code == NotFound.exit_code


def test_a_second_answer_is_refused_and_names_the_first(standing: Standing) -> None:
    desk = Desk(standing, standing.start(UNSEEN_EN, gates="review"))
    desk.await_gate("day0")
    gate = standing.gates.waiting(desk.workshop)
    assert gate is not None

    desk.done("review", "approve")

    with pytest.raises(Conflict, match="Planning A"):
        standing.gates.approve(desk.workshop, "day0", by="Dev A")
    desk.await_gate("listen")
    assert desk.mlew("review", "approve", "--phase", "day0").code == InputError.exit_code
