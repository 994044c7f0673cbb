"""Listen, Define and Invent of the improvement edition through the rehearsal model's door."""

from dataclasses import dataclass

from mlew.documents import render
from mlew.documents.course import render_course
from mlew.documents.evidence_brief import brief
from mlew.documents.no_evidence import no_evidence
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence, Origin, Remark, Theme
from mlew.domain.grounds import Grounds
from mlew.domain.impact_review import ImpactReviewDraft, impact_reviewed
from mlew.domain.impact_review_rules import impact_review_violations
from mlew.domain.invention import InventionSet
from mlew.domain.invention_anew import (
    Course,
    InventionsAnewDraft,
    collected_anew,
    invention_anew_violations,
    inventions_anew,
)
from mlew.domain.journey import Journey
from mlew.domain.journey_review import JourneyReviewDraft, journey_reviewed
from mlew.domain.journey_review_rules import journey_review_violations
from mlew.domain.question import QuestionSet
from mlew.domain.solution import SolutionList
from mlew.domain.solution_widening import SolutionsDraft, solutions_widened
from mlew.domain.solution_widening_rules import solution_widening_violations
from mlew.domain.violation import Violation
from tests.unit.rehearsal.rehearsing import Edition, ask
from usecases.points_of_view import point_of_view_text

_ON: dict[Locale, tuple[str, ...]] = {
    "ja": (
        "「{action}」は、実際には 25 分かかるので、なくなると助かります。",
        "{action}ときは、本当にこれでよいのか不安で、今のままにしたいです。",
        "{action}ことは、ほとんどの人はしていません。",
        "{action}のは今のままで十分で、困っていないです。",
    ),
    "en": (
        "It really takes me 25 minutes to “{action}”, so losing that would be great.",
        "When I {action} I am not sure it is right, and would not change it.",
        "Hardly anybody has to {action}.",
        "To {action} is not a problem for me, it is fine as it is.",
    ),
}
_WHOLE: dict[Locale, str] = {"ja": "会社に戻ってから見せたいです。", "en": "I would like to show it to my colleagues."}


@dataclass(frozen=True)
class Reviewed:
    """What the three phases left, and the rules that they broke."""

    journey: Journey
    questions: QuestionSet
    solutions: SolutionList
    inventions: InventionSet
    violations: tuple[Violation, ...]
    drafts: tuple[JourneyReviewDraft, ImpactReviewDraft, SolutionsDraft, InventionsAnewDraft]


def voices_on(journey: Journey, locale: Locale, *, themes: bool = True) -> Evidence:
    """One voice of each sort, on actions spread over the journey, and one on the whole; five people."""
    step = max(1, len(journey.actions) // len(_ON[locale]))
    texts = [t.format(action=a.text) for t, a in zip(_ON[locale], journey.actions[::step], strict=False)]
    texts.append(_WHOLE[locale])
    remarks = tuple(
        Remark(id=f"V{n}", text=text, tester=f"T{n}", origin=Origin(kind="observation", place=f"O{n}"))
        for n, text in enumerate(texts, 1)
    )
    grouped = (Theme(name="for", leaning="for", voices=("V1",)), Theme(name="no", leaning="against", voices=("V2",)))
    return Evidence(pair="a", remarks=remarks, themes=grouped if themes else ())


def review(
    edition: Edition,
    locale: Locale,
    evidence: Evidence | None,
    *,
    course: Course | None = None,
    view: str = "family",
) -> Reviewed:
    """All four steps, each on the result of the one before. `evidence` None: nobody has brought any."""
    text = brief(evidence, locale, voices=len(evidence.remarks), records=0) if evidence else ""
    told = text or no_evidence(locale)
    people = len(evidence.remarks) if evidence else 0
    old = edition.journey
    grounds = Grounds(evidence=text, known=render(old, locale), people=people)
    first = ask("journey_review", locale, JourneyReviewDraft, {"journey": render(old, locale), "evidence": told})
    found = journey_review_violations(first, old, old, grounds)
    journey = journey_reviewed(first, old, old, grounds, taken=(), locale=locale)
    written, actions = render(journey, locale), tuple(a.id for a in journey.actions)

    listed = render(edition.questions, locale)
    grounds = Grounds(evidence=text, known=f"{written}\n{listed}", people=people)
    given = {"journey": written, "questions": listed, "evidence": told}
    second = ask("impact_review", locale, ImpactReviewDraft, given)
    found += impact_review_violations(second, edition.questions, edition.questions, journey, grounds)
    questions = impact_reviewed(second, edition.questions, edition.questions, actions, grounds, taken=(), locale=locale)

    before = SolutionList(solutions=edition.rated)
    given = {"journey": written, "questions": render(questions, locale), "solutions": render(before, locale)}
    grounds = Grounds(evidence=text, known="\n".join(given.values()), people=people)
    third = ask("solution_widening", locale, SolutionsDraft, {**given, "evidence": told})
    found += solution_widening_violations(third, before, before, actions, grounds)
    solutions = solutions_widened(third, before, before, actions, grounds, locale=locale)

    former = edition.inventions.inventions[0]
    way = course or Course(former=former)
    question = next(q for q in questions.questions if not q.let_go)
    usable = solutions.model_copy(update={"solutions": solutions.usable})
    given = {
        "journey": written,
        "questions": render(questions.model_copy(update={"questions": (question,)}), locale),
        "solutions": render(usable, locale),
        "inventions": render(InventionSet(pair="a", inventions=(former,), chosen=former.id), locale),
        "evidence": f"{render_course(way, locale)}\n\n{told}",
        "point_of_view": point_of_view_text(view, locale),
    }
    grounds = Grounds(evidence=text, known="\n".join(given.values()), people=people)
    fourth = ask("invention_anew", locale, InventionsAnewDraft, given)
    names = tuple(s.name for s in usable.solutions)
    found += invention_anew_violations(fourth, (question.id,), names, way, grounds)
    new = inventions_anew(fourth, way, grounds, point_of_view=view)
    taken = {i.id for i in edition.inventions.inventions}
    inventions = collected_anew("a", new, way, solutions.solutions, questions.questions, taken=taken)
    return Reviewed(journey, questions, solutions, inventions, tuple(found), (first, second, third, fourth))
