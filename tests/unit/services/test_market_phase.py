"""The market phase: N first, units that fit, repaired or mended, computed anew after every change."""

from datetime import timedelta
from typing import Any

import pytest

from mlew.domain.artifact import TEAM
from mlew.domain.market_estimate import Market
from mlew.errors import InputError, NotFound, OutputInvalid
from mlew.services.editing import Editing
from mlew.services.market import market_of, set_multiple
from mlew.services.phases.improvement.market import estimate_market
from tests.unit.rehearsal.planning import market_draft
from tests.unit.services.plan_bench import CUSTOMER, PlanBench, answer


@pytest.fixture
def bench() -> PlanBench:
    return PlanBench()


def drafted(**changes: Any) -> dict[str, Any]:
    return {**market_draft(CUSTOMER).model_dump(), **changes}


def estimated(bench: PlanBench, *drafts: dict[str, Any], round_: int = 1) -> Market:
    bench.script(*(answer(draft) for draft in drafts or (drafted(),)))
    (ref,) = estimate_market(bench.work, bench.workshop, round_)
    body = bench.stores.artifacts.get("w1", ref).body
    assert isinstance(body, Market)
    return body


def test_without_an_n_the_methods_default_is_set_before_any_figure_and_says_so(bench: PlanBench) -> None:
    market = estimated(bench)

    (multiple,) = market.inputs.multiples
    assert (multiple.n, multiple.set_by) == (3, "default")
    assert multiple.set_at <= market.inputs.estimated_at
    assert bench.workshop.multiples == (multiple,)
    latest = bench.stores.artifacts.latest("w1", "market", TEAM)
    assert latest is not None
    assert [w.rule for w in latest.warnings] == ["market-n-reason"]


def test_an_n_that_people_set_counts_and_the_model_is_not_told_it(bench: PlanBench) -> None:
    set_multiple(bench.stores, bench.clock, "w1", 4.75, by="Planning A", reason="as for the last product")

    market = estimated(bench)

    assert market.estimate.n == 4.75
    assert not market.estimate.n_changed
    assert "4.75" not in bench.model.requests[0].text


def test_an_n_of_a_clock_that_goes_ahead_is_still_before_the_figures(bench: PlanBench) -> None:
    bench.clock.advance(minutes=5)
    set_multiple(bench.stores, bench.clock, "w1", 2, by="Planning A")
    bench.clock.advance(minutes=-5)

    assert not estimated(bench).estimate.n_changed


def test_an_n_that_is_changed_later_is_a_new_version_that_shows_it(bench: PlanBench) -> None:
    before = estimated(bench)
    bench.clock.advance(days=1)

    set_multiple(bench.stores, bench.clock, "w1", 2, by="Sponsor", reason="cheaper than we thought")

    market, ref = market_of(bench.stores, bench.workshop)
    assert ref.version == 2
    assert [m.n for m in market.inputs.multiples] == [3, 2]
    assert market.estimate.n_changed
    assert market.inputs.estimated_at == before.inputs.estimated_at
    assert market.estimate.middle.needed == pytest.approx(before.estimate.middle.needed * 2 / 3)
    latest = bench.stores.artifacts.latest("w1", "market", TEAM)
    assert latest is not None
    assert [w.rule for w in latest.warnings] == ["market-n-changed"]
    assert latest.provenance.author == "Sponsor"


@pytest.mark.parametrize("n", [0, -1, float("inf"), float("nan")])
def test_an_n_that_cannot_be_is_refused_and_nothing_is_stored(bench: PlanBench, n: float) -> None:
    with pytest.raises(InputError):
        set_multiple(bench.stores, bench.clock, "w1", n, by="Planning A")

    assert bench.workshop.multiples == ()


def test_a_figure_that_people_change_is_computed_anew(bench: PlanBench) -> None:
    market = estimated(bench)
    share = market.inputs.share.model_copy(update={"low": 1.0, "middle": 1.0, "high": 1.0})
    moved = market.inputs.model_copy(
        update={"share": share, "multiples": (), "estimated_at": market.inputs.estimated_at - timedelta(days=9)}
    )

    edited = market.model_copy(update={"inputs": moved})
    Editing(bench.stores, bench.clock).save(bench.workshop, "market", TEAM, edited, by="Planning A", based_on_version=1)

    saved, _ = market_of(bench.stores, bench.workshop)
    expected = market.estimate.middle.value / market.inputs.share.middle
    assert saved.estimate.middle.value == pytest.approx(expected)
    assert saved.inputs.multiples == market.inputs.multiples
    assert saved.inputs.estimated_at == market.inputs.estimated_at


