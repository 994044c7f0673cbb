"""METHOD's rule: solved and decided are two questions, and their answers name where to go on.

solved and decided → go; solved, not decided → pivot to Define (larger or wider questions); decided, not solved →
pivot to Invent or Refine; neither → cut, or Listen again where voices contradict the journey.
"""

from collections.abc import Sequence
from typing import Any

from mlew.domain.iteration import SPONSOR_GROUPS, CriterionGroup
from mlew.domain.verdict import Certainty, GroupState, Proposal, Result

_PROPOSED: dict[tuple[bool, bool], dict[str, Any]] = {
    (True, True): {"decision": "go", "reason": "solved_and_decided"},
    (True, False): {"decision": "pivot", "reason": "solved_not_decided", "back_to": ("define",)},
    (False, True): {"decision": "pivot", "reason": "decided_not_solved", "back_to": ("invent", "refine")},
    (False, False): {"decision": "cut", "reason": "neither"},
}
"""By solved and decided."""


def proposal(results: Sequence[Result], *, contradicted: bool = False) -> Proposal:
    """From the results of both groups; nothing is proposed as long as one of them is open.

    `contradicted`: voices contradict the journey.
    """
    solved, decided = _state(results, "problem_solved"), _state(results, "behaviour_change")
    certain: Certainty = "sure" if all(_sure(r) for r in _deciding(results)) else "provisional"
    known = {"passed", "failed"}
    if solved not in known or decided not in known:
        return Proposal(decision=None, reason="open", solved=solved, decided=decided, waiting_for=_waiting(results))
    said: dict[str, Any] = {
        "solved": solved,
        "decided": decided,
        "certainty": certain,
        **_PROPOSED[solved == "passed", decided == "passed"],
    }
    if said["reason"] == "neither" and contradicted:
        said |= {"decision": "pivot", "reason": "neither_contradicted", "back_to": ("listen",), "otherwise": "cut"}
    return Proposal.model_validate(said)


def _state(results: Sequence[Result], group: CriterionGroup) -> GroupState:
    """Passed if all its criteria are; failed as soon as one is, whatever the open ones will say."""
    outcomes = [result.outcome for result in results if result.criterion.group == group]
    if not outcomes:
        return "missing"
    if "failed" in outcomes:
        return "failed"
    return "passed" if set(outcomes) == {"passed"} else "open"


def _deciding(results: Sequence[Result]) -> list[Result]:
    """A group that failed did so by those that failed; one that passed by all."""
    found: list[Result] = []
    for group in SPONSOR_GROUPS:
        theirs = [result for result in results if result.criterion.group == group]
        failed = [result for result in theirs if result.outcome == "failed"]
        # One sure failure is enough; the others need not be sure.
        found += [r for r in failed if _sure(r)][:1] or failed or theirs
    return found


def _sure(result: Result) -> bool:
    """A named person's judgement is one: it has no sample that could be larger."""
    return result.certainty == "sure" or result.judgement is not None


def _waiting(results: Sequence[Result]) -> tuple[str, ...]:
    open_ = [group for group in SPONSOR_GROUPS if _state(results, group) == "open"]
    return tuple(
        r.criterion.id for r in results if r.criterion.group in open_ and r.outcome not in ("passed", "failed")
    )
