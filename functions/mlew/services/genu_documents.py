"""What a workshop has for an input of a step, as Markdown for GenU."""

from dataclasses import dataclass, field

from mlew.documents import render
from mlew.documents.customer_file import render_customer
from mlew.documents.embedding import embed
from mlew.documents.for_model import without_people
from mlew.documents.solutions import render_team
from mlew.documents.solutions_file import render_solutions
from mlew.domain.artifact import TEAM, Artifact, ArtifactKind, Body
from mlew.domain.inputs import WorkshopInputs
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Iteration, TestScript
from mlew.domain.question import QuestionSet
from mlew.domain.workshop import PHASES, Pair, Phase, Workshop, phase_name
from mlew.errors import NotFound
from mlew.services.work import Stores
from usecases.definition import Definition
from usecases.genu.record import Document

KINDS: dict[ArtifactKind, Phase] = {
    "journey": "listen",
    "questions": "define",
    "solutions": "invent",
    "inventions": "invent",
    "press_release": "refine",
    "iteration": "iterate",
}
_KIND_OF: dict[str, ArtifactKind] = {
    "notes": "readiness",
    "journey": "journey",
    "questions": "questions",
    "solutions": "solutions",
    "inventions": "inventions",
    "invention": "inventions",
    "press_release": "press_release",
    "milestone": "iteration",
}
"""Input of a definition → the artifact that it is made from."""


@dataclass(frozen=True)
class Stock:
    """All that a workshop has, read once. `whole`: what was rendered so far, since most steps take the same ones."""

    workshop: Workshop
    inputs: WorkshopInputs
    artifacts: dict[tuple[ArtifactKind, str], Artifact]
    whole: dict[tuple[ArtifactKind, str], Document] = field(default_factory=dict)

    def of(self, kind: ArtifactKind, pair: Pair | None) -> Artifact | None:
        """The pair's, else the team's."""
        found = self.artifacts.get((kind, pair.id)) if pair else None
        return found or self.artifacts.get((kind, TEAM))


def stock_of(stores: Stores, workshop: Workshop) -> Stock:
    """The newest version of everything; a workshop without inputs has none."""
    try:
        inputs = stores.inputs.get(workshop.id)
    except NotFound:
        inputs = WorkshopInputs()
    found = (stores.artifacts.get(workshop.id, ref) for ref in stores.artifacts.heads(workshop.id))
    return Stock(workshop, inputs, {(artifact.kind, artifact.scope): artifact for artifact in found})


def documents_for(stock: Stock, definition: Definition, pair: Pair | None) -> tuple[Document, ...]:
    """Of the step's inputs those that the workshop has, in the order of the phases."""
    found = (_document(stock, definition, spec.name, pair) for spec in definition.inputs)
    sections = ["", *(phase_name(phase, stock.workshop.plan.locale) for phase in PHASES)]
    return tuple(sorted((d for d in found if d), key=lambda d: sections.index(d.section)))


def all_documents(stock: Stock) -> tuple[Document, ...]:
    """Everything, in the order of the phases, pairs in their order."""
    scopes = [TEAM, *(pair.id for pair in stock.workshop.pairs)]
    found = [stock.artifacts.get((kind, scope)) for kind in KINDS for scope in scopes]
    customer = _customer(stock)
    return (*([customer] if customer else []), *(_whole(a, stock) for a in found if a))


def _document(stock: Stock, definition: Definition, name: str, pair: Pair | None) -> Document | None:
    if name == "customer":
        return _customer(stock)
    if name == "team" and stock.workshop.plan.team:
        text = render_team(stock.workshop.plan.team, stock.workshop.plan.locale)
        return Document(section="", name="workshop.toml", text=text)
    kind = _KIND_OF.get(name)
    artifact = stock.of(kind, pair) if kind else None
    if artifact is not None:
        body = _narrowed(artifact.body, stock, definition, name, pair)
        return _whole(artifact, stock) if body is artifact.body else _embedded(artifact, body, stock)
    return _solutions(stock) if name == "solutions" else None


def _narrowed(body: Body, stock: Stock, definition: Definition, name: str, pair: Pair | None) -> Body:
    """Only what the step works on, as the functions give it to the model."""
    if isinstance(body, InventionSet) and name == "invention":
        chosen = body.find(body.chosen)
        return body.model_copy(update={"inventions": (chosen,), "extra": ""}) if chosen else body
    if isinstance(body, QuestionSet) and definition.edition == "practice":
        wanted = _questions(stock, definition, pair)
        asked = tuple(q for q in body.questions if q.id in wanted)
        return body.model_copy(update={"questions": asked, "extra": ""}) if asked else body
    if isinstance(body, Iteration) and definition.id in ("test_script", "plan"):
        return body.model_copy(update={"script": TestScript()})
    return body


def _questions(stock: Stock, definition: Definition, pair: Pair | None) -> tuple[str, ...]:
    if pair is None:
        return ()
    inventions = stock.of("inventions", pair)
    body = inventions.body if inventions else None
    chosen = body.find(body.chosen) if isinstance(body, InventionSet) else None
    return chosen.question_ids if chosen and definition.phase != "invent" else pair.questions


def _customer(stock: Stock) -> Document | None:
    if not stock.inputs.customers:
        return None
    text = render_customer(stock.inputs.customers, stock.workshop.plan.locale)
    return Document(section="", name="customer.md", text=text)


def _solutions(stock: Stock) -> Document | None:
    if not stock.inputs.solutions:
        return None
    text = render_solutions(stock.inputs.solutions, stock.inputs.prose, stock.workshop.plan.locale)
    return Document(section="", name="solutions.md", text=text)


def _whole(artifact: Artifact, stock: Stock) -> Document:
    key = (artifact.kind, artifact.scope)
    if key not in stock.whole:
        stock.whole[key] = _embedded(artifact, without_people(artifact.body), stock)
    return stock.whole[key]


def _embedded(artifact: Artifact, body: Body, stock: Stock) -> Document:
    locale = stock.workshop.plan.locale
    text = embed(render(body, locale), locale, pair=artifact.scope, rehearsed=artifact.provenance.rehearsed)
    phase = KINDS.get(artifact.kind, "day0")
    name = artifact.kind if artifact.scope == TEAM else f"{artifact.kind}/{artifact.scope}"
    return Document(section=phase_name(phase, stock.workshop.plan.locale), name=f"mlew show {name}", text=text)
