"""Pairs that go on as one, and apart again."""

import pytest

from mlew.domain.iteration import Iteration, Milestone
from mlew.domain.verdict import DecisionKind
from mlew.domain.workshop import Pair
from mlew.errors import Conflict, InputError, NotFound
from mlew.services import merging
from mlew.services.verdicts import Deciding, taking_part, working_pairs
from mlew.services.workshop_state import change
from tests.unit.services.improving import CRITERIA, FinishedPractice


@pytest.fixture
def bench() -> FinishedPractice:
    """At Define of the improvement edition, with three pairs."""
    bench = FinishedPractice()
    pairs = (
        Pair(id="a", name="Shops", questions=("Q1",), stages=("order",)),
        Pair(id="b", name="Carriers", questions=("Q1", "Q3"), stages=("ship",)),
        Pair(id="c", questions=("Q2",), stages=("ship",)),
    )
    change(bench.stores.workshops, "w1", pairs=pairs)
    bench.put("iteration", Iteration(pair="c", milestones=(Milestone(name="sponsor", criteria=CRITERIA),)), "c")
    bench.begin()
    change(bench.stores.workshops, "w1", phase="define")
    return bench


def ids(pairs: tuple[Pair, ...]) -> list[str]:
    return [pair.id for pair in pairs]


def test_one_pair_works_for_the_customers_of_all_unless_one_of_them_works_for_everybody() -> None:
    bench = FinishedPractice()
    pairs = (Pair(id="a", segment="shops"), Pair(id="b", segment="carriers"), Pair(id="c", segment="shops"))
    workshop = bench.stores.workshops.get("w1").model_copy(update={"pairs": pairs})

    assert merging.merged(workshop, "b").pairs[0].segment == "carriers / shops"
    assert merging.merged(workshop.model_copy(update={"pairs": (*pairs, Pair(id="d"))}), "b").pairs[0].segment == ""


def test_one_pair_goes_on_with_the_questions_of_all(bench: FinishedPractice) -> None:
    merged = bench.improvement.merge("w1", "b")

    assert ids(merged.pairs) == ["b"]
    assert merged.pairs[0].questions == ("Q1", "Q3", "Q2")
    assert merged.pairs[0].stages == ("ship", "order")
    assert ids(merged.past_pairs) == ["a", "c"]


def test_split_gives_back_exactly_what_there_was(bench: FinishedPractice) -> None:
    before = bench.workshop
    bench.improvement.merge("w1", "a")

    after = bench.improvement.split("w1")

    assert (after.pairs, after.past_pairs, after.merged) == (before.pairs, before.past_pairs, {})


def test_a_pair_that_is_free_in_its_stages_leaves_the_whole_free(bench: FinishedPractice) -> None:
    free = tuple(p.model_copy(update={"stages": ()}) if p.id == "c" else p for p in bench.workshop.pairs)
    change(bench.stores.workshops, "w1", pairs=free)

    assert bench.improvement.merge("w1", "a").pairs[0].stages == ()


def test_pairs_that_were_cut_stay_aside_when_others_are_split(bench: FinishedPractice) -> None:
    bench.bring("c", solved=False, decided=False)
    Deciding(bench.stores, bench.clock).decide(bench.workshop, "c", "cut", by="Dev A", arn="", reason="nobody came")
    bench.improvement.merge("w1", "a")

    split = bench.improvement.split("w1")

    assert (ids(split.pairs), ids(split.past_pairs)) == (["a", "b"], ["c"])


def test_a_pair_that_comes_back_meanwhile_is_not_lost(bench: FinishedPractice) -> None:
    deciding = Deciding(bench.stores, bench.clock)
    bench.bring("c", solved=False, decided=False)
    deciding.decide(bench.workshop, "c", "cut", by="Dev A", arn="", reason="nobody came")
    bench.improvement.merge("w1", "a")
    deciding.decide(bench.workshop, "c", "go", by="Dev A", arn="", reason="they came after all")
    assert ids(bench.workshop.pairs) == ["a", "c"]

    again = bench.improvement.merge("w1", "c")
    assert (ids(again.pairs), sorted(ids(again.past_pairs))) == (["c"], ["a", "b"])
    split = bench.improvement.split("w1")

    assert (sorted(ids(split.pairs)), split.past_pairs) == (["a", "b", "c"], ())
    assert {p.id: p.questions for p in split.pairs} == {"a": ("Q1",), "b": ("Q1", "Q3"), "c": ("Q2",)}


