"""Precheck: voices to themes, masked before a model reads them, none lost and none made up."""

import re
from typing import Any

import pytest

from mlew.domain.artifact import Artifact, Usage
from mlew.domain.evidence import Evidence
from mlew.domain.workshop import Workshop
from mlew.ports.model import ModelAnswer, ModelRequest
from mlew.services.evidence.bringing import Bringing
from mlew.services.phases.improvement.voices import group_voices
from tests.fakes import ScriptedModel
from tests.unit.services.evidence.cases import evidence, improving, link, mock, voices
from tests.unit.services.workbench import Bench


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def workshop(bench: Bench) -> Workshop:
    return improving(bench)


def theme(*voices_: str, **fields: Any) -> dict[str, Any]:
    usual = {"name": "The count", "leaning": "for", "summary": "2 of 2.", "contradicts": []}
    return {**usual, "voices": list(voices_), **fields}


def answer(*themes: dict[str, Any], apart: tuple[str, ...] = ()) -> ModelAnswer:
    output = {"themes": list(themes), "not_grouped": list(apart)}
    return ModelAnswer(output=output, text="", stop_reason="tool_use", model="test", usage=Usage(calls=1))


def grouped(bench: Bench, workshop: Workshop, round_: int = 1) -> tuple[Artifact, Evidence]:
    (ref,) = group_voices(bench.work, workshop, round_, "a")
    artifact = bench.stores.artifacts.get("w1", ref)
    assert isinstance(artifact.body, Evidence)
    return artifact, artifact.body


def asked(bench: Bench) -> ModelRequest:
    assert isinstance(bench.model, ScriptedModel)
    return bench.model.requests[0]


def test_themes_are_added_to_the_evidence_and_all_else_stays(bench: Bench, workshop: Workshop) -> None:
    before = bench.put("evidence", evidence("handy", "no"), "a", round_=0)
    bench.script(answer(theme("V1", "V2", leaning="mixed", contradicts=["A2"])))
    artifact, body = grouped(bench, workshop)
    assert isinstance(before.body, Evidence)
    assert (artifact.version, artifact.provenance.round) == (2, 1)
    assert body.model_copy(update={"themes": ()}) == before.body
    assert [(one.leaning, one.voices, one.contradicts) for one in body.themes] == [("mixed", ("V1", "V2"), ("A2",))]
    assert artifact.provenance.based_on == ("evidence/a@1", "journey/team@1")


def test_without_voices_no_model_is_asked(bench: Bench, workshop: Workshop) -> None:
    assert group_voices(bench.work, workshop, 1, "a") == []
    bench.put("evidence", evidence(), "a", round_=0)
    assert group_voices(bench.work, workshop, 1, "a") == []


def test_a_second_try_of_the_round_asks_nobody(bench: Bench, workshop: Workshop) -> None:
    bench.put("evidence", evidence("handy"), "a", round_=0)
    bench.script(answer(theme("V1")))
    first = group_voices(bench.work, workshop, 1, "a")
    bench.script()
    assert group_voices(bench.work, workshop, 1, "a") == first


def test_the_model_reads_no_name_and_no_address(bench: Bench, workshop: Workshop) -> None:
    mock(bench)
    link(bench, "Kenta Oda")
    said = "Kenta Oda showed it to Hana Mori, write to ken@example.com"
    bench.put("evidence", evidence(said), "a", round_=0)
    bench.script(answer(theme("V1")))
    _, body = grouped(bench, workshop)
    assert not [word for word in ("Kenta", "Mori", "ken@") if word in asked(bench).text]
    assert "[name 1]" in asked(bench).text
    assert body.remarks[0].text == said


def test_the_same_words_are_read_once_and_grouped_all(bench: Bench, workshop: Workshop) -> None:
    bench.put("evidence", evidence("Handy.", "no", "handy", "HANDY!"), "a", round_=0)
    bench.script(answer(theme("V1"), apart=("V2",)))
    artifact, body = grouped(bench, workshop)
    assert "× 3" in asked(bench).text and "V3" not in asked(bench).text
    assert body.themes[0].voices == ("V1", "V3", "V4")
    assert artifact.warnings == ()


def test_of_thousands_some_are_chosen_and_a_warning_says_so(bench: Bench, workshop: Workshop) -> None:
    bench.put("evidence", evidence(*(f"{n} " + "x" * 200 for n in range(1500))), "a", round_=0)
    bench.script(lambda request: answer(apart=tuple(dict.fromkeys(re.findall(r"^- (V\d+) ", request.text, re.M)))))
    artifact, _ = grouped(bench, workshop)
    assert len(asked(bench).text) < 40_000
    (warning,) = [found for found in artifact.warnings if found.rule == "voices-left-out"]
    assert warning.message.startswith("The model read 10") and "of 1500" in warning.message


def test_made_up_voices_go_back_to_the_model_and_are_never_kept(bench: Bench, workshop: Workshop) -> None:
    bench.put("evidence", evidence("handy"), "a", round_=0)
    bench.script(*[answer(theme("V1", "V8"))] * 3)
    artifact, body = grouped(bench, workshop)
    assert body.themes[0].voices == ("V1",)
    assert [found.rule for found in artifact.warnings] == ["known-voice"]


def test_what_comes_in_while_the_model_works_is_kept(bench: Bench, workshop: Workshop) -> None:
    bench.put("evidence", evidence("handy"), "a", round_=0)
    maki = Bringing(bench.stores, bench.clock, by="Maki")

    def slow(_: ModelRequest) -> ModelAnswer:
        maki.notes(workshop, "a", voices("late"), "late.md")
        return answer(theme("V1"))

    bench.script(slow)
    _, body = grouped(bench, workshop)
    assert [one.text for one in body.remarks] == ["handy", "late"]
    assert body.themes[0].voices == ("V1",)


def test_asking_again_shows_the_last_themes_masked(bench: Bench, workshop: Workshop) -> None:
    bench.put("evidence", evidence("handy"), "a", round_=0)
    bench.script(answer(theme("V1", name="What Hana Mori likes")))
    grouped(bench, workshop)
    bench.gate("precheck")
    bench.gates.ask_again(workshop, "precheck", by="Planning A", comment="finer")
    bench.script(answer(theme("V1", name="Finer")))
    _, body = grouped(bench, workshop, 2)
    text = asked(bench).text
    assert "finer" in text and "What [name" in text and "Mori" not in text
    assert body.themes[0].name == "Finer"
