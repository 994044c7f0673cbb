"""Listen: customer sheets and pictures → journey."""

from mlew.documents.customer_file import render_customer
from mlew.documents.facts import render_picture_note
from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.journey import JourneyDraft, journey_from, journey_violations
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey
from mlew.ports.model import Attachment
from mlew.services.artifacts import made_in, store_made
from mlew.services.draft_runner import Task, write_draft
from mlew.services.requests import requests_for
from mlew.services.work import Work


def run_listen(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """The journey of the workshop's customer."""
    made = made_in(work, workshop, "journey", TEAM, round_)
    if made:
        return [made]
    inputs = work.stores.inputs.get(workshop.id)
    pictures = inputs.pictures if work.capability.pictures else ()
    task = Task(
        phase="listen",
        step="listen",
        draft=JourneyDraft,
        inputs={
            "customer": render_customer(inputs.customers, workshop.plan.locale)
            if inputs.customers
            else render_picture_note(tuple(p.source for p in pictures), workshop.plan.locale),
            **requests_for(work, workshop, "listen", round_, step="listen", kind="journey", scope=TEAM),
        },
        violations=lambda draft: journey_violations(draft, locale=workshop.plan.locale),
        attachments=tuple(
            Attachment(name=p.name, media=p.media, content=work.stores.inputs.picture(workshop.id, p.name))
            for p in pictures
        ),
    )
    draft, stored = write_draft(work, workshop, DraftKey(step="listen", cell=TEAM, round=round_), task)
    return [store_made(work, workshop, "journey", TEAM, journey_from(draft), round_=round_, drafts=(stored,))]
