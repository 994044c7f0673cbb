"""Pushing use cases: once by title, updated on demand, shared once, one failure beside many successes."""

from collections.abc import Mapping
from typing import Any

import pytest

from mlew.errors import InputError, SetupError
from mlew.services.genu_push import Candidate, GenuPush, Pushed
from tests.fakes.genu_site import InMemoryGenuSite


def content(title: str, text: str = "{{text:A}}") -> dict[str, Any]:
    return {
        "title": title,
        "description": "",
        "promptTemplate": text,
        "inputExamples": [],
        "fixedModelId": "",
        "fileUpload": False,
    }


def candidates(*titles: str, text: str = "{{text:A}}") -> list[Candidate]:
    return [Candidate(file=f"{title}.json", content=content(title, text)) for title in titles]


class Pushing:
    """A site and what pushing to it waits for."""

    def __init__(self) -> None:
        self.site = InMemoryGenuSite()
        self.pauses: list[float] = []

    def __call__(
        self, files: list[Candidate], *, update: bool = False, share: bool = False, rehearse: bool = False
    ) -> list[Pushed]:
        push = GenuPush(self.site, update=update, share=share, rehearse=rehearse, pause=self.pauses.append)
        return list(push.push(files))


@pytest.fixture
def pushing() -> Pushing:
    return Pushing()


def states(results: list[Pushed]) -> list[str]:
    return [result.state for result in results]


def test_creates_each_once(pushing: Pushing) -> None:
    assert states(pushing(candidates("a", "b"))) == ["created", "created"]
    assert states(pushing(candidates("a", "b", "c"))) == ["kept", "kept", "created"]
    assert [c["title"] for c in pushing.site.kept.values()] == ["a", "b", "c"]


def test_updates_only_what_differs_and_only_if_asked(pushing: Pushing) -> None:
    (first,) = pushing(candidates("a"))

    assert states(pushing(candidates("a", text="{{text:B}}"))) == ["kept"]
    (second,) = pushing(candidates("a", text="{{text:B}}"), update=True)
    assert (second.state, second.id) == ("updated", first.id)
    assert states(pushing(candidates("a", text="{{text:B}}"), update=True)) == ["unchanged"]
    assert pushing.site.kept[first.id]["promptTemplate"] == "{{text:B}}"
    assert pushing.site.calls.count("update") == 1


def test_a_description_that_genu_left_out_is_no_difference(pushing: Pushing) -> None:
    (first,) = pushing(candidates("a"))
    del pushing.site.kept[first.id]["description"]

    assert states(pushing(candidates("a"), update=True)) == ["unchanged"]


def test_shares_what_is_not_shared_yet(pushing: Pushing) -> None:
    assert [r.shared for r in pushing(candidates("a"), share=True)] == [True]
    assert [r.shared for r in pushing(candidates("a", "b"), share=True)] == [True, True]
    assert [r.shared for r in pushing(candidates("a", "b"))] == [True, True]
    assert pushing.site.calls.count("flip") == 2


def test_takes_the_newest_of_several_with_the_title(pushing: Pushing) -> None:
    old, new = pushing.site.create(content("a")), pushing.site.create(content("a"))

    (result,) = pushing(candidates("a", text="{{text:B}}"), update=True)

    assert (result.id, result.same_title) == (new, 2)
    assert pushing.site.kept[old]["promptTemplate"] == "{{text:A}}"


def test_one_failure_does_not_stop_the_rest(pushing: Pushing, monkeypatch: pytest.MonkeyPatch) -> None:
    create = pushing.site.create

    def picky(given: Mapping[str, Any]) -> str:
        if given["title"] == "b":
            raise InputError("too large", hint="shorten it")
        return create(given)

    monkeypatch.setattr(pushing.site, "create", picky)
    files = [*candidates("a", "b"), Candidate(file="x.json", refused="no JSON"), *candidates("c")]

    results = pushing(files)

    assert states(results) == ["created", "failed", "failed", "created"]
    assert (results[1].message, results[1].hint, results[1].exit_code) == ("too large", "shorten it", 2)
    assert results[2].message == "no JSON"


def test_two_files_of_one_title_do_not_overwrite_each_other(pushing: Pushing) -> None:
    twice = [
        Candidate(file="1.json", content=content("a")),
        Candidate(file="2.json", content=content("a", "{{text:B}}")),
    ]

    results = pushing(twice, update=True)

    assert states(results) == ["created", "failed"]
    assert "1.json" in results[1].message


def test_a_lost_answer_creates_nothing_twice(pushing: Pushing) -> None:
    pushing.site.open_ends = [True]

    (result,) = pushing(candidates("a"))

    assert result.state == "created"
    assert list(pushing.site.kept) == [result.id]
    assert pushing.pauses == [2.0]


def test_tries_again_what_was_not_carried_out(pushing: Pushing) -> None:
    pushing.site.open_ends = [False, False]

    assert states(pushing(candidates("a"))) == ["created"]
    assert len(pushing.site.kept) == 1
    assert pushing.pauses == [2.0, 4.0]


def test_gives_up_creating(pushing: Pushing) -> None:
    pushing.site.open_ends = [False] * 4

    results = pushing(candidates("a", "b"))

    assert states(results) == ["failed", "created"]
    assert results[0].exit_code == SetupError.exit_code


@pytest.mark.parametrize("ends", [[True], [False], [False, True], [False, False]])
def test_a_lost_answer_does_not_stop_sharing_again(pushing: Pushing, ends: list[bool]) -> None:
    pushing(candidates("a"))
    pushing.site.open_ends = ends

    (result,) = pushing(candidates("a"), share=True)

    assert result.shared
    assert list(pushing.site.shared.values()) == [True]


def test_says_what_is_stored_when_sharing_fails(pushing: Pushing) -> None:
    pushing(candidates("a"))
    pushing.site.open_ends = [False] * 4

    (result,) = pushing(candidates("a"), share=True)

    assert result.state == "failed"
    assert "could not be shared" in result.message


def test_a_rehearsal_writes_nothing(pushing: Pushing) -> None:
    pushing(candidates("a", "b"))
    before = dict(pushing.site.kept)
    files = [*candidates("a"), *candidates("b", text="{{text:B}}"), *candidates("c")]
    pushing.site.calls.clear()

    results = pushing(files, update=True, share=True, rehearse=True)

    assert states(results) == ["unchanged", "updated", "created"]
    assert all(result.shared for result in results)
    assert pushing.site.kept == before
    assert set(pushing.site.calls) == {"list", "get"}
