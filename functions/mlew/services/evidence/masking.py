"""Personal data out of evidence before a model reads it. What is stored stays as people wrote it."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from mlew.documents.role_names import ROLES
from mlew.domain.base import Model
from mlew.domain.evidence import Evidence
from mlew.domain.personal_data import Masking
from mlew.domain.workshop import Workshop
from mlew.services.work import Stores

M = TypeVar("M", bound=Model)
_NUMBERED = re.compile(r"[\d_#.()（）\-]+")
_KANJI = re.compile(r"[\u3400-\u9fff]")
_NOBODY = frozenset(
    [
        "匿名", "不明", "無記名", "テスター", "お客様", "お客さま", "顧客", "参加者", "社員", "回答者",
        "anonymous", "unknown", "nobody", "tester", "customer", "user", "participant", "colleague", "person", "pair",
        "auto", "time box",
    ]
)  # fmt: skip
"""Written so as not to write a name; masking such words would take them out of what people say."""
_SIGN = re.compile(r"(?:planning|development|企画|開発)\s*[a-zA-Zａ-ｚＡ-Ｚ\d]?|head of .*", re.IGNORECASE)
"""What participants are called where nobody wants to be named: words of the method, which prompts are full of."""
_SAID: dict[str, tuple[str, ...]] = {
    "observations": ("tester", "observer", "notes"),
    "responses": ("tester", "notes"),
    "remarks": ("text", "tester"),
    "themes": ("name", "summary"),
    "judgements": ("by", "reason"),
    "figures": ("by", "source"),
}
_PARTS: dict[str, tuple[str, ...]] = {"scenes": ("notes",), "answers": ("answer",)}


def masking_for(
    stores: Stores,
    workshop: Workshop,
    brought: Iterable[Evidence] = (),
    others: Iterable[str] = (),
    *,
    signs: bool = True,
) -> Masking:
    """Knows the participants, the testers whose links bear a name, and whoever is named as a tester or observer.

    `others`: names beside those. Without `signs` what stands in place of a name ("Planning A") is none.
    """
    links = (link for mock in stores.mocks.list(workshop.id) for link in stores.mocks.links(workshop.id, mock.id))
    plan = workshop.plan
    called = (*(one.name for one in plan.participants), plan.sponsor, *_pairs(workshop))
    team = [name for name in called if signs or not _SIGN.fullmatch(name.strip())]
    return Masking(
        plan.locale,
        _names(team),
        _names(link.tester for link in links),
        _names(name for one in brought for name in _named(one)),
        _names(others),
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
    return tuple(dict.fromkeys(filter(None, map(_name, found))))


def _name(written: str) -> str:
    """Without a number behind it ("Mori 2"); "" for "T2", "A" and words that stand for nobody."""
    name = _NUMBERED.sub(" ", written).strip() if any(c.isdecimal() for c in written) else written.strip()
    short = len(name) < 2 and not _KANJI.match(name)
    coded = name != written.strip() and name.isascii() and len(name) < 3
    nobody = name.casefold() in _NOBODY or ROLES.key(name) is not None  # "営業" tells nobody's name
    return "" if short or coded or nobody else name
