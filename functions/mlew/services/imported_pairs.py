"""Whose documents a folder holds, when several pairs' folders become one workshop."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mlew.documents.discovery import Discovery
from mlew.domain.artifact import TEAM
from mlew.domain.workshop import Pair, WorkshopPlan
from mlew.errors import InputError
from mlew.services.choices import default_pairs

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")


@dataclass(frozen=True)
class ReceivedFolder:
    """`name` for messages; `pair`: as somebody named it, "" if nobody did."""

    name: str
    readme: str
    pair: str = ""


def named_pairs(folders: Sequence[ReceivedFolder], plan: WorkshopPlan) -> list[Pair]:
    """A pair for each folder: the plan's of that name, else a new one – with the name as id where it can be one."""
    letters = list(default_pairs(plan.locale, 8))
    found: list[Pair] = []
    for folder in folders:
        taken = {pair.id for pair in found}
        known = next((p for p in plan.pairs if folder.pair and folder.pair in (p.id, p.name)), None)
        free = next((p for p in (*plan.pairs, *letters) if p.id not in taken), None)
        given = folder.pair.lower()
        if known is not None:
            pair = known
        elif _ID.fullmatch(given):
            pair = Pair(id=given, name=folder.pair)
        elif free is None:
            raise InputError(f"{len(folders)} folders are too many for one workshop", hint="Eight at most.")
        else:
            pair = free.model_copy(update={"name": folder.pair or free.name})
        if pair.id in taken:
            raise InputError(f"two folders are named after pair '{pair.id}'", hint="Give each its own --pair.")
        found.append(pair)
    return found


def assigned(reading: Discovery, pair: Pair, *, forced: bool) -> Discovery:
    """With `forced`, all documents of the folder's one pair become `pair`'s. Raises InputError if it holds several."""
    scopes = {scope for _, scope in reading.bodies} - {TEAM}
    if not forced or not scopes:
        return reading
    if len(scopes) > 1:
        raise InputError(
            f"a folder holds documents of {len(scopes)} pairs ({', '.join(sorted(scopes))})",
            hint="Leave --pair out for it: its documents say whose they are.",
        )
    bodies = {
        (kind, _scope(scope, pair)): body if scope == TEAM else body.model_copy(update={"pair": pair.id})
        for (kind, scope), body in reading.bodies.items()
    }
    rehearsed = frozenset((kind, _scope(scope, pair)) for kind, scope in reading.rehearsed)
    return reading._replace(bodies=bodies, rehearsed=rehearsed)


def _scope(scope: str, pair: Pair) -> str:
    return TEAM if scope == TEAM else pair.id
