"""METHOD's rule: solved and decided are two questions, and their answers name where to go on.

solved and decided → go; solved, not decided → pivot to Define (larger or wider questions); decided, not solved →
pivot to Invent or Refine; neither → cut, or Listen again where voices contradict the journey.
"""

from collections.abc import Sequence

from mlew.domain.iteration import CriterionGroup
from mlew.domain.verdict import Certainty, GroupState, Proposal, Result


def proposal(results: Sequence[Result], *, contradicted: bool = False) -> Proposal:
    """From the results of both groups; nothing is proposed as long as one of them is open.

    `contradicted`: voices contradict the journey.
    """
    solved, decided = _state(results, "problem_solved"), _state(results, "behaviour_change")
    certain: Certainty = "sure" if all(_sure(r) for r in _deciding(results)) else "provisional"
    known = {"passed", "failed"}
    if solved not in known or decided not in known:
        return Proposal(decision=None, reason="open", solved=solved, decided=decided, waiting_for=_waiting(results))
    match solved == "passed", decided == "passed":
        case True, True:
            rest = {"decision": "go", "reason": "solved_and_decided"}
        case True, False:
            rest = {"decision": "pivot", "reason": "solved_not_decided", "back_to": ("define",)}
        case False, True:
            rest = {"decision": "pivot", "reason": "decided_not_solved", "back_to": ("invent", "refine")}
        case _ if contradicted:
            rest = {"decision": "pivot", "reason": "neither_contradicted", "back_to": ("listen",), "otherwise": "cut"}
        case _:
            rest = {"decision": "cut", "reason": "neither"}
    return Proposal.model_validate({"solved": solved, "decided": decided, "certainty": certain, **rest})


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
    for group in ("problem_solved", "behaviour_change"):
        theirs = [result for result in results if result.criterion.group == group]
        failed = [result for result in theirs if result.outcome == "failed"]
        # One sure failure is enough; the others need not be sure.
        found += [r for r in failed if _sure(r)][:1] or failed or theirs
    return found


def _sure(result: Result) -> bool:
    """A named person's judgement is one: it has no sample that could be larger."""
    return result.certainty == "sure" or result.judgement is not None


def _waiting(results: Sequence[Result]) -> tuple[str, ...]:
    groups = ("problem_solved", "behaviour_change")
    open_ = [group for group in groups if _state(results, group) == "open"]
    return tuple(
        r.criterion.id for r in results if r.criterion.group in open_ and r.outcome not in ("passed", "failed")
    )
