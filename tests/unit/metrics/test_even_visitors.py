"""Visitors whose requests are all of one size: what the intake's rate is measured with."""

from random import Random

from bench.visitors.in_tens import even
from bench.visitors.traffic import Session, links
from bench.visitors.truth import truth


def come() -> list[Session]:
    random = Random(3)
    return list(even(random, links(random), 200, begin=0, span=3_600_000, a_request=10))


def test_every_request_has_ten_good_events_and_arrives() -> None:
    requests = [request for session in come() for request in session.requests]

    assert len(requests) == 200
    assert {len(request.deeds) for request in requests} == {10}
    assert all(request.arrives and not deed.fault for request in requests for deed in request.deeds)
    assert 0 < sum(request.again for request in requests) < 40


def test_events_of_a_session_are_numbered_without_a_gap_over_its_requests() -> None:
    for session in come():
        numbers = [deed.n for request in session.requests for deed in request.deeds]
        assert numbers == list(range(1, len(numbers) + 1))


def test_they_are_people_and_every_event_counts_once() -> None:
    figures = truth(come())

    assert figures["all.events"] == 2000
    assert figures["all.lost"] == figures["all.refused"] == figures["bot.sessions"] == 0
