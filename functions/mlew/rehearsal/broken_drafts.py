"""Defects that the schema or a quality rule of a draft has to find."""

from collections.abc import Callable, Mapping
from typing import Any

from mlew.rehearsal.chance import Chance

Json = dict[str, Any]


def schema_broken(draft: Mapping[str, Any], chance: Chance) -> Json:
    """A field missing, of another type, or one too many."""
    name = chance.pick("field", sorted(draft))
    how = chance.pick("how", ("missing", "type", "unknown"))
    if how == "missing":
        return {k: v for k, v in draft.items() if k != name}
    if how == "type":
        return {**draft, name: {"text": str(draft[name])[:40]} if isinstance(draft[name], str) else "…"}
    return {**draft, "comment": "…"}


def rule_broken(tool: str, draft: Mapping[str, Any]) -> Json:
    """Fits the schema, but not the method."""
    return _BREAKS[tool](dict(draft))


def _two_stages(draft: Json) -> Json:
    return {**draft, "stages": draft["stages"][:2]}


def _one_kind(draft: Json) -> Json:
    return {**draft, "questions": [q for q in draft["questions"] if q["kind"] == "optimal"]}


def _off_the_scale(draft: Json) -> Json:
    return {**draft, "ratings": [{**r, "difficulty": 7} for r in draft["ratings"][:1]] + draft["ratings"][1:]}


def _one_solution(draft: Json) -> Json:
    return {**draft, "inventions": [{**i, "solution_names": i["solution_names"][:1]} for i in draft["inventions"]]}


def _nothing_added(draft: Json) -> Json:
    return {**draft, "added": []}


def _no_price(draft: Json) -> Json:
    return {**draft, "faq": [f for f in draft["faq"] if f["topic"] != "cost"]}


def _nothing_goes_wrong(draft: Json) -> Json:
    return {**draft, "abnormal_steps": []}


def _one_group(draft: Json) -> Json:
    return {**draft, "criteria": [c for c in draft["criteria"] if c["group"] == "problem_solved"]}


def _one_column(draft: Json) -> Json:
    criteria = [c for c in draft["fan"]["criteria"] if c["group"] == "problem_solved"]
    return {**draft, "fan": {**draft["fan"], "criteria": criteria}}


def _nothing_to_watch(draft: Json) -> Json:
    return {**draft, "scenes": [{**s, "watch": []} for s in draft["scenes"]]}


def _dead_end(draft: Json) -> Json:
    first, *rest = draft["screens"]
    return {**draft, "screens": [{**first, "actions": []}, *rest]}


def _lost_voice(draft: Json) -> Json:
    lost = [{**t, "voices": t["voices"][:-1]} for t in draft["themes"]]
    return {**draft, "themes": lost, "not_grouped": draft["not_grouped"] if lost else draft["not_grouped"][:-1]}


def _other_customers(draft: Json) -> Json:
    return {**draft, "price_of": draft["customer"] + " + 1"}


def _circle(draft: Json) -> Json:
    first, *rest = draft["tasks"]
    return {**draft, "tasks": [{**first, "depends_on": [len(draft["tasks"])]}, *rest]}


_BREAKS: dict[str, Callable[[Json], Json]] = {
    "write_journey": _two_stages,
    "write_questions": _one_kind,
    "write_ratings": _off_the_scale,
    "review_journey": _two_stages,
    "review_questions": _nothing_added,
    "widen_solutions": _nothing_added,
    "invent_anew": _one_solution,
    "write_inventions": _one_solution,
    "write_press_release": _no_price,
    "write_proven_release": _nothing_goes_wrong,
    "write_milestone": _one_group,
    "write_test_script": _nothing_to_watch,
    "write_milestones": _one_column,
    "write_customer_script": _nothing_to_watch,
    "write_mock": _dead_end,
    "write_themes": _lost_voice,
    "write_market": _other_customers,
    "write_plan": _circle,
}