def test_a_figure_that_cannot_be_is_refused_with_what_it_is(bench: PlanBench) -> None:
    market = estimated(bench)
    share = market.inputs.share.model_copy(update={"high": 400.0})
    edited = market.model_copy(update={"inputs": market.inputs.model_copy(update={"share": share})})

    with pytest.raises(InputError, match="share of 400 % is impossible"):
        Editing(bench.stores, bench.clock).save(
            bench.workshop, "market", TEAM, edited, by="Planning A", based_on_version=1
        )

    assert market_of(bench.stores, bench.workshop)[1].version == 1


def test_units_that_do_not_fit_go_back_to_the_model_by_name(bench: PlanBench) -> None:
    estimated(bench, drafted(price_of="person", periods_of="year"), drafted())

    (turn,) = bench.model.requests[1].turns
    assert "the price is per 'person'" in turn[1]
    assert "1 year = 12 months" in turn[1]


def test_units_that_stay_wrong_are_mended_and_people_are_warned(bench: PlanBench) -> None:
    wrong = drafted(price_of="person", periods_of="year", currency="USD")
    periods = {**wrong["periods"], "low": 1.0, "middle": 2.0, "high": 3.0}
    market = estimated(bench, *[{**wrong, "periods": periods}] * 3)

    assert market.inputs.periods.middle == pytest.approx(24)
    assert market.inputs.price.unit.of == market.inputs.customers.unit.of
    assert market.inputs.currency == "JPY"
    latest = bench.stores.artifacts.latest("w1", "market", TEAM)
    assert latest is not None
    assert {"market-customers", "market-periods", "market-currency"} <= {w.rule for w in latest.warnings}


def test_ranges_upside_down_are_sorted_after_the_last_repair(bench: PlanBench) -> None:
    draft = drafted()
    share = {**draft["share"], "low": 9.0, "middle": 5.0, "high": 2.0}

    market = estimated(bench, *[{**draft, "share": share}] * 3)

    figure = market.inputs.share
    assert (figure.low, figure.middle, figure.high) == (2, 5, 9)


@pytest.mark.parametrize("broken", [{"costs": []}, {"customers": {**drafted()["customers"], "middle": 0}}])
def test_what_nothing_can_be_computed_with_fits_no_form(bench: PlanBench, broken: dict[str, Any]) -> None:
    bench.script(*[answer(drafted(**broken))] * 3)

    with pytest.raises(OutputInvalid):
        estimate_market(bench.work, bench.workshop, 1)


def test_the_pair_that_goes_first_is_estimated_and_a_second_try_makes_nothing_new(bench: PlanBench) -> None:
    bench.prefer("b")

    first = estimated(bench)

    assert first.pair == "b"
    assert estimate_market(bench.work, bench.workshop, 1)[0].version == 1


def test_asked_again_in_another_round_it_keeps_when_the_first_figure_was_there(bench: PlanBench) -> None:
    first = estimated(bench)
    bench.clock.advance(days=2)
    set_multiple(bench.stores, bench.clock, "w1", 5, by="Planning A", reason="risk")

    second = estimated(bench, round_=2)

    assert second.inputs.estimated_at == first.inputs.estimated_at
    assert second.estimate.n_changed


def test_before_the_phase_there_is_no_market(bench: PlanBench) -> None:
    with pytest.raises(NotFound):
        market_of(bench.stores, bench.workshop)


