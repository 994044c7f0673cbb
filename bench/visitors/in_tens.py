"""Visitors whose browsers send the same number of events with every request, whatever they do."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from bench.visitors.traffic import AGAIN, Link, Request, Session, traffic


def even(
    random: Random, known: Sequence[Link], requests: int, *, begin: int, span: int, a_request: int
) -> Iterator[Session]:
    """People with our tracker, until so many requests have come, those that are sent twice counted once.

    Every request has exactly `a_request` events, all good, and arrives; what is left over of a visit is never done.
    """
    come = 0
    while come < requests:
        for one in traffic(random, known, requests, begin=begin, span=span, a_request=a_request):
            whole = tuple(_whole(random, one, a_request))[: requests - come]
            come += len(whole)
            if whole:
                yield replace(one, format="tracker", guise="person", requests=whole)


def _whole(random: Random, session: Session, a_request: int) -> Iterator[Request]:
    deeds = [deed for request in session.requests for deed in request.deeds if not deed.fault]
    numbered = [replace(deed, n=number) for number, deed in enumerate(deeds, start=1)]
    for start in range(0, len(numbered) - a_request + 1, a_request):
        yield Request(tuple(numbered[start : start + a_request]), again=random.random() < AGAIN)
