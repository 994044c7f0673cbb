"""A practice edition through the rehearsal model's own door: prompts in, Converse out, documents in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from mlew.documents import render
from mlew.documents.customer_file import render_customer
from mlew.documents.facts import render_facts
from mlew.documents.solutions import render_team
from mlew.documents.solutions_file import render_solutions
from mlew.domain.base import Draft, Locale
from mlew.domain.customer import CustomerSheet
from mlew.domain.draft_schema import tool_schema
from mlew.domain.invention import InventionsDraft, InventionSet, collected, invention_violations, inventions_from
from mlew.domain.iteration import (
    SponsorMilestoneDraft,
    TestScriptDraft,
    iteration_from,
    milestone_violations,
    script_violations,
)
from mlew.domain.journey import Journey, JourneyDraft, journey_from, journey_violations
from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_rules import mock_violations
from mlew.domain.press_release import PressReleaseDraft, press_release_from, press_release_violations
from mlew.domain.question import QuestionsDraft, QuestionSet, question_violations, questions_from
from mlew.domain.solution import (
    RatedSolution,
    RatingsDraft,
    Solution,
    SolutionList,
    TeamAnswer,
    rate,
    rating_violations,
)
from mlew.domain.violation import Violation
from mlew.domain.workshop import WorkshopPlan
from mlew.rehearsal.model import MODEL_ID, RehearsalModel
from usecases.definition import load
from usecases.points_of_view import point_of_view_text
from usecases.prompt import render as render_prompt

D = TypeVar("D", bound=Draft)
_NO_SCRIPT = TestScriptDraft(purpose="", scenes=[], sheet=[], interview=[], rule="", follow_up="")


def request(step: str, locale: Locale, draft: type[Draft], inputs: dict[str, str]) -> dict[str, Any]:
    """The JSON body of a Converse call, as the phase runner has it built."""
    definition = load(step)
    prompt = render_prompt(definition, locale, inputs)
    spec = {
        "name": definition.tool,
        "description": definition.text(locale).title,
        "inputSchema": {"json": tool_schema(draft)},
    }
    return {
        "system": [{"text": prompt.system}],
        "messages": [{"role": "user", "content": [{"text": prompt.text}]}],
        "inferenceConfig": {"maxTokens": 8192},
        "toolConfig": {"tools": [{"toolSpec": spec}], "toolChoice": {"tool": {"name": definition.tool}}},
    }


def ask(step: str, locale: Locale, draft: type[D], inputs: dict[str, str], *, requests: str = "") -> D:
    """A validated draft; `requests`: what people ask for, one bullet a line."""
    given = inputs | ({"requests": requests} if requests else {})
    reply = RehearsalModel().converse(MODEL_ID, request(step, locale, draft, given))
    return draft.model_validate(reply.response["output"]["message"]["content"][0]["toolUse"]["input"])


@dataclass(frozen=True)
class Edition:
    """All drafts of one run, and the rules they break."""

    journey: Journey
    questions: QuestionSet
    rated: tuple[RatedSolution, ...]
    inventions: InventionSet
    release: PressReleaseDraft
    milestone: SponsorMilestoneDraft
    script: TestScriptDraft
    mock: MockDraft
    violations: tuple[Violation, ...]
    inputs: dict[str, dict[str, str]]

    @property
    def texts(self) -> list[str]:
        """Everything that people would read."""
        parts = [self.journey, self.questions, self.inventions, self.release, self.milestone, self.script, self.mock]
        return [text for part in parts for text in strings(part.model_dump())]


def rehearse(  # noqa: PLR0917 - a workshop's inputs in their usual order
    sheet: CustomerSheet,
    solutions: Sequence[Solution],
    team: Sequence[TeamAnswer],
    locale: Locale,
    view: str = "family",
    place: int = 0,
) -> Edition:
    """From the customer to the test script. `place`: which ranked question; `view`: point of view."""
    inputs = {"listen": {"customer": render_customer((sheet,), locale)}}
    journey_draft = ask("listen", locale, JourneyDraft, inputs["listen"])
    found = journey_violations(journey_draft)
    journey = journey_from(journey_draft)
    told = render(journey, locale)
    inputs["define"] = {"journey": told}
    questions_draft = ask("define", locale, QuestionsDraft, inputs["define"])
    actions = tuple(a.id for a in journey.actions)
    found += question_violations(questions_draft, actions)
    questions = questions_from(questions_draft)
    inputs["difficulty"] = {"solutions": render_solutions(solutions, "", locale), "team": render_team(team, locale)}
    ratings = ask("difficulty", locale, RatingsDraft, inputs["difficulty"])
    found += rating_violations(ratings, tuple(solutions))
    rated = rate(tuple(solutions), ratings)
    question = questions.questions[place]
    chosen = render(questions.model_copy(update={"questions": (question,)}), locale)
    listed = render(SolutionList(team=tuple(team), solutions=rated), locale)
    words = point_of_view_text(view, locale)
    inputs["invent"] = {"journey": told, "questions": chosen, "solutions": listed, "point_of_view": words}
    inventions_draft = ask("invent", locale, InventionsDraft, inputs["invent"])
    found += invention_violations(inventions_draft, (question.id,), tuple(s.name for s in solutions))
    inventions = collected("a", inventions_from(inventions_draft, point_of_view=view), rated, questions.questions)
    best = inventions.inventions[0]
    one = inventions.model_copy(update={"inventions": (best,), "chosen": best.id})
    plan = WorkshopPlan(locale=locale, company="", currency="JPY" if locale == "ja" else "USD")
    facts = render_facts(plan, sheet.product, date(2026, 11, 3))
    inputs["refine"] = {"journey": told, "questions": chosen, "invention": render(one, locale), "facts": facts}
    release_draft = ask("refine", locale, PressReleaseDraft, inputs["refine"])
    found += press_release_violations(release_draft)
    told_release = press_release_from(release_draft, pair="a", invention=best.id, author="m")
    release = render(told_release, locale)
    inputs["milestone"] = {"journey": told, "questions": chosen, "press_release": release}
    milestone = ask("milestone", locale, SponsorMilestoneDraft, inputs["milestone"])
    found += milestone_violations(milestone, (question.id, *actions))
    so_far = iteration_from(milestone, _NO_SCRIPT, pair="a", sessions=())
    inputs["test_script"] = {"press_release": release, "milestone": render(so_far, locale)}
    script = ask("test_script", locale, TestScriptDraft, inputs["test_script"])
    found += script_violations(script, len(release_draft.steps))
    inputs["mock"] = {"journey": told, "press_release": release}
    mock = ask("mock", locale, MockDraft, inputs["mock"])
    found += mock_violations(mock, told_release, locale)
    return Edition(journey, questions, rated, inventions, release_draft, milestone, script, mock, tuple(found), inputs)


def strings(value: object) -> list[str]:
    """All strings in nested data."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [text for part in inner for text in strings(part)]
