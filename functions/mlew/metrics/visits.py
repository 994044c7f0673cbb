"""A tester's sessions as one visitor."""

from mlew.domain.tally import Session, Visitor


def of_first(session: Session) -> Visitor:
    """A visitor before the first session is absorbed."""
    return Visitor(id=session.visitor, population=session.population, first=session.first)


def absorb(visitor: Visitor, session: Session) -> Visitor:
    """With the session's steps, and of its answers those that are later; the visitor itself if nothing is new.

    In any order and any number of times the same comes out: earliest time, all steps, latest answers.
    """
    first = min(visitor.first, session.first)
    steps = [*visitor.steps, *(step for step in session.steps if step not in visitor.steps)]
    answers = dict(visitor.answers)
    for question, answer in session.answers.items():
        answers[question] = max(answers.get(question, answer), answer)
    if (first, steps, answers) == (visitor.first, visitor.steps, visitor.answers):
        return visitor
    return Visitor(visitor.id, visitor.population, first, steps, answers, list(visitor.entries), visitor.version)
