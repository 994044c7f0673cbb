"""Invent: what the cells left becomes one set a pair. No model takes part."""

from mlew.domain.artifact import ArtifactRef
from mlew.domain.invention import Invention, InventionsDraft, collected, inventions_from
from mlew.domain.question import QuestionSet
from mlew.domain.solution import SolutionList
from mlew.domain.workshop import Workshop
from mlew.errors import NotFound
from mlew.ports.draft_store import StoredDraft
from mlew.services.artifacts import made_in, store_made
from mlew.services.cells import Cell, cells, draft_key, points_of_view
from mlew.services.reading import current
from mlew.services.work import Work


def collect_inventions(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """One set a pair, numbered and scored. Raises NotFound if a cell has not been run."""
    questions, questions_ref = current(work.stores, workshop, QuestionSet)
    solutions, solutions_ref = current(work.stores, workshop, SolutionList)
    refs: list[ArtifactRef] = []
    for pair in workshop.pairs:
        made = made_in(work, workshop, "inventions", pair.id, round_)
        if made is None:
            found: list[Invention] = []
            drafts: list[StoredDraft] = []
            for cell in (c for c in cells(workshop) if c.pair == pair.id):
                stored = _kept(work, workshop, cell, round_)
                draft = InventionsDraft.model_validate(stored.draft)
                found += inventions_from(draft, point_of_view=points_of_view(workshop)[cell.view])
                drafts.append(stored)
            body = collected(pair.id, tuple(found), solutions.solutions, questions.questions)
            made = store_made(
                work,
                workshop,
                "inventions",
                pair.id,
                body,
                round_=round_,
                drafts=tuple(drafts),
                based_on=(questions_ref, solutions_ref),
            )
        refs.append(made)
    return refs


def _kept(work: Work, workshop: Workshop, cell: Cell, round_: int) -> StoredDraft:
    stored = work.stores.drafts.get(workshop.id, draft_key(cell, round_))
    if stored is None:
        raise NotFound.told("inventions.missing", cell=cell.name)
    return stored
