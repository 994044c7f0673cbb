"""What a workshop leaves for GenU users: all its results, in files that GenU takes."""

import json
from pathlib import Path

import pytest

from mlew.documents.discovery import read_discovery
from mlew.domain.invention import InventionSet
from mlew.inputs import read_folder
from tests.folders import UNSEEN_EN, UNSEEN_JA
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import RehearsedPort
from usecases.genu.dist import use_cases
from usecases.genu.format import stored_bytes
from usecases.genu.lint import lint
from usecases.genu.source import Source
from usecases.genu.substitution import preview
from usecases.genu.words import words
from usecases.genu.workshop import MOST_BYTES


@pytest.mark.parametrize("folder", [UNSEEN_JA, UNSEEN_EN], ids=lambda p: p.name)
def test_after_the_last_phase_a_pair_goes_on_in_genu_with_everything(folder: Path) -> None:
    practice = Practice(RehearsedPort())
    workshop = practice.run(read_folder(folder)).workshop
    store, locale = practice.stores.genu, workshop.plan.locale

    names = store.names(workshop.id)
    assert set(names) == {*use_cases(locale), "index.html", "index.md"}
    record, results = (words(locale).boxes[name].label for name in ("record", "results"))
    for name in (n for n in names if n.endswith(".json")):
        text = store.get(workshop.id, name)
        assert lint(Source(name, text.encode())) == ()
        assert stored_bytes(json.loads(text)) <= MOST_BYTES

    content = json.loads(store.get(workshop.id, "improvement-5-refine.json"))
    for example in content["inputExamples"]:
        sent = preview(content["promptTemplate"], example["examples"]).prompt
        assert sent is not None
        assert example["examples"][record] in sent
        assert results not in example["examples"]
        read = read_discovery(example["examples"][record], locale)
        assert read.problems == ()
        assert {kind for kind, _ in read.bodies} == {"journey", "questions", "inventions", "press_release"}
        assert read.rehearsed == set(read.bodies)


def test_what_has_just_been_decided_is_in_the_files_of_the_next_phase() -> None:
    practice = Practice(RehearsedPort())
    workshop = practice.run(read_folder(UNSEEN_EN)).workshop
    content = json.loads(practice.stores.genu.get(workshop.id, "practice-5-refine.json"))

    label = words("en")
    for pair, example in zip(workshop.pairs, content["inputExamples"], strict=True):
        inventions = practice.stores.artifacts.latest(workshop.id, "inventions", pair.id)
        assert inventions is not None
        assert isinstance(inventions.body, InventionSet)
        assert example["title"] == label.of_pair.format(pair=pair.name or pair.id)
        assert example["examples"]["Invention for the press release"] == inventions.body.chosen
