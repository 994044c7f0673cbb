"""What can be chosen at the end of Define and Invent."""

from mlew.cli.fitted_table import FittedTable
from mlew.cli.invocation import Invocation
from mlew.cli.output import table
from mlew.domain.invention import InventionSet
from mlew.domain.question import Question, QuestionSet
from mlew.domain.workshop import Workshop
from mlew.services.reading import current

SHOWN_QUESTIONS = 10


def questions_table(cli: Invocation, workshop: Workshop) -> FittedTable:
    """The best ranked questions with their yearly impact."""
    questions, _ = current(cli.workbench.stores, workshop, QuestionSet)
    columns = [cli.words(f"review.column.{c}") for c in ("rank", "id", "kind", "question", "impact")]
    rows = [
        [str(q.rank), q.id, cli.words(f"question-kind.{q.kind}"), q.text, impact(cli, q)]
        for q in questions.questions[:SHOWN_QUESTIONS]
    ]
    return table(columns, rows, narrow=(0, 1, 2))


def impact(cli: Invocation, question: Question) -> str:
    """Per unit and year: time and money are never merged here."""
    return ", ".join(
        cli.words("impact.hour", amount=f"{i.per_year / 60:,.0f}")
        if i.unit == "minute" and i.per_year >= 2 * 60
        else cli.words(f"impact.{i.unit}", amount=f"{i.per_year:,.0f}")
        for i in question.impacts
    )


def inventions_table(cli: Invocation, workshop: Workshop, pair: str) -> FittedTable:
    """A pair's inventions, best score first."""
    inventions, _ = current(cli.workbench.stores, workshop, InventionSet, pair)
    columns = [cli.words(f"review.column.{c}") for c in ("id", "invention", "questions", "resolution", "difficulty")]
    rows = [
        [i.id, i.name, "/".join(i.question_ids), f"{i.resolution_percent:.0f} %", str(i.difficulty)]
        for i in inventions.inventions
    ]
    return table(columns, rows, narrow=(0,))
