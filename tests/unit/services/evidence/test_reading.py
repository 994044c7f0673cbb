"""Evidence of a round, and what of it may reach a model."""

import re

import pytest

from mlew.domain.evidence import Evidence, Observation, Origin, Theme
from mlew.domain.workshop import Workshop
from mlew.services.evidence.reading import MOST_CHARACTERS, evidence_for_model, evidence_of
from tests.unit.services.evidence.cases import evidence, improving, link, mock, voices
from tests.unit.services.workbench import Bench


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def workshop(bench: Bench) -> Workshop:
    return improving(bench)


def test_without_any_it_is_empty_and_of_the_round_looked_back_on(bench: Bench, workshop: Workshop) -> None:
    found = evidence_of(bench.stores, workshop, "a")
    assert (found.empty, found.round, found.pair) == (True, 1, "a")
    assert evidence_for_model(bench.stores, workshop) == ""


def test_the_newest_of_the_round_counts_whatever_other_rounds_brought(bench: Bench, workshop: Workshop) -> None:
    for round_, text in ((1, "old"), (1, "newer"), (2, "of the next round")):
        bench.put("evidence", Evidence(pair="a", round=round_, remarks=voices(text)), "a")
    assert evidence_of(bench.stores, workshop, "a").remarks[0].text == "newer"
    assert evidence_of(bench.stores, workshop, "a", 2).remarks[0].text == "of the next round"


def test_a_model_sees_no_name_of_participants_testers_links_or_observers(bench: Bench, workshop: Workshop) -> None:
    mock(bench)
    link(bench, "Kenta Oda")
    said = (
        "Planning A told me to try it",
        "Ask Kenta Oda, or Mori, or mail hana@example.com, 090-1234-5678",
        "Jiro Tani stood beside me",
    )
    bench.put("evidence", evidence(*said), "a")
    text = evidence_for_model(bench.stores, workshop)
    for name in ("Kenta", "Oda", "Hana", "Mori", "Jiro", "Tani", "Planning A", "hana@", "090"):
        assert name not in text
    assert "told me to try it" in text and "[mail 1]" in text and "90% (9/10)" in text


def test_numbers_instead_of_names_are_no_names(bench: Bench, workshop: Workshop) -> None:
    bench.put("evidence", evidence("I needed 2 minutes for T2, plan B"), "a")
    assert "I needed 2 minutes for T2, plan B" in evidence_for_model(bench.stores, workshop)


@pytest.mark.parametrize("tester", ["の", "A", "匿名", "Customer", "3", "T-4", " ", "No.3", "テスター 1"])
def test_words_that_stand_for_nobody_take_nothing_out_of_what_people_say(
    bench: Bench, workshop: Workshop, tester: str
) -> None:
    said = "私のA案は匿名の customer 3 人に T-4 で見せた"
    people = (Observation(id="O1", tester=tester),)
    bench.put("evidence", Evidence(pair="a", observations=people, remarks=voices(said)), "a")
    assert said in evidence_for_model(bench.stores, workshop)


@pytest.mark.parametrize("tester", ["Mori 2", "Mori#3", "森2", "林"])
def test_a_name_with_a_number_behind_it_is_a_name(bench: Bench, workshop: Workshop, tester: str) -> None:
    people = (Observation(id="O1", tester=tester),)
    bench.put("evidence", Evidence(pair="a", observations=people, remarks=voices("ask Mori, 森さん or 林さん")), "a")
    text = evidence_for_model(bench.stores, workshop)
    assert "[name 1]" in text and tester.strip(" #23") not in text


def test_no_code_of_a_link_reaches_a_model(bench: Bench, workshop: Workshop) -> None:
    (voice,) = voices("handy")
    comment = voice.model_copy(update={"tester": "abcdefghij", "origin": Origin(kind="comment", place="m/s/1")})
    bench.put("evidence", Evidence(pair="a", remarks=(comment,)), "a")
    assert "abcdefghij" not in evidence_for_model(bench.stores, workshop)


def test_what_is_stored_stays_as_it_was_said(bench: Bench, workshop: Workshop) -> None:
    bench.put("evidence", evidence("Hana Mori helped"), "a")
    evidence_for_model(bench.stores, workshop)
    assert evidence_of(bench.stores, workshop, "a").remarks[0].text == "Hana Mori helped"


@pytest.mark.parametrize("length", [20, 2000])
def test_thousands_of_voices_leave_room_in_the_prompt_and_it_says_so(
    bench: Bench, workshop: Workshop, length: int
) -> None:
    bench.put("evidence", evidence(*(f"{n} " + "x" * length for n in range(2000))), "a")
    text = evidence_for_model(bench.stores, workshop)
    assert len(text) < 1.5 * MOST_CHARACTERS
    assert "There are 2000 voices." in text


def test_pairs_that_were_cut_still_told_something_of_the_customer(bench: Bench, workshop: Workshop) -> None:
    bench.put("evidence", evidence("of the cut pair"), "a")
    kept, cut = workshop.pairs[1], workshop.pairs[0]
    after = workshop.model_copy(update={"pairs": (kept,), "past_pairs": (cut,)})
    assert "of the cut pair" in evidence_for_model(bench.stores, after)
    assert evidence_for_model(bench.stores, after, (kept.id,)) == ""


def test_voices_of_several_pairs_are_told_apart_in_lists_and_themes(bench: Bench, workshop: Workshop) -> None:
    theme = Theme(name="speed", voices=("V1",))
    bench.put("evidence", Evidence(pair="a", remarks=voices("quick", "slow"), themes=(theme,)), "a")
    bench.put("evidence", Evidence(pair="b", remarks=voices("easy")), "b")

    together = evidence_for_model(bench.stores, workshop)

    assert re.findall(r"^- (\S+) \([^)]*\): (\w+)$", together, re.MULTILINE) == [
        ("a-V1", "quick"),
        ("a-V2", "slow"),
        ("b-V1", "easy"),
    ]
    assert "- V1 (" in evidence_for_model(bench.stores, workshop, ("b",)), "alone it needs no name"
