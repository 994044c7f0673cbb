"""One piece of model work: render, ask, validate, repair, keep (DESIGN §5).

An answer is stored under the hash of its request before anything looks at it, so a retry never pays for an
answer that exists. What the schema or a quality rule refuses goes back to the model as text, at most twice.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from mlew.domain.artifact import Usage
from mlew.domain.base import Draft
from mlew.domain.draft_schema import tool_schema
from mlew.domain.violation import Violation
from mlew.domain.workshop import Phase, Workshop
from mlew.errors import AttemptUnfinished, ModelError, ModelRefused, OutputInvalid, OutputTruncated
from mlew.ports.draft_store import DraftKey, StoredDraft
from mlew.ports.model import Attachment, ModelAnswer, ModelRequest
from mlew.services.work import Work
from usecases.definition import load
from usecases.prompt import render

REPAIRS = 2
RESERVE_SECONDS = 15.0
"""Kept back from the Lambda's time for storing and returning."""
SHORTEST_CALL_SECONDS = 20.0
"""Below this, a call is not begun: the next invocation goes on from what is stored."""


def _truncated(where: str) -> ModelError:
    return OutputTruncated(
        f"{where}: the answer ended at the output limit",
        hint="Raise output_tokens of the model in the customer's settings, or give the step less to write.",
    )


def _refused(where: str) -> ModelError:
    return ModelRefused(
        f"{where}: the model, a guardrail or a content filter declined to answer",
        hint="Look at the inputs of this step for what a filter may take offence at, change it and resume.",
    )


_UNUSABLE: dict[str, Callable[[str], ModelError]] = {"max_tokens": _truncated, "refused": _refused}

D = TypeVar("D", bound=Draft)


@dataclass(frozen=True)
class Task(Generic[D]):
    """What is asked for. `violations` judges a draft that fits its schema."""

    phase: Phase
    step: str
    draft: type[D]
    inputs: Mapping[str, str]
    violations: Callable[[D], list[Violation]]
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Judged(Generic[D]):
    """An answer after validation: `draft` is None if it does not fit the schema; `faults` are to be repaired."""

    draft: D | None
    faults: tuple[Violation, ...]


def write_draft(work: Work, workshop: Workshop, key: DraftKey, task: Task[D]) -> tuple[D, StoredDraft]:
    """The finished draft for `key`, stored or new. Raises ModelError, BudgetExceeded, AttemptUnfinished."""
    kept = work.stores.drafts.get(workshop.id, key)
    if kept is None:
        kept = work.stores.drafts.put(workshop.id, key, _ask(work, workshop, key, task))
    return task.draft.model_validate(kept.draft), kept


def _ask(work: Work, workshop: Workshop, key: DraftKey, task: Task[D]) -> StoredDraft:
    definition = load(task.step)
    prompt = render(definition, workshop.plan.locale, task.inputs)
    work.note(workshop, "started", task.phase, step=task.step, scope=key.cell)
    request = ModelRequest(
        system=prompt.system,
        text=prompt.text,
        attachments=task.attachments,
        tool_name=definition.tool,
        tool_description=definition.text(workshop.plan.locale).title,
        tool_schema=tool_schema(task.draft),
        nonce=f"{key.step}/{key.cell}/{key.round}/{work.stores.drafts.exhausted(workshop.id, key)}",
    )
    used, best = Usage(), None
    for attempt in range(1 + REPAIRS):
        answer = _answer(work, workshop, request)
        used += answer.usage
        if answer.stop_reason in _UNUSABLE:
            work.stores.drafts.exhaust(workshop.id, key)
            raise _UNUSABLE[answer.stop_reason](f"{task.step} ({key.cell})")
        judged = judge(answer, task)
        if judged.draft is not None:
            best = StoredDraft(
                draft=judged.draft.model_dump(),
                model=answer.model,
                prompt=definition.version,
                usage=used,
                repairs=attempt,
                rehearsed=answer.rehearsed,
                warnings=judged.faults,
            )
            if not judged.faults:
                break
        if attempt < REPAIRS:
            work.note(workshop, "repaired", task.phase, step=task.step, scope=key.cell, detail=_rules(judged.faults))
            turn = (answer.output if answer.output is not None else {"text": answer.text}, as_text(judged.faults))
            request = request.model_copy(update={"turns": (*request.turns, turn)})
    if best is None:
        work.stores.drafts.exhaust(workshop.id, key)
        raise OutputInvalid(
            f"{task.step} ({key.cell}): {1 + REPAIRS} answers did not fit the form; last: {_rules(judged.faults)}",
            hint="Resume the workshop; if it comes back, choose a model that fills in forms reliably.",
        )
    work.note(workshop, "finished", task.phase, step=task.step, scope=key.cell)
    return best.model_copy(update={"usage": used})


def _answer(work: Work, workshop: Workshop, request: ModelRequest) -> ModelAnswer:
    name = request_hash(request)
    stored = work.stores.answers.get(workshop.id, name)
    if stored is not None:
        return stored
    timeout = work.remaining_seconds() - RESERVE_SECONDS
    if timeout < SHORTEST_CALL_SECONDS:
        raise AttemptUnfinished("too little time is left for another call; the next invocation goes on")
    reserved = work.model.highest_cost(request)
    work.stores.ledger.reserve(workshop.id, reserved, budget=workshop.budget_usd)
    work.stores.answers.begin(workshop.id, name, at=work.clock.now())
    used = Usage()
    try:
        answer = work.model.ask(request, timeout_seconds=timeout)
        used = answer.usage
        work.stores.answers.put(workshop.id, name, answer)
    finally:
        work.stores.ledger.settle(workshop.id, reserved, used)
    return answer


def judge(answer: ModelAnswer, task: Task[D]) -> Judged[D]:
    """Validate an answer against the draft's schema, then against the quality rules."""
    if answer.output is None:
        return Judged(
            None, (Violation(rule="use-the-tool", where="", message="Answer by calling the tool, not in text."),)
        )
    try:
        draft = task.draft.model_validate(answer.output)
    except ValidationError as error:
        faults = tuple(
            Violation(rule="schema", where=".".join(map(str, e["loc"])), message=e["msg"])
            for e in error.errors(include_url=False, include_input=False)[:20]
        )
        return Judged(None, faults)
    return Judged(draft, tuple(task.violations(draft)))


def as_text(faults: tuple[Violation, ...]) -> str:
    """What the model reads: one line a fault, and what to do."""
    lines = [f"- {f.where}: {f.message}" if f.where else f"- {f.message}" for f in faults]
    return "\n".join([f"{len(faults)} rules are broken. Call the tool again with the whole corrected input.", *lines])


def request_hash(request: ModelRequest) -> str:
    """SHA-256 over all that the model sees; the nonce tells equal requests of different cells apart."""
    digest = hashlib.sha256(request.model_dump_json(exclude={"attachments"}).encode())
    for attachment in request.attachments:
        digest.update(attachment.name.encode() + attachment.content)
    return digest.hexdigest()


def _rules(faults: tuple[Violation, ...]) -> str:
    return ", ".join(dict.fromkeys(f.rule for f in faults))
