"""Test/Iterate of the improvement edition: milestones ② to ④."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from mlew.domain.base import Locale
from mlew.domain.feedback_session import DEFAULT_MINIMUM_SAMPLE
from mlew.domain.iteration import DEFAULT_INTENTION, DEFAULT_TASK_SUCCESS, CriterionDraft, Iteration, MeasureDraft
from mlew.domain.journey import Journey
from mlew.domain.milestones_ahead import FanDraft, InvestmentDraft, MilestonesDraft, milestone_of
from mlew.domain.press_release import PressRelease
from mlew.domain.question import Question, QuestionSet
from mlew.rehearsal.amounts import write_minutes
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.converse_errors import ValidationException
from mlew.rehearsal.heard import Heard
from mlew.rehearsal.language import action_phrase, shorten
from mlew.rehearsal.milestone import limit_of, sample_of
from mlew.rehearsal.milestones_ahead_words import WORDS, AheadWords

_TODAY = re.compile(r"^- (?:今日|Today)\s*[：:]\s*(\d{4}-\d\d-\d\d)", re.MULTILINE)
_N = re.compile(r"^- (?:③の N|N of ③)[^：:]*[：:]\s*(\d+(?:\.\d+)?(?:e\+?\d+)?)", re.MULTILINE)
_TAKEN_UP = ("outside-only", "check-units", "bottom-up", "commitment", "real-costs", "within-three-months")
_DAYS = ((49, 63, 77), (118, 126, 133), (161, 168, 175))
"""From today to ②, ③ and ④: within METHOD's three and about six months."""
_SOON = 28
_DEED = 30.0


def compose_milestones_ahead(
    journey: Journey,
    questions: QuestionSet,
    release: PressRelease,
    first: Iteration,
    *,
    heard: Heard,
    market: str,
    locale: Locale,
    asked: Asked,
) -> MilestonesDraft:
    """METHOD's defaults for customers outside, N times the cost, and what must have been shown before the release.

    Percentages and numbers of people in comments replace the defaults, in their order.
    """
    words = WORDS[locale]
    question = questions.questions[0] if questions.questions else None
    actions = [a for a in journey.actions if question and a.id in question.action_ids] or list(journey.actions[:1])
    doing = action_phrase(actions[0].text, locale).brief if actions else release.message.service
    chance = Chance(locale, asked.seed(*_TAKEN_UP), release.message.service, doing)
    names = _names(release, doing, question, first, market, chance, asked, locale)
    checks = ([question.id] if question else [], [a.id for a in actions])
    days = _dates(market, chance, soon=asked.wants("within-three-months"))
    return MilestonesDraft(
        learned=_learned(heard, words),
        fan=_fan(words, names, checks, days[0], asked),
        share=_share(words, names, checks[0], days[1], asked),
        release=InvestmentDraft(
            measured_by=words.release_by,
            how_measured=words.release_how.format(**names),
            criteria=[
                _measure(words.release_shown, names, checks[0], kind="qualitative", comparator="judged", threshold=0),
                _measure(words.release_month, names, checks[1], threshold=float(names["month"]), unit=words.people),
            ],
            planned=days[2],
            if_missed=words.release_missed,
        ),
    )


def _names(  # noqa: PLR0917 - all that fills a brace
    release: PressRelease,
    doing: str,
    question: Question | None,
    first: Iteration,
    market: str,
    chance: Chance,
    asked: Asked,
    locale: Locale,
) -> dict[str, str]:
    rates = [p for p in asked.percents if 0 < p <= 100]
    success = rates[0] if rates else DEFAULT_TASK_SUCCESS
    intention = rates[1] if len(rates) > 1 else DEFAULT_INTENTION
    limits = [c.threshold for c in milestone_of(first, "sponsor").criteria if c.kind == "duration" and c.threshold > 0]
    limit = limits[0] if limits else limit_of(question, chance)
    found = _N.search(market)
    sample = max(DEFAULT_MINIMUM_SAMPLE, sample_of(asked.comments))
    return {
        "service": shorten(release.message.service or doing, 40),
        "doing": doing,
        "success": f"{success:g}",
        "intention": f"{intention:g}",
        "deed": f"{min(intention, _DEED):g}",
        "minutes": f"{limit:g}",
        "limit": write_minutes(limit, limit, locale),
        "sample": str(sample),
        "n": found[1] if found else "3",
        "named": str(chance.pick("named", (3, 5, 8))),
        "month": str(chance.pick("month", (10, 20, 30))),
    }


