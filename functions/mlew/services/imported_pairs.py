"""Whose documents a folder holds, when several pairs' folders become one workshop."""

import re
from collections.abc import Collection, Iterable

from mlew.documents.discovery import Discovery
from mlew.domain.artifact import TEAM, ArtifactKind, Body
from mlew.domain.base import Locale
from mlew.domain.iteration import Iteration
from mlew.domain.workshop import Pair
from mlew.errors import InputError
from mlew.services.choices import default_pairs

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")
_MOST = 8


class PairBook:
    """Pairs by id or name. One that nobody knows yet becomes a new pair."""

    def __init__(self, known: Iterable[Pair], locale: Locale) -> None:
        self._pairs = {pair.id: pair for pair in known}
        self._letters = {pair.id: pair for pair in default_pairs(locale, _MOST)}

    def __getitem__(self, pair_id: str) -> Pair:
        return self._pairs[pair_id]

    def find(self, name: str) -> str:
        """The id: of the known pair, else the name itself if it can be one, else a free letter with that name.

        Raises InputError if no letter is left.
        """
        pairs = (*self._pairs.values(), *self._letters.values())
        pair_id = next((p.id for p in pairs if name in (p.id, p.name)), None)
        if pair_id is None:
            written = name.lower()
            pair_id = written if _ID.fullmatch(written) and written != TEAM else self._free()
        if pair_id not in self._pairs:
            letter = self._letters.get(pair_id)
            named = letter if letter and name.lower() in (letter.id, letter.name.lower()) else None
            self._pairs[pair_id] = named or Pair(id=pair_id, name=name)
        return pair_id

    def next_of(self, used: Collection[str]) -> str:
        """For documents that do not say whose they are: the first pair that has none yet. Raises InputError."""
        free = next((i for i in (*self._pairs, *self._letters) if i not in used), None)
        if free is None:
            raise _too_many()
        return free

    def _free(self) -> str:
        letter = next((letter for letter in self._letters if letter not in self._pairs), None)
        if letter is None:
            raise _too_many()
        return letter


def assigned(reading: Discovery, book: PairBook, *, folder: str, pair: str) -> Discovery:
    """Documents under the ids of `book`. If they are of one pair, they become `pair`'s (an id, or "").

    Raises InputError if they are of several pairs, and `pair` is none of them.
    """
    scopes = sorted({scope for _, scope in reading.bodies} - {TEAM})
    only = pair if len(scopes) == 1 else ""
    ids = {TEAM: TEAM} | {scope: only or book.find(scope) for scope in scopes}
    if pair and scopes and pair not in ids.values():
        raise InputError.told(
            "import.none-of-pair", folder=folder, count=len(scopes), pairs=", ".join(scopes), pair=pair
        )
    bodies: dict[tuple[ArtifactKind, str], Body] = {}
    for (kind, scope), body in reading.bodies.items():
        key = (kind, ids[scope])
        if key in bodies:
            raise InputError.told("import.two-documents", folder=folder, kind=kind, pair=ids[scope])
        bodies[key] = body if scope == TEAM else _renamed(body, scope, ids[scope])
    rehearsed = frozenset((kind, ids[scope]) for kind, scope in reading.rehearsed)
    return reading._replace(bodies=bodies, rehearsed=rehearsed)


def of_pair(reading: Discovery, pair: str) -> Discovery:
    """The team's documents and this pair's; all if `pair` is empty."""
    if not pair:
        return reading
    return reading._replace(bodies={key: body for key, body in reading.bodies.items() if key[1] in (TEAM, pair)})


def _renamed(body: Body, old: str, new: str) -> Body:
    changed: dict[str, object] = {"pair": new}
    if isinstance(body, Iteration):
        changed["sessions"] = tuple(s.model_copy(update={"pair": new}) if s.pair == old else s for s in body.sessions)
    return body.model_copy(update=changed)


def _too_many() -> InputError:
    return InputError.told("import.too-many-pairs", most=_MOST)
