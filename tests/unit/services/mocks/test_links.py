"""Links for populations and for testers."""

import pytest

from mlew.domain.mock import MockLink
from mlew.errors import Conflict, InputError
from mlew.ports.tracking import TrackedLink
from mlew.services.mocks.links import MOST_TESTERS, personal_links, population_links
from tests.unit.services.mocks.workbench import MockBench, site


@pytest.fixture
def bench() -> MockBench:
    made = MockBench()
    made.publish(site())
    return made


def test_the_links_of_the_populations_stay_the_same(bench: MockBench) -> None:
    first = population_links(bench.work, bench.workshop, bench.mock)
    assert population_links(bench.work, bench.workshop, bench.mock) == first
    assert [link.population for link in first] == ["internal", "external"]


def test_every_tester_gets_a_link_and_keeps_it(bench: MockBench) -> None:
    first = personal_links(bench.work, bench.workshop, bench.mock, "external", ["Tester 1", " Tester 2 ", ""])
    assert [link.tester for link in first] == ["Tester 1", "Tester 2"]
    later = personal_links(bench.work, bench.workshop, bench.mock, "external", ["Tester 3", "Tester 2"])
    assert later[1] == first[1]
    assert len({link.code for link in [*first, *later]}) == 3


def test_numbers_know_that_a_link_is_personal_and_no_name(bench: MockBench) -> None:
    [link] = personal_links(bench.work, bench.workshop, bench.mock, "internal", ["Tester 1"])
    tracked = bench.hosting.keys.some_links(bench.mock.id, [link.code]).get(link.code)
    assert tracked is not None
    assert (tracked.population, tracked.personal) == ("internal", True)
    assert "Tester" not in repr(vars(bench.hosting.keys))


def test_the_same_name_in_another_population_is_another_link(bench: MockBench) -> None:
    [inside] = personal_links(bench.work, bench.workshop, bench.mock, "internal", ["Tester 1"])
    [outside] = personal_links(bench.work, bench.workshop, bench.mock, "external", ["Tester 1"])
    assert inside.code != outside.code


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], "names nobody"),
        (["", "  "], "names nobody"),
        (["A", "B", "A"], "named twice: A"),
        (["x" * 101], "at most"),
        ([str(n) for n in range(MOST_TESTERS + 1)], "at most"),
    ],
)
def test_a_list_that_cannot_be_is_refused(bench: MockBench, names: list[str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        personal_links(bench.work, bench.workshop, bench.mock, "internal", names)


def test_no_link_is_given_out_that_the_numbers_do_not_know(bench: MockBench, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise Conflict("taken")

    before = bench.stores.mocks.links("w1", bench.mock.id)
    monkeypatch.setattr(bench.hosting.keys, "add_links", fails)
    with pytest.raises(Conflict):
        personal_links(bench.work, bench.workshop, bench.mock, "internal", ["Tester 1"])
    assert bench.stores.mocks.links("w1", bench.mock.id) == before


def test_only_links_that_are_new_are_written(bench: MockBench, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[TrackedLink] = []
    stored: list[MockLink] = []
    monkeypatch.setattr(bench.hosting.keys, "add_links", lambda _, links: counted.extend(links))
    monkeypatch.setattr(bench.stores.mocks, "add_links", lambda _, links: stored.extend(links))
    population_links(bench.work, bench.workshop, bench.mock)
    assert (counted, stored) == ([], [])
    monkeypatch.undo()
    first = personal_links(bench.work, bench.workshop, bench.mock, "external", ["Tester 1"])
    monkeypatch.setattr(bench.hosting.keys, "add_links", lambda _, links: counted.extend(links))
    monkeypatch.setattr(bench.stores.mocks, "add_links", lambda _, links: stored.extend(links))
    both = personal_links(bench.work, bench.workshop, bench.mock, "external", ["Tester 2", "Tester 1"])
    assert both[1:] == first
    assert stored == both[:1]
    assert [link.code for link in counted] == [both[0].code]
