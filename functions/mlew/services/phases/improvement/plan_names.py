"""Names out of what a plan is made from: people who plan by their signs, everybody else by placeholders."""

from typing import NamedTuple

from mlew.documents.role_names import ROLES
from mlew.domain.personal_data import Masking
from mlew.domain.plan_people import Person, hidden, people_of
from mlew.domain.workshop import Workshop
from mlew.services.decided import judged_of
from mlew.services.evidence.masking import masking_for
from mlew.services.evidence.reading import all_brought
from mlew.services.work import Stores


class PlanNames(NamedTuple):
    """`people`: those of the plan whose names are secret; `masking`: knows everybody."""

    people: tuple[Person, ...]
    masking: Masking

    def mask(self, text: str) -> str:
        """P-1 for a full name, [name 1] for a family name and for whoever is not in the plan."""
        return self.masking.mask(hidden(text, self.people))


def plan_names(stores: Stores, workshop: Workshop) -> PlanNames:
    """The team, members of pairs that were cut, testers and observers of all rounds, and whoever decided on a pair."""
    people = tuple(one for one in people_of(workshop) if ROLES.key(one.name) is None)  # "営業" tells nobody's name
    pairs = (*workshop.pairs, *workshop.past_pairs)
    verdicts = (verdict for pair in pairs for verdict in judged_of(stores, workshop, pair.id))
    deciders = [decision.by for verdict in verdicts for decision in verdict.decisions]
    return PlanNames(people, masking_for(stores, workshop, all_brought(stores, workshop), deciders))
