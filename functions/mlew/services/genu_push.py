"""Use cases into a GenU installation: one by title, updated only if asked, shared only if it is not yet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from pydantic import Field

from mlew.domain.base import Locale, Model
from mlew.errors import InputError, MlewError, Said, SetupError
from mlew.ports.genu_site import GenuSite, KeptUseCase, Unsettled

State = Literal["created", "updated", "unchanged", "kept", "failed"]
TRIES = 4
"""Of a call that GenU leaves open; before each further one it is asked what it has."""


class Candidate(Model):
    """A file to push: the six fields, or why it cannot be pushed."""

    file: str
    content: dict[str, Any] = Field(default_factory=dict)
    refused: str = ""

    @property
    def title(self) -> str:
        """What makes it the same use case as one in GenU."""
        return str(self.content.get("title", ""))


class Pushed(Model):
    """`kept`: a use case of this title exists and was left as it is. `shared` None: not known."""

    file: str
    title: str
    state: State
    id: str = ""
    shared: bool | None = None
    same_title: int = 0
    message: str = ""
    hint: str = ""
    exit_code: int = 0


class GenuPush:
    """`rehearse`: only say what would happen. `pause`: waits for some seconds. `language`: that of what fails."""

    def __init__(
        self,
        site: GenuSite,
        *,
        update: bool,
        share: bool,
        rehearse: bool,
        pause: Callable[[float], None],
        language: Locale = "en",
    ) -> None:
        self._site = site
        self._update = update
        self._share = share
        self._rehearse = rehearse
        self._pause = pause
        self._language = language

    def push(self, candidates: Sequence[Candidate]) -> Iterator[Pushed]:
        """One after the other; what fails does not stop the rest. Raises SetupError if the list cannot be read."""
        kept = list(self._site.mine())
        done: dict[str, str] = {}
        for candidate in candidates:
            try:
                yield self._one(candidate, kept, done)
            except MlewError as error:
                yield _failed(candidate, error.said(self._language), error.exit_code)

    def _one(self, candidate: Candidate, kept: list[KeptUseCase], done: dict[str, str]) -> Pushed:
        if candidate.refused:
            return _failed(candidate, Said(candidate.refused, ""), InputError.exit_code)
        if candidate.title in done:
            raise InputError.told("genu.same-title", file=done[candidate.title], title=candidate.title)
        done[candidate.title] = candidate.file
        same = [case for case in kept if case.title == candidate.title]
        state, case = self._stored(candidate, same, kept)
        shared = self._shared(case) if self._share else case.shared
        return Pushed(
            file=candidate.file, title=candidate.title, state=state, id=case.id, shared=shared, same_title=len(same)
        )

    def _stored(
        self, candidate: Candidate, same: list[KeptUseCase], kept: list[KeptUseCase]
    ) -> tuple[State, KeptUseCase]:
        if not same:
            return "created", self._created(candidate, {case.id for case in kept})
        newest = same[0]
        if not self._update:
            return "kept", newest
        if _equal(self._site.content(newest.id), candidate.content):
            return "unchanged", newest
        if not self._rehearse:
            self._site.update(newest.id, candidate.content)
        return "updated", newest

    def _created(self, candidate: Candidate, known: set[str]) -> KeptUseCase:
        if self._rehearse:
            return KeptUseCase(id="", title=candidate.title, shared=False)
        for attempt in range(1, TRIES + 1):
            try:
                identifier = self._site.create(candidate.content)
                return KeptUseCase(id=identifier, title=candidate.title, shared=False)
            except Unsettled:
                self._pause(2.0**attempt)
                now = self._site.mine()
                found = next((c for c in now if c.title == candidate.title and c.id not in known), None)
                if found is not None:
                    return found
                if attempt == TRIES:
                    raise
        raise AssertionError("the last try returns or raises")

    def _shared(self, case: KeptUseCase) -> bool:
        if case.shared or self._rehearse:
            return True
        for attempt in range(1, TRIES + 1):
            try:
                if self._site.flip_shared(case.id):
                    return True
            except Unsettled:
                self._pause(2.0**attempt)
                if any(now.id == case.id and now.shared for now in self._site.mine()):
                    return True
        raise SetupError.told("genu.not-shared", title=case.title)


def _failed(candidate: Candidate, said: Said, exit_code: int) -> Pushed:
    return Pushed(
        file=candidate.file,
        title=candidate.title,
        state="failed",
        message=said.message,
        hint=said.hint,
        exit_code=exit_code,
    )


def _equal(stored: Mapping[str, Any], content: Mapping[str, Any]) -> bool:
    """GenU leaves an empty description out."""
    return all((stored.get(key) or type(value)()) == value for key, value in content.items())
