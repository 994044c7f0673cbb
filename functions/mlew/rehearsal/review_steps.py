"""Steps of the improvement edition that look again at what Listen, Define and Invent have left."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mlew.documents import parse
from mlew.domain.base import Draft
from mlew.domain.invention import Invention, InventionSet
from mlew.domain.journey import Journey
from mlew.rehearsal.asked import asked
from mlew.rehearsal.converse_errors import ValidationException
from mlew.rehearsal.impact_review import compose_impact_review
from mlew.rehearsal.invention_anew import compose_inventions_anew, former_of
from mlew.rehearsal.journey_review import compose_journey_review
from mlew.rehearsal.reception import reception
from mlew.rehearsal.solution_widening import compose_solutions

if TYPE_CHECKING:
    from mlew.rehearsal.steps import Inputs


def _journey(i: "Inputs") -> Draft:
    previous = parse("journey", i.text("previous"), i.locale) if i.has("previous") else None
    return compose_journey_review(
        i.journey(),
        previous if isinstance(previous, Journey) else None,
        reception(i.text("evidence")),
        i.locale,
        asked("journey_review", i.locale, i.requests()),
    )


def _questions(i: "Inputs") -> Draft:
    wishes = asked("impact_review", i.locale, i.requests())
    told = reception(i.text("evidence"))
    return compose_impact_review(i.journey(), i.questions().questions, told, i.locale, wishes)


def _solutions(i: "Inputs") -> Draft:
    return compose_solutions(
        i.journey(),
        i.questions(),
        i.solutions().solutions,
        reception(i.text("evidence") if i.has("evidence") else ""),
        locale=i.locale,
        asked=asked("solution_widening", i.locale, i.requests()),
    )


def _inventions(i: "Inputs") -> Draft:
    evidence = i.text("evidence") if i.has("evidence") else ""
    former = _former(i) if i.has("inventions") else None
    return compose_inventions_anew(
        i.journey(),
        i.questions(),
        i.solutions().solutions,
        former_of(former, evidence, reception(evidence)) if former else None,
        point_of_view=i.text("point_of_view"),
        locale=i.locale,
        asked=asked("invention_anew", i.locale, i.requests()),
    )


def _former(i: "Inputs") -> Invention | None:
    found = parse("inventions", i.text("inventions"), i.locale)
    if not isinstance(found, InventionSet):
        raise ValidationException("The input 'inventions' holds no inventions.")
    return found.find(found.chosen) or next(iter(found.inventions), None)


REVIEW_TOOLS: "dict[str, Callable[[Inputs], Draft]]" = {
    "review_journey": _journey,
    "review_questions": _questions,
    "widen_solutions": _solutions,
    "invent_anew": _inventions,
}
