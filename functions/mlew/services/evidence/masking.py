"""Personal data out of evidence before a model reads it. What is stored stays as people wrote it."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from mlew.domain.base import Model
from mlew.domain.evidence import Evidence
from mlew.domain.personal_data import Masking
from mlew.domain.workshop import Workshop
from mlew.services.work import Stores

M = TypeVar("M", bound=Model)
_NO_NAME = re.compile(r"[\W\d_]*|.*\d.*|[A-Za-zぁ-ヿ]", re.DOTALL)
"""A number, "T1" or a single letter: observers write them so as not to write a name, and they occur anywhere."""
_NOBODY = frozenset(
    [
        "匿名", "不明", "無記名", "テスター", "お客様", "お客さま", "顧客", "参加者", "社員", "anonymous", "unknown", "nobody",
        "tester", "customer", "user", "participant", "colleague",
    ]
)  # fmt: skip
"""Written for the same reason; masking them would take words out of what people say."""
_SAID: dict[str, tuple[str, ...]] = {
    "observations": ("tester", "observer", "notes"),
    "responses": ("tester", "notes"),
    "remarks": ("text", "tester"),
    "themes": ("name", "summary"),
    "judgements": ("by", "reason"),
    "figures": ("by", "source"),
}
_PARTS: dict[str, tuple[str, ...]] = {"scenes": ("notes",), "answers": ("answer",)}


def masking_for(stores: Stores, workshop: Workshop, brought: Iterable[Evidence] = ()) -> Masking:
    """Knows the participants, the testers whose links bear a name, and whoever is named as a tester or observer."""
    links = (link for mock in stores.mocks.list(workshop.id) for link in stores.mocks.links(workshop.id, mock.id))
    plan = workshop.plan
    team = (*(one.name for one in plan.participants), plan.sponsor, *_pairs(workshop))
    return Masking(
        plan.locale,
        _names(team),
        _names(link.tester for link in links),
        _names(name for one in brought for name in _named(one)),
    )


def masked(evidence: Evidence, masking: Masking) -> Evidence:
    """With placeholders in everything that people said or were called. Numbers and ids stay.

    Comments lose the code of the link that they came by: it opens the mock in that tester's name.
    """
    changed = {
        field: tuple(_part(one, names, masking) for one in getattr(evidence, field)) for field, names in _SAID.items()
    }
    changed["remarks"] = tuple(
        one.model_copy(update={"tester": ""}) if one.origin.kind == "comment" else one for one in changed["remarks"]
    )
    return evidence.model_copy(update={**changed, "extra": masking.mask(evidence.extra)})


def _part(one: M, fields: Sequence[str], masking: Masking) -> M:
    texts: dict[str, object] = {name: masking.mask(getattr(one, name)) for name in fields}
    parts: dict[str, object] = {
        name: tuple(_part(part, fields, masking) for part in getattr(one, name))
        for name, fields in _PARTS.items()
        if hasattr(one, name)
    }
    return one.model_copy(update={**texts, **parts})


def _named(evidence: Evidence) -> tuple[str, ...]:
    return (
        *(one.tester for one in evidence.observations),
        *(one.tester for one in evidence.responses),
        *(one.tester for one in evidence.remarks),
        *(one.observer for one in evidence.observations),
        *(one.by for one in evidence.judgements),
        *(one.by for one in evidence.figures),
    )


def _pairs(workshop: Workshop) -> tuple[str, ...]:
    return tuple(name for pair in (*workshop.pairs, *workshop.past_pairs) for name in (pair.planning, pair.development))


def _names(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in found if name.strip() and not _is_no_name(name.strip())))


def _is_no_name(name: str) -> bool:
    return name.casefold() in _NOBODY or _NO_NAME.fullmatch(name) is not None
