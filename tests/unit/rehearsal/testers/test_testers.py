"""Simulated testers: as many as was dealt, the same for the same seed, and sheets that read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.documents.filled_sheet import read_sheet_csv
from mlew.domain.base import Locale
from mlew.domain.evidence import Observation
from mlew.errors import InputError
from mlew.rehearsal.testers import RECEPTIONS, Reception, dealt, filled_sheet, filled_survey, simulated_testers
from tests.unit.documents.sheets import SHEET

DAY = date(2026, 5, 7)


@given(st.integers(5, 50), st.sampled_from(RECEPTIONS), st.sampled_from(("ja", "en")), st.text(max_size=9))
def test_the_lines_of_the_method_are_crossed_as_dealt(
    count: int, reception: Reception, locale: Locale, seed: str
) -> None:
    people = simulated_testers(count, reception, locale, seed)
    solved = sum(one.reached for one in people) / count
    wanted = sum(one.use == "yes" for one in people) / count
    assert (solved >= 0.8) == (reception in ("liked", "useful"))
    assert (wanted >= 0.5) == (reception in ("liked", "wanted"))
    assert all("模擬" in one.name or "Simulated" in one.name for one in people)


def test_the_same_seed_makes_the_same_people() -> None:
    assert simulated_testers(9, "wanted", "ja", "7") == simulated_testers(9, "wanted", "ja", "7")
    assert simulated_testers(9, "wanted", "ja", "7") != simulated_testers(9, "wanted", "ja", "8")


@given(st.lists(st.text("abcd", min_size=1, max_size=3), min_size=2, max_size=8, unique=True), st.text(max_size=5))
def test_of_several_mocks_one_is_liked_and_one_is_not(pairs: list[str], seed: str) -> None:
    found = dealt(pairs, seed, {})
    assert list(found) != [] and set(found) == set(pairs)
    assert {"liked", "unwanted"} <= set(found.values())


def test_what_is_asked_for_is_dealt() -> None:
    assert dealt(["a", "b"], "1", {"b": "wanted"})["b"] == "wanted"
    with pytest.raises(InputError, match="'c' has no live mock"):
        dealt(["a", "b"], "1", {"c": "liked"})


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("reception", RECEPTIONS)
def test_a_sheet_reads_back_and_says_that_it_is_simulated(locale: Locale, reception: Reception) -> None:
    people = simulated_testers(6, reception, locale, "1")
    read = read_sheet_csv(filled_sheet(SHEET, people, "external", DAY, locale), SHEET, locale, file="a.csv")
    assert [entry.said.tester for entry in read] == [one.name for one in people]
    for entry, one in zip(read, people, strict=True):
        said = entry.said
        assert isinstance(said, Observation)
        assert said.simulated
        assert (said.completed, said.population, said.day) == (one.reached, "external", "2026-05-07")
        assert {r.criterion for r in said.readings} == {"C1", "C3", "C12"}
        assert entry.quotes == ((one.quote,) if one.quote else ())
        assert bool(one.quote) != bool(one.comment)
        seen = [scene.scene for scene in said.scenes]
        assert seen == list(range(1, len(seen) + 1))
        assert one.reached == (len(seen) == 2 and all(scene.done for scene in said.scenes))


def test_a_survey_holds_what_testers_are_asked() -> None:
    people = simulated_testers(5, "liked", "en", "1")
    text = filled_survey(SHEET, people, "internal", DAY, "en")
    read = read_sheet_csv(text, SHEET, "en", file="s.csv", kind="survey")
    assert all(entry.said.simulated for entry in read)
    assert {r.criterion for entry in read for r in entry.said.readings} == {"C2"}
