"""A pair's prompts name the customers that it works for, where the plan gives it a segment."""

from collections.abc import Callable

import pytest

from mlew.domain.base import Locale
from mlew.domain.inputs import WorkshopInputs
from mlew.domain.invention import InventionSet
from mlew.domain.workshop import Pair
from mlew.errors import ModelRefused
from mlew.services.cells import Cell
from mlew.services.pair_customer import journey_of
from mlew.services.phases.invent import run_invent
from mlew.services.phases.refine import run_refine
from tests.unit.services.workbench import JOURNEY, Bench, invention

PAIRS = (Pair(id="a", segment="small shops without a buyer", questions=("Q1",)), Pair(id="b", questions=("Q1",)))


def invent(bench: Bench, pair: str) -> None:
    run_invent(bench.work, bench.workshop, 1, Cell(pair=pair, question="Q1", view=0))


def refine(bench: Bench, pair: str) -> None:
    run_refine(bench.work, bench.workshop, 1, pair)


@pytest.mark.parametrize("phase", [invent, refine])
@pytest.mark.parametrize(("pair", "named"), [("a", True), ("b", False)])
def test_the_model_reads_whom_the_pair_works_for(phase: Callable[[Bench, str], None], pair: str, named: bool) -> None:
    bench = Bench()
    bench.defined()
    bench.invented()
    for each in ("a", "b"):
        bench.put("inventions", InventionSet(pair=each, inventions=(invention("I1", 0.5),), chosen="I1"), each)
    bench.stores.inputs.put("w1", WorkshopInputs(), {}, {})
    bench.script(ModelRefused("no"))
    bench.stores.workshops.update(bench.workshop.model_copy(update={"pairs": PAIRS}))

    with pytest.raises(ModelRefused):
        phase(bench, pair)

    prompt = bench.model.requests[0].text
    assert "shops" in prompt
    assert ("this pair works for: small shops without a buyer" in prompt) is named


@pytest.mark.parametrize(
    ("locale", "told"), [("ja", "shops（このペアが取り組む顧客：小さ"), ("en", "shops (this pair")]
)
def test_it_is_said_in_the_workshops_language(locale: Locale, told: str) -> None:
    bench = Bench()
    plan = bench.workshop.plan.model_copy(update={"locale": locale})
    workshop = bench.workshop.model_copy(update={"pairs": (Pair(id="a", segment="小さな店"),), "plan": plan})

    assert journey_of(JOURNEY, workshop, "a").segment.startswith(told)
    assert journey_of(JOURNEY, workshop, "z") is JOURNEY
