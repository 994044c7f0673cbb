"""`mlew review add-question`."""

import re
from typing import Annotated, Literal

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.naming import newest
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.domain.artifact import TEAM
from mlew.domain.quantity import Period, parse_quantity
from mlew.domain.question import Effect, Frequency, Question, QuestionKind
from mlew.errors import InputError

_PERIODS: dict[str, Period] = {
    "day": "day", "week": "week", "month": "month", "year": "year",
    "日": "day", "週": "week", "月": "month", "年": "year",
}  # fmt: skip
_FREQUENCY = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:回|times?)?\s*[/／]\s*(\w+?)s?\s*")


def add_question(
    cli: Invocation,
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    action: Annotated[list[str], typer.Option("--action", "-a", metavar="ID")],
    effect: Annotated[list[str], typer.Option("--effect", metavar="AMOUNT")],
    frequency: Annotated[str, typer.Option("--frequency", metavar="TIMES/PERIOD")],
    kind: Annotated[Literal["optimal", "continuous"], typer.Option("--kind")] = "optimal",
    workshop: WorkshopOption = None,
) -> None:
    """Add a person's own question to those of Define."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    before = newest(cli.workbench.stores.artifacts, record, "questions", TEAM)
    question = question_of(text, kind, action, effect, frequency)
    saved = cli.workbench.gates.add_question(
        record, question, by=cli.person, arn=cli.arn, based_on_version=before.version
    )
    cli.out.answer(
        {"workshop": record.id, **saved.ref.model_dump(), "note": saved.note},
        line(cli.words("review.question-added", version=saved.version, note=saved.note), "green"),
    )


def question_of(text: str, kind: QuestionKind, actions: list[str], effects: list[str], frequency: str) -> Question:
    """The question as typed. Raises InputError naming the option that cannot be read."""
    ids = tuple(dict.fromkeys(a.strip().upper() for a in actions))
    if not text.strip():
        raise InputError.told("question.empty")
    if kind == "continuous" and len(ids) < 2:
        raise InputError.told("question.two-actions")
    return Question(
        id="",
        kind=kind,
        text=text,
        action_ids=ids,
        effects=tuple(effect_of(e) for e in effects),
        frequency=frequency_of(frequency),
    )


def effect_of(text: str) -> Effect:
    """ "15 min" is saved, "+15 min" gained."""
    amount = parse_quantity(text)
    if amount is None or amount.middle <= 0:
        raise InputError.told("question.no-effect", text=text)
    direction: Literal["saved", "gained"] = "gained" if text.strip().startswith(("+", "＋")) else "saved"
    return Effect(direction=direction, amount=amount.middle, unit=amount.unit)


def frequency_of(text: str) -> Frequency:
    """ "2/week" or "2回/週"."""
    match = _FREQUENCY.fullmatch(text)
    period = _PERIODS.get(match[2].lower()) if match else None
    if match is None or period is None or float(match[1]) <= 0:
        raise InputError.told("question.no-frequency", text=text)
    return Frequency(times=float(match[1]), per=period)
