"""What a prompt shows of an artifact: a press release without those who wrote it and commented on it."""

from typing import TypeVar

from mlew.documents import render
from mlew.domain.artifact import Body
from mlew.domain.base import Locale
from mlew.domain.press_release import PressRelease

B = TypeVar("B", bound=Body)


def without_people(body: B) -> B:
    """What was commented stays, who said it goes; everything but a press release as it is."""
    if not isinstance(body, PressRelease) or not (body.authors or any(one.author for one in body.comments)):
        return body
    comments = tuple(one.model_copy(update={"author": ""}) for one in body.comments)
    return body.model_copy(update={"authors": {}, "comments": comments})


def render_for_model(body: Body, locale: Locale) -> str:
    """Markdown for a prompt."""
    return render(without_people(body), locale)
