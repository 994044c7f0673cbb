"""The mock of a pair: press release → MockSpec, while people do Test/Iterate (METHOD, Refine)."""

from mlew.documents import render
from mlew.documents.for_model import render_for_model
from mlew.domain.artifact import ArtifactRef
from mlew.domain.journey import Journey
from mlew.domain.mock_conversion import mock_spec_from
from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_rules import mock_violations
from mlew.domain.press_release import PressRelease
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, store_made
from mlew.services.draft_runner import Task, write_draft
from mlew.services.drawing import with_picture
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.work import Work


def write_mock(work: Work, workshop: Workshop, round_: int, pair: str) -> ArtifactRef:
    """The pair's MockSpec of this round. Raises NotFound without a press release, and ModelError."""
    made = made_in(work, workshop, "mock_spec", pair, round_)
    if made:
        return made
    locale = workshop.plan.locale
    journey, _ = current(work.stores, workshop, Journey)
    release, release_ref = current(work.stores, workshop, PressRelease, pair)
    task = Task(
        phase="iterate",
        step="mock",
        draft=MockDraft,
        inputs={
            "journey": render(journey, locale),
            "press_release": render_for_model(release, locale),
            **requests_for(work, workshop, "iterate", round_, step="mock", kind="mock_spec", scope=pair),
        },
        violations=lambda draft: mock_violations(draft, release, locale),
    )
    draft, stored = write_draft(work, workshop, DraftKey(step="mock", cell=pair, round=round_), task)
    spec = mock_spec_from(draft, pair=pair, locale=locale, release=str(release_ref.version))
    body = with_picture(work, workshop, spec)
    return store_made(work, workshop, "mock_spec", pair, body, round_=round_, drafts=(stored,), based_on=(release_ref,))
