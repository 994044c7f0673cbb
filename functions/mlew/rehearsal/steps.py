"""From the inputs of a step, as text, to its draft: one function a tool."""

import re
from collections.abc import Callable, Mapping

from mlew.documents import parse
from mlew.documents.customer_file import parse_customer
from mlew.documents.plan_people import Brief, read_people
from mlew.documents.solutions_file import parse_solutions
from mlew.documents.voice_list import Spoken, read_voices
from mlew.domain.base import Draft, Locale
from mlew.domain.customer import CustomerSheet
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Iteration
from mlew.domain.journey import Journey
from mlew.domain.market_estimate import Market
from mlew.domain.press_release import PressRelease
from mlew.domain.question import QuestionSet, ranked
from mlew.domain.solution import Solution, SolutionList
from mlew.errors import InputError
from mlew.rehearsal.asked import asked
from mlew.rehearsal.converse_errors import ValidationException
from mlew.rehearsal.customer_script import compose_customer_script
from mlew.rehearsal.facts import facts_of
from mlew.rehearsal.going_on import going_on
from mlew.rehearsal.heard import Heard, heard
from mlew.rehearsal.inventions import compose_inventions
from mlew.rehearsal.journey import compose_journey
from mlew.rehearsal.market import compose_market
from mlew.rehearsal.milestone import compose_milestone
from mlew.rehearsal.milestones_ahead import compose_milestones_ahead
from mlew.rehearsal.mock import compose_mock
from mlew.rehearsal.plan import compose_plan
from mlew.rehearsal.press_release import compose_press_release
from mlew.rehearsal.proven_release import compose_proven_release
from mlew.rehearsal.questions import compose_questions
from mlew.rehearsal.ratings import compose_ratings
from mlew.rehearsal.review_steps import REVIEW_TOOLS
from mlew.rehearsal.test_script import compose_test_script
from mlew.rehearsal.themes import compose_themes


class Inputs:
    """The inputs of one call, read when needed.

    Raises ValidationException for one that is missing, InputError for one that is no such document.
    """

    def __init__(self, texts: Mapping[str, str], locale: Locale) -> None:
        self._texts = texts
        self.locale = locale

    def text(self, name: str) -> str:
        """As given."""
        if not self._texts.get(name, "").strip():
            raise ValidationException(f"The input '{name}' is missing or empty.")
        return self._texts[name]

    def has(self, name: str) -> bool:
        """Whether it was given."""
        return bool(self._texts.get(name, "").strip())

    def without(self, name: str) -> "Inputs":
        """The same without one of them."""
        return Inputs({n: text for n, text in self._texts.items() if n != name}, self.locale)

    def requests(self) -> str:
        """What people asked for; "" in the first round."""
        return self._texts.get("requests", "")

    def customers(self) -> tuple[CustomerSheet, ...]:
        """Sheets; text that is no sheet is one with that text only."""
        text = self.text("customer")
        return parse_customer(text).sheets or (CustomerSheet(extra=text),)

    def journey(self) -> Journey:
        """Of Listen."""
        found = parse("journey", self.text("journey"), self.locale)
        if not isinstance(found, Journey) or not found.actions:
            raise ValidationException("The input 'journey' has no action.")
        return found

    def questions(self) -> QuestionSet:
        """Of Define, with impacts computed again: a document shows them, but does not carry them."""
        found = parse("questions", self.text("questions"), self.locale)
        if not isinstance(found, QuestionSet):
            raise ValidationException("The input 'questions' is no document of questions.")
        ranks = {q.id: q.rank for q in found.questions}
        again = ranked(found).questions
        return found.model_copy(update={"questions": tuple(q.model_copy(update={"rank": ranks[q.id]}) for q in again)})

    def listed(self) -> tuple[Solution, ...]:
        """Solutions as people brought them."""
        return parse_solutions(self.text("solutions")).solutions

    def solutions(self) -> SolutionList:
        """Rated."""
        found = parse("solutions", self.text("solutions"), self.locale)
        if not isinstance(found, SolutionList):
            raise ValidationException("The input 'solutions' is no document of solutions.")
        return found

    def invention(self) -> InventionSet:
        """The chosen one."""
        found = parse("inventions", self.text("invention"), self.locale)
        if not isinstance(found, InventionSet) or not found.inventions:
            raise ValidationException("The input 'invention' holds no invention.")
        return found

    def press_release(self) -> PressRelease:
        """Of Refine."""
        found = parse("press_release", self.text("press_release"), self.locale)
        if not isinstance(found, PressRelease):
            raise ValidationException("The input 'press_release' is no press release.")
        return found

    def milestone(self) -> Iteration:
        """Of Test/Iterate, so far."""
        found = parse("iteration", self.text("milestone"), self.locale)
        if not isinstance(found, Iteration):
            raise ValidationException("The input 'milestone' holds no milestones.")
        return found

    def voices(self) -> tuple[Spoken, ...]:
        """Of the precheck, masked."""
        found = read_voices(self.text("voices"))
        if not found:
            raise ValidationException("The input 'voices' holds no voice.")
        return found

    def iteration_and_market(self) -> tuple[Iteration, Market | None]:
        """Of the plan: documents one after the other; the first Test/Iterate is that of the pair that goes first."""
        parts = ["# " + part for part in re.split(r"^# ", self.text("milestone"), flags=re.MULTILINE) if part.strip()]
        estimate = next((part for part in parts if part.startswith(("# 市場推計", "# Market estimate"))), None)
        first, market = parse("iteration", parts[0], self.locale), estimate and parse("market", estimate, self.locale)
        if not isinstance(first, Iteration):
            raise ValidationException("The input 'milestone' holds no milestones.")
        return first, market if isinstance(market, Market) else None

    def people(self) -> Brief:
        """Of the plan."""
        try:
            return read_people(self.text("people"), self.locale)
        except ValueError as error:
            raise ValidationException("The input 'people' has a day that is none.") from error


