"""From the press release to a stored MockSpec, with a picture or without."""

from dataclasses import replace

import pytest

from mlew.domain.artifact import TEAM, ArtifactRef, Usage
from mlew.domain.mock_spec import MockSpec
from mlew.domain.press_release import Comment
from mlew.errors import ModelError, ModelRefused, ModelThrottled, NotFound
from mlew.ports.model import ModelAnswer
from mlew.ports.picture_model import PictureModel
from mlew.services.phases.mock import write_mock
from mlew.services.work import Work
from tests.fakes import ScriptedModel
from tests.unit.domain.mock_drafts import RELEASE, draft
from tests.unit.services.workbench import JOURNEY, Bench

PNG = b"\x89PNG\r\n\x1a\n picture"


class Painter(PictureModel):
    """Draws always the same, or raises."""

    def __init__(self, error: ModelError | None = None) -> None:
        self.asked: list[tuple[str, str]] = []
        self._error = error

    def draw(self, description: str, *, accent: str, timeout_seconds: float) -> bytes:
        self.asked.append((description, accent))
        if self._error:
            raise self._error
        return PNG


@pytest.fixture
def bench() -> Bench:
    made = Bench()
    made.put("journey", JOURNEY, TEAM)
    made.put("press_release", RELEASE, "a")
    return made


def answer(**changes: object) -> ModelAnswer:
    """A draft as the model gives it."""
    return ModelAnswer(
        output=draft(**changes).model_dump(), text="", stop_reason="tool_use", model="test", usage=Usage(calls=1)
    )


def written(bench: Bench, work: Work) -> tuple[ArtifactRef, MockSpec]:
    """What was stored."""
    ref = write_mock(work, bench.workshop, 1, "a")
    body = bench.stores.artifacts.get(bench.workshop.id, ref).body
    assert isinstance(body, MockSpec)
    return ref, body


def test_the_spec_is_stored_with_what_it_was_made_from(bench: Bench) -> None:
    work = replace(bench.work, model=ScriptedModel([answer()]))
    ref, spec = written(bench, work)
    artifact = bench.stores.artifacts.get(bench.workshop.id, ref)
    assert (ref.kind, ref.scope, ref.version) == ("mock_spec", "a", 1)
    assert (spec.brand.name, spec.release, spec.locale, len(spec.screens)) == ("Lamp doctor", "1", "en", 12)
    assert (artifact.provenance.based_on, artifact.warnings) == (("press_release/a@1",), ())


def test_the_model_sees_what_was_commented_and_not_who_did(bench: Bench) -> None:
    comment = Comment(section="message", author="Hana Mori", text="Too long", becomes_faq=False)
    told = {"comments": (comment,), "authors": {"message": ("Kenta Oda",)}}
    bench.put("press_release", RELEASE.model_copy(update=told), "a")
    model = ScriptedModel([answer()])
    written(bench, replace(bench.work, model=model))
    text = model.requests[0].text
    assert "Too long" in text
    assert "Hana Mori" not in text and "Kenta Oda" not in text


def test_a_second_try_of_the_same_round_asks_nobody(bench: Bench) -> None:
    first, _ = written(bench, replace(bench.work, model=ScriptedModel([answer()])))
    assert write_mock(replace(bench.work, model=ScriptedModel([])), bench.workshop, 1, "a") == first


def test_what_stays_broken_is_kept_as_a_warning_and_can_be_drawn(bench: Bench) -> None:
    broken = answer(accent="sky", landing={"faq": []})
    ref, spec = written(bench, replace(bench.work, model=ScriptedModel([broken] * 3)))
    artifact = bench.stores.artifacts.get(bench.workshop.id, ref)
    assert {w.rule for w in artifact.warnings} == {"brand-colour", "part-filled"}
    assert spec.brand.accent.startswith("#")


def test_without_a_press_release_there_is_no_mock(bench: Bench) -> None:
    with pytest.raises(NotFound, match="press_release"):
        write_mock(bench.work, bench.workshop, 1, "b")


def test_a_picture_is_drawn_and_named_by_its_content(bench: Bench) -> None:
    painter = Painter()
    _, spec = written(bench, replace(bench.work, model=ScriptedModel([answer()]), picture_model=painter))
    assert painter.asked == [("A hall with a warm lamp", "#7a3e0f")]
    assert bench.stores.pictures.get(bench.workshop.id, spec.landing.picture.file) == PNG


@pytest.mark.parametrize("error", [ModelThrottled("busy"), ModelRefused("no")])
def test_a_picture_that_fails_never_fails_the_mock(bench: Bench, error: ModelError) -> None:
    _, spec = written(bench, replace(bench.work, model=ScriptedModel([answer()]), picture_model=Painter(error)))
    told, _ = bench.stores.progress.since(bench.workshop.id)
    assert spec.landing.picture.file == ""
    assert [p.detail for p in told if p.kind == "note"] == [f"no picture: {type(error).__name__}"]


def test_no_picture_is_begun_that_could_cost_the_mock(bench: Bench) -> None:
    painter = Painter()
    work = replace(bench.work, model=ScriptedModel([answer()]), picture_model=painter)
    bench.remaining = 25.0
    write_mock(
        replace(work, capability=work.capability.model_copy(update={"answer_seconds": 5})), bench.workshop, 1, "a"
    )
    assert painter.asked == []
