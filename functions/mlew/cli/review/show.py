"""`mlew review show`: what is to be decided, with what the numbers propose."""

from typing import Any

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.naming import in_order, name_of, title_of
from mlew.cli.output import heading, line, plain_data, table
from mlew.cli.review.options_view import inventions_table, questions_table
from mlew.cli.review.waiting import Waiting, corrections_of, waiting
from mlew.cli.show import WorkshopOption
from mlew.cli.standing import time_left
from mlew.domain.workshop import phase_name
from mlew.services.choices import by_numbers
from mlew.services.gates import as_words
from mlew.services.spreading import Choices


def show(cli: Invocation, workshop: WorkshopOption = None) -> None:
    """The gate, its artifacts, the choice the numbers propose, ready corrections."""
    found = waiting(cli, workshop)
    proposed = by_numbers(cli.workbench.stores, found.workshop, found.gate.phase)
    cli.out.answer(gate_data(found, proposed), *gate_view(cli, found, proposed))


def gate_data(found: Waiting, proposed: Choices) -> dict[str, Any]:
    """For --json. The token is nobody's business."""
    corrections = corrections_of(found.gate.phase, found.workshop.plan.locale)
    return {
        "workshop": found.workshop.id,
        "gate": plain_data(found.gate.model_dump(mode="json", exclude={"token"})),
        "artifacts": [name_of(r) for r in found.gate.artifacts],
        "proposed": plain_data(proposed),
        "corrections": [{"id": c.id, "label": c.label, "text": c.text} for c in corrections],
    }


def gate_view(cli: Invocation, found: Waiting, proposed: Choices) -> list[RenderableType]:
    """What people see."""
    gate, workshop, words = found.gate, found.workshop, cli.words
    left = time_left(gate, words, cli.around.now())
    shown: list[RenderableType] = [
        line(
            words("review.head", phase=phase_name(gate.phase, words.language), round=gate.round, workshop=workshop.id),
            "bold",
        ),
        line(" · ".join(t for t in (left, words(f"review.mode.{gate.mode}"), _who(cli, found)) if t), "dim"),
    ]
    rows = [
        [name_of(r), title_of(r, workshop, words), f"mlew show {name_of(r)} -w {workshop.id}"]
        for r in in_order(gate.artifacts)
    ]
    shown += [heading(words("review.artifacts")), table(["", "", ""], rows, narrow=(0,))]
    if gate.phase == "define":
        shown += [heading(words("review.questions")), questions_table(cli, workshop)]
    if gate.phase == "invent":
        for pair in workshop.pairs:
            shown += [heading(pair.name or pair.id), inventions_table(cli, workshop, pair.id)]
    if proposed:
        shown.append(line("\n" + words("review.proposed", choices=as_words(proposed))))
    corrections = [(c.id, c.label) for c in corrections_of(gate.phase, workshop.plan.locale)]
    if corrections:
        shown += [heading(words("review.corrections")), table(["", ""], corrections, narrow=(0,))]
    return shown


def _who(cli: Invocation, found: Waiting) -> str:
    return cli.words("review.deciders", names=", ".join(found.gate.deciders)) if found.gate.deciders else ""
