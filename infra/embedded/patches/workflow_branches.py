"""Parallel understands JSONata, and its branches do not share variables and tokens. Succeed has an `Output`.

Why: the emulator ignores `Arguments`, `Output` and `Assign` on a Parallel, so the state after it gets
something else than in AWS; and all branches write into one context, so that two gates that wait side by
side could mix up their tokens. `Output` of a Succeed state is ignored as well.
"""

import copy
from typing import Any

import ministack.services.stepfunctions as workflows

from . import Settings

_OURS = ("Arguments", "Output", "Assign")


def apply(_settings: Settings) -> None:
    run_branches, run_branch = workflows._run_parallel_branches, workflows._run_sub_machine
    output_path = workflows._apply_output_path

    def parallel(state: dict[str, Any], state_input: Any, execution: Any, context: Any) -> Any:
        if workflows._state_query_language(state, context) != "JSONata":
            return run_branches(state, state_input, execution, context)
        plain = {name: value for name, value in state.items() if name not in _OURS}
        branch_input = workflows._apply_jsonata_arguments(state, state_input, context)
        results, following = run_branches(plain, branch_input, execution, context)
        output = workflows._apply_jsonata_output(state, state_input, context, result=results, default=results)
        workflows._apply_state_assign(state, state_input, context, result=results)
        return output, following

    def branch(states: Any, start: Any, branch_input: Any, execution: Any, context: Any) -> Any:
        return run_branch(states, start, branch_input, execution, copy.deepcopy(context))

    def succeed_output(state: dict[str, Any], data: Any, context: Any = None) -> Any:
        jsonata = workflows._state_query_language(state, context) == "JSONata"
        if state.get("Type") == "Succeed" and jsonata and "Output" in state:
            return workflows._apply_jsonata_output(state, data, context, default=data)
        return output_path(state, data, context)

    workflows._run_parallel_branches, workflows._run_sub_machine = parallel, branch
    workflows._apply_output_path = succeed_output
