"""`mlew review show`: what is to be decided, with what the numbers propose."""

from typing import Any

from rich.console import RenderableType

from mlew.cli.invocation import Invocation
from mlew.cli.naming import in_order, name_of, title_of
from mlew.cli.output import heading, line, plain_data, table
from mlew.cli.review.options_view import inventions_table, questions_table
from mlew.cli.review.precheck_view import precheck_data, precheck_view
from mlew.cli.review.waiting import Waiting, corrections_of, waiting
from mlew.cli.show import WorkshopOption
from mlew.cli.standing import time_left
from mlew.domain.workshop import phase_name
from mlew.services.choices import by_numbers
from mlew.services.gate_reading import round_of
from mlew.services.gates import as_words
from mlew.services.spreading import Choices


def show(cli: Invocation, workshop: WorkshopOption = None) -> None:
    """The gate, its artifacts, the choice the numbers propose, ready corrections."""
    found = waiting(cli, workshop)
    proposed = by_numbers(cli.workbench.stores, found.workshop, found.gate.phase)
    data = gate_data(found, proposed)
    if found.gate.phase == "precheck":
        data |= precheck_data(cli, found.workshop)
    cli.out.answer(data, *gate_view(cli, found, proposed))


def gate_data(found: Waiting, proposed: Choices) -> dict[str, Any]:
    """For --json. The token is nobody's business."""
    corrections = corrections_of(found)
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
            words(
                "review.head",
                phase=phase_name(gate.phase, words.language),
                round=round_of(workshop, gate.phase, gate.round),
                workshop=workshop.id,
            ),
            "bold",
        ),
        line(" · ".join(t for t in (left, words(f"review.mode.{_mode(found)}"), _who(cli, found)) if t), "dim"),
    ]
    rows = [
        [name_of(r), title_of(r, workshop, words), f"mlew show {name_of(r)} -w {workshop.id}"]
        for r in in_order(gate.artifacts)
    ]
    shown += [heading(words("review.artifacts")), table(["", "", ""], rows, narrow=(0,))]
    if gate.phase == "precheck":
        shown += precheck_view(cli, workshop)
    if gate.phase == "define":
        shown += [heading(words("review.questions")), questions_table(cli, workshop)]
    if gate.phase == "invent":
        for pair in workshop.pairs:
            shown += [heading(pair.name or pair.id), inventions_table(cli, workshop, pair.id)]
    if proposed:
        shown.append(line("\n" + words("review.proposed", choices=as_words(proposed))))
    if gate.phase == "define" and workshop.edition == "improvement" and len(workshop.pairs) > 1:
        shown.append(line(words("improve.merge-hint", workshop=workshop.id), "dim"))
    corrections = [(c.id, c.label) for c in corrections_of(found)]
    if corrections:
        shown += [heading(words("review.corrections")), table(["", ""], corrections, narrow=(0,))]
    return shown


def _mode(found: Waiting) -> str:
    asks = found.gate.mode == "timebox" and found.workshop.edition == "improvement"
    return "timebox-asks" if asks else found.gate.mode


def _who(cli: Invocation, found: Waiting) -> str:
    return cli.words("review.deciders", names=", ".join(found.gate.deciders)) if found.gate.deciders else ""
