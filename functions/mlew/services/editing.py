"""People change artifacts: every save is a new version, numbers are computed anew."""

from zoneinfo import ZoneInfo

from mlew.domain.artifact import TEAM, Artifact, ArtifactKind, Body, Provenance
from mlew.domain.base import Locale
from mlew.domain.invention import InventionSet, scored
from mlew.domain.journey import Journey
from mlew.domain.market_arithmetic import estimate_market
from mlew.domain.market_estimate import Market
from mlew.domain.market_rules import market_warnings
from mlew.domain.plan import Plan
from mlew.domain.plan_errors import check_change
from mlew.domain.plan_warnings import plan_warnings
from mlew.domain.press_release import SECTIONS, Comment, Faq, PressRelease
from mlew.domain.question import QuestionSet, ranked
from mlew.domain.solution import SolutionList, covered
from mlew.domain.violation import Violation
from mlew.domain.workshop import Workshop
from mlew.errors import Conflict, InputError, NotFound
from mlew.ports.clock import Clock
from mlew.services.days_off import days_off
from mlew.services.open_estimate import estimate_closed
from mlew.services.reading import current
from mlew.services.work import Stores


class Editing:
    """Saves what people wrote."""

    def __init__(self, stores: Stores, clock: Clock) -> None:
        self._stores = stores
        self._clock = clock

    def save(
        self,
        workshop: Workshop,
        kind: ArtifactKind,
        scope: str,
        body: Body,
        *,
        by: str,
        arn: str = "",
        based_on_version: int,
        note: str = "",
    ) -> Artifact:
        """Store `body` as the version after `based_on_version`.

        Raises Conflict if there is a newer one, InputError for a market or a plan that cannot be.
        """
        before = self._stores.artifacts.latest(workshop.id, kind, scope)
        if before is None:
            raise NotFound.told("artifact.none", workshop=workshop.id, kind=kind, scope=scope)
        if before.version != based_on_version:
            raise Conflict.told(
                "artifact.moved-on",
                kind=kind,
                scope=scope,
                version=before.version,
                author=before.provenance.author,
                based_on_version=based_on_version,
            )
        accepted = self._accepted(workshop, before.body, _signed(before.body, body, by))
        saved = recomputed(self._stores, workshop, accepted)
        artifact = Artifact(
            kind=kind,
            scope=scope,
            version=based_on_version + 1,
            created_at=self._clock.now(),
            body=saved,
            provenance=Provenance(
                author=by, arn=arn, round=before.provenance.round, rehearsed=before.provenance.rehearsed
            ),
            warnings=_warnings(saved, workshop.plan.locale, before.warnings),
            note=note,
        )
        self._stores.artifacts.add(workshop.id, artifact)
        return artifact

    def _accepted(self, workshop: Workshop, before: Body, after: Body) -> Body:
        """Nobody edits N, nor when the first figure was written down; a plan must be possible where it was changed."""
        if isinstance(before, Market) and isinstance(after, Market):
            kept = {"estimated_at": before.inputs.estimated_at, "multiples": before.inputs.multiples}
            return after.model_copy(update={"inputs": after.inputs.model_copy(update=kept)})
        if isinstance(before, Plan) and isinstance(after, Plan):
            today = self._clock.now().astimezone(ZoneInfo(before.time_zone)).date()
            check_change(before, after, today, locale=workshop.plan.locale)
        return after

    def comment(
        self, workshop: Workshop, pair: str, section: str, text: str, *, by: str, arn: str = "", as_faq: bool = False
    ) -> Artifact:
        """A reviewer's remark on a section of a press release; with `as_faq` it becomes a question to be answered."""
        if section not in SECTIONS:
            raise InputError.told("section.unknown", section=section, sections=", ".join(SECTIONS))
        if not text.strip():
            raise InputError.told("comment.empty")
        release, ref = current(self._stores, workshop, PressRelease, pair)
        comment = Comment(section=section, author=by, text=text, becomes_faq=as_faq)
        faq = (*release.faq, Faq(question=text, answer="")) if as_faq else release.faq
        body = release.model_copy(update={"comments": (*release.comments, comment), "faq": faq})
        note = f"comment on {section}"
        return self.save(workshop, "press_release", pair, body, by=by, arn=arn, based_on_version=ref.version, note=note)


def recomputed(stores: Stores, workshop: Workshop, body: Body) -> Body:
    """The body with all its computed numbers as the domain computes them; what people wrote there is replaced."""
    if isinstance(body, QuestionSet):
        return ranked(body)
    if isinstance(body, InventionSet):
        questions, _ = current(stores, workshop, QuestionSet)
        solutions, _ = current(stores, workshop, SolutionList)
        return scored(body, solutions.solutions, questions.questions)
    if isinstance(body, SolutionList):
        journey = stores.artifacts.latest(workshop.id, "journey", TEAM)  # solutions may be imported without one
        actions = journey.body.actions if journey is not None and isinstance(journey.body, Journey) else ()
        return covered(body, tuple(action.id for action in actions))
    if isinstance(body, Market):
        chosen = () if estimate_closed(stores, workshop) else workshop.multiples
        inputs = body.inputs.model_copy(update={"multiples": chosen or body.inputs.multiples})
        return body.model_copy(
            update={"inputs": inputs, "estimate": estimate_market(inputs, locale=workshop.plan.locale)}
        )
    return body


def _warnings(saved: Body, locale: Locale, before: tuple[Violation, ...]) -> tuple[Violation, ...]:
    """What is weak in a market or a plan as it is now; of all else nobody looks again after people did."""
    if isinstance(saved, Market):
        return tuple(market_warnings(saved.inputs, locale=locale))
    if isinstance(saved, Plan):
        return tuple(plan_warnings(saved, days_off(saved, locale), locale=locale))
    return before


def _signed(before: Body, after: Body, by: str) -> Body:
    """Add the author to the sections of a press release that changed; measured values stay those of the verdict."""
    if not isinstance(before, PressRelease) or not isinstance(after, PressRelease):
        return after
    authors = dict(before.authors)
    for section in SECTIONS:
        if getattr(before, section) != getattr(after, section) and by not in authors.get(section, ()):
            authors[section] = (*authors.get(section, ()), by)
    return after.model_copy(update={"authors": authors, "proof": before.proof})
