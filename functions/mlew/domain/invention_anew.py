"""Invent of the improvement edition: inventions refined or made anew by evidence (METHOD, Invent)."""

from collections.abc import Collection, Iterator
from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Locale, Model
from mlew.domain.free_numbers import free_numbers
from mlew.domain.grounds import Grounds, reason_violations
from mlew.domain.invention import (
    Invention,
    InventionDraft,
    InventionsDraft,
    InventionSet,
    invention_violations,
    inventions_from,
    scored,
)
from mlew.domain.question import Question
from mlew.domain.solution import RatedSolution
from mlew.domain.violation import Violation, place, violation

CourseKind = Literal["go", "pivot", "open"]


class Course(Model):
    """What the pair's verdict means for Invent. `back_to`: phase of a pivot, "" else.

    `former`: the invention that was built and tried, None if the pair has none.
    """

    kind: CourseKind = "open"
    back_to: str = ""
    former: Invention | None = None

    @property
    def refines(self) -> bool:
        """Whether the pair goes on with its invention."""
        return self.former is not None and (self.kind == "go" or self.back_to == "refine")

    @property
    def keeps_former(self) -> bool:
        """Whether the former invention can still be chosen: nothing says that it should not."""
        return self.former is not None and (self.refines or self.kind == "open")


class InventionAnewDraft(InventionDraft):
    """An invention, and what it takes from the former one."""

    grows_from: str = Field(description="Number of the former invention that it refines, such as I1; empty if new")
    kept: str = Field(description="What of the former invention was kept, with the number or voice; empty if nothing")
    left_out: str = Field(description="What of it was left out, with the number or voice; empty if nothing")


class InventionsAnewDraft(Draft):
    """What one point of view invents for one question."""

    inventions: list[InventionAnewDraft]


def invention_anew_violations(
    draft: InventionsAnewDraft,
    question_ids: tuple[str, ...],
    solution_names: tuple[str, ...],
    course: Course,
    grounds: Grounds,
    *,
    locale: Locale = "en",
) -> list[Violation]:
    """The rules of every invention; a pair that goes on refines its invention, one that turns makes a new one."""
    plain = InventionsDraft(inventions=[_plain(i) for i in draft.inventions])
    reasons = ((i.name, why) for i in draft.inventions for why in (i.kept, i.left_out))
    return [
        *invention_violations(plain, question_ids, solution_names, locale=locale),
        *_growth(draft, course, grounds, locale),
        *reason_violations(grounds, reasons, locale),
        *(violation("data-loop", i.name, locale) for i in draft.inventions if not i.data_loop.strip()),
    ]


def _growth(draft: InventionsAnewDraft, course: Course, grounds: Grounds, locale: Locale) -> Iterator[Violation]:
    former = course.former
    for one in draft.inventions:
        number = one.grows_from.strip()
        if number and (former is None or number != former.id):
            known = former.id if former else "–"
            yield violation("known-invention", one.name, locale, unknown=number, known=known)
        if former is not None and number == former.id and grounds.any and not (one.kept + one.left_out).strip():
            yield violation("kept-or-left", one.name, locale)
        if former is not None and not course.keeps_former and _same_mix(one, former):
            yield violation("really-new", one.name, locale, former=former.name)
    if course.refines and former is not None and draft.inventions and not _any_refines(draft, former):
        yield violation("refines-former", place("inventions", locale), locale, former=former.id)


def _any_refines(draft: InventionsAnewDraft, former: Invention) -> bool:
    return any(i.grows_from.strip() == former.id for i in draft.inventions)


def _same_mix(one: InventionAnewDraft, former: Invention) -> bool:
    mix = {n.strip() for n in one.solution_names}
    return mix == set(former.solution_names) and set(one.question_ids) <= set(former.question_ids)


def inventions_anew(
    draft: InventionsAnewDraft, course: Course, grounds: Grounds, *, point_of_view: str
) -> tuple[Invention, ...]:
    """Inventions without ids and numbers. What is said of the former one stands only where evidence bears it."""
    plain = InventionsDraft(inventions=[_plain(i) for i in draft.inventions])
    found = inventions_from(plain, point_of_view=point_of_view)
    return tuple(
        invention.model_copy(update=_origin(one, course, grounds))
        for invention, one in zip(found, draft.inventions, strict=True)
    )


def _origin(draft: InventionAnewDraft, course: Course, grounds: Grounds) -> dict[str, str]:
    former = course.former
    grows = draft.grows_from.strip() if former is not None else ""
    return {
        "grows_from": grows if former is not None and grows == former.id else "",
        "kept": draft.kept.strip() if grounds.any else "",
        "left_out": draft.left_out.strip() if grounds.any else "",
    }


def collected_anew(
    pair: str,
    found: tuple[Invention, ...],
    course: Course,
    solutions: tuple[RatedSolution, ...],
    questions: tuple[Question, ...],
    *,
    taken: Collection[str],
) -> InventionSet:
    """One pair's set: new ids above all `taken`; the former invention stays under its own id while it can be chosen."""
    former = (course.former,) if course.former is not None and course.keeps_former else ()
    fresh = free_numbers("I", {*taken, *(i.id for i in former)})
    numbered = tuple(i.model_copy(update={"id": next(fresh)}) for i in found)
    found_set = scored(InventionSet(pair=pair, inventions=(*former, *numbered)), solutions, questions)
    return found_set.model_copy(update={"chosen": _going_on(found_set, course)})


def _going_on(found: InventionSet, course: Course) -> str:
    """With what a pair goes on unless it chooses otherwise: the best refinement of its invention; "" for others."""
    if not course.refines or course.former is None:
        return ""
    return next((i.id for i in found.inventions if i.grows_from == course.former.id), course.former.id)


def _plain(draft: InventionAnewDraft) -> InventionDraft:
    return InventionDraft(**draft.model_dump(exclude={"grows_from", "kept", "left_out"}))
