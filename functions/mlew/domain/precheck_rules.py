"""What has to be there before the improvement edition begins, and who should bring what is missing (METHOD)."""

from collections.abc import Sequence
from typing import NamedTuple

from mlew.domain.precheck import PrecheckItem
from mlew.domain.precheck_of_pair import PairFacts, items_of_pair
from mlew.domain.precheck_people import holding, listed, people
from mlew.domain.precheck_texts import item, told
from mlew.domain.solution import SolutionList
from mlew.domain.workshop import Workshop

_TOO_HARD = 10


class TeamFacts(NamedTuple):
    """`outputs`: how many the edition before leaves; `missing`: names of those that are not there.

    `refined`: whether the list of solutions was changed since that edition ended.
    """

    outputs: int
    missing: tuple[str, ...]
    solutions: SolutionList | None
    refined: bool


def precheck_items(workshop: Workshop, pairs: Sequence[PairFacts], team: TeamFacts) -> tuple[PrecheckItem, ...]:
    """Pair by pair, then what concerns the team."""
    of_pairs = (found for facts in pairs for found in items_of_pair(workshop, facts))
    roles = (_role(workshop, role) for role in ("lead", "timekeeper"))
    return (*of_pairs, _outputs(workshop, team), _solutions(workshop, team), *roles)


def _outputs(workshop: Workshop, team: TeamFacts) -> PrecheckItem:
    locale = workshop.plan.locale
    if team.missing:
        who = people(workshop, "facilitator")
        return item("outputs", "missing", "outputs.missing", locale, who=who, names=listed(team.missing, locale))
    return item("outputs", "ok", "outputs.there", locale, count=team.outputs)


def _solutions(workshop: Workshop, team: TeamFacts) -> PrecheckItem:
    """Refined: difficulty corrected, too-hard ones removed, coverage widened."""
    locale, who = workshop.plan.locale, people(workshop, "data_scientist")
    if team.solutions is None:
        return item("solutions", "missing", "solutions.none", locale, who=who)
    usable = team.solutions.usable
    found = [told("solutions.refined" if team.refined else "solutions.unchanged", locale, count=len(usable))]
    hard = listed([solution.name for solution in usable if solution.difficulty >= _TOO_HARD], locale)
    if hard:
        found.append(told("solutions.hard", locale, names=hard))
    if team.solutions.untouched:
        found.append(told("solutions.untouched", locale, ids=listed(team.solutions.untouched, locale)))
    everything = ("" if locale == "ja" else " ").join(found)
    return item("solutions", "ok" if team.refined and len(found) == 1 else "at_risk", everything, locale, who=who)


def _role(workshop: Workshop, role: str) -> PrecheckItem:
    locale, names = workshop.plan.locale, holding(workshop, role)
    if names:
        return item(role, "ok", "role.there", locale, names=listed(names, locale))
    return item(role, "at_risk", "role.open", locale, who=people(workshop, "product_manager"))
