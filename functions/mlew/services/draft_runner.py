"""One piece of model work: render, ask, validate, repair, keep.

What the schema or a quality rule refuses goes back to the model as text, at most twice. Of the drafts that fit the
schema the best one is kept, whatever becomes of its repairs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from pydantic import ValidationError

from mlew.domain.artifact import Usage
from mlew.domain.base import Draft
from mlew.domain.draft_schema import tool_schema
from mlew.domain.violation import Violation
from mlew.domain.workshop import Phase, Workshop
from mlew.errors import (
    BudgetExceeded,
    ContextTooLong,
    ModelError,
    ModelRefused,
    OutputInvalid,
    OutputTooLong,
    OutputTruncated,
)
from mlew.ports.draft_store import DraftKey, StoredDraft
from mlew.ports.model import Attachment, ModelAnswer, ModelRequest
from mlew.services.hidden_names import hidden_names
from mlew.services.model_call import answer_to
from mlew.services.work import Work
from usecases.definition import Definition, load
from usecases.prompt import render

REPAIRS = 2
UNUSABLE = ("max_tokens", "refused")

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
    note = partial(work.note, workshop, phase=task.phase, step=task.step, scope=key.cell)
    note("started")
    names = hidden_names(work.stores, workshop, task.inputs)
    request = _first_request(work, workshop, key, replace(task, inputs=names.inputs), definition)
    used, best = Usage(), None
    faults: tuple[Violation, ...] = ()
    for attempt in range(1 + REPAIRS):
        try:
            answer = answer_to(work, workshop, request, retried=partial(note, "retried"))
        except (BudgetExceeded, ContextTooLong):
            if best is None:
                raise
            break
        used += answer.usage
        if answer.stop_reason in UNUSABLE:
            if best is None:
                work.stores.drafts.exhaust(workshop.id, key)
                raise _unusable(work, request, answer, f"{task.step} ({key.cell})")
            break
        judged = judge(answer.model_copy(update={"output": names.show(answer.output)}), task)
        faults = judged.faults
        if judged.draft is not None and (best is None or len(faults) <= len(best.warnings)):
            best = StoredDraft(
                draft=judged.draft.model_dump(),
                model=answer.model,
                prompt=definition.version,
                usage=used,
                repairs=attempt,
                rehearsed=answer.rehearsed,
                warnings=faults,
            )
        if not faults:
            break
        if attempt < REPAIRS:
            note("repaired", detail=_rules(faults))
            turn = (answer.output if answer.output is not None else {"text": answer.text}, names.hide(as_text(faults)))
            request = request.model_copy(update={"turns": (*request.turns, turn)})
    if best is None:
        work.stores.drafts.exhaust(workshop.id, key)
        raise OutputInvalid.told(
            "model.no-fit", step=task.step, cell=key.cell, answers=1 + REPAIRS, rules=_rules(faults)
        )
    note("finished")
    return best.model_copy(update={"usage": used})


def _first_request(
    work: Work, workshop: Workshop, key: DraftKey, task: Task[D], definition: Definition
) -> ModelRequest:
    prompt = render(definition, workshop.plan.locale, task.inputs)
    conversation = work.stores.drafts.exhausted(workshop.id, key)
    return ModelRequest(
        system=prompt.system,
        text=prompt.text,
        attachments=task.attachments,
        tool_name=definition.tool,
        tool_description=definition.text(workshop.plan.locale).title,
        tool_schema=tool_schema(task.draft),
        conversation=conversation,
        nonce=f"{key.step}/{key.cell}/{key.round}/{conversation}",
    )


def _unusable(work: Work, request: ModelRequest, answer: ModelAnswer, where: str) -> ModelError:
    if answer.stop_reason == "refused":
        return ModelRefused.told("model.refused", where=where)
    room = work.capability.room(request.conversation)
    kind = OutputTruncated if room < work.capability.room(request.conversation + 1) else OutputTooLong
    return kind.told("model.cut-off", where=where, room=room)


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


def _rules(faults: tuple[Violation, ...]) -> str:
    return ", ".join(dict.fromkeys(f.rule for f in faults))
