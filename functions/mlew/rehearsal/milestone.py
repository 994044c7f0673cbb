"""Test/Iterate: criteria of the first milestone."""

from collections.abc import Sequence

from mlew.domain.base import Locale
from mlew.domain.iteration import (
    DEFAULT_INTENTION,
    DEFAULT_MINIMUM_SAMPLE,
    DEFAULT_TASK_SUCCESS,
    CriterionDraft,
    SponsorMilestoneDraft,
)
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from mlew.domain.quantity import parse_quantity
from mlew.domain.question import Question, QuestionSet
from mlew.rehearsal.amounts import write_minutes
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.language import phrase, shorten
from mlew.rehearsal.milestone_words import WORDS


def compose_milestone(
    journey: Journey, questions: QuestionSet, release: PressRelease, locale: Locale, asked: Asked
) -> SponsorMilestoneDraft:
    """METHOD's two rates, a time against today's, satisfaction, and one judgement by a person.

    Percentages and numbers of people in comments replace the defaults, in their order.
    """
    words = WORDS[locale]
    question = questions.questions[0] if questions.questions else None
    action_ids = [a.id for a in journey.actions if question and a.id in question.action_ids] or [a.id for a in journey.actions[:1]]  # fmt: skip
    action = next((a for a in journey.actions if a.id in action_ids), None)
    doing = phrase(action.text, locale).brief if action else release.message.service
    checks = [question.id] if question else []
    rates = [p for p in asked.percents if 0 < p <= 100]
    success = rates[0] if rates else DEFAULT_TASK_SUCCESS
    intention = rates[1] if len(rates) > 1 else DEFAULT_INTENTION
    sample = _sample(asked.comments)
    limit = _limit(question, Chance(locale, asked.seed, doing))
    names = {
        "service": shorten(release.message.service or doing, 40),
        "doing": doing,
        "result": shorten(release.steps[-1].text if release.steps else doing, 60).rstrip("。."),
        "success": f"{success:g}",
        "intention": f"{intention:g}",
        "limit": write_minutes(limit, limit, locale),
        "sample": str(sample),
    }

    def criterion(key: str, group: str, kind: str, source: str, comparator: str, threshold: float, unit: str, metric: str, ids: Sequence[str]) -> CriterionDraft:  # fmt: skip
        return CriterionDraft.model_validate(
            {"group": group, "statement": words[key].format(**names), "kind": kind, "source": source, "comparator": comparator,
             "threshold": threshold, "unit": unit, "minimum_sample": sample, "metric": metric, "checks": list(ids)}
        )  # fmt: skip

    criteria = [
        criterion("success", "problem_solved", "rate", "mock", "at_least", success, "%", "task_success", checks),
        criterion("limit", "problem_solved", "duration", "observation", "at_most", limit, "分" if locale == "ja" else "min", "none", checks or action_ids),
        criterion("intention", "behaviour_change", "rate", "mock", "at_least", intention, "%", "intention", action_ids),
        criterion("satisfied", "behaviour_change", "mean", "survey", "at_least", 8, "点（10点満点）" if locale == "ja" else "points of 10", "none", action_ids),
        criterion("judged", "behaviour_change", "qualitative", "observation", "judged", 0, "", "none", action_ids),
    ]  # fmt: skip
    if asked.wants("business-measure"):
        criteria.append(criterion("business", "problem_solved", "business", "business", "at_most", limit, "分" if locale == "ja" else "min", "none", checks or action_ids))  # fmt: skip
    noted = "".join(words["noted"].format(comment=shorten(c, 80)) for c in asked.comments)
    weeks = 1 if asked.wants("quick-to-measure") else 2
    return SponsorMilestoneDraft(
        measured_by=words["measured_by"],
        how_measured=words["how"].format(**names, weeks=weeks) + noted,
        subjects=words["subjects"].format(**names),
        criteria=criteria,
    )


def _limit(question: Question | None, chance: Chance) -> float:
    """Minutes that the same job may take with the mock: a part of what it takes today."""
    today = next((i.each for i in question.impacts if i.dimension == "time"), 10.0) if question else 10.0
    share = chance.pick("limit", (0.3, 0.4, 0.5))
    return float(max(1, min(30, round(today * share))))


def _sample(comments: Sequence[str]) -> int:
    for comment in comments:
        people = [
            q for part in comment.replace("、", ",").split(",") if (q := parse_quantity(part.replace("名", "人")))
        ]
        counts = [round(q.middle) for q in people if q.unit == "count" and q.middle >= 1]
        if counts:
            return min(counts[0], 1000)
    return DEFAULT_MINIMUM_SAMPLE