def _journey(i: Inputs) -> Draft:
    return compose_journey(i.customers(), i.locale, asked("listen", i.locale, i.requests()))


def _questions(i: Inputs) -> Draft:
    return compose_questions(i.journey(), i.locale, asked("define", i.locale, i.requests()))


def _ratings(i: Inputs) -> Draft:
    team = parse("solutions", i.text("team"), i.locale) if i.has("team") else None
    answers = team.team if isinstance(team, SolutionList) else ()
    return compose_ratings(i.listed(), answers, i.locale, asked("difficulty", i.locale, i.requests()))


def _inventions(i: Inputs) -> Draft:
    return compose_inventions(
        i.journey(),
        i.questions(),
        i.solutions().solutions,
        point_of_view=i.text("point_of_view"),
        locale=i.locale,
        asked=asked("invent", i.locale, i.requests()),
    )


def _press_release(i: Inputs) -> Draft:
    return compose_press_release(
        i.journey(),
        i.questions(),
        i.invention(),
        facts=facts_of(i.text("facts"), i.locale),
        locale=i.locale,
        asked=asked("refine", i.locale, i.requests()),
    )


def _proven_release(i: Inputs) -> Draft:
    return compose_proven_release(
        i.journey(),
        i.questions(),
        i.invention(),
        former=i.press_release() if i.has("press_release") else None,
        heard=heard(i.text("evidence")),
        facts=i.text("facts"),
        locale=i.locale,
        asked=asked("press_release_proven", i.locale, i.requests()),
    )


def _milestone(i: Inputs) -> Draft:
    wishes = asked("milestone", i.locale, i.requests())
    return compose_milestone(i.journey(), i.questions(), i.press_release(), i.locale, wishes)


def _test_script(i: Inputs) -> Draft:
    wishes = asked("test_script", i.locale, i.requests())
    return compose_test_script(i.press_release(), i.milestone(), i.locale, wishes)


def _milestones_ahead(i: Inputs) -> Draft:
    return compose_milestones_ahead(
        i.journey(),
        i.questions(),
        i.press_release(),
        i.milestone(),
        heard=_heard(i),
        market=i.text("market"),
        locale=i.locale,
        asked=asked("market_milestones", i.locale, i.requests()),
    )


def _customer_script(i: Inputs) -> Draft:
    wishes = asked("customer_test_script", i.locale, i.requests())
    return compose_customer_script(i.press_release(), i.milestone(), _heard(i), i.locale, wishes)


def _heard(i: Inputs) -> Heard:
    return heard(i.text("evidence")) if i.has("evidence") else Heard()


def _mock(i: Inputs) -> Draft:
    return compose_mock(i.journey(), i.press_release(), i.locale, asked("mock", i.locale, i.requests()))


def _themes(i: Inputs) -> Draft:
    return compose_themes(i.journey(), i.voices(), i.locale, asked("themes", i.locale, i.requests()))


def _market(i: Inputs) -> Draft:
    wishes = asked("market_estimate", i.locale, i.requests())
    facts = facts_of(i.text("facts"), i.locale)
    return compose_market(i.journey(), i.press_release(), facts=facts, locale=i.locale, asked=wishes)


def _plan(i: Inputs) -> Draft:
    iteration, market = i.iteration_and_market()
    wishes = asked("plan", i.locale, i.requests())
    return compose_plan(iteration, i.press_release(), i.people(), market=market, locale=i.locale, asked=wishes)


TOOLS: dict[str, Callable[[Inputs], Draft]] = {
    "write_journey": _journey,
    "write_questions": _questions,
    "write_ratings": _ratings,
    "write_inventions": _inventions,
    **REVIEW_TOOLS,
    "write_press_release": _press_release,
    "write_proven_release": _proven_release,
    "write_milestone": _milestone,
    "write_test_script": _test_script,
    "write_milestones": _milestones_ahead,
    "write_customer_script": _customer_script,
    "write_mock": _mock,
    "write_themes": _themes,
    "write_market": _market,
    "write_plan": _plan,
}


def compose(tool: str, texts: Mapping[str, str], locale: Locale) -> Draft:
    """The draft of a step. Raises ValidationException for an unknown tool and for inputs that cannot be read."""
    write = TOOLS.get(tool)
    if write is None:
        raise ValidationException(f"The rehearsal model does not know the form '{tool}', only {', '.join(TOOLS)}.")
    try:
        return going_on(tool, write, Inputs(texts, locale))
    except InputError as error:
        raise ValidationException(f"An input cannot be read: {error.message}") from error
