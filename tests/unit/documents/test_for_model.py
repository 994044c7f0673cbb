"""Press releases in prompts: comments stay, names of those who wrote and commented go."""

import pytest

from mlew.documents import parse, render
from mlew.documents.for_model import render_for_model, without_people
from mlew.domain.base import Locale
from mlew.domain.iteration import Iteration
from mlew.domain.press_release import Comment
from tests.unit.rehearsal.planning import release_of

RELEASE = release_of("growers").model_copy(
    update={
        "comments": (Comment(section="message", author="Hana Mori", text="Too long", becomes_faq=True),),
        "authors": {"message": ("model:x", "Kenta Oda")},
    }
)


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_who_wrote_and_commented_does_not_reach_a_model(locale: Locale) -> None:
    text = render_for_model(RELEASE, locale)

    assert "Hana Mori" not in text and "Kenta Oda" not in text
    assert "Too long" in text
    assert parse("press_release", text, locale) == without_people(RELEASE)


def test_everything_else_is_rendered_as_always() -> None:
    for body in (Iteration(pair="a", milestones=()), without_people(RELEASE)):
        assert render_for_model(body, "en") == render(body, "en")
        assert without_people(body) is body