def _learned(heard: Heard, words: AheadWords) -> str:
    """What the numbers and hesitant voices tell; nothing without either."""
    missed = words.comma.join(r.id for r in heard.results if not r.passed)
    found = [words.learned_missed.format(ids=missed)] if missed else []
    if heard.results and not missed:
        found.append(words.learned_passed)
    found += [
        words.learned_voice.format(voice=shorten(re.sub(r"[「」『』“”\"]", "", v.text), 60)) for v in heard.hesitant[:1]
    ]
    return words.space.join(found)


def _fan(
    words: AheadWords, names: dict[str, str], checks: tuple[list[str], list[str]], planned: str, asked: Asked
) -> FanDraft:
    solved, changed = ("problem_solved", checks[0] or checks[1]), ("behaviour_change", checks[1])
    share = {"kind": "rate", "comparator": "at_least", "unit": "%"}
    mock = {**share, "source": "mock"}
    limit = {"kind": "duration", "source": "observation", "comparator": "at_most", "unit": words.minute}
    shapes = [
        (words.success, solved, {**mock, "threshold": float(names["success"]), "metric": "task_success"}),
        (words.limit, solved, {**limit, "threshold": float(names["minutes"]), "metric": "none"}),
        (words.intention, changed, {**mock, "threshold": float(names["intention"]), "metric": "intention"}),
        (
            words.order if asked.wants("commitment") else words.deed,
            changed,
            {**share, "source": "observation", "threshold": float(names["deed"]), "metric": "none"},
        ),
    ]
    noted = "".join(words.noted.format(comment=shorten(c, 80)) for c in asked.comments)
    return FanDraft(
        measured_by=words.fan_by,
        how_measured=words.fan_how.format(**names) + noted,
        subjects=words.fan_subjects.format(**names) + (words.outside if asked.wants("outside-only") else ""),
        criteria=[
            CriterionDraft.model_validate(
                {
                    **shape,
                    "statement": statement.format(**names),
                    "group": group,
                    "minimum_sample": int(names["sample"]),
                    "checks": ids,
                }
            )
            for statement, (group, ids), shape in shapes
        ],
        planned=planned,
        if_missed=words.fan_missed,
    )


def _share(words: AheadWords, names: dict[str, str], checks: list[str], planned: str, asked: Asked) -> InvestmentDraft:
    how = words.share_how.format(**names)
    how += words.units if asked.wants("check-units") else ""
    how += words.costs if asked.wants("real-costs") else ""
    named = words.bottom_up if asked.wants("bottom-up") else words.named
    return InvestmentDraft(
        measured_by=words.share_by,
        how_measured=how,
        criteria=[
            _measure(words.multiple, names, checks, threshold=float(names["n"]), unit=words.times),
            _measure(named, names, checks, kind="count", threshold=float(names["named"]), unit=words.people),
        ],
        planned=planned,
        if_missed=words.share_missed,
    )


def _measure(statement: str, names: dict[str, str], checks: Sequence[str], **shape: object) -> MeasureDraft:
    """From records, at least a number, unless `shape` says otherwise."""
    usual = {"kind": "business", "source": "business", "comparator": "at_least", "unit": "", "minimum_sample": 1}
    return MeasureDraft.model_validate(
        {**usual, **shape, "statement": statement.format(**names), "checks": list(checks)}
    )


def _dates(market: str, chance: Chance, *, soon: bool) -> list[str]:
    """ISO dates on weekdays. Raises ValidationException if nobody says what day it is."""
    found = _TODAY.search(market)
    if found is None:
        raise ValidationException("The input 'market' does not say what day it is today.")
    today = date.fromisoformat(found[1])
    days = [chance.pick(f"day{n}", options) for n, options in enumerate(_DAYS)]
    if soon:
        days[0] = _SOON
    return [_weekday(today + timedelta(days=number)).isoformat() for number in days]


def _weekday(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)
