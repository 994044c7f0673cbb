"""Workshops that have finished the practice edition, with what their testers left, as often as tests want them."""

from collections.abc import Mapping
from copy import deepcopy

from mlew.domain.workshop import Workshop
from mlew.inputs import FolderContent
from mlew.ports.model import ModelPort
from mlew.services.work import Stores
from tests.fakes import FakeHosting
from tests.workflow.practice import People, Practice, nobody
from tests.workflow.rehearsal import WORKSHOP, RehearsedPort
from tests.workflow.testers import Result, bring


class AfterPractice:
    """One workshop, finished; each `again` begins from there. `hosted`: with mocks."""

    def __init__(self, content: FolderContent, results: Mapping[str, Result], *, hosted: bool = False) -> None:
        practice = Practice(RehearsedPort(), hosting=FakeHosting() if hosted else None)
        assert practice.run(content).workshop.state == "finished"
        bring(practice, WORKSHOP, results)
        self._kept = practice.stores, practice.hosting
        self._passed = practice.clock.now() - Practice(RehearsedPort()).clock.now()

    def stores(self) -> Stores:
        """A copy: nothing that happens to it comes back here."""
        return deepcopy(self._kept[0])

    def again(
        self,
        model: ModelPort | None = None,
        *,
        stores: Stores | None = None,
        people: People = nobody,
        kind: type[Practice] = Practice,
    ) -> Practice:
        """The workshop as it was left, at the same moment."""
        kept, hosting = deepcopy(self._kept)
        practice = kind(model or RehearsedPort(), people=people, stores=stores or kept, hosting=hosting)
        practice.clock.advance(seconds=self._passed.total_seconds())
        return practice

    @property
    def workshop(self) -> Workshop:
        """As the practice edition left it."""
        return self._kept[0].workshops.get(WORKSHOP)