def test_a_decision_on_a_pair_does_not_bring_back_those_that_went_into_it(bench: FinishedPractice) -> None:
    bench.bring("a", solved=True, decided=True)
    bench.improvement.merge("w1", "a")

    Deciding(bench.stores, bench.clock).decide(bench.workshop, "a", "go", by="Dev A", arn="", reason="it works")

    assert (ids(bench.workshop.pairs), ids(bench.workshop.past_pairs)) == (["a"], ["b", "c"])


@pytest.mark.parametrize(
    "taken",
    [
        pytest.param((("a", "cut"), ("b", "cut"), ("c", "cut")), id="all cut, so all stay"),
        pytest.param((("b", "cut"), ("b", "go")), id="one that was cut comes back"),
    ],
)
def test_what_was_decided_before_a_merge_does_not_undo_it(
    bench: FinishedPractice, taken: tuple[tuple[str, DecisionKind], ...]
) -> None:
    deciding = Deciding(bench.stores, bench.clock)
    for pair in dict(taken):
        bench.bring(pair, solved=True, decided=True)
    for pair, kind in taken:
        deciding.decide(bench.workshop, pair, kind, by="Dev A", arn="", reason="as we saw it")
    assert ids(bench.workshop.pairs) == ["a", "b", "c"]
    merged = bench.improvement.merge("w1", "a")

    after = working_pairs(bench.stores, bench.workshop)

    assert (after.pairs, after.past_pairs) == (merged.pairs, merged.past_pairs)
    assert taking_part(bench.stores, after) == ("a",)
    with pytest.raises(InputError, match="'b' is no pair"):
        deciding.decide(after, "b", "cut", by="Dev A", arn="", reason="too late")


def test_the_pair_that_others_went_into_is_cut_and_comes_back_as_one(bench: FinishedPractice) -> None:
    deciding = Deciding(bench.stores, bench.clock)
    for pair in "abc":
        bench.bring(pair, solved=True, decided=True)
    deciding.decide(bench.workshop, "c", "cut", by="Dev A", arn="", reason="nobody came")
    merged = bench.improvement.merge("w1", "a")
    deciding.decide(bench.workshop, "c", "go", by="Dev A", arn="", reason="they came after all")
    deciding.decide(bench.workshop, "a", "cut", by="Dev A", arn="", reason="too dear")
    assert ids(bench.workshop.pairs) == ["c"]

    deciding.decide(bench.workshop, "a", "go", by="Dev A", arn="", reason="cheaper now")

    assert ids(bench.workshop.pairs) == ["a", "c"]
    assert bench.workshop.pairs[0] == merged.pairs[0]


def test_what_cannot_be_merged_or_split_is_refused(bench: FinishedPractice) -> None:
    with pytest.raises(NotFound, match="'z'"):
        bench.improvement.merge("w1", "z")
    with pytest.raises(InputError, match="no pairs have been merged"):
        bench.improvement.split("w1")
    bench.improvement.merge("w1", "a")
    with pytest.raises(InputError, match="one pair only"):
        bench.improvement.merge("w1", "a")


@pytest.mark.parametrize("phase", ["precheck", "invent", "refine", "iterate", "market", "plan", "closing"])
def test_pairs_are_merged_where_questions_are_given_and_nowhere_else(bench: FinishedPractice, phase: str) -> None:
    change(bench.stores.workshops, "w1", phase=phase)

    with pytest.raises(Conflict, match=f"not at {phase}"):
        bench.improvement.merge("w1", "a")
    with pytest.raises(Conflict, match=f"not at {phase}"):
        bench.improvement.split("w1")


def test_pairs_stay_what_they_are_once_define_is_approved(bench: FinishedPractice) -> None:
    bench.pass_("define", 2)

    with pytest.raises(Conflict, match="the end of Define"):
        bench.improvement.merge("w1", "a")


def test_the_practice_edition_knows_no_merging() -> None:
    with pytest.raises(Conflict, match="no improvement edition"):
        FinishedPractice().improvement.merge("w1", "a")


def test_a_new_round_begins_without_what_was_merged_before(bench: FinishedPractice) -> None:
    bench.improvement.merge("w1", "a")
    bench.executions.states[bench.workshop.execution] = "succeeded"
    change(bench.stores.workshops, "w1", state="finished")

    begun = bench.begin()

    assert (ids(begun.pairs), begun.merged) == (["a"], {})
