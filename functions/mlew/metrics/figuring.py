"""Counters as figures, by the definitions of docs/metrics.md."""

from collections.abc import Sequence

from mlew.domain.figures import AnswerFigure, Apart, ElementFigure, Figures, StepFigure
from mlew.domain.mock import MockStep
from mlew.domain.tally import Counts, Names
from mlew.metrics import counters
from mlew.metrics.durations import BOUNDS, percentile
from mlew.metrics.intervals import mean, rate

_SHARES = (25, 50, 75, 90)
_SECOND = 1000


def figures(counts: Counts, names: Names, steps: Sequence[MockStep]) -> Figures:
    """`steps`: as the mock declares them. Names that it does not declare are counted beside the funnel."""
    sessions, visitors = counts.get(counters.SESSIONS, 0), counts.get(counters.VISITORS, 0)
    answers = tuple(_answers(counts, question) for question in counters.QUESTIONS)
    use = next(found for found in answers if found.question == "use")
    histogram = {i: counts.get(counters.duration_bin(i), 0) for i in range(len(BOUNDS) + 1)}
    shares = ((share, percentile(histogram, share / 100)) for share in _SHARES)
    return Figures(
        events=counts.get(counters.EVENTS, 0),
        views=counts.get(counters.VIEWS, 0),
        clicks=counts.get(counters.CLICKS, 0),
        forms=counts.get(counters.FORMS, 0),
        comments=counts.get(counters.COMMENTS, 0),
        sessions=sessions,
        visitors=visitors,
        lost=counts.get(counters.LOST, 0),
        refused=counts.get(counters.REFUSED, 0),
        bounce=rate(counts.get(counters.BOUNCED, 0), sessions),
        duration=mean(
            sessions, counts.get(counters.DURATION, 0), counts.get(counters.DURATION_SQUARES, 0), unit=_SECOND
        ),
        percentiles=tuple((share, None if at is None else at / _SECOND) for share, at in shares),
        visible=counts.get(counters.VISIBLE, 0) / sessions / _SECOND if sessions else None,
        funnel=_funnel(counts, names, steps),
        beside=_beside(counts, names, steps),
        task_success=rate(_reached(counts, counters.DONE), _reached(counts, counters.START)),
        intention=rate(use.yes, use.answered),
        answer_rate=rate(use.answered, visitors),
        answers=answers,
    )


def apart(counts: Counts) -> tuple[Apart, ...]:
    """What was not counted, by kind, zeros too: that nothing was left out is a statement."""
    return tuple(
        Apart(kind=kind, sessions=counts.get(kind, 0), events=counts.get(counters.kind_events(kind), 0))
        for kind in counters.KINDS
    )


def elements(counts: Counts, names: Names) -> tuple[ElementFigure, ...]:
    """Elements that were clicked, most sessions first."""
    sessions = counts.get(counters.SESSIONS, 0)
    found = [
        ElementFigure(
            name=name,
            other=index == counters.OTHER,
            clicks=clicks,
            sessions=counts.get(counters.sessions_on(index), 0),
            conversion=rate(counts.get(counters.sessions_on(index), 0), sessions),
        )
        for index, name in enumerate(("", *names.elements))
        if (clicks := counts.get(counters.clicks_on(index), 0)) > 0
    ]
    return tuple(sorted(found, key=lambda one: (-one.sessions, -one.clicks, one.name)))


def _funnel(counts: Counts, names: Names, steps: Sequence[MockStep]) -> tuple[StepFigure, ...]:
    """Start, the mock's normal course, and the result: each row's visitors of those of the row before."""
    start, done = counters.FIXED_STEPS
    titles = {start: "", **{step.id: step.title for step in steps if step.course == "normal"}, done: ""}
    order = (*(name for name in titles if name != done), done)
    before = _visitors(counts, names, start)
    found = []
    for name in order:
        found.append(_step(counts, names, name, titles[name], before))
        before = found[-1].visitors
    return tuple(found)


def _beside(counts: Counts, names: Names, steps: Sequence[MockStep]) -> tuple[StepFigure, ...]:
    """Screens where something goes wrong, as the mock declares them, then those that it does not, as they came."""
    wrong = {step.id: step.title for step in steps if step.course != "normal"}
    known = {*counters.FIXED_STEPS, *(step.id for step in steps)}
    titles = {**wrong, **{name: "" for name in names.steps if name not in known}}
    return tuple(_step(counts, names, name, title, 0) for name, title in titles.items())


def _step(counts: Counts, names: Names, name: str, title: str, before: int) -> StepFigure:
    visitors, started = _visitors(counts, names, name), _reached(counts, counters.START)
    return StepFigure(
        id=name,
        title=title,
        visitors=visitors,
        of_started=rate(min(visitors, started), started),
        of_previous=rate(min(visitors, before), before),
    )


def _visitors(counts: Counts, names: Names, name: str) -> int:
    return _reached(counts, names.steps.index(name) + 1) if name in names.steps else 0


def _reached(counts: Counts, index: int) -> int:
    return counts.get(counters.reached(index), 0)


def _answers(counts: Counts, question: str) -> AnswerFigure:
    yes, unsure, no = (counts.get(counters.answered(question, value), 0) for value in counters.VALUES)
    return AnswerFigure(question=question, yes=yes, unsure=unsure, no=no)
