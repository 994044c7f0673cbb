"""What people wrote into a press release themselves, and a new version that leaves it as it is."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mlew.domain.base import Line
from mlew.domain.course import Course
from mlew.domain.first_author import by_person, is_person
from mlew.domain.press_release import Faq, PressRelease, Step

_COURSES: tuple[Course, ...] = ("normal", "abnormal")


Written = tuple[str, PressRelease]
"""A version's author ("model:<id>", "import:<person>", "mlew", or a person) and the version."""


class ByHand(NamedTuple):
    """Parts of the newest version that a person was the first to write.

    `message`: fields; `courses`: those of the steps in which a step is by hand, for steps make sense in a row only.
    """

    message: frozenset[str] = frozenset()
    courses: frozenset[Course] = frozenset()
    faq: tuple[Faq, ...] = ()
    internal_faq: tuple[Faq, ...] = ()
    provider: bool = False

    @property
    def sections(self) -> frozenset[str]:
        """Names as in SECTIONS."""
        found = {name: bool(part) for name, part in self._asdict().items()}
        return frozenset("steps" if name == "courses" else name for name, there in found.items() if there)


def by_hand(versions: Sequence[Written]) -> ByHand:
    """Of the newest of the versions, which are oldest first."""
    if not versions:
        return ByHand()
    newest = versions[-1][1]
    return ByHand(
        message=frozenset(
            name for name, text in newest.message if text and _by_person(versions, f"message.{name}", text)
        ),
        courses=frozenset(
            step.course for step in newest.steps if _by_person(versions, f"steps.{step.course}", step.text)
        ),
        faq=tuple(f for f in newest.faq if f.answer and _by_person(versions, "faq", _said(f))),
        internal_faq=tuple(f for f in newest.internal_faq if _by_person(versions, "internal_faq", _said(f))),
        provider=bool(newest.provider) and _by_person(versions, "provider", newest.provider),
    )


def unanswered(release: PressRelease) -> tuple[str, ...]:
    """Questions of reviewers that wait for an answer."""
    return tuple(dict.fromkeys(f.question for f in release.faq if f.question and not f.answer))


def kept(made: PressRelease, before: PressRelease, hand: ByHand) -> PressRelease:
    """`made` with what people wrote in `before`, its comments, its notes and its answers to reviewers."""
    fields = {name: getattr(before.message, name) for name in hand.message}
    steps = tuple(
        step
        for course in _COURSES
        for step in (before if course in hand.courses else made).steps
        if step.course == course
    )
    return made.model_copy(
        update={
            "message": made.message.model_copy(update=fields),
            "steps": steps,
            "faq": _faq(made.faq, hand.faq),
            "provider": before.provider if hand.provider else made.provider,
            "internal_faq": _faq(made.internal_faq, hand.internal_faq),
            "comments": before.comments,
            "authors": _authors(made, before, hand),
            "extra": before.extra,
        }
    )


def _faq(made: Sequence[Faq], written: Sequence[Faq]) -> tuple[Faq, ...]:
    """An entry by hand takes the place of the made one that asks the same; real voices stand beside it."""
    left = list(written)
    found: list[Faq] = []
    for entry in made:
        same = next((w for w in left if w.question == entry.question), None) or next(
            (w for w in left if w.topic == entry.topic != "other"), None
        )
        if same:
            left.remove(same)
            found.append(same)
        if same is None or (entry.topic == "voices" and not entry.assumed):
            found.append(entry)
    return (*found, *left)


def _authors(made: PressRelease, before: PressRelease, hand: ByHand) -> dict[str, tuple[Line, ...]]:
    """People whose words stand in a section are named before the model that wrote the rest."""
    sections = dict.fromkeys((*made.authors, *(s for s in before.authors if s in hand.sections)))
    return {
        section: tuple(
            dict.fromkeys(
                (
                    *(a for a in before.authors.get(section, ()) if section in hand.sections and is_person(a)),
                    *made.authors.get(section, ()),
                )
            )
        )
        for section in sections
    }


def _by_person(versions: Iterable[Written], part: str, text: str) -> bool:
    return by_person(versions, lambda release: text in _texts(release)[part])


def _texts(release: PressRelease) -> dict[str, frozenset[str]]:
    return {
        **{f"message.{name}": frozenset((text,)) for name, text in release.message},
        **{f"steps.{course}": frozenset(_of(release.steps, course)) for course in _COURSES},
        "faq": frozenset(map(_said, release.faq)),
        "internal_faq": frozenset(map(_said, release.internal_faq)),
        "provider": frozenset((release.provider,)),
    }


def _of(steps: Iterable[Step], course: Course) -> Iterable[str]:
    return (step.text for step in steps if step.course == course)


def _said(entry: Faq) -> str:
    return f"{entry.question}\n{entry.answer}"
