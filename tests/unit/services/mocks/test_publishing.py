"""A version becomes what people see."""

import pytest

from mlew.domain.mock import MockStep
from mlew.domain.site import site_version
from mlew.errors import InputError, SetupError
from mlew.services.mocks.checking import check_version
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.publishing import publish_mock, publish_version, roll_back
from tests.unit.domain.test_mock_conversion import spec_of
from tests.unit.services.mocks.workbench import MockBench, site
from tests.unit.services.workbench import Bench


@pytest.fixture
def bench() -> MockBench:
    return MockBench()


def test_a_pair_has_one_mock_however_often_it_is_asked_for(bench: MockBench) -> None:
    first = ensure_mock(bench.work, bench.workshop, "a")
    assert ensure_mock(bench.work, bench.workshop, "a") == first
    assert ensure_mock(bench.work, bench.workshop, "b").id != first.id
    assert ensure_mock(bench.work, bench.workshop, "a", "site").id != first.id
    assert (first.state, first.version, first.round) == ("new", "", 1)


def test_a_pair_that_is_not_there_has_none(bench: MockBench) -> None:
    with pytest.raises(InputError, match="Pairs: a, b"):
        ensure_mock(bench.work, bench.workshop, "z")


def test_a_deployment_without_hosting_says_so() -> None:
    bench = Bench()
    with pytest.raises(SetupError, match="hosts no mocks"):
        ensure_mock(bench.work, bench.workshop, "a")


def test_every_screen_of_a_spec_is_known_to_the_numbers_with_its_course(bench: MockBench) -> None:
    spec = spec_of()
    version = bench.put("mock_spec", spec, "a").version

    mock = publish_mock(bench.work, bench.workshop, "a", version="0" * 16, spec=version)

    assert [(s.id, s.title, s.course) for s in mock.steps] == [(s.id, s.title, s.course) for s in spec.screens]
    assert {s.course for s in mock.steps} == {"normal", "abnormal"}


def test_what_is_published_is_shown_counted_and_recorded(bench: MockBench) -> None:
    before = bench.mock
    steps = (MockStep(id="start", title="Start"), MockStep(id="end", title="End"))
    mock = publish_version(
        bench.work, bench.workshop, before, version="0" * 16, title="Trial", steps=steps, rehearsed=True, by="someone"
    )
    assert (mock.state, mock.version, mock.title, mock.steps, mock.rehearsed) == (
        "live",
        "0" * 16,
        "Trial",
        steps,
        True,
    )
    assert (mock.published_by, mock.published_at) == ("someone", bench.clock.now())
    assert bench.hosting.sites.pointers[mock.id].version == "0" * 16
    assert bench.hosting.keys.mock_of(before.key) == mock.id
    about = bench.hosting.keys.about(mock.id)
    assert about is not None
    assert (about.time_zone, about.steps) == ("Asia/Tokyo", ("start", "end"))


def test_a_second_version_keeps_address_key_and_links(bench: MockBench) -> None:
    first = bench.publish(site())
    links = bench.stores.mocks.links("w1", first.id)
    second = bench.publish(site("two"))
    assert (second.id, second.key) == (first.id, first.key)
    assert bench.stores.mocks.links("w1", first.id) == links
    assert bench.hosting.sites.pointers[first.id].version == second.version != first.version


def test_publishing_the_same_twice_changes_nothing_that_is_seen(bench: MockBench) -> None:
    first = bench.publish(site())
    again = bench.publish(site())
    assert again.model_copy(update={"revision": first.revision}) == first


def test_a_link_for_each_population_is_known_to_the_numbers(bench: MockBench) -> None:
    mock = bench.publish(site())
    links = bench.stores.mocks.links("w1", mock.id)
    assert {link.population for link in links} == {"internal", "external"}
    for link in links:
        tracked = bench.hosting.keys.some_links(mock.id, [link.code]).get(link.code)
        assert tracked is not None
        assert (tracked.population, tracked.personal) == (link.population, False)


def test_the_last_version_that_passed_comes_back(bench: MockBench) -> None:
    check_version(bench.work, bench.publish(site()), site())
    bench.publish(site("two"))
    newest = bench.publish(site("three"))
    back = roll_back(bench.work, newest)
    assert back.version == site_version(site())
    assert bench.hosting.sites.pointers[back.id].version == back.version
    assert roll_back(bench.work, back) == back


def test_a_first_version_has_nothing_to_go_back_to(bench: MockBench) -> None:
    first = bench.publish(site())
    assert roll_back(bench.work, first) == first


def test_of_what_was_shown_before_the_last_two_stay_and_the_one_that_passed(bench: MockBench) -> None:
    check_version(bench.work, bench.publish(site()), site())
    for text in ("two", "three", "four"):
        newest = bench.publish(site(text))
    left = {version for mock, version, _ in bench.hosting.sites.files if mock == newest.id}
    assert left == {site_version(site(text)) for text in ("one", "three", "four")}
    assert roll_back(bench.work, newest).version == site_version(site("one"))
