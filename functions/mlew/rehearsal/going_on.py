"""A step that is asked again goes on from its earlier result, as people have edited it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from mlew.documents import parse
from mlew.domain.artifact import ArtifactKind, Body
from mlew.domain.base import Draft
from mlew.domain.journey import JourneyDraft
from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_spec import MockSpec
from mlew.domain.question import QuestionsDraft
from mlew.domain.solution import RatingsDraft
from mlew.rehearsal.earlier_drafts import (
    inventions_draft,
    journey_draft,
    milestone_draft,
    press_release_draft,
    questions_draft,
    ratings_draft,
    script_draft,
)
from mlew.rehearsal.edited_words import with_edited_words
from mlew.rehearsal.three_way import merged
from mlew.rehearsal.three_way_journey import merged_journey

if TYPE_CHECKING:
    from mlew.rehearsal.steps import Inputs


def _questions(i: "Inputs", body: Body) -> Draft | None:
    return questions_draft(body, tuple(a.id for a in i.journey().actions))


def _ratings(i: "Inputs", body: Body) -> Draft | None:
    return ratings_draft(body, tuple(s.name for s in i.listed()))


def _inventions(i: "Inputs", body: Body) -> Draft | None:
    asked = tuple(q.id for q in i.questions().questions)
    names = tuple(s.name for s in i.solutions().solutions)
    return inventions_draft(body, asked, names, i.text("point_of_view"), i.locale)


def _press_release(i: "Inputs", body: Body) -> Draft | None:
    chosen = i.invention()
    return press_release_draft(body, chosen.chosen or chosen.inventions[0].id)


EARLIER: "Mapping[str, tuple[ArtifactKind, Callable[[Inputs, Body], Draft | None]]]" = {
    "write_journey": ("journey", lambda _, body: journey_draft(body)),
    "write_questions": ("questions", _questions),
    "write_ratings": ("solutions", _ratings),
    "write_inventions": ("inventions", _inventions),
    "write_press_release": ("press_release", _press_release),
    "write_milestone": ("iteration", lambda _, body: milestone_draft(body)),
    "write_test_script": ("iteration", lambda _, body: script_draft(body)),
}
"""By tool: the kind of its result, and how that becomes a draft again."""


def going_on(tool: str, write: "Callable[[Inputs], Draft]", inputs: "Inputs") -> Draft:
    """What `write` makes of the inputs; where an earlier result is among them, that one with what was asked for.

    Raises InputError for an earlier result that is no such document.
    """
    new = write(inputs)
    if not inputs.has("previous"):
        return new
    if isinstance(new, MockDraft):
        return _mock(new, write(inputs.without("requests")), inputs)
    if tool not in EARLIER:
        return new
    kind, as_draft = EARLIER[tool]
    mine = as_draft(inputs, parse(kind, inputs.text("previous"), inputs.locale))
    if mine is None:
        return new
    base = write(inputs.without("requests"))
    a, b, c = (type(new).model_validate(_even(draft.model_dump())) for draft in (base, mine, new))
    if isinstance(a, JourneyDraft) and isinstance(b, JourneyDraft) and isinstance(c, JourneyDraft):
        return merged_journey(a, b, c)
    return _completed(type(new).model_validate(merged(a.model_dump(), b.model_dump(), c.model_dump())), c)


def _completed(found: Draft, new: Draft) -> Draft:
    """With what the method wants of an action or solution that came in after the earlier result."""
    if isinstance(found, QuestionsDraft) and isinstance(new, QuestionsDraft):
        asked = {(q.kind, action) for q in found.questions for action in q.action_ids}
        missing = [q for q in new.questions if any((q.kind, action) not in asked for action in q.action_ids)]
        return QuestionsDraft(questions=[*found.questions, *missing])
    if isinstance(found, RatingsDraft) and isinstance(new, RatingsDraft):
        rated = {r.solution for r in found.ratings}
        return RatingsDraft(ratings=[*found.ratings, *(r for r in new.ratings if r.solution not in rated)])
    return found


def _mock(new: MockDraft, base: Draft, inputs: "Inputs") -> Draft:
    """A mock is made of parts that a form tells otherwise than its document: there the words are what stays."""
    mine = parse("mock_spec", inputs.text("previous"), inputs.locale)
    return with_edited_words(base, mine, new) if isinstance(base, MockDraft) and isinstance(mine, MockSpec) else new


def _even(value: Any) -> Any:
    """Without differences that only a document makes: white space."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {name: _even(inner) for name, inner in value.items()}
    return [_even(inner) for inner in value] if isinstance(value, list) else value
