"""One call of the model: its answer is paid for once, and every dollar set aside for it is given back or booked."""

import hashlib
from collections.abc import Callable

from mlew.domain.artifact import Usage
from mlew.domain.workshop import Workshop
from mlew.errors import AttemptUnfinished, ModelTimeout
from mlew.ports.model import ModelAnswer, ModelRequest
from mlew.services.work import Work

RESERVE_SECONDS = 15.0
"""Kept back from the Lambda's time for storing and returning."""


def answer_to(work: Work, workshop: Workshop, request: ModelRequest, *, retried: Callable[[], None]) -> ModelAnswer:
    """The answer, stored or new; `retried` is called if an earlier call of this request brought none.

    Raises ModelError, BudgetExceeded and, before anything is paid, AttemptUnfinished.
    """
    name = request_hash(request)
    stored = work.stores.answers.get(workshop.id, name)
    if stored is not None:
        _settle_left(work, workshop, name, stored.usage)
        return stored
    timeout = min(work.capability.answer_seconds, work.remaining_seconds() - RESERVE_SECONDS)
    if timeout < work.capability.shortest_wait(request.conversation):
        raise AttemptUnfinished.told("call.too-late")
    _settle_left(work, workshop, name)
    return _call(work, workshop, name, request, timeout=timeout, retried=retried)


def request_hash(request: ModelRequest) -> str:
    """SHA-256 over all that the model sees; the nonce tells equal requests of different cells apart."""
    digest = hashlib.sha256(request.model_dump_json(exclude={"attachments"}).encode())
    for attachment in request.attachments:
        digest.update(attachment.name.encode() + attachment.content)
    return digest.hexdigest()


def _call(
    work: Work, workshop: Workshop, name: str, request: ModelRequest, *, timeout: float, retried: Callable[[], None]
) -> ModelAnswer:
    answers, ledger = work.stores.answers, work.stores.ledger
    reserved = work.model.highest_cost(request)
    ledger.reserve(workshop.id, reserved, budget=workshop.budget_usd)
    used, begun = Usage(), False
    try:
        first = answers.begin(workshop.id, name, at=work.clock.now(), reserved=reserved)
        begun = True
        if not first:
            retried()
        answer = work.model.ask(request, timeout_seconds=timeout)
        used = answer.usage
        answers.put(workshop.id, name, answer)
    except ModelTimeout:
        used = _lost(reserved)
        raise
    finally:
        # Without its reservation, this call was taken for lost meanwhile, and is booked already.
        if answers.release(workshop.id, name) is not None or not begun:
            ledger.settle(workshop.id, reserved, used)
    return answer


def _settle_left(work: Work, workshop: Workshop, name: str, used: Usage | None = None) -> None:
    """Book a call whose function died before it did so itself: what it used or, unknown, what it could cost."""
    reserved = work.stores.answers.release(workshop.id, name)
    if reserved is not None:
        work.stores.ledger.settle(workshop.id, reserved, used or _lost(reserved))


def _lost(reserved: float) -> Usage:
    """Sent and never answered: the provider most likely bills it, and nobody tells us how much."""
    return Usage(calls=1, cost=reserved)
