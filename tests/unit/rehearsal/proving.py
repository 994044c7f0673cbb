"""The improvement edition's Refine through the rehearsal model's door, on what a practice edition left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mlew.documents import render
from mlew.documents.evidence_brief import brief
from mlew.documents.facts import render_facts
from mlew.documents.priority_facts import render_priority_facts
from mlew.documents.shown import nothing_shown, results_text, shown
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence, Origin, Remark, Theme
from mlew.domain.iteration import iteration_from
from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_rules import mock_violations
from mlew.domain.press_release import Faq, PressRelease, press_release_from
from mlew.domain.proven_release import FirstReleaseDraft, ProvenReleaseDraft, Shown, proven_release_from
from mlew.domain.proven_release_rules import proven_release_violations
from mlew.domain.verdict import Measure, Proposal, Result, Verdict
from mlew.domain.violation import Violation
from mlew.domain.workshop import Day0Facts, WorkshopPlan
from tests.unit.rehearsal.rehearsing import _NO_SCRIPT, Edition, ask

SAID: dict[Locale, tuple[str, str, str]] = {
    "ja": (
        "その場で終わるのは助かります",
        "本当に合っているのか（正直）不安で「戻る」を押しました",
        "料金が分かりにくい",
    ),
    "en": ("That saves me the whole evening", "I was not sure (honestly) whether it “knew” us and went back", "Price?"),
}


def evidence(locale: Locale, *, themes: bool = True) -> Evidence:
    """Three voices, in two themes."""
    warm, cold, price = SAID[locale]
    return Evidence(
        pair="a",
        remarks=tuple(
            Remark(id=f"V{n}", text=text, tester=f"T{n}", origin=Origin(kind="observation", place=f"O{n}"))
            for n, text in enumerate((warm, cold, price), 1)
        ),
        themes=(
            Theme(name="warm", leaning="for", voices=("V1",)),
            Theme(name="cold", leaning="against", voices=("V2", "V3")),
        )
        if themes
        else (),
    )


def verdict(edition: Edition) -> Verdict:
    """The first criterion was passed by 5 of 6, the others have no data."""
    first, *others = iteration_from(edition.milestone, _NO_SCRIPT, pair="a", sessions=()).milestones[0].criteria
    measure = Measure(source="mock", basis="share", value=83.3, of=6, hits=5)
    return Verdict(
        pair="a",
        results=(
            Result(criterion=first, outcome="passed", measure=measure, certainty="provisional"),
            *(Result(criterion=one, outcome="no_data") for one in others),
        ),
        proposal=Proposal(decision=None, reason="open", solved="open", decided="open"),
    )


@dataclass(frozen=True)
class Proven:
    """What came of it, and which rules it breaks."""

    draft: ProvenReleaseDraft
    known: Shown
    release: PressRelease
    violations: tuple[Violation, ...]
    inputs: dict[str, str]


def former(edition: Edition) -> PressRelease:
    """The press release of the practice edition; a reviewer has asked a question that nobody answered."""
    found = press_release_from(edition.release, pair="a", invention="I1", author="model:x")
    asked = Faq(question="Who looks after it? / 誰が面倒を見ますか", answer="")
    return found.model_copy(update={"faq": (*found.faq, asked)})


def prove(
    edition: Edition,
    locale: Locale,
    *,
    goes_first: bool = True,
    brought: Evidence | None = None,
    judged: Verdict | None = None,
    requests: Sequence[str] = (),
    day0: Day0Facts | None = None,
) -> Proven:
    """One pair's Refine. Without `brought` nobody has tried the mock."""
    known = shown(brought, judged, locale) if brought else Shown()
    said = brief(brought, locale, voices=len(brought.remarks), records=0) if brought else ""
    told = [said, results_text(known, locale)]
    plan = WorkshopPlan(locale=locale, currency="JPY" if locale == "ja" else "USD", day0=day0 or Day0Facts())
    before = former(edition)
    inputs = {
        **{name: edition.inputs["refine"][name] for name in ("journey", "questions", "invention")},
        "press_release": render(before, locale),
        "evidence": "\n\n".join(filter(None, told)) or nothing_shown(locale),
        "facts": "\n".join(
            (
                render_facts(plan, "Product", date(2026, 11, 3)),
                render_priority_facts(plan.day0, (), locale, goes_first=goes_first),
            )
        ),
    }
    form = FirstReleaseDraft if goes_first else ProvenReleaseDraft
    draft = ask("press_release_proven", locale, form, inputs, requests="\n".join(f"- {r}" for r in requests))
    asked = [f.question for f in before.faq if not f.answer]
    found = proven_release_violations(draft, known, open_questions=asked, locale=locale)
    release = proven_release_from(
        draft, known, pair="a", invention="I1", author="model:x", provider_labels=("1", "2", "3", "4", "5")
    )
    return Proven(draft, known, release, tuple(found), inputs)


def mock_of(edition: Edition, release: PressRelease, locale: Locale) -> tuple[MockDraft, list[Violation]]:
    """The mock that follows from it."""
    inputs = {"journey": edition.inputs["mock"]["journey"], "press_release": render(release, locale)}
    draft = ask("mock", locale, MockDraft, inputs)
    return draft, mock_violations(draft, release, locale)
