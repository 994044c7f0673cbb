"""A workshop for GenU users: the use cases with its results so far, for a pair to go on there where it stands."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mlew.documents.facts import render_facts
from mlew.domain.invention import InventionSet
from mlew.domain.workshop import Pair, Phase, Workshop
from mlew.errors import MlewError
from mlew.services.genu_documents import Stock, all_documents, documents_for, stock_of
from mlew.services.note_texts import note_text
from mlew.services.work import Stores, Work
from usecases.definition import PARTS, Definition, Part, shared_definitions
from usecases.genu.words import words
from usecases.genu.workshop import Progress, Standing, workshop_files


def genu_files(stores: Stores, workshop: Workshop, *, at: datetime, parts: Sequence[Part] = PARTS) -> dict[str, str]:
    """File name → text: one use case a step, one for all steps of a part, the index. In the workshop's language."""
    local = at.astimezone(ZoneInfo(workshop.plan.time_zone))
    return workshop_files(_progress(stock_of(stores, workshop), local), parts)


def keep_genu_files(work: Work, workshop_id: str, phase: Phase) -> None:
    """Store them for the API and the console. What keeps them from being written does not stop the workshop."""
    workshop = work.stores.workshops.get(workshop_id)
    try:
        work.stores.genu.put(workshop_id, genu_files(work.stores, workshop, at=work.clock.now()))
    except (MlewError, ValueError) as error:  # ValueError: also what pydantic raises
        work.note(
            workshop,
            "note",
            phase,
            step="genu",
            detail=note_text(workshop, "no-genu-files", error=type(error).__name__),
        )


def _progress(stock: Stock, at: datetime) -> Progress:
    workshop = stock.workshop
    pairs: list[Pair | None] = [*workshop.pairs] or [None]
    return Progress(
        name=workshop.id,
        date=at.strftime("%Y-%m-%d %H:%M"),
        locale=workshop.plan.locale,
        standings={
            definition.id: tuple(_standing(stock, definition, pair, at) for pair in pairs)
            for definition in shared_definitions()
        },
        everything=all_documents(stock),
    )


def _standing(stock: Stock, definition: Definition, pair: Pair | None, at: datetime) -> Standing:
    workshop, said = stock.workshop, words(stock.workshop.plan.locale)
    title = said.of_pair.format(pair=pair.name or pair.id) if pair else said.of_team
    product = workshop.plan.product or next((s.product for s in stock.inputs.customers if s.product), "")
    customer = next((s.summary or s.title for s in stock.inputs.customers if s.summary or s.title), "")
    answers = "\n".join(f"- {answer.question} {answer.answer}" for answer in workshop.plan.team)
    return Standing(
        title=title,
        values={
            "subject": " – ".join(part for part in (product, customer) if part),
            "pair": pair.id if pair else "",
            "choice": _choice(stock, definition, pair),
            "facts": render_facts(workshop.plan, product, (at + timedelta(days=1)).date()),
            "known": answers,
        },
        documents=documents_for(stock, definition, pair),
    )


def _choice(stock: Stock, definition: Definition, pair: Pair | None) -> str:
    """The pair's questions where it invents, its invention where it writes; in the practice edition only."""
    if pair is None or definition.edition != "practice":
        return ""
    if definition.phase == "invent":
        return ", ".join(pair.questions)
    inventions = stock.of("inventions", pair)
    return inventions.body.chosen if inventions and isinstance(inventions.body, InventionSet) else ""
