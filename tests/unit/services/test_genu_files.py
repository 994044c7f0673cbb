"""A workshop's GenU files: what each pair has, and only what a step works on."""

import json
from datetime import UTC, datetime

import pytest

from mlew.domain.customer import CustomerSheet
from mlew.domain.inputs import WorkshopInputs
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Iteration, Milestone, TestScript
from mlew.domain.press_release import Comment, Message, PressRelease
from mlew.domain.readiness import Readiness
from mlew.domain.solution import Solution
from mlew.errors import SetupError
from mlew.services.genu_files import genu_files, keep_genu_files
from mlew.services.next_step import NextStep, next_step
from mlew.settings import RunDefaults
from tests.unit.services.workbench import Bench, invention
from usecases.genu.lint import lint
from usecases.genu.source import Source

AT = datetime(2026, 4, 1, 4, 0, tzinfo=UTC)
RECORD = "Record of the workshop"


@pytest.fixture
def bench() -> Bench:
    bench = Bench()
    inputs = WorkshopInputs(
        customers=(CustomerSheet(product="Order desk", summary="Shops that fax", behaviour=("types it in",)),),
        solutions=(Solution(name="OCR", when_used="paper", how_solved="reads"),),
    )
    bench.stores.inputs.put("w1", inputs, {}, {})
    return bench


def examples(bench: Bench, name: str) -> dict[str, dict[str, str]]:
    """Title → label → value."""
    content = json.loads(genu_files(bench.stores, bench.workshop, at=AT)[name])
    return {e["title"]: e["examples"] for e in content["inputExamples"]}


def test_before_the_first_phase_the_inputs_are_in_it(bench: Bench) -> None:
    (listen,) = examples(bench, "practice-1-listen.json").values()
    (difficulty,) = examples(bench, "practice-3-difficulty.json").values()

    assert "types it in" in listen[RECORD]
    assert listen["Subject"] == "Order desk – Shops that fax"
    assert "## OCR" in difficulty[RECORD]
    assert RECORD not in next(iter(examples(bench, "practice-2-define.json").values()))


def test_a_pair_goes_on_with_its_own_questions(bench: Bench) -> None:
    bench.defined()
    bench.invented()
    pairs = tuple(
        p.model_copy(update={"questions": (q,)}) for p, q in zip(bench.workshop.pairs, ("Q1", "Q3"), strict=True)
    )
    bench.stores.workshops.update(bench.workshop.model_copy(update={"pairs": pairs}))

    found = examples(bench, "practice-4-invent.json")

    assert list(found) == ["Go on where pair a stands", "Go on where pair b stands"]
    first, second = found.values()
    assert (first["Question to work on"], second["Question to work on"]) == ("Q1", "Q3")
    assert "Why Q1?" in first[RECORD]
    assert "Why Q3?" not in first[RECORD]
    assert "Why Q3?" in second[RECORD]
    assert "read the fax" in first[RECORD]
    assert "Forecast" in first[RECORD]


def test_only_the_chosen_invention_is_told_of(bench: Bench) -> None:
    bench.defined()
    bench.invented()
    both = (invention("I2", 0.9), invention("I1", 0.1))
    bench.put("inventions", InventionSet(pair="a", inventions=both, chosen="I1"), "a")

    first, second = examples(bench, "practice-5-refine.json").values()

    assert "Invention I1" in first[RECORD]
    assert "Invention I2" not in first[RECORD]
    assert "Invention I2" in second[RECORD]
    assert "Release date: 2026-04-02" in first["Given facts"]


def test_press_release_and_milestones_follow(bench: Bench) -> None:
    bench.defined()
    bench.put("press_release", PressRelease(pair="a", message=Message(headline="No more typing")), "a")
    iteration = Iteration(pair="a", milestones=(Milestone(name="sponsor"),), script=TestScript(purpose="see it"))
    bench.put("iteration", iteration, "a")

    script = examples(bench, "practice-7-test-script.json")
    assert list(script) == ["Go on where pair a stands"]
    assert "No more typing" in script["Go on where pair a stands"][RECORD]
    assert "see it" not in script["Go on where pair a stands"][RECORD]
    everything = genu_files(bench.stores, bench.workshop, at=AT)["practice-all-in-one.json"]
    assert "No more typing" in everything
    assert "see it" in everything


def test_the_files_say_when_they_were_made_in_the_workshops_own_time(bench: Bench) -> None:
    files = genu_files(bench.stores, bench.workshop, at=AT, parts=("practice",))

    assert "2026-04-01 13:00" in files["index.md"]
    assert [n for n in files if not n.startswith(("practice-", "index."))] == []


def test_a_workshop_without_inputs_or_pairs_has_files_too(bench: Bench) -> None:
    alone = Bench()
    alone.stores.workshops.update(alone.workshop.model_copy(update={"pairs": ()}))
    alone.defined()

    files = genu_files(alone.stores, alone.workshop, at=AT)

    assert "read the fax" in files["practice-2-define.json"]


def test_who_wrote_and_commented_stays_in_the_workshop(bench: Bench) -> None:
    bench.defined()
    comment = Comment(section="message", author="Hana Mori", text="Too long", becomes_faq=False)
    release = PressRelease(pair="a", message=Message(headline="No more typing"), comments=(comment,))
    bench.put("press_release", release.model_copy(update={"authors": {"message": ("Kenta Oda",)}}), "a")
    bench.put("iteration", Iteration(pair="a", milestones=(Milestone(name="sponsor"),)), "a")

    files = genu_files(bench.stores, bench.workshop, at=AT)

    for name in ("practice-7-test-script.json", "practice-all-in-one.json"):
        assert "Too long" in files[name]
    assert not [name for name, text in files.items() if "Hana Mori" in text or "Kenta Oda" in text]


def test_what_a_workshop_says_does_no_harm(bench: Bench) -> None:
    bench.put("press_release", PressRelease(pair="a", message=Message(headline="$& {{text:Subject}} $$")), "a")

    for name, text in genu_files(bench.stores, bench.workshop, at=AT).items():
        if name.endswith(".json"):
            assert lint(Source(name, text.encode())) == ()


def test_they_are_kept_when_a_phase_has_ended_and_only_then(bench: Bench) -> None:
    def plan() -> NextStep:
        step = next_step(bench.work, bench.workshop, RunDefaults())
        if step.phase_ended:
            keep_genu_files(bench.work, "w1", step.phase)
        return step

    assert plan().action == "run"
    assert bench.stores.genu.names("w1") == []

    bench.put("readiness", Readiness(items=(), risks=()))
    assert plan().action == "gate"
    assert bench.stores.genu.names("w1") == []

    bench.gate("day0")
    bench.gates.approve(bench.workshop, "day0", by="Planning A")
    assert plan().phase == "listen"
    assert "practice-1-listen.json" in bench.stores.genu.names("w1")
    assert "types it in" in bench.stores.genu.get("w1", "practice-1-listen.json")


def test_an_asked_again_phase_has_not_ended() -> None:
    step = NextStep(workshop="w1", action="run", phase="define", round=2)

    assert not step.phase_ended


def test_the_workshop_goes_on_if_they_cannot_be_written(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise SetupError("no access")

    work = bench.work
    monkeypatch.setattr(work.stores.genu, "put", refuse)

    keep_genu_files(work, "w1", "define")

    (line,), _ = bench.stores.progress.since("w1", "")
    assert "SetupError" in line.detail
