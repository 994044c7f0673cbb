"""The rehearsal model itself: Converse in, Converse out, with faults if it is told so, and a count of its calls."""

import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mlew.rehearsal.broken_drafts import rule_broken, schema_broken
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.converse import Call, read_call, request_hash, text_answer, tool_answer
from mlew.rehearsal.converse_errors import InternalServerException, ServiceUnavailableException, ThrottlingException
from mlew.rehearsal.faults import Fault, FaultPlan
from mlew.rehearsal.steps import compose

MODEL_ID = "mlew.rehearsal-v1"


@dataclass(frozen=True)
class Reply:
    """A response, and how long it is to be held back in seconds (None: for ever)."""

    response: dict[str, Any]
    late_seconds: float | None = 0.0


class RehearsalModel:
    """Answers are a function of the request; only faults also depend on how often it came. Safe in threads."""

    def __init__(self, faults: FaultPlan | None = None, *, timer: Callable[[], float] = time.perf_counter) -> None:
        """`timer`: seconds, for the latency that a response states."""
        self._timer = timer
        self._lock = threading.Lock()
        self._plan = faults or FaultPlan()
        self._clear()

    def converse(self, model_id: str, request: Mapping[str, Any]) -> Reply:
        """Raises ConverseError: for requests that cannot be answered, and as a fault."""
        begun = self._timer()
        name = request_hash(model_id, request)
        fault, plan = self._drawn(name)
        call = read_call(request)
        if fault == "throttle":
            raise ThrottlingException("Too many requests, please wait before trying again. (rehearsed fault)")
        chance = Chance(name, str(plan.seed))
        if fault == "server_error":
            raise chance.pick("kind", (InternalServerException, ServiceUnavailableException))("(rehearsed fault)")
        draft = compose(call.tool, call.inputs, call.locale).model_dump()
        answer = _answer(call, draft, fault, chance, name=name, latency=self._timer() - begun)
        with self._lock:
            self._tools[call.tool] += 1
            self._paid[name] += fault != "hang"
        return Reply(answer, late_seconds={"timeout": plan.late_seconds, "hang": None}.get(fault or "", 0.0))

    def misbehave(self, plan: FaultPlan) -> None:
        """From the next call on."""
        with self._lock:
            self._plan = plan

    def stats(self) -> dict[str, Any]:
        """`calls`; `faults` by kind; `tools`: answers by tool; by hash of the request: `requests` = how often it came,
        `paid` = how often it was answered with tokens used."""
        with self._lock:
            return {
                "calls": sum(self._requests.values()),
                "faults": dict(self._faults),
                "tools": dict(self._tools),
                "requests": dict(self._requests),
                "paid": {name: times for name, times in self._paid.items() if times},
            }

    def forget(self) -> None:
        """Counts start at zero again."""
        with self._lock:
            self._clear()

    def _clear(self) -> None:
        self._requests: Counter[str] = Counter()
        self._paid: Counter[str] = Counter()
        self._faults: Counter[str] = Counter()
        self._tools: Counter[str] = Counter()

    def _drawn(self, name: str) -> tuple[Fault | None, FaultPlan]:
        """What happens to this call; counted."""
        with self._lock:
            fault = self._plan.fault(name, self._requests[name])
            self._requests[name] += 1
            if fault:
                self._faults[fault] += 1
            return fault, self._plan


def _answer(
    call: Call, draft: dict[str, Any], fault: Fault | None, chance: Chance, *, name: str, latency: float
) -> dict[str, Any]:
    if fault == "cut_off":
        written = json.dumps(draft, ensure_ascii=False)
        return text_answer(call, written[: len(written) // 2], "max_tokens", latency=latency)
    if fault == "refuse":
        reason = chance.pick("reason", ("content_filtered", "guardrail_intervened"))
        return text_answer(call, "I cannot help with this. (rehearsed fault)", reason, latency=latency)
    if fault == "babble":
        return text_answer(call, "Sure! Here is what I would write … (rehearsed fault)", "end_turn", latency=latency)
    if fault == "break_schema":
        draft = schema_broken(draft, chance)
    elif fault == "break_rules":
        draft = rule_broken(call.tool, draft)
    return tool_answer(call, draft, name=name, latency=latency)
