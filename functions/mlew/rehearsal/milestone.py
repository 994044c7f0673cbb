"""Test/Iterate: criteria of the first milestone."""

from collections.abc import Sequence

from mlew.domain.base import Locale
from mlew.domain.feedback_session import DEFAULT_MINIMUM_SAMPLE
from mlew.domain.iteration import DEFAULT_INTENTION, DEFAULT_TASK_SUCCESS, CriterionDraft, SponsorMilestoneDraft
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from mlew.domain.quantity import parse_quantity
from mlew.domain.question import Question, QuestionSet
from mlew.rehearsal.amounts import write_minutes
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.language import action_phrase, shorten
from mlew.rehearsal.milestone_words import WORDS, MilestoneWords


def compose_milestone(
    journey: Journey, questions: QuestionSet, release: PressRelease, locale: Locale, asked: Asked
) -> SponsorMilestoneDraft:
    """METHOD's two rates, a time against today's, satisfaction, and one judgement by a person.

    Percentages and numbers of people in comments replace the defaults, in their order.
    """
    words = WORDS[locale]
    question = questions.questions[0] if questions.questions else None
    actions = [a for a in journey.actions if question and a.id in question.action_ids] or list(journey.actions[:1])
    doing = action_phrase(actions[0].text, locale).brief if actions else release.message.service
    rates = [p for p in asked.percents if 0 < p <= 100]
    success = rates[0] if rates else DEFAULT_TASK_SUCCESS
    intention = rates[1] if len(rates) > 1 else DEFAULT_INTENTION
    sample = sample_of(asked.comments)
    limit = limit_of(question, Chance(locale, asked.seed("business-measure", "quick-to-measure", "threshold"), doing))
    names = {
        "service": shorten(release.message.service or doing, 40),
        "doing": doing,
        "result": shorten(release.steps[-1].text if release.steps else doing, 60).rstrip("。."),
        "success": f"{success:g}",
        "intention": f"{intention:g}",
        "limit": write_minutes(limit, limit, locale),
        "sample": str(sample),
        "weeks": "1" if asked.wants("quick-to-measure") else "2",
    }
    action_ids = [a.id for a in actions]
    shapes = _shapes(words, success, limit, intention, business=asked.wants("business-measure"))
    noted = "".join(words.noted.format(comment=shorten(c, 80)) for c in asked.comments)
    return SponsorMilestoneDraft(
        measured_by=words.measured_by,
        how_measured=words.how.format(**names) + noted,
        subjects=words.subjects.format(**names),
        criteria=[
            CriterionDraft.model_validate(
                {
                    **shape,
                    "statement": str(shape["statement"]).format(**names),
                    "minimum_sample": sample,
                    "checks": [question.id] if question and shape["group"] == "problem_solved" else action_ids,
                }
            )
            for shape in shapes
        ],
    )


def _shapes(
    words: MilestoneWords, success: float, limit: float, intention: float, *, business: bool
) -> list[dict[str, object]]:
    """The criteria without what all have alike; `statement` still has its braces."""
    solved, changed = {"group": "problem_solved"}, {"group": "behaviour_change"}
    share = {"kind": "rate", "source": "mock", "comparator": "at_least", "unit": "%"}
    time = {"comparator": "at_most", "threshold": limit, "unit": words.minutes, "metric": "none"}
    mean = {"kind": "mean", "source": "survey", "comparator": "at_least", "threshold": 8, "unit": words.points}
    judged = {"kind": "qualitative", "source": "observation", "comparator": "judged", "threshold": 0, "unit": ""}
    found: list[dict[str, object]] = [
        {**solved, **share, "statement": words.success, "threshold": success, "metric": "task_success"},
        {**solved, **time, "statement": words.limit, "kind": "duration", "source": "observation"},
        {**changed, **share, "statement": words.intention, "threshold": intention, "metric": "intention"},
        {**changed, **mean, "statement": words.satisfied, "metric": "none"},
        {**changed, **judged, "statement": words.judged, "metric": "none"},
    ]
    if business:
        found.append({**solved, **time, "statement": words.business, "kind": "business", "source": "business"})
    return found


def limit_of(question: Question | None, chance: Chance) -> float:
    """Minutes that the same job may take with the mock: a part of what it takes today."""
    today = next((i.each for i in question.impacts if i.dimension == "time"), 10.0) if question else 10.0
    share = chance.pick("limit", (0.3, 0.4, 0.5))
    return float(max(1, min(30, round(today * share))))


def sample_of(comments: Sequence[str]) -> int:
    """How many testers people asked for; METHOD's default if they did not."""
    for comment in comments:
        people = [parse_quantity(part.replace("名", "人")) for part in comment.replace("、", ",").split(",")]
        counts = [round(q.middle) for q in people if q and q.unit == "count" and q.middle >= 1]
        if counts:
            return min(counts[0], 1000)
    return DEFAULT_MINIMUM_SAMPLE
