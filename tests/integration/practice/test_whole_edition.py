"""From a folder to the test plan in this process: every state and handler, the rehearsal model, fakes for AWS."""

from pathlib import Path

import pytest

from mlew.inputs import read_folder
from tests.folders import EXAMPLES, UNSEEN_EN, UNSEEN_JA
from tests.workflow.outcome import assert_complete, results, versions_of
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import RehearsedPort


def outcome(folder: Path) -> dict[str, str]:
    practice = Practice(RehearsedPort())
    return results(practice.stores, practice.run(read_folder(folder)).workshop)


@pytest.mark.parametrize("folder", [*EXAMPLES, UNSEEN_JA, UNSEEN_EN], ids=lambda p: p.name)
def test_a_folder_becomes_all_artifacts_without_a_broken_rule(folder: Path) -> None:
    practice = Practice(RehearsedPort())

    status = practice.run(read_folder(folder))

    assert_complete(practice.stores, status)
    for versions in versions_of(practice.stores, status.workshop).values():
        assert versions[-1].warnings == ()
        assert versions[0].provenance.rehearsed == (versions[0].provenance.author != "mlew")


def test_another_customer_gives_another_workshop() -> None:
    ours, theirs = outcome(UNSEEN_JA), outcome(UNSEEN_EN)

    assert not set(ours.values()) & set(theirs.values())


def test_the_same_folder_gives_the_same_workshop() -> None:
    assert outcome(UNSEEN_JA) == outcome(UNSEEN_JA)


def test_what_the_customer_does_is_in_the_journey_and_the_solutions_in_the_inventions() -> None:
    content = read_folder(UNSEEN_EN)

    found = outcome(UNSEEN_EN)

    said = [word for line in content.inputs.customers[0].behaviour for word in line.split() if len(word) > 7]
    assert sum(word.lower() in found["journey/team"].lower() for word in said) > len(said) / 2
    known = {s.name for s in content.inputs.solutions}
    assert all(sum(name in found[f"inventions/{pair}"] for name in known) >= 2 for pair in "ab")
