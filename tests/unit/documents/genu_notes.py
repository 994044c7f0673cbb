"""Notes as people paste them out of GenU."""

from importlib.resources import files
from typing import TypeVar

from mlew.documents.genu_answers import Answers
from mlew.domain.artifact import Body
from mlew.domain.base import Locale

B = TypeVar("B", bound=Body)


def pasted(locale: Locale) -> str:
    """A pair's note, as models answer the use cases and people collect it."""
    return (files("tests.unit.documents") / "genu_pasted" / f"note.{locale}.md").read_text(encoding="utf-8")


def only(answers: Answers, model: type[B]) -> B:
    """The document of this kind."""
    (body,) = (body for body in answers.last.bodies.values() if isinstance(body, model))
    return body
