"""The one place where personal data leaves a prompt: whatever a step gives to a model passes here, both ways.

Comments, notes, questions and edits of people stand in every document. The model sees placeholders, and what it
writes is given the names back before anybody reads or judges it: what is stored stays as people wrote it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mlew.domain.personal_data import Masking
from mlew.domain.workshop import Workshop
from mlew.services.work import Stores


class HiddenNames:
    """Of one prompt and its answers."""

    def __init__(self, masking: Masking, inputs: Mapping[str, str]) -> None:
        """`inputs`: of the prompt. Placeholders that stand in them already (voices are masked one by one) stay."""
        self._masking = masking
        masking.beside(inputs.values())
        self.inputs = {name: masking.mask(text) for name, text in inputs.items()}

    def hide(self, text: str) -> str:
        """A text that goes to the model beside the inputs."""
        return self._masking.mask(text)

    def show(self, value: Any) -> Any:
        """An answer, or a part of it, with what its placeholders stand for. Those that are not ours stay."""
        originals = self._masking.originals
        if not originals:
            return value
        if isinstance(value, str):
            return re.sub("|".join(map(re.escape, originals)), lambda found: originals[found[0]], value)
        if isinstance(value, Mapping):
            return {key: self.show(one) for key, one in value.items()}
        return [self.show(one) for one in value] if isinstance(value, list) else value


def hidden_names(stores: Stores, workshop: Workshop, inputs: Mapping[str, str]) -> HiddenNames:
    """Knows the team, members of pairs that stand aside, testers, observers and judges of all rounds, and deciders."""
    from mlew.services.evidence.masking import masking_for  # noqa: PLC0415 - the practice edition starts without it
    from mlew.services.evidence.reading import all_brought  # noqa: PLC0415

    masking = masking_for(stores, workshop, all_brought(stores, workshop), _deciders(stores, workshop), signs=False)
    return HiddenNames(masking, inputs)


def _deciders(stores: Stores, workshop: Workshop) -> Iterator[str]:
    from mlew.services.decided import judged_of  # noqa: PLC0415 - the practice edition starts without it

    for pair in (*workshop.pairs, *workshop.past_pairs):
        for verdict in judged_of(stores, workshop, pair.id):
            yield from (decision.by for decision in verdict.decisions)