class TestAnotherRound:
    """The edition goes on; rounds of the phase go on counting."""

    def corrected(self, bench: PlanBench, by: str = "Sales A", **figures: Any) -> Market:
        """The newest version with figures that somebody changed."""
        market, ref = market_of(bench.stores, bench.workshop)
        edited = market.model_copy(update={"inputs": market.inputs.model_copy(update=figures)})
        editing = Editing(bench.stores, bench.clock)
        editing.save(bench.workshop, "market", TEAM, edited, by=by, based_on_version=ref.version)
        return market_of(bench.stores, bench.workshop)[0]

    def share_by_sales(self, bench: PlanBench) -> Market:
        share = estimated(bench).inputs.share
        known = {"low": 1.5, "middle": 2.0, "high": 2.5, "source": "orders of last year", "assumed": False}
        return self.corrected(bench, share=share.model_copy(update=known))

    def next_edition(self, bench: PlanBench) -> None:
        head = bench.stores.artifacts.head("w1", "market", TEAM)
        assert head is not None
        bench.stores.workshops.update(
            bench.workshop.model_copy(update={"edition_round": 3, "earlier_rounds": {"market": head.round}})
        )

    def test_an_n_that_was_set_in_good_time_is_not_late(self, bench: PlanBench) -> None:
        first = estimated(bench)
        bench.clock.advance(days=30)
        self.next_edition(bench)
        set_multiple(bench.stores, bench.clock, "w1", 5, by="Planning A", reason="risk")
        bench.clock.advance(days=1)

        second = estimated(bench, round_=2)

        assert second.inputs.estimated_at == bench.clock.now() != first.inputs.estimated_at
        assert (second.estimate.n, second.estimate.n_changed) == (5, False)

    def test_an_n_for_the_next_estimate_leaves_the_closed_one_alone(self, bench: PlanBench) -> None:
        first = estimated(bench)
        self.next_edition(bench)

        set_multiple(bench.stores, bench.clock, "w1", 5, by="Planning A", reason="risk")

        assert market_of(bench.stores, bench.workshop) == (first, market_of(bench.stores, bench.workshop)[1])
        assert market_of(bench.stores, bench.workshop)[1].version == 1

    @pytest.mark.parametrize("over", ["finished", "plan approved"])
    def test_between_rounds_a_new_n_is_for_the_next_one_and_what_was_decided_keeps_its_own(
        self, bench: PlanBench, over: str
    ) -> None:
        first = estimated(bench)
        if over == "finished":
            bench.stores.workshops.update(bench.workshop.model_copy(update={"state": "finished"}))
        else:
            bench.gate("plan")
            bench.gates.approve(bench.workshop, "plan", by="Planning A")
        bench.clock.advance(days=1)

        set_multiple(bench.stores, bench.clock, "w1", 5, by="Planning A", reason="risk")

        assert market_of(bench.stores, bench.workshop)[0] == first
        edited = self.corrected(bench, share=first.inputs.share.model_copy(update={"source": "orders of last year"}))
        assert (edited.estimate, edited.inputs.multiples) == (first.estimate, first.inputs.multiples)
        self.next_edition(bench)
        bench.stores.workshops.update(bench.workshop.model_copy(update={"state": "running"}))
        bench.clock.advance(days=1)
        second = estimated(bench, round_=2)
        assert (second.estimate.n, second.estimate.n_changed) == (5, False)

    def test_figures_that_sales_corrected_stay_and_the_model_sees_them(self, bench: PlanBench) -> None:
        before = self.share_by_sales(bench)
        self.next_edition(bench)
        draft = drafted()

        after = estimated(bench, {**draft, "price": {**draft["price"], "high": 10 * draft["price"]["high"]}}, round_=2)

        assert after.inputs.share == before.inputs.share
        assert after.inputs.price.high == 10 * before.inputs.price.high
        assert "orders of last year" in bench.model.requests[-1].text
        assert "This is the result of an earlier round" in bench.model.requests[-1].text

    def test_figures_by_hand_that_fit_no_new_unit_bring_those_they_belong_to(self, bench: PlanBench) -> None:
        customers = estimated(bench).inputs.customers
        before = self.corrected(bench, customers=customers.model_copy(update={"middle": customers.low}))
        self.next_edition(bench)

        after = estimated(bench, drafted(customer="person", price_of="person"), round_=2)

        assert after.inputs.figures == before.inputs.figures

    def test_costs_by_hand_stay_kind_by_kind(self, bench: PlanBench) -> None:
        sales, *others = estimated(bench).inputs.costs
        named = sales.model_copy(update={"name": "Two people of the dealer"})
        self.corrected(bench, costs=(named, *others))
        draft = drafted()
        self.next_edition(bench)

        costs = [{**cost, "name": f"new {number}"} for number, cost in enumerate(draft["costs"])]
        after = estimated(bench, {**draft, "costs": costs}, round_=2)

        assert {c.name for c in after.inputs.costs if c.kind == sales.kind} == {"Two people of the dealer"}
        assert all(c.name.startswith("new") for c in after.inputs.costs if c.kind != sales.kind)

    def test_sent_back_with_a_figure_by_name_it_is_written_anew_and_others_by_hand_stay(self, bench: PlanBench) -> None:
        periods = self.share_by_sales(bench).inputs.periods
        before = self.corrected(bench, periods=periods.model_copy(update={"source": "contracts", "assumed": False}))
        bench.gate("market")
        bench.gates.ask_again(bench.workshop, "market", by="Planning A", comment="The share is too low")

        after = estimated(bench, round_=2)

        assert after.inputs.share.source != "orders of last year"
        assert after.inputs.periods == before.inputs.periods

    def test_a_figure_that_a_model_changed_since_is_nobodys_any_more(self, bench: PlanBench) -> None:
        self.share_by_sales(bench)
        bench.gate("market")
        bench.gates.ask_again(bench.workshop, "market", by="Planning A", comment="The share is too low")
        estimated(bench, round_=2)
        self.next_edition(bench)
        draft = drafted()

        after = estimated(bench, {**draft, "share": {**draft["share"], "low": 0.1}}, round_=3)

        assert after.inputs.share.low == 0.1

    def test_figures_of_another_pair_are_not_taken_over(self, bench: PlanBench) -> None:
        before = self.share_by_sales(bench)
        self.next_edition(bench)
        bench.prefer("b")

        after = estimated(bench, round_=2)

        assert (before.pair, after.pair) == ("a", "b")
        assert after.inputs.share != before.inputs.share
        assert "orders of last year" not in bench.model.requests[-1].text
