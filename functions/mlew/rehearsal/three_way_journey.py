"""The same for a journey, whose actions may stand in other stages when it is written anew."""

from collections.abc import Sequence

from mlew.domain.journey import JourneyDraft, journey_violations
from mlew.rehearsal.three_way import Entry, Json, merged, merged_lists


def merged_journey(base: JourneyDraft, mine: JourneyDraft, new: JourneyDraft) -> JourneyDraft:
    """In the stages that people know; in those newly written if a request takes too much out of them."""
    a, b, c = (draft.model_dump() for draft in (base, mine, new))
    entries = merged_lists(*([x for s in whole["stages"] for x in s["actions"]] for whole in (a, b, c)))
    heads = {name: merged(a[name], b[name], c[name]) for name in c if name != "stages"}
    kept = _stages(entries, _places(b), [_head(s, a, c) for s in b["stages"]], mine=True)
    found = JourneyDraft.model_validate({**heads, "stages": _without_short(kept)})
    if not journey_violations(found) or journey_violations(mine):
        return found
    anew = _stages(entries, _places(c), c["stages"], mine=False)
    return JourneyDraft.model_validate({**heads, "stages": _without_short(anew)})


def _places(whole: Json) -> list[int]:
    """The stage of each action."""
    return [n for n, stage in enumerate(whole["stages"]) for _ in stage["actions"]]


def _head(stage: Json, base: Json, new: Json) -> Json:
    """A stage with what a request changes in it beside its actions."""
    before, after = (next((s for s in w["stages"] if s["name"] == stage["name"]), None) for w in (base, new))
    return merged(*({**s, "actions": []} for s in (before, stage, after))) if before and after else stage


def _stages(entries: Sequence[Entry], places: Sequence[int], heads: Sequence[Json], *, mine: bool) -> list[Json]:
    """Each action in the stage where it stood, what stood nowhere beside the one before it."""
    stages: list[Json] = [{**head, "actions": []} for head in heads]
    at = 0
    for entry in entries:
        known = entry.mine if mine else entry.new
        at = places[known] if known is not None else at
        stages[at]["actions"].append(entry.value)
    return stages


def _without_short(stages: list[Json]) -> list[Json]:
    """A stage that lost all but one of its actions goes on in the one before it, the first in the one behind."""
    found: list[Json] = []
    for stage in stages:
        if found and (len(stage["actions"]) < 2 or len(found[-1]["actions"]) < 2):
            head = found[-1] if len(found[-1]["actions"]) >= len(stage["actions"]) else stage
            found[-1] = {**head, "actions": [*found[-1]["actions"], *stage["actions"]]}
        else:
            found.append(stage)
    return found
