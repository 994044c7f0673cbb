"""Who is in the plan. A model knows people by P-1, P-2, …: their names stay here."""

import re
from collections.abc import Sequence
from typing import Any

from mlew.domain.base import Line, Locale, Model
from mlew.domain.workshop import Workshop

SPONSOR = "P-0"
_PAIR_ROLES: dict[Locale, tuple[str, str]] = {"ja": ("企画", "開発"), "en": ("planning", "development")}


class Person(Model):
    """`alias`: as a model knows them."""

    alias: str
    name: Line
    roles: tuple[Line, ...] = ()


def people_of(workshop: Workshop) -> tuple[Person, ...]:
    """Participants, then members of pairs that are none, each with the roles that are known; the sponsor last."""
    roles: dict[str, list[str]] = {p.name: list(p.roles) for p in workshop.plan.participants if p.name}
    words = _PAIR_ROLES[workshop.plan.locale]
    for pair in workshop.pairs:
        for name, role in zip((pair.planning, pair.development), words, strict=True):
            if name:
                roles.setdefault(name, []).append(role)
    sponsor = workshop.plan.sponsor
    people = [
        Person(alias=f"P-{number}", name=name, roles=tuple(dict.fromkeys(of)))
        for number, (name, of) in enumerate(((n, r) for n, r in roles.items() if n != sponsor), 1)
    ]
    return (*people, Person(alias=SPONSOR, name=sponsor, roles=("sponsor",))) if sponsor else tuple(people)


def hidden(text: str, people: Sequence[Person]) -> str:
    """Names replaced by what a model knows them by; the longest first, since one name may hold another.

    A name of one letter is part of too many words.
    """
    for person in sorted((one for one in people if len(one.name) > 1), key=lambda one: -len(one.name)):
        text = text.replace(person.name, person.alias)
    return text


def named(value: Any, people: Sequence[Person]) -> Any:
    """Names put back into all texts of nested data."""
    names = {person.alias: person.name for person in people}
    if isinstance(value, str):
        return re.sub(r"(?<![A-Za-z0-9])P-\d+(?![A-Za-z0-9])", lambda found: names.get(found[0], found[0]), value)
    if isinstance(value, dict):
        return {key: named(inner, people) for key, inner in value.items()}
    return [named(inner, people) for inner in value] if isinstance(value, list | tuple) else value
